"""An agreement that was filled in: looked at as the other will get it, and sent after a yes."""

from tipcoach.coach.agreeing import LetterToSend, send, was_sent, write_agreement
from tipcoach.practice.entry import Entry
from tipcoach.reports.agreements import sent_lines
from tipcoach.reports.kept import Part
from tipcoach.reports.shared_copies import Line, Voice, agreement_page
from tipcoach.supervision.cards import Card
from tipcoach.supervision.documents import Agreement
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens.away import away
from tipcoach.tui.screens.entry import EntryScreen
from tipcoach.tui.screens.paper import PaperScreen
from tipcoach.tui.screens.share_starting import known_people, with_whom
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.screens.unlocking import with_keys

NOT_SENT, SENT = "○ not sent", "● sent · waits for their yes"
WHAT_SENDING_DOES = (
    "It is sealed to the two of you. It holds once they have said yes, and what is sent stays "
    "with them."
)
HOW_TO_SEND = "{send} sends it, after one more yes. Esc leaves it."
FROM_THE_ENTRY = (
    "{share} sends it: first you read it to its end as they will get it, and are asked once more."
)


def how_to_send() -> Part:
    """What comes next, said over an agreement that was just kept."""
    return Part("It is not sent yet", (keys.said(keys.ENTRY, FROM_THE_ENTRY),))


async def begin_to_send(screen: Page, entry: Entry) -> None:
    """Show it as its reader will get it. Raises `NotFound` where nobody is known yet."""
    coach = screen.desk.coach

    async def look(reader: Card) -> None:
        def write() -> tuple[LetterToSend, bool]:
            letter = write_agreement(coach, entry, reader.folder)
            return letter, was_sent(coach, entry, reader.folder)

        async def show(written: tuple[LetterToSend, bool]) -> None:
            letter, is_sent = written
            await _show(screen, letter, reader, is_sent=is_sent)

        await away(screen, "getting ready", write, show)

    await with_whom(screen, known_people(coach), look)


async def _show(screen: Page, letter: LetterToSend, reader: Card, *, is_sent: bool) -> None:
    coach = screen.desk.coach

    async def sent(_: object) -> None:
        await paper.act_go_back()
        if isinstance(screen, EntryScreen):
            screen.say_first([Part("What comes next", tuple(sent_lines(reader)))])
            screen.say(SENT)
            screen.look_again()

    async def seal() -> None:
        await away(paper, "sealing", lambda: send(coach, letter), sent)

    async def ask(_: PaperScreen) -> None:
        if not paper.was_read():
            return

        async def then(chosen: str) -> None:
            if chosen == "s":
                await with_keys(paper, seal)

        rows = [choice("Esc", "Not now"), choice("s", "Send it")]
        title = f"They get exactly this. Send it to {reader.name}?"
        await screen.app.push_screen(Sheet(title, [WHAT_SENDING_DOES], rows, then))

    assert isinstance(letter.document.content, Agreement)  # noqa: S101  (made so)
    lines = agreement_page(letter.document.content)
    if not is_sent:
        lines += [Line(Voice.GAP), Line(Voice.NOTE, keys.said(keys.PAPER, HOW_TO_SEND))]
    paper = PaperScreen(
        "Agreement",
        f"for {reader.name}",
        lines,
        badge="● sent" if is_sent else NOT_SENT,
        does={} if is_sent else {"send": ask},
    )
    await screen.app.push_screen(paper)
