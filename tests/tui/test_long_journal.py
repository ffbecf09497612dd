"""Moving through a long journal: reading never piles up, and never stands in the way of a key."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from making import Clock, entry

from tipcoach.coach import leafing
from tipcoach.coach.coach import Coach
from tipcoach.coach.leafing import Stretch
from tipcoach.tui.screens import journal
from tipcoach.tui.screens.promises import PromisesScreen
from tipcoach.tui.widgets.rows import BAR, Row, Rows
from tui.painted import Painted, painted

MANY, PAGE = 70, 10


@pytest.fixture(autouse=True)
def long_journal(coach: Coach, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leafing, "PAGE", PAGE)
    coach.remember(welcomed=True)
    for number in range(MANY):
        coach.journal.add(entry(created=clock.now - timedelta(days=9 * number)))


class Reads:
    """Counts what is read, and can hold it back."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made: list[str] = []
        self.at_once = 0
        self.go_on = threading.Event()
        self.go_on.set()
        for name in ("to_the_newest", "to_the_oldest", "on_to_older", "on_to_newer"):
            monkeypatch.setattr(leafing, name, self._counted(name, getattr(leafing, name)))

    def _counted(self, name: str, read: Callable[[Coach, Stretch], Stretch]) -> journal.Reading:
        def counted(coach: Coach, stretch: Stretch) -> Stretch:
            self.made.append(name)
            self.at_once += 1
            assert self.at_once == 1
            self.go_on.wait(timeout=10)
            self.at_once -= 1
            return read(coach, stretch)

        return counted


async def open_journal(screen: Painted) -> None:
    await screen.press("j")
    await screen.until("This week")


@pytest.mark.thorough
async def test_a_key_held_down_reads_every_page_once_and_none_in_vain(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = Reads(monkeypatch)
    async with painted(coach) as screen:
        await open_journal(screen)
        while "11 Mar 2025" not in screen.frame():
            await screen.press(*["pagedown"] * 20)
        await screen.until("↑ more above")
        assert reads.made == ["to_the_newest"] + ["on_to_older"] * (MANY // PAGE - 1)


async def test_while_something_is_read_keys_are_acted_on_and_only_the_last_wish_is_kept(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "PATIENCE", 0.001)
    reads = Reads(monkeypatch)
    async with painted(coach) as screen:
        await open_journal(screen)
        await screen.settle()
        reads.made.clear()
        reads.go_on.clear()
        await screen.press(*["pagedown"] * 40, "end", "home", "end")
        assert "reading your journal" in await screen.until("reading")
        assert len(reads.made) == 1
        await screen.press("f1")
        await screen.until("What you have kept")
        await screen.press("escape")
        reads.go_on.set()
        await screen.until("↑ more above", "private")
        assert reads.made[:2] == ["on_to_older", "to_the_oldest"]


@pytest.mark.thorough
async def test_few_widgets_are_there_however_much_is_kept(coach: Coach) -> None:
    async with painted(coach) as screen:
        await open_journal(screen)
        for key in ("end", "pageup", "home", "pagedown"):
            await screen.press(*[key] * 5)
            await screen.settle()
            assert len(screen.app.screen.query("*")) <= 60


@pytest.mark.parametrize("key", ["j", "p"])
async def test_a_time_that_comes_as_the_reading_ends_says_nothing(coach: Coach, key: str) -> None:
    async with painted(coach) as screen:
        await screen.press(key)
        await screen.until("private")
        await screen.settle()
        page = screen.app.screen
        assert isinstance(page, journal.JournalScreen | PromisesScreen)
        page._say_reading()
        assert "reading your journal" not in await screen.settle()


async def test_it_can_be_left_while_it_reads(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = Reads(monkeypatch)
    async with painted(coach) as screen:
        reads.go_on.clear()
        await screen.press("j")
        await screen.press("escape")
        await screen.until("Before a visit")
        reads.go_on.set()
        await screen.settle()
        await open_journal(screen)


async def test_an_entry_of_the_oldest_page_opens(coach: Coach) -> None:
    async with painted(coach) as screen:
        await open_journal(screen)
        await screen.press("end")
        await screen.until("↑ more above")
        await screen.press("enter")
        await screen.until("Esc back")


async def test_what_is_read_while_a_key_is_on_its_way_leaves_the_row_in_sight(
    coach: Coach,
) -> None:
    async with painted(coach) as screen:
        await open_journal(screen)
        await screen.settle()
        rows = screen.app.screen.query_one(Rows)
        held = rows.rows
        stood_on = [row for row in held if row.can_be_chosen][-2]
        rows.stand_on(stood_on.id)
        newer = [Row(f"newer {number}", (("A newer one", "ink"),)) for number in range(40)]
        rows.show_round([*newer, *held], stood_on.id)
        await screen.settle()
        assert rows.row == stood_on
        assert BAR in screen.frame()
