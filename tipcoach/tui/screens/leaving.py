"""Pause and leave: ways out of a walk, with the work kept."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tipcoach.coach.autosave import Saving
from tipcoach.practice.plaintext import clean
from tipcoach.tui import keys
from tipcoach.tui.screens.sheet import Sheet, choice

if TYPE_CHECKING:
    from tipcoach.tui.screens.saving import SavingScreen
    from tipcoach.tui.screens.walk import WalkScreen


async def pause(screen: "WalkScreen") -> None:
    """Cover the page. Esc carries on; a letter does one of the rest."""

    async def then(letter: str) -> None:
        for key, _, _, action in keys.PAUSE_ROWS:
            if key == letter and action:
                await screen.act(action)

    rows = [
        choice("Esc" if key == "escape" else key, label, note)
        for key, label, note, _ in keys.PAUSE_ROWS
    ]
    title = "Paused. What you wrote is covered, and saved."
    if screen.save_now().state is Saving.FAILED:
        title = "Paused. What you wrote is covered, and not saved yet."
    await screen.app.push_screen(Sheet(title, (), rows, then, covers=True))


async def leave_with(screen: "SavingScreen", leave: Callable[[], Awaitable[None]]) -> None:
    """Leave once everything is on disk; asks only while it is not."""
    if screen.save_now().state is not Saving.FAILED:
        screen.sitting.leave()
        await leave()
        return

    async def then(letter: str) -> None:
        if letter == "l":
            screen.sitting.leave()
            await leave()

    rows = [
        choice("s", "Stay", "the words are still here"),
        choice("l", "Leave", "what is not saved is lost"),
    ]
    trouble = screen.sitting.saved.trouble
    lines = [clean(str(trouble))] if trouble else []
    await screen.app.push_screen(Sheet("Not everything is saved.", lines, rows, then))
