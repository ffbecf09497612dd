"""What is written on screen only: let go when its question is left, unless it is kept then.

Until it is kept it is in the form on the page and nowhere else. The walk does not hear of it, so
no draft does, and every way of leaving that asks nothing lets it go.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tipcoach.practice.answer import AnswerForm, Text
from tipcoach.practice.checklist import Prompt
from tipcoach.tui.screens.sheet import Sheet, choice

if TYPE_CHECKING:
    from tipcoach.tui.screens.walk import WalkScreen

BADGE = "○ on screen only"

GoOn = Callable[[], Awaitable[None]]


async def leave_question(screen: "WalkScreen", go_on: GoOn) -> None:
    """Go on once what is written is held; what is on screen only is asked about first."""
    prompt = screen.prompt
    if prompt is None or prompt.form is not AnswerForm.ON_SCREEN_ONLY:
        form = screen.page.form
        if form and (missing := form.asks_before_leaving()):
            screen.say_for_now(missing)
            return
        added = form.added_by_leaving() if form else ""
        if screen.hold_written():
            screen.say_it_no_more()
            await go_on()
            _say_what_was_added(screen, added)
    elif screen.is_written:
        await _let_go_or_keep(screen, prompt, go_on)
    else:
        await _leave_blank(screen, go_on)


def _say_what_was_added(screen: "WalkScreen", added: str) -> None:
    """Say it over the question gone on to, or over what is asked at the end."""
    front = screen.app.screen
    if added and (front is screen or isinstance(front, Sheet)):
        front.say_for_now(added)


async def _let_go_or_keep(screen: "WalkScreen", prompt: Prompt, go_on: GoOn) -> None:
    """Ask what becomes of what is written, then `go_on`; Esc goes back to the writing."""
    kept = not screen.is_on_screen_only

    async def then(letter: str) -> None:
        match letter:
            case "l":
                done = not kept or screen.hold(prompt, Text(""))
            case "k":
                done = screen.keep_written()
            case _:
                return
        if done:
            await _leave_blank(screen, go_on)

    lines = ["Kept, it is an answer like the others: in the draft, then in the entry."]
    if kept:
        lines = ["You kept it before. Let go, it is taken out of the draft."]
    rows = [
        choice("l", "Let it go", "it cannot be brought back"),
        choice("k", "Keep it", "saved from now on"),
        choice("Esc", "Carry on", "writing"),
    ]
    current = "k" if kept else "l"
    await screen.app.push_screen(
        Sheet("Let it go, or keep it?", lines, rows, then, current=current)
    )


async def _leave_blank(screen: "WalkScreen", go_on: GoOn) -> None:
    """Go on with nothing left on the page, or to be undone, that is not kept."""
    screen.show()
    await go_on()
