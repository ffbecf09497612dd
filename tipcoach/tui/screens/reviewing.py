"""What a reader does with a copy: opens it, asks a question back, marks it for the session."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tipcoach.coach.inbox import Said, say
from tipcoach.coach.reading import principles
from tipcoach.coach.reviewing import Brought, mark, open_copy, said_of
from tipcoach.errors import NotReadable
from tipcoach.practice.shared_copy import SharedCopy
from tipcoach.reports.shared_copies import NO_QUESTION, Line, copy_page
from tipcoach.tui.page import Page
from tipcoach.tui.screens.away import away
from tipcoach.tui.screens.paper import PaperScreen
from tipcoach.tui.screens.share_sheets import WordsSheet, done_when
from tipcoach.tui.screens.sheet import CLOSED
from tipcoach.tui.widgets.paper import said_lines

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.tui.screens.review import ReviewScreen

OPENED, MARKED = "they see that you opened it", "marked for the session"
UNMARK = "unmark"
AS_A_QUESTION = "A question they can think about. It is sealed to the two of you."
Then = Callable[[], Awaitable[None]]


async def open_it(screen: "ReviewScreen", brought: Brought) -> None:
    """Tell its officer, and only then show it."""
    coach = screen.desk.coach

    def read() -> tuple[SharedCopy, tuple[Said, ...]]:
        try:
            copy = open_copy(coach, brought)
        except NotReadable as fault:
            raise NotReadable(
                f"This copy could not be opened: {fault.sentence}.", "It is left alone."
            ) from None
        return copy, said_of(coach, brought)

    async def show(found: tuple[SharedCopy, tuple[Said, ...]]) -> None:
        await screen.app.push_screen(_paper(coach, replace(brought, opened=True), *found))

    await away(screen, "opening it", read, show)


def _paper(coach: "Coach", brought: Brought, copy: SharedCopy, said: Sequence[Said]) -> PaperScreen:
    """The copy as a page, with what was said of it, and what can be done."""
    is_marked = brought.marked

    def lines(said: Sequence[Said]) -> list[Line]:
        return [*copy_page(copy, principles(coach)), *said_lines(said)]

    def badge() -> str:
        return MARKED if is_marked else OPENED

    async def ask(paper: PaperScreen) -> None:
        async def asked() -> None:
            async def show(said: tuple[Said, ...]) -> None:
                paper.show(lines(said), badge())

            await away(paper, "looking", lambda: said_of(coach, brought), show)

        await ask_a_question(paper, brought, copy.question, asked)

    async def put_mark(paper: PaperScreen) -> None:
        nonlocal is_marked

        async def marked() -> None:
            nonlocal is_marked
            is_marked = not is_marked
            paper.show(lines(said), badge(), says_of_the_mark(is_marked))

        await mark_it(paper, replace(brought, marked=is_marked), marked)

    concerning = f"from {brought.officer.name}"
    does = {"ask": ask, "mark": put_mark}
    says = says_of_the_mark(is_marked)
    return PaperScreen("Brought", concerning, lines(said), badge=badge(), does=does, says=says)


def says_of_the_mark(is_marked: bool) -> dict[str, str]:
    """What the key for the mark does now, where that is not what it usually does."""
    return {"mark": UNMARK} if is_marked else {}


async def ask_a_question(screen: Page, brought: Brought, question: str, then: Then) -> None:
    coach = screen.desk.coach

    async def asked(_: object) -> None:
        await then()

    async def send(words: str) -> None:
        if words != CLOSED:
            await away(
                screen, "sealing", lambda: say(coach, brought.id, brought.officer, words), asked
            )

    lines = [question.strip() or NO_QUESTION, "", AS_A_QUESTION, done_when()]
    await screen.app.push_screen(WordsSheet("Ask a question", lines, send))


async def mark_it(screen: Page, brought: Brought, then: Then) -> None:
    """Mark a copy for the session, or take the mark away."""
    coach = screen.desk.coach

    async def marked(_: object) -> None:
        await then()

    await away(screen, "marking it", lambda: mark(coach, brought.id, on=not brought.marked), marked)
