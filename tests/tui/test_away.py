"""Work away from the keys: what it brings may come when the page it is for is going."""

import threading

from textual.app import ComposeResult

from tipcoach.coach.coach import Coach
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.screens.away import away
from tipcoach.tui.widgets.frame import Header, Keys, Strip
from tui.painted import painted


class Looking(Page):
    """A page that looks in a place which answers when it may."""

    NAME = keys.SUPERVISION

    def __init__(self) -> None:
        super().__init__()
        self.may_answer = threading.Event()
        self.shown: list[bool] = []

    def compose(self) -> ComposeResult:
        yield Header("A sample page")
        yield Strip()
        yield Keys(self.NAME)

    async def look(self) -> None:
        async def show(found: bool) -> None:
            self.shown.append(found)

        await away(self, "looking", lambda: self.may_answer.wait(10), show)


async def test_what_comes_to_an_open_page_is_shown(coach: Coach) -> None:
    page = Looking()
    async with painted(coach) as screen:
        await screen.app.push_screen(page)
        await page.look()
        await screen.until("looking")
        page.may_answer.set()
        assert "looking" not in await screen.settle()
        assert page.shown == [True]


class Going(Looking):
    """One that may be on its way off the screen, with its parts still there."""

    is_going = False

    @property
    def is_open(self) -> bool:
        return super().is_open and not self.is_going


async def test_what_comes_to_a_page_that_is_going_is_let_go(coach: Coach) -> None:
    page = Going()
    async with painted(coach) as screen:
        await screen.app.push_screen(page)
        await page.look()
        await screen.until("looking")
        page.is_going = True
        page.may_answer.set()
        assert "looking" in await screen.settle(), "nothing on it is touched"
        assert page.shown == []


async def test_a_page_that_is_being_taken_away_is_not_open(coach: Coach) -> None:
    page = Looking()
    async with painted(coach) as screen:
        await screen.app.push_screen(page)
        assert page.is_open
        going = page.remove()
        assert page.is_attached and not page.is_open
        await going
