"""The record of a session: looked at before it is kept, and sent after a yes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tipcoach.coach.agreeing import require_current
from tipcoach.coach.people import known
from tipcoach.coach.reading import principles
from tipcoach.coach.session_records import RecordToSend, notices_in, send_record, write_record
from tipcoach.coach.session_sides import sides_of
from tipcoach.errors import TipcoachError
from tipcoach.practice.entry import Entry
from tipcoach.practice.lenses.notice import Lens, Notice
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.session import ONE_TO_ONE
from tipcoach.practice.session_record import has_a_record, record_of
from tipcoach.reports.session_records import (
    letter_page,
    record_page,
)
from tipcoach.reports.session_sides import names_of_sides, noticed_lines
from tipcoach.reports.shared_copies import Line, Voice
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens.away import away
from tipcoach.tui.screens.paper import PaperScreen
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.screens.unlocking import with_keys

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.coach.sitting import Sitting

BOTH_LOOK = "Look at it together. This is the record, all of it:"
NOTHING_IN_IT = "Nothing is written down, so there is no record."
STAYS_THERE = "What is sent cannot be taken back. How they see it will stand beside it."
NOT_NOW = "it waits under Supervision"
HOW_TO_SEND = "{send} sends it, after one more yes. Esc leaves it."
Said = Callable[[str], None]


def what_is_recorded(coach: "Coach", sitting: "Sitting", set_aside: frozenset[str]) -> list[str]:
    """What will be in the record of a session of two, for both to look at before it is kept."""
    if sitting.walk.checklist.id != ONE_TO_ONE:
        return []
    try:
        entry = sitting.as_entry(set_aside)
    except TipcoachError:
        # Said where it is kept.
        return []
    record = record_of(entry)
    if record.is_empty:
        return [NOTHING_IN_IT, ""]
    names = names_of_sides(sides_of(coach, entry))
    # Its headline and its day are plain from where it stands.
    page = record_page(record, names, principles(coach))[2:-1]
    return [BOTH_LOOK, *(line.text for line in page if line.voice is not Voice.GAP), ""]


async def offer_record(screen: Page, entry: Entry, said: Said) -> None:
    """Offer to send the record of a session that was just kept, where it can be sent."""
    coach = screen.desk.coach
    if not (has_a_record(entry) and entry.with_whom) or record_of(entry).is_empty:
        return

    def write() -> tuple[RecordToSend, list[Line], list[str]] | None:
        try:
            require_current(coach, known(coach, entry.with_whom or ""))
            return _written(coach, entry)
        except TipcoachError:
            # It is a row under Supervision, where it is said what keeps it from being sent.
            return None

    async def show(found: tuple[RecordToSend, list[Line], list[str]] | None) -> None:
        if found is not None:
            await _show_letter(screen, entry, *found, said)

    await away(screen, "writing the record", write, show)


async def read_unsent(screen: Page, entry: Entry, said: Said) -> None:
    """Show a record as the other will get it; from there it is sent."""

    async def show(found: tuple[RecordToSend, list[Line], list[str]]) -> None:
        await _show_letter(screen, entry, *found, said)

    coach = screen.desk.coach
    await away(screen, "writing the record", lambda: _written(coach, entry), show)


def _written(coach: "Coach", entry: Entry) -> tuple[RecordToSend, list[Line], list[str]]:
    """The letter, its page with what may tell who somebody is first, and the words of that."""
    letter = write_record(coach, entry)
    found = notices_in(coach, record_of(entry))
    is_on = coach.lenses.is_on(Lens.IDENTIFIERS)
    first = [Line(Voice.NOTE, clean_line(said)) for said in noticed_lines(found, is_on=is_on)]
    other = known(coach, letter.document.reader.folder)
    page = letter_page(letter, coach.keys.card, other, principles(coach))
    return letter, [*first, Line(Voice.GAP), *page], _quotes(found)


def _quotes(found: Sequence[tuple[str, Notice]]) -> list[str]:
    return [*dict.fromkeys(f"“{clean_line(notice.quote)}”" for _, notice in found)]


async def _show_letter(
    screen: Page,
    entry: Entry,
    letter: RecordToSend,
    lines: list[Line],
    tells: list[str],
    said: Said,
) -> None:
    coach = screen.desk.coach
    other = known(coach, letter.document.reader.folder)

    async def sent(first: bool) -> None:
        await paper.act_go_back()
        said(f"Sent to {other.name}." if first else f"It was with {other.name} before.")

    async def send() -> None:
        await away(paper, "sealing", lambda: send_record(coach, letter, entry), sent)

    async def ask(_: PaperScreen) -> None:
        if not paper.was_read():
            return

        async def then(letter: str) -> None:
            if letter == "s":
                await with_keys(paper, send)

        told = [f"In it, and may tell who somebody is: {', '.join(tells)}.", ""] if tells else []
        rows = [choice("Esc", "Not now", NOT_NOW), choice("s", "Send it")]
        title = f"They get exactly this. Send it to {other.name}?"
        await screen.app.push_screen(Sheet(title, [*told, STAYS_THERE], rows, then))

    page = [*lines, Line(Voice.GAP), Line(Voice.NOTE, keys.said(keys.PAPER, HOW_TO_SEND))]
    paper = PaperScreen("Record", f"for {other.name}", page, badge="○ not sent", does={"send": ask})
    await screen.app.push_screen(paper)
