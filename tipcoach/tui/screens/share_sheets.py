"""What is asked while a copy is made: other words, a question, a principle, and last the yes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

from tipcoach.coach.sharing import QUESTION, Preview
from tipcoach.practice.checklist import Principle
from tipcoach.practice.counting import in_words
from tipcoach.practice.employer_promise import NO_PROMISE, EmployerPromise
from tipcoach.practice.lenses.notice import Notice
from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.lenses import READ_ONCE
from tipcoach.reports.other_words import called_instead
from tipcoach.reports.shared_copies import copy_title, promise_lines, said_month
from tipcoach.reports.sharing import SEEN_WHEN_OPENED, seen_first
from tipcoach.tui import keys
from tipcoach.tui.screens.share_rows import NOTICE, PART, QUESTION_ROW, Placed
from tipcoach.tui.screens.sheet import CLOSED, LineSheet, Sheet, choice
from tipcoach.tui.screens.unlocking import with_keys
from tipcoach.tui.widgets.notice_line import heading_of
from tipcoach.tui.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from tipcoach.tui.screens.share import ShareScreen

YOUR_ANSWER = "Your answer, in other words"
HERE_ALONE = "In this copy alone; your entry stays as it is."
ONE_LINE = "They see it before anything else. Enter when it is written."
HEAVY = "Does any of it hold heavy detail, such as harm or a death, that they do not need?"
NO_HEAVY, WARNED = "You said: no heavy detail in it", "You said: warn them of heavy detail"
ELSE = "Nothing else of this entry left this machine."


def done_when() -> str:
    """How what is written in a `WordsSheet` is sent."""
    return f"Enter sends it for good; {_after_lines()}."


def _after_lines() -> str:
    return f"after several lines, {keys.every_key(keys.called(keys.WALK, 'next'))}"


class WordsSheet(LineSheet):
    """A sheet for words that may have lines of their own; Enter hands on what is one line, and
    what goes on in a walk hands on more."""

    def body(self) -> Widget:
        return WritingArea(id="line")

    async def takes(self, event: events.Key) -> bool:
        area = self.query_one(WritingArea)
        if event.key in keys.called(keys.WALK, "next").keys:
            await self._close(area.text.strip() or CLOSED)
            return True
        if event.key == "enter" and area.is_long:
            return False
        return await super().takes(event)


async def edit(screen: "ShareScreen", row_id: str, seen: Sequence[Placed]) -> None:
    """Ask what there is to ask of one row."""
    if row_id.startswith(PART):
        await ask_other_words(screen, row_id.removeprefix(PART))
    elif row_id.startswith(NOTICE):
        await look_at_notice(screen, *seen[int(row_id.removeprefix(NOTICE))])
    elif row_id == QUESTION_ROW:
        await ask_question(screen)
    else:
        await ask_principle(screen)


async def ask_other_words(screen: "ShareScreen", prompt: str) -> None:
    async def then(words: str) -> None:
        if words != CLOSED:
            screen.preparing.reword(prompt, words)
            screen.changed()

    question = next(one.question for one in screen.preparing.parts if one.prompt == prompt)
    how = f"{HERE_ALONE} Enter when it is written; {_after_lines()}."
    sheet = WordsSheet(YOUR_ANSWER, [question, "", how], then, screen.preparing.words(prompt))
    await screen.app.push_screen(sheet)


async def ask_question(screen: "ShareScreen") -> None:
    async def then(words: str) -> None:
        if words != CLOSED:
            screen.preparing.question = words
            screen.changed()

    sheet = LineSheet("The question I bring", [ONE_LINE], then, screen.preparing.question)
    await screen.app.push_screen(sheet)


async def ask_principle(screen: "ShareScreen") -> None:
    async def then(chosen: str) -> None:
        if chosen == CLOSED:
            return
        named = chosen.isdecimal() and screen.principles[int(chosen) - 1].principle
        screen.preparing.principle = named or None
        screen.changed()

    rows = [
        choice(str(number), clean_line(f"{name.mark} {name.name}"), name.note)
        for number, name in enumerate(screen.principles, 1)
        if name.principle in Principle
    ]
    rows.append(choice("n", "None of them"))
    await screen.app.push_screen(Sheet("The principle I name", [], rows, then))


async def look_at_notice(screen: "ShareScreen", place: str, notice: Notice) -> None:
    """Its reason, and other words for the copy; the entry stays as it is."""
    preparing = screen.preparing
    text = preparing.question if place == QUESTION else preparing.words(place)

    async def then(letter: str) -> None:
        # What was seen may have been edited since.
        if letter != "u" or text[notice.start : notice.end] != notice.quote:
            return
        words = f"{text[: notice.start]}{notice.instead}{text[notice.end :]}"
        if place == QUESTION:
            preparing.question = words
        else:
            preparing.reword(place, words)
        screen.changed()

    rows = [choice("u", "Use that", "in this copy alone")] if notice.instead else []
    rows.append(choice("k", "Keep my words"))
    lines = [
        notice.why,
        *(["", f"{called_instead(notice)}   {notice.instead}"] if notice.instead else []),
        "",
        READ_ONCE,
    ]
    await screen.app.push_screen(Sheet(heading_of(notice), lines, rows, then, current="k"))


async def ask_heavy(screen: "ShareScreen") -> None:
    async def then(letter: str) -> None:
        if letter == "r":
            screen.say("e gives the answer you are on other words, in this copy alone.")
        elif letter in ("n", "k"):
            screen.heavy_is_said(keep=letter == "k")

    rows = [
        choice("n", "No"),
        choice("r", "Reword it"),
        choice("k", "Keep it, and warn them"),
        choice("Esc", "Back to choosing"),
    ]
    await screen.app.push_screen(Sheet(HEAVY, [], rows, then, current=CLOSED))


async def ask_to_seal(screen: "ShareScreen", preview: Preview) -> None:
    async def then(letter: str) -> None:
        if letter == "s":
            # Where the page was opened from the command line the keys may still be locked.
            await with_keys(screen, lambda: screen.seal(preview))
        elif letter == "h":
            await ask_heavy(screen)

    screen.say("")
    # What was said of it is asked once and holds for the next try: it is said, and can be mended.
    heavy = WARNED if preview.copy.heavy else NO_HEAVY
    rows = [
        choice("Esc", "Not yet", "all you chose stays"),
        choice("s", "Seal and share"),
        choice("h", heavy, "change that"),
    ]
    title = f"Share this with {preview.reader.name}?"
    await screen.app.push_screen(Sheet(title, _what_goes(screen, preview), rows, then))


def _what_goes(screen: "ShareScreen", preview: Preview) -> list[str]:
    copy = preview.copy
    many = in_words(len(copy.parts)).capitalize()
    answers = "answer" if len(copy.parts) == 1 else "answers"
    also = ""
    if preview.recovery:
        also = f", and with your organisation’s recovery key, number {preview.recovery.number}"
    return [
        *_what_tells(screen.seen),
        f"{many} {answers}: {copy_title(copy)}, {said_month(copy.month)}.",
        *(f"· {clean_line(part.question)}" for part in copy.parts),
        "",
        *_promised(screen.preparing.promise),
        "",
        f"It opens for {preview.reader.name} and for you{also}. {SEEN_WHEN_OPENED}",
        seen_first(preview),
    ]


def _promised(promise: EmployerPromise | None) -> list[str]:
    """All of it; that there is none in one sentence, the page having the rest."""
    return promise_lines(promise) if promise else [NO_PROMISE]


def _what_tells(seen: Sequence[Placed]) -> list[str]:
    """First on the sheet: on the page it may be further down than the window goes."""
    if not seen:
        return []
    quotes = dict.fromkeys(f"“{clean_line(notice.quote)}”" for _, notice in seen)
    return [f"In it, and may tell who somebody is: {', '.join(quotes)}.", ""]


async def say_shared(screen: "ShareScreen") -> None:
    async def then(_: str) -> None:
        await screen.act_keep_private()

    there = keys.called(keys.HOME, "supervision").shown
    takes_back = keys.said(keys.SUPERVISION, "{take_back} takes it back there.")
    lines = [ELSE, "", f"It is under Supervision: {there} on Home. {takes_back}"]
    title = f"Shared with {screen.preparing.reader.name}."
    await screen.app.push_screen(Sheet(title, lines, [choice("Esc", "Go on")], then))
