"""The search: how to, what was found, nothing found, and what is not understood."""

from making import Clock, asked, entry

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Picked, Text
from tui.frames.golden import Looks
from tui.frames.visits import LANDED, STOPPED, prepared, reflected
from tui.painted import Painted, painted

LONG = "so we stood in the hall for a good while and nobody said a thing until the kettle went "


async def look_for(screen: Painted, words: str) -> None:
    await screen.press("slash")
    await screen.write(words)
    await screen.press("enter")
    await screen.settle()


def some_kept(coach: Coach, clock: Clock) -> None:
    clock.advance(days=-40)
    prepared(
        coach, {"orient.hat": Picked("both"), "trust.last-promise": Text("The kéttle, again.")}
    )
    clock.advance(days=38)
    reflected(coach, {**LANDED, "moment.stayed": Text("kettle")})
    reflected(coach, STOPPED)
    clock.advance(days=2)
    said = Text(f"It was cold. {LONG * 3}and then we talked about the kettle.")
    coach.journal.add(entry(asked("moment", said), created=clock.now))


async def test_how_to_search(welcomed: Coach, looks: Looks) -> None:
    async with painted(welcomed, looks.size) as screen:
        await screen.press("slash")
        await looks.like(screen, "search")


async def test_what_was_found(welcomed: Coach, clock: Clock, looks: Looks) -> None:
    some_kept(welcomed, clock)
    async with painted(welcomed, looks.size) as screen:
        await look_for(screen, "kettle")
        await looks.like(screen, "search_found")
        await screen.press("slash")
        await screen.write(" lighthouse")
        await screen.press("enter")
        await looks.like(screen, "search_nothing_found")
        await screen.write(" prupose:arrears")
        await screen.press("enter")
        await looks.like(screen, "search_not_understood")


async def test_more_than_the_screen(welcomed: Coach, clock: Clock, looks: Looks) -> None:
    for _ in range(101):
        clock.advance(minutes=1)
        welcomed.journal.add(entry(asked("moment", Text(LONG)), created=clock.now))
    async with painted(welcomed, looks.size) as screen:
        await look_for(screen, "kettle")
        await looks.like(screen, "search_overfull")
