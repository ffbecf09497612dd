"""What is typed for this terminal alone: it is let go unless somebody chooses to keep it."""

from tipcoach.errors import AnswerNotTaken
from tipcoach.plain.answering import Answering, gather, long_line
from tipcoach.plain.talk import FULL_STOP, ask_again
from tipcoach.practice.answer import (
    Text,
    check_length,
    is_empty,
)

KEEP, LET_GO = "keep", "let go"


def read_on_screen_only(answering: Answering) -> None:
    """Lines that are handed to nobody unless the officer chooses to keep them."""
    if answering.held is not None:
        _kept_by_choice(answering)
        return
    answering.say(
        "This terminal may keep on its own screen what is typed.",
        "As many lines as you like; a full stop alone on a line ends it. An empty line skips.",
    )
    told = _told(answering)
    if is_empty(told):
        answering.say("Skipped.")
    elif _keeps_or_lets_go(answering, "keep: it is saved. An empty line lets it go.") == KEEP:
        answering.hold(told)
        answering.say("Kept.")
    else:
        _say_let_go(answering)


def _told(answering: Answering) -> Text:
    """The lines as one text. A command at the first of them leads away, as at any question.

    Raises `AnswerNotTaken` when the first alone is too long.
    """
    told = Text("")

    def hold(lines: tuple[str, ...]) -> None:
        nonlocal told
        text = Text("\n".join(lines))
        check_length(text)
        told = text

    first = answering.asking.line()
    if not first:
        return told
    before = () if first == FULL_STOP else (first,)
    hold(before)
    try:
        gather(
            lambda: long_line(answering),
            lambda lines: hold((*before, *lines)),
            # An empty line is part of it: what comes after one in a long paste must not be
            # taken for the answer to the next question, which is saved.
            ends=(FULL_STOP,),
        )
    except AnswerNotTaken as fault:
        answering.say(str(fault))
    return told


def _kept_by_choice(answering: Answering) -> None:
    if _keeps_or_lets_go(answering, "let go: it is taken out. An empty line keeps it.") == LET_GO:
        answering.hold(Text(""))
        _say_let_go(answering)
    else:
        answering.say("Your answer stays as it was.")


def _keeps_or_lets_go(answering: Answering, meaning: str) -> str | None:
    """Which of the two words is typed; of the commands quit alone leads away from here."""
    answering.say(meaning)
    return ask_again(
        answering.asking.talk, lambda: answering.asking.word(KEEP, LET_GO), f"First this. {meaning}"
    )


def _say_let_go(answering: Answering) -> None:
    answering.asking.talk.clear()
    answering.say("Let go. Nothing of it is saved.")
