"""The one question more, from the sheet that asks how to finish: a row, and a sheet of its own."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from tipcoach.errors import NotSaved
from tipcoach.reports.one_more import ARE_OFF
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.widgets.rows import Row

if TYPE_CHECKING:
    from tipcoach.tui.screens.walk import WalkScreen

Again = Callable[[Sequence[str]], Awaitable[None]]
"""Goes back to the sheet before, with lines to say there."""


def one_more_rows(screen: "WalkScreen") -> list[Row]:
    """The row that offers it, where there is one to offer."""
    if screen.sitting.one_more.prompt is None:
        return []
    return [choice("q", "One more question", "if you like")]


async def ask_one_more(screen: "WalkScreen", again: Again) -> None:
    """Show the question, to be left or answered; `again` goes back."""
    one_more = screen.sitting.one_more
    prompt = one_more.prompt
    if prompt is None:
        await again(())
        return
    one_more.opened()

    async def then(letter: str) -> None:
        match letter:
            case "k":
                one_more.leave()
                await again(())
            case "a":
                one_more.call()
                if screen.mending:
                    screen.mending.send()
                screen.show()
            case "x":
                await again(_switched_off(screen))
            case _:
                await again(())

    rows = [
        choice("k", "Leave it"),
        choice("a", "Answer it"),
        choice("x", "Do not ask me these again"),
        choice("Esc", "Back"),
    ]
    lines = [prompt.question, "", prompt.why]
    await screen.app.push_screen(Sheet("One more question, if you like", lines, rows, then))


def _switched_off(screen: "WalkScreen") -> Sequence[str]:
    try:
        screen.sitting.one_more.switch_off()
    except NotSaved as trouble:
        return str(trouble), ARE_OFF, ""
    return ARE_OFF, ""
