"""Into a walk that is not about a visit: there is nothing to ask before its first question."""

from typing import TYPE_CHECKING

from tipcoach.coach.begin import Standalone, begin, trouble_with_own_files
from tipcoach.coach.rhythm import soon_again
from tipcoach.errors import TipcoachError
from tipcoach.tui.page import Page
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.widgets.frame import Strip

if TYPE_CHECKING:
    from tipcoach.tui.screens.home import HomeScreen


async def begin_standalone(home: "HomeScreen", beginning: Standalone) -> None:
    """Begin, once it has been said that the last one was not long ago, where that is so."""
    home.welcome_is_read()
    said = soon_again(home.desk.coach, beginning.kind)
    if said is None:
        await begin_now(home, beginning)
        return

    async def then(letter: str) -> None:
        if letter == "g":
            await begin_now(home, beginning)

    rows = [choice("g", "Go on"), choice("a", "Another day")]
    await home.app.push_screen(Sheet("Not long since the last one", [said], rows, then))


async def begin_now(page: Page, beginning: Standalone) -> None:
    """Begin, with nothing said first; what is wrong is said on the strip."""
    from tipcoach.tui.screens.walk import WalkScreen

    coach = page.desk.coach
    try:
        sitting = begin(coach, beginning)
        trouble = trouble_with_own_files(coach)
    except TipcoachError as fault:
        page.query_one(Strip).say(fault)
        return
    screen = WalkScreen(sitting)
    await page.app.push_screen(screen)
    screen.query_one(Strip).say(trouble)
