"""What is read and asked from the page of supervision."""

from typing import TYPE_CHECKING

from tipcoach.coach.agreeing import Standing, Waiting, agree
from tipcoach.coach.inbox import Shared, Where, read_again, say
from tipcoach.coach.people import known
from tipcoach.coach.reading import principles
from tipcoach.coach.taking_back import TAKEN_BACK, take_back
from tipcoach.errors import NotReadable
from tipcoach.practice.shared_copy import SharedCopy
from tipcoach.reports.shared_copies import agreement_page, copy_page
from tipcoach.tui.screens.away import away
from tipcoach.tui.screens.paper import PaperScreen
from tipcoach.tui.screens.share_sheets import WordsSheet, done_when
from tipcoach.tui.screens.sheet import CLOSED, Sheet, choice
from tipcoach.tui.screens.supervision_rows import how_it_is, moment, what_it_is
from tipcoach.tui.widgets.paper import said_lines

if TYPE_CHECKING:
    from tipcoach.tui.screens.supervision import SupervisionScreen

NOT_THERE = "This copy is not in the shared place, so it cannot be read there."
NEVER_OPENED = "It has not been opened in tipcoach."
TAKES_AWAY = (
    "The copy goes from the shared place. If it was already opened or copied, we may not know."
)
BOTH_STAND = "They see it beside what they said; neither takes the other’s place."
NO_AGREEMENT = "There is none yet. Fill one in together: tipcoach agreement begin --with {folder}"
WHAT_YES_DOES = (
    "Your yes is signed and sealed to the two of you. It holds until the day to look at it again."
)


async def read_copy(screen: "SupervisionScreen", shared: Shared) -> None:
    """Open the copy again, as its reader gets it."""
    coach = screen.desk.coach
    if shared.where is not Where.THERE:
        screen.say(NOT_THERE)
        return

    def read() -> SharedCopy:
        try:
            return read_again(coach, shared)
        except NotReadable as fault:
            raise NotReadable(
                f"This copy could not be read: {fault.sentence}.", "It is left alone."
            ) from None

    async def show(copy: SharedCopy) -> None:
        today = coach.clock().date()
        lines = [*copy_page(copy, principles(coach)), *said_lines(shared.said)]
        badge = how_it_is(shared, today)
        await screen.app.push_screen(
            PaperScreen("Shared", f"with {shared.reader_name}", lines, badge=badge)
        )

    await away(screen, "opening your copy", read, show)


async def ask_to_take_back(screen: "SupervisionScreen", shared: Shared) -> None:
    coach = screen.desk.coach
    today = coach.clock().date()
    opened = f"It was opened {moment(shared.opened, today)}." if shared.opened else NEVER_OPENED
    if shared.where is Where.TAKEN_BACK:
        screen.say(f"{TAKEN_BACK} {opened}")
        return

    async def say_so(_: object) -> None:
        screen.say(f"{TAKEN_BACK} {opened}" if shared.opened else TAKEN_BACK)
        screen.look_again()

    async def then(letter: str) -> None:
        if letter == "t":
            copy_id = shared.record.copy
            await away(screen, "taking it back", lambda: take_back(coach, copy_id), say_so)

    rows = [choice("Esc", "Leave it"), choice("t", "Take it back")]
    lines = [what_it_is(shared), "", opened, TAKES_AWAY]
    title = f"Take this back from {shared.reader_name}?"
    await screen.app.push_screen(Sheet(title, lines, rows, then))


async def ask_how_i_see_it(screen: "SupervisionScreen", shared: Shared) -> None:
    coach = screen.desk.coach

    async def said(_: object) -> None:
        screen.look_again()

    async def then(words: str) -> None:
        if words != CLOSED:
            await away(
                screen,
                "sealing",
                lambda: say(coach, shared.record.copy, known(coach, shared.record.reader), words),
                said,
            )

    lines = [what_it_is(shared), "", BOTH_STAND, done_when()]
    await screen.app.push_screen(WordsSheet("How I see it", lines, then))


async def read_agreement(screen: "SupervisionScreen", standing: Standing) -> None:
    if standing.agreement is None:
        screen.say(NO_AGREEMENT.format(folder=standing.other.folder))
        return
    lines = agreement_page(standing.agreement)
    await screen.app.push_screen(PaperScreen("Agreement", f"with {standing.other.name}", lines))


async def read_waiting(screen: "SupervisionScreen", waiting: Waiting) -> None:
    """Read what somebody sent, all of it; only then can a yes be said."""
    coach = screen.desk.coach

    async def agreed(_: object) -> None:
        name = waiting.other.name
        screen.say(
            f"You and {name} have an agreement. {name} gets your yes once they open Supervision."
        )
        await paper.act_go_back()

    async def ask(_: PaperScreen) -> None:
        if not paper.was_read():
            return

        async def then(letter: str) -> None:
            if letter == "y":
                await away(paper, "sealing", lambda: agree(coach, waiting), agreed)

        rows = [choice("Esc", "Not yet"), choice("y", "Yes, we agree on this")]
        title = f"Say yes to the agreement with {waiting.other.name}?"
        await screen.app.push_screen(Sheet(title, [WHAT_YES_DOES], rows, then))

    paper = PaperScreen(
        "Agreement",
        f"from {waiting.other.name}",
        agreement_page(waiting.agreement),
        badge="waits for your yes",
        does={"agree": ask},
    )
    await screen.app.push_screen(paper)
