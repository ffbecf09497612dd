"""Nothing on a screen moves unless a key was pressed, and nothing blinks."""

import pytest
from textual.widgets import Input, TextArea

from tipcoach.coach.coach import Coach
from tipcoach.tui.screens.walk import WalkScreen
from tui.frames.visits import begun, prepared
from tui.painted import painted


async def test_nothing_glides_whatever_the_environment_says(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "full")
    coach.remember(welcomed=True)
    prepared(coach)
    async with painted(coach) as screen:
        await screen.press("j")
        assert screen.app.animation_level == "none"
        assert not screen.app.animator._animations


async def test_the_cursor_stands_still_and_no_clock_runs(coach: Coach) -> None:
    sitting = begun(coach, at="orient.hat-sentence")
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        areas = screen.app.screen.query(TextArea)
        assert areas
        assert not any(area.cursor_blink for area in areas)
        assert not screen.app.screen.query(Input)
        # A blinking cursor is a timer that is not paused.
        running = [
            timer
            for widget in screen.app.screen.walk_children(with_self=True)
            for timer in widget._timers
            if timer._active.is_set() and timer._repeat is None
        ]
        assert running == []
    sitting.leave()
