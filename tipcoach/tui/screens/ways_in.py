"""What the ways in on Home begin, and what the command line asked for in their place."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tipcoach.coach.begin import Standalone, Wanted
from tipcoach.coach.correcting import ToPutRight
from tipcoach.practice.entry import Kind
from tipcoach.tui.page import Page
from tipcoach.tui.screens.standalone import begin_standalone

if TYPE_CHECKING:
    from tipcoach.coach.sharing import Preparing
    from tipcoach.tui.screens.home import HomeScreen

Opening: TypeAlias = "Wanted | ToPutRight | Preparing"
"""What the command line asked for: a walk, one put right, or a copy to be made."""


async def before(home: "HomeScreen") -> None:
    await visit(home, Wanted(Kind.PREPARATION))


async def after(home: "HomeScreen") -> None:
    await visit(home, Wanted(Kind.REFLECTION))


async def mirror(home: "HomeScreen") -> None:
    await begin_standalone(home, Standalone(Kind.STAFF_MIRROR))


async def walk_it_as_them(home: "HomeScreen") -> None:
    await begin_standalone(home, Standalone(Kind.WALK_IT_AS_THEM))


async def visit(home: "HomeScreen", wanted: Wanted) -> None:
    from tipcoach.tui.screens.visit import VisitScreen

    home.welcome_is_read()
    ahead = home.desk.getting_ready.visit_for(wanted)
    screen = ahead or VisitScreen(wanted)
    await home.app.push_screen(screen)
    if ahead:
        ahead.show()
    await screen.begin_if_said()


async def open_with(home: "HomeScreen", opening: Opening) -> None:
    """Begin what the command line asked for."""
    if isinstance(opening, ToPutRight):
        from tipcoach.tui.screens.entry_options import put_right

        await put_right(home, opening.entry_id)
    elif not isinstance(opening, Wanted):
        from tipcoach.tui.screens.share import ShareScreen

        await home.app.push_screen(ShareScreen(opening))
    elif opening.kind.is_about_a_visit:
        await visit(home, opening)
    else:
        await begin_standalone(home, opening.standalone)


def style_sheet(screen: type[Page]) -> Path:
    """Where the style sheet of a screen is: beside its module."""
    return Path(str(sys.modules[screen.__module__].__file__)).with_name(str(screen.CSS_PATH))
