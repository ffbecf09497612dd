"""A screen is laid out once as it opens, and nothing is laid out anew that stays as it was."""

import gc
from collections.abc import Callable

import pytest
from textual._compositor import Compositor
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tipcoach.coach import promises
from tipcoach.coach.coach import Coach
from tipcoach.tui.app import TipcoachApp
from tipcoach.tui.screens.home import A_FIRST_KEY, MADE_BEFORE_COLLECTING, HomeScreen
from tipcoach.tui.screens.visit import VisitScreen
from tipcoach.tui.textual_private import PaintedSoon
from tipcoach.tui.widgets.frame import Header
from tipcoach.tui.widgets.ground import Ground
from tui.noticed import asked_at
from tui.painted import Painted, painted


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[tuple[type, Size | None]]:
    """Each laying out of a screen, with the size where it was for one."""
    found: list[tuple[type, Size | None]] = []
    really = Screen._refresh_layout

    def noted(screen: Screen[object], size: Size | None = None, scroll: bool = False) -> None:
        found.append((type(screen), size))
        really(screen, size, scroll)

    monkeypatch.setattr(Screen, "_refresh_layout", noted)
    return found


@pytest.fixture
def painted_whole(monkeypatch: pytest.MonkeyPatch) -> list[type]:
    """The screens that were painted from edge to edge, one after the other."""
    found: list[type] = []
    really = Compositor.render_full_update

    def noted(compositor: Compositor, simplify: bool = False) -> object:
        found.append(type(compositor.root))
        return really(compositor, simplify)

    monkeypatch.setattr(Compositor, "render_full_update", noted)
    return found


async def look_again(screen: Painted, laid_out: list[tuple[type, Size | None]]) -> None:
    """Let what is under way arrive, and forget what was laid out for it."""
    await screen.settle()
    await screen.settle()
    laid_out.clear()


async def test_a_screen_is_laid_out_for_its_size_once_and_for_another_again(
    coach: Coach, laid_out: list[tuple[type, Size | None]]
) -> None:
    async with painted(coach) as screen:
        await look_again(screen, laid_out)
        await screen.press("b")
        await screen.until("What is it about?")
        await screen.settle()
        sizes = [size for kind, size in laid_out if kind is VisitScreen and size is not None]
        assert sizes == [Size(80, 24)]
        await screen._pilot.resize_terminal(60, 20)
        frame = await screen.settle()
        assert len(frame.split("\n")) == 20
        assert max(map(len, frame.split("\n"))) <= 60
        await screen._pilot.resize_terminal(80, 24)
        assert len((await screen.settle()).split("\n")) == 24


async def test_what_was_asked_for_while_a_screen_opened_is_done_with_its_first_layout(
    coach: Coach, laid_out: list[tuple[type, Size | None]]
) -> None:
    async with painted(coach) as screen:
        await look_again(screen, laid_out)
        await screen.press("b")
        await screen.until("What is it about?")
        await screen.settle()
        # And once more when the framework has heard that the screen is there.
        assert [size is None for kind, size in laid_out if kind is VisitScreen] == [False, True]


async def test_a_page_is_painted_whole_once_as_it_opens(
    coach: Coach, painted_whole: list[type]
) -> None:
    async with painted(coach, (120, 40)) as screen:
        await screen.app.getting_ready._put_visit_together()
        await screen.settle()
        painted_whole.clear()
        await screen.press("b")
        await screen.until("What is it about?")
        await screen.settle()
        await screen.settle()
        assert painted_whole == [VisitScreen]


async def test_what_changes_under_a_page_is_painted_once_that_is_closed(
    coach: Coach, painted_whole: list[type]
) -> None:
    async with painted(coach) as screen:
        await screen.press("b")
        await screen.until("What is it about?")
        await screen.settle()
        painted_whole.clear()
        screen.app.home.query_one(Header).badge("something else")
        await screen.settle()
        await screen.settle()
        assert painted_whole == []
        await screen.app.pop_screen()
        assert "something else" in await screen.settle()
        assert {*painted_whole} == {HomeScreen}


