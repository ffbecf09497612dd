"""A card, or an answer, to the clipboard: once it was said, in this run, what a clipboard keeps."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tipcoach.errors import WrongUsage
from tipcoach.practice.answer import as_text
from tipcoach.practice.leaving_the_page import A_CLIPBOARD_KEEPS
from tipcoach.tui.page import KeysFirst
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.widgets.frame import Strip
from tipcoach.tui.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from tipcoach.tui.screens.walk import WalkScreen

STAYS = WrongUsage("This answer stays on this page; it goes to no clipboard.")
NOTHING_THERE = WrongUsage("There is nothing here to copy yet. Ctrl+Q leaves.")
NOTHING_SELECTED = WrongUsage("Nothing is selected here to cut. Shift and an arrow select.")


def nothing_more() -> None:
    """What is done once it is copied where that is all."""


async def copy_answer(screen: "WalkScreen", *, cut: bool = False) -> None:
    """Copy what is selected in the answer, or else all of it; `cut` takes the selection out."""
    area, form = screen.focused, screen.page.form
    selected = area.selected_text if isinstance(area, WritingArea) else ""
    text = selected or ("" if cut or form is None else as_text(form.said()))
    if not screen.taking_out.may_be_copied:
        screen.query_one(Strip).say(STAYS)
    elif not text.strip():
        screen.query_one(Strip).say(NOTHING_SELECTED if cut else NOTHING_THERE)
    elif cut and isinstance(area, WritingArea):
        await copy(screen, text, area.action_delete_left)
    else:
        await copy(screen, text)


async def copy(screen: KeysFirst, text: str, copied: Callable[[], object] = nothing_more) -> None:
    """Put `text` on the clipboard, then do `copied`; in each run it is asked about first, once."""
    desk = screen.desk

    async def then(letter: str) -> None:
        if letter == "c":
            desk.clipboard_told = True
            desk.copy_to_clipboard(text)
            copied()

    if desk.clipboard_told:
        await then("c")
        return
    rows = [choice("c", "Copy it", "not asked again until you leave"), choice("Esc", "Leave it")]
    await desk.push_screen(
        Sheet("Copy it to the clipboard?", A_CLIPBOARD_KEEPS, rows, then, current="escape")
    )
