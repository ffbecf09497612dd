"""Pause and leave: ways out of a walk, with the work kept, in another folder if need be."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tipcoach.coach.autosave import Saving
from tipcoach.coach.elsewhere import folder_to_offer, save_elsewhere, where_else
from tipcoach.errors import TipcoachError
from tipcoach.tui.pause_letters import PAUSE_ROWS
from tipcoach.tui.screens.sheet import CLOSED, LineSheet, Sheet, choice
from tipcoach.tui.widgets.frame import Strip

if TYPE_CHECKING:
    from tipcoach.tui.screens.saving import SavingScreen
    from tipcoach.tui.screens.walk import WalkScreen


async def pause(screen: "WalkScreen") -> None:
    """Cover the page. Esc carries on; a letter does one of the rest."""

    async def then(letter: str) -> None:
        for key, _, _, action in PAUSE_ROWS:
            if key == letter and action:
                await screen.act(action)

    left_out = screen.does_nothing | screen.taking_out.not_offered
    if not screen.noticing.shown:
        left_out |= {"look"}
    if screen.few_would_end_it:
        left_out |= {"few"}
    rows = [
        choice("Esc" if key == "escape" else key, label, note)
        for key, label, note, action in PAUSE_ROWS
        if action not in left_out
    ]
    title = "Paused. What you wrote is covered, and saved."
    lines = []
    if screen.is_on_screen_only and screen.is_written:
        title = "Paused. What you wrote is covered, and on screen only."
        lines = ["It is not saved. Leaving quietly lets it go."]
    if screen.save_now().state is Saving.FAILED:
        title = "Paused. What you wrote is covered, and not saved yet."
    await screen.app.push_screen(Sheet(title, lines, rows, then))


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
        elif letter == "o":
            await ask_another_folder(screen)

    rows = [
        choice("s", "Stay", "the words are still here"),
        choice("o", "Another folder…", "save there, and stay"),
        choice("l", "Leave", "what is not saved is lost"),
    ]
    trouble = screen.sitting.saved.trouble
    lines = [str(trouble)] if trouble else []
    await screen.app.push_screen(Sheet("Not everything is saved.", lines, rows, then))


async def nothing_more() -> None:
    """What is done after a sheet that only had to be closed."""


async def offer_another_folder(
    screen: "SavingScreen",
    trouble: TipcoachError,
    again: Callable[[], Awaitable[None]],
    otherwise: Callable[[], Awaitable[None]] = nothing_more,
) -> None:
    """Something could not be saved: carry on, try again, or save it in another folder."""

    async def then(letter: str) -> None:
        match letter:
            case "t":
                await again()
            case "o":
                await ask_another_folder(screen, again, otherwise)
            case _:
                await otherwise()

    rows = [
        choice("Esc", "Carry on", "the words are still here"),
        choice("t", "Try again"),
        choice("o", "Another folder…", "nothing is moved"),
    ]
    await screen.app.push_screen(Sheet("Not saved.", [str(trouble)], rows, then))


async def ask_another_folder(
    screen: "SavingScreen",
    after: Callable[[], Awaitable[None]] = nothing_more,
    otherwise: Callable[[], Awaitable[None]] = nothing_more,
) -> None:
    """Ask for a folder, save there, say where that is, and go on with `after`."""
    coach = screen.desk.coach

    async def then(typed: str) -> None:
        if typed == CLOSED:
            await otherwise()
            return
        try:
            saved = save_elsewhere(coach, screen.sitting, typed)
        except TipcoachError as trouble:
            await offer_another_folder(screen, trouble, after, otherwise)
            return
        screen.show_saved(saved)
        if saved.state is Saving.FAILED and saved.trouble:
            await offer_another_folder(screen, saved.trouble, after, otherwise)
            return
        if elsewhere := where_else(coach):
            screen.query_one(Strip).say(TipcoachError(elsewhere.sentence))
        await after()

    lines = ["What was saved before stays where it is.", "Enter saves there."]
    await screen.app.push_screen(LineSheet("Save in which folder?", lines, then, folder_to_offer()))