@pytest.mark.parametrize("no_colour", [False, True])
async def test_ground_is_painted_as_it_would_be_row_by_row(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, no_colour: bool
) -> None:
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)

    def signs(rows: list[Strip]) -> list[list[tuple[str, object]]]:
        """Each place with the colour behind it: nothing is written there."""
        return [
            [(sign, part.style and part.style.bgcolor) for part in row for sign in part.text]
            for row in rows
        ]

    async with asked_at(coach, size=(120, 40)) as (screen, sitting):
        parts = screen.app.screen.walk_children(Widget, with_self=True)
        grounds = [part for part in parts if isinstance(part, Ground)]
        assert len(grounds) > 3
        for ground in grounds:
            crop = Region(0, 0, *ground.size)
            alike = ground.render_lines(crop)
            assert len({id(row) for row in alike}) == 1
            assert signs(alike) == signs(Widget.render_lines(ground, crop))
        sitting.save_now()


async def test_to_move_in_a_list_that_stays_as_long_lays_nothing_out(
    coach: Coach, laid_out: list[tuple[type, Size | None]]
) -> None:
    async with painted(coach) as screen:
        await screen.press("b")
        await screen.until("What is it about?")
        await look_again(screen, laid_out)
        await screen.press("r")
        assert "▌ r" in await screen.until("▌ r")
        assert laid_out == []


async def test_a_badge_that_says_the_same_lays_nothing_out(
    coach: Coach, laid_out: list[tuple[type, Size | None]]
) -> None:
    async with painted(coach) as screen:
        await look_again(screen, laid_out)
        header = screen.app.screen.query_one(Header)
        header.badge(header.said)
        await screen.settle()
        assert laid_out == []
        header.badge("something else")
        assert "something else" in await screen.settle()
        assert laid_out


async def test_a_letter_lays_nothing_out_nor_does_saving_it(
    coach: Coach, laid_out: list[tuple[type, Size | None]]
) -> None:
    async with asked_at(coach) as (screen, sitting):
        await screen.write("The ki")
        await screen.until("● saved")
        await look_again(screen, laid_out)
        await screen.write("t")
        await screen.until("○ saving")
        await screen.write("chen is dry")
        await screen.until("The kitchen is dry", "● saved")
        assert laid_out == []
        sitting.save_now()


async def test_a_first_key_is_acted_on_before_anything_is_looked_for(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Coach] = []
    after: list[tuple[float, Callable[[], object]]] = []

    def how_many_due(coach: Coach, told: object) -> int:
        looked.append(coach)
        return 0

    monkeypatch.setattr(promises, "how_many_due", how_many_due)
    monkeypatch.setattr(HomeScreen, "set_timer", lambda _, *timer: after.append(timer))
    app = TipcoachApp(coach, reads_ahead=True)
    async with app.run_test() as pilot:
        screen = Painted(app, pilot)
        await screen.settle()
        await screen.press("down")
        assert "▌ a  After a visit" in await screen.settle()
        [(seconds, look)] = after
        assert (seconds, looked) == (A_FIRST_KEY, [])
        app.reads_ahead = False
        look()
        await screen.settle()
        assert looked == [coach]


async def test_nothing_is_put_together_for_what_is_never_said(coach: Coach) -> None:
    app = TipcoachApp(coach)
    assert app._disable_tooltips
    assert app._disable_notifications


async def test_the_beat_begins_with_the_screen_and_paints_nothing_by_itself(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The framework waits a whole beat with the first change, where it was not begun before."""
    begun: list[bool] = []

    async with painted(coach) as screen:
        start = PaintedSoon.start_the_beat

        async def started(page: PaintedSoon) -> None:
            await start(page)
            begun.append(page._update_timer._active.is_set())

        monkeypatch.setattr(PaintedSoon, "start_the_beat", started)
        await screen.press("b")
        await screen.until("What is it about?")
    assert begun == [False]


async def test_garbage_is_looked_for_less_often_once_home_is_painted(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    monkeypatch.setattr(gc, "isenabled", lambda: False)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "set_threshold", told.append)
    async with painted(coach) as screen:
        await screen.settle()
    assert told == [MADE_BEFORE_COLLECTING]
