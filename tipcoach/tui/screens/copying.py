"""A card, or an answer, to the clipboard: once it was said, in this run, what a clipboard keeps."""

from typing import TYPE_CHECKING

from tipcoach.errors import WrongUsage
from tipcoach.practice.answer import as_text
from tipcoach.practice.leaving_the_page import A_CLIPBOARD_KEEPS
from tipcoach.tui.page import Page
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.widgets.frame import Strip
from tipcoach.tui.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from tipcoach.tui.screens.walk import WalkScreen

STAYS = WrongUsage("This answer stays on this page; it goes to no clipboard.")
NOTHING_THERE = WrongUsage("There is nothing here to copy yet.")


async def copy_answer(screen: "WalkScreen", *, cut: bool = False) -> None:
    """Copy what is selected in the answer, or else all of it; `cut` takes the selection out."""
    area, form = screen.focused, screen.page.form
    selected = area.selected_text if isinstance(area, WritingArea) else ""
    text = selected or ("" if cut or form is None else as_text(form.said()))
    if not screen.taking_out.may_be_copied:
        screen.query_one(Strip).say(STAYS)
    elif not text.strip():
        screen.query_one(Strip).say(NOTHING_THERE)
    elif await copy(screen, text) and cut and isinstance(area, WritingArea):
        area.action_delete_left()


async def copy(screen: Page, text: str) -> bool:
    """Put `text` on the clipboard. False: it is asked about first, and is there after a yes."""
    if screen.desk.clipboard_told:
        screen.app.copy_to_clipboard(text)
        return True

    async def then(letter: str) -> None:
        if letter == "c":
            screen.desk.clipboard_told = True
            screen.app.copy_to_clipboard(text)

    rows = [choice("c", "Copy it", "not asked again until you leave"), choice("Esc", "Leave it")]
    await screen.app.push_screen(
        Sheet("Copy it to the clipboard?", A_CLIPBOARD_KEEPS, rows, then, current="escape")
    )
    return False
