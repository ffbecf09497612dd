"""A sheet over the walk with a question that turns the eyes elsewhere."""

from typing import TYPE_CHECKING

from tipcoach.tui.screens.sheet import Sheet, choice

if TYPE_CHECKING:
    from tipcoach.tui.screens.walk import WalkScreen


async def turn_the_eyes(screen: "WalkScreen") -> None:
    """Show one question, and another if it is wanted; the walk stays where it was."""
    prompt = screen.sitting.eyes.turn()

    async def then(letter: str) -> None:
        if letter == "e":
            await turn_the_eyes(screen)
        else:
            screen.show()

    rows = [choice("b", "Back to where we were"), choice("e", "Another")]
    lines = [prompt.question, "", prompt.why]
    await screen.app.push_screen(Sheet("Turn the eyes", lines, rows, then))
