"""The five on one page: a short question for each principle, any of them opened by its number."""

from collections.abc import Callable, Mapping

from tipcoach.plain.question import name_of, planned
from tipcoach.plain.talk import Asking, Command, Talk, Turned
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.walk import Step, Walk

WHY = (
    "Why we ask: one short question for each of the five principles, so that none is forgotten. "
    "Those you do not open are recorded as shown, not as answered.",
    "Open one by its number, and why says more about it.",
)


def ask_the_five(
    talk: Talk,
    walk: Walk,
    step: Step,
    open_one: Callable[[Prompt], None],
    look: Callable[[str], None],
    beside: Mapping[str, Callable[[], None]],
) -> None:
    """Say the five, and call `open_one` for each number typed, until an empty line goes on.

    `look` shows the notices there are, and then says what it is given. `beside` are words that do
    something here besides.
    """
    asking = Asking(talk, WHY, lambda: look("Back to the five principles."), beside)
    numbered = {str(number): prompt for number, prompt in enumerate(step.prompts, 1)}
    talk.say(*_rows(walk, step))
    otherwise = (
        f"Open one first, by a number from 1 to {len(numbered)}. What you typed is not held."
    )
    while True:
        talk.say("A number opens one; an empty line goes on.")
        prompt = asking.understood(numbered.get, otherwise)
        if prompt is None:
            return
        _open(talk, name_of(walk, step, prompt), prompt, open_one)


def _open(talk: Talk, name: str, prompt: Prompt, open_one: Callable[[Prompt], None]) -> None:
    """Ask one of the five; back and skip lead to the five again, as an answer does."""
    talk.say("", f"{name}.")
    try:
        open_one(prompt)
    except Turned as turned:
        if turned.command not in (Command.BACK, Command.SKIP):
            raise
        talk.say("Back to the five principles.")


def _rows(walk: Walk, step: Step) -> list[str]:
    said = []
    for number, prompt in enumerate(step.prompts, 1):
        answered = " Answered." if prompt.id in walk.answers else ""
        said.append(
            f"{number}. {name_of(walk, step, prompt)}. {prompt.heavy or prompt.question}{answered}"
        )
        said += planned(walk, prompt)
    return said
