"""A question that is hidden, and whether it is to be asked again."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from tipcoach.coach.hiding import Hidden
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.widgets.rows import Row

if TYPE_CHECKING:
    from tipcoach.practice.patterns import TendsToBeLeft
    from tipcoach.tui.page import KeysFirst


async def ask_whether_again(
    under: "KeysFirst", hidden: Hidden, again: Callable[[Hidden], Awaitable[None]]
) -> None:
    """Ask about one; `again` is called where it is to be asked."""

    async def then(letter: str) -> None:
        if letter == "a":
            await again(hidden)

    rows = [choice("Esc", "Leave it hidden"), choice("a", "Ask it again")]
    await under.app.push_screen(Sheet("Ask it again?", [hidden.question], rows, then))


def question_rows(questions: "Sequence[TendsToBeLeft | Hidden]") -> list[Row]:
    """A row each, by the id of the question."""
    return [Row(one.prompt, ((one.question, "ink"),)) for one in questions]
