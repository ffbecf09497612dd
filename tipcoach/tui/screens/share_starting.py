"""The way to the page where a copy is made: keys, a reader, and an agreement that holds."""

from collections.abc import Awaitable, Callable

from tipcoach.coach.agreeing import NoAgreement, Stage, collect, require_current, standing_with
from tipcoach.coach.coach import Coach
from tipcoach.coach.people import people
from tipcoach.coach.reading import principles
from tipcoach.coach.sharing import Preparing, prepare_to_share
from tipcoach.errors import NotFound, TipcoachError, WrongUsage
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.shared_copy import can_be_shared
from tipcoach.supervision.cards import Card
from tipcoach.tui.page import Page
from tipcoach.tui.screens.away import away
from tipcoach.tui.screens.sheet import CLOSED, LongSheet
from tipcoach.tui.screens.unlocking import with_keys
from tipcoach.tui.widgets.frame import Strip
from tipcoach.tui.widgets.rows import Row

NEVER = WrongUsage("This is for you alone, and is never shared.", "What is in it stays here.")
NOTHING = WrongUsage("There is nothing in this entry that can be shared.")
OF_TWO = {
    Kind.SESSION: WrongUsage("A session is of two people, and is not shared in parts."),
}
LOOKING = "looking in the shared place"


async def begin_to_share(screen: Page, entry: Entry) -> None:
    """Open the page for an entry, or say on the strip what has to come first."""

    async def look() -> None:
        await away(screen, LOOKING, lambda: _readers(screen.desk.coach), choose)

    async def choose(readers: tuple[Card, ...]) -> None:
        await with_whom(screen, readers, lambda reader: _prepare(screen, entry, reader))

    try:
        if entry.kind is Kind.AGREEMENT:
            from tipcoach.tui.screens.agreement_sending import begin_to_send

            await begin_to_send(screen, entry)
            return
        if not can_be_shared(entry):
            raise OF_TWO.get(entry.kind, NEVER if entry.kind.is_never_shared else NOTHING)
        await with_keys(screen, look)
    except TipcoachError as trouble:
        screen.query_one(Strip).say(trouble)


def _readers(coach: Coach) -> tuple[Card, ...]:
    """Everybody with whom an agreement holds. Raises `NotFound` or `NoAgreement`."""
    known = known_people(coach)
    # A yes that has come is taken in before it is said that there is none.
    collect(coach)
    readers = tuple(other for other in known if standing_with(coach, other).stage is Stage.CURRENT)
    if not readers and len(known) == 1:
        require_current(coach, known[0])
    if not readers:
        raise NoAgreement(
            "There is no agreement with anybody that holds now.",
            "See where each stands: tipcoach agreement",
        )
    return readers


def known_people(coach: Coach) -> tuple[Card, ...]:
    """Everybody one knows by their keys. Raises `NotFound` where that is nobody."""
    known = tuple(people(coach).cards.values())
    if not known:
        raise NotFound(
            "You know nobody to share with yet.",
            "Compare numbers with them first: tipcoach agreement know WHO",
        )
    return known


async def with_whom(
    screen: Page, readers: tuple[Card, ...], do: Callable[[Card], Awaitable[None]]
) -> None:
    """Go on with the one there is, or with the one who is chosen."""
    if len(readers) == 1:
        await do(readers[0])
        return
    by_row = {f"with {reader.folder}": reader for reader in readers}

    async def then(chosen: str) -> None:
        if chosen != CLOSED:
            await do(by_row[chosen])

    rows = [
        Row(row, ((each.name, "ink"), (f"   {each.folder}", "muted")))
        for row, each in by_row.items()
    ]
    await screen.app.push_screen(LongSheet("Share with whom?", [], rows, then))


async def _prepare(screen: Page, entry: Entry, reader: Card) -> None:
    async def open_page(preparing: Preparing) -> None:
        from tipcoach.tui.screens.share import ShareScreen

        await screen.app.push_screen(ShareScreen(preparing))

    coach = screen.desk.coach

    def prepare() -> Preparing:
        # Loaded here, so that the page does not wait for the prompts.
        principles(coach)
        return prepare_to_share(coach, entry.id, reader.folder)

    await away(screen, "getting ready", prepare, open_page)
