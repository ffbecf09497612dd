"""The record of a session, read: one that waits for how it is seen, and one that both have."""

from typing import TYPE_CHECKING

from tipcoach.coach.reading import principles
from tipcoach.coach.session_views import MOST_IN_A_VIEW, WaitingRecord, answer_record
from tipcoach.coach.sessions_here import PastSession
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.session_record import record_of
from tipcoach.reports.session_records import (
    AGREED,
    IN_YOUR_WORDS,
    SEEN_DIFFERENTLY,
    waiting_page,
)
from tipcoach.reports.session_sides import both_pages
from tipcoach.reports.shared_copies import Line, Voice
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens.away import away
from tipcoach.tui.screens.paper import PaperScreen
from tipcoach.tui.screens.session_rows import how_it_is_seen
from tipcoach.tui.screens.share_sheets import WordsSheet, done_when
from tipcoach.tui.screens.sheet import CLOSED, Sheet, choice

if TYPE_CHECKING:
    from tipcoach.tui.screens.supervision import SupervisionScreen

HOW_TO_SAY = "{agreed} I agree   {differently} I see it differently   Esc it waits"
STANDS = "It stands beside the record on both sides, and cannot be taken back."
TOO_LONG = f"That is too long to send: {MOST_IN_A_VIEW:,} characters at most. Nothing is lost."


async def read_waiting_record(screen: "SupervisionScreen", waiting: WaitingRecord) -> None:
    """Show a record that somebody sent; how it is seen is said once it was read to its end."""
    coach = screen.desk.coach
    words = ""

    async def answer(seen: SessionView) -> None:
        async def answered(_: Entry) -> None:
            await paper.act_go_back()
            screen.say(AGREED if seen.agreed else SEEN_DIFFERENTLY)

        await away(paper, "sealing", lambda: answer_record(coach, waiting, seen), answered)

    async def agree(_: PaperScreen) -> None:
        async def then(letter: str) -> None:
            if letter == "a":
                await answer(SessionView(agreed=True))

        if paper.was_read():
            rows = [choice("Esc", "Not yet", "it waits"), choice("a", "I agree")]
            title = "Do you agree with this record?"
            await screen.app.push_screen(Sheet(title, [STANDS], rows, then))

    async def differently(_: PaperScreen) -> None:
        if paper.was_read():
            await ask_for_words([IN_YOUR_WORDS, done_when()])

    async def ask_for_words(lines: list[str]) -> None:
        async def then(said: str) -> None:
            nonlocal words
            if said == CLOSED:
                return
            # Held, so that what could not be sent is there when it is tried again.
            words = said
            if len(said) > MOST_IN_A_VIEW:
                await ask_for_words([TOO_LONG, done_when()])
            else:
                await answer(SessionView(agreed=False, words=said))

        await screen.app.push_screen(WordsSheet("How I see it", lines, then, words))

    page = waiting_page(waiting, coach.keys.card, principles(coach))
    paper = PaperScreen(
        "Record",
        f"from {waiting.other.name}",
        [*page, Line(Voice.GAP), Line(Voice.NOTE, keys.said(keys.PAPER, HOW_TO_SAY))],
        badge="waits for your view",
        does={"agreed": agree, "differently": differently},
    )
    await screen.app.push_screen(paper)


async def read_session(screen: Page, past: PastSession) -> None:
    """The record of a session that was held, and how the other sees it."""
    coach = screen.desk.coach
    lines = both_pages(record_of(past.entry), past.view, past.sides, principles(coach))
    concerning = f"with {past.other.name}"
    await screen.app.push_screen(
        PaperScreen("Session", concerning, lines, badge=how_it_is_seen(past))
    )
