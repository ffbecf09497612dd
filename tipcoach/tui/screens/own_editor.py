"""An answer written in the officer's own editor, and brought back to the page."""

import os
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tipcoach.coach.own_editor import (
    AS_IT_WAS,
    ENDED_EARLY,
    OwnEditor,
    WhatIsInTheFile,
    editor_named,
)
from tipcoach.errors import AnswerNotTaken, NotSaved, TipcoachError, WrongUsage
from tipcoach.practice.leaving_the_page import AN_EDITOR_KEEPS
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.widgets.answers import TextForm
from tipcoach.tui.widgets.frame import Strip
from tipcoach.tui.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from tipcoach.tui.screens.walk import WalkScreen

A_CHOICE = WrongUsage("This is a choice; it has no text to edit.")
IN_PARTS = WrongUsage("An editor takes an answer that is one text; this one has parts.")
STAYS = WrongUsage("This answer stays on this page; it goes to no editor.")
CANNOT_STAND_BACK = WrongUsage(f"No editor can be opened from this window. {AS_IT_WAS}")


async def offer_own_editor(screen: "WalkScreen") -> None:
    """Open the answer in the editor; the first time, once it was said what an editor may keep."""
    if not screen.taking_out.may_go_to_an_editor:
        screen.query_one(Strip).say(_why_not(screen))
        return
    try:
        command = editor_named(os.environ)
    except TipcoachError as trouble:
        screen.query_one(Strip).say(trouble)
        return
    if screen.desk.coach.settings.editor_told:
        await _open(screen, command)
        return

    async def then(letter: str) -> None:
        if letter != "o":
            return
        try:
            screen.desk.coach.remember(editor_told=True)
        except NotSaved as trouble:
            screen.query_one(Strip).say(trouble)
        await _open(screen, command)

    rows = [choice("o", "Open it", "not asked again"), choice("Esc", "Stay on this page")]
    await screen.app.push_screen(
        Sheet("In your own editor?", AN_EDITOR_KEEPS, rows, then, current="escape")
    )


def _why_not(screen: "WalkScreen") -> WrongUsage:
    form = screen.page.form
    if form is None or not form.query(WritingArea):
        return A_CHOICE
    return STAYS if isinstance(form, TextForm) else IN_PARTS


async def _open(screen: "WalkScreen", command: list[str]) -> None:
    form = screen.page.form
    if not isinstance(form, TextForm):
        return
    area = form.query_one(WritingArea)
    # What happens to the terminal meanwhile must cost no word.
    screen.save_now()
    try:
        editing = OwnEditor(screen.desk.coach, area.text).__enter__()
    except NotSaved as trouble:
        screen.query_one(Strip).say(trouble)
        return
    await _edit(screen, area, editing, command)


async def _edit(
    screen: "WalkScreen", area: WritingArea, editing: OwnEditor, command: list[str]
) -> None:
    """Run the editor and take what it left; where that cannot be an answer, ask."""
    strip = screen.query_one(Strip)
    try:
        closed = _run(screen, editing, command)
        text = editing.read()
    except WhatIsInTheFile as trouble:
        await _ask_again(screen, area, editing, command, trouble)
        return
    except (SuspendNotSupported, TipcoachError) as trouble:
        strip.say(trouble if isinstance(trouble, TipcoachError) else CANNOT_STAND_BACK)
    else:
        if text != area.text:
            # Heard of later, as what is typed is, it would take back what is said of it.
            with area.prevent(WritingArea.Changed):
                area.put_instead(text, 0, len(area.text))
            area.move_cursor(area.document.end)
            screen.hold_written()
            screen.noticing.changed()
        strip.say(None if closed else AnswerNotTaken(ENDED_EARLY))
    editing.close()


def _run(screen: "WalkScreen", editing: OwnEditor, command: list[str]) -> bool:
    """Give the terminal to the editor and take it back; as `OwnEditor.run`, which it does."""
    trouble: TipcoachError | None = None
    closed = False
    with screen.app.suspend():
        # Raised in here, the framework would not take the terminal back.
        try:
            closed = editing.run(command)
        except TipcoachError as fault:
            trouble = fault
    if trouble:
        raise trouble
    return closed


async def _ask_again(
    screen: "WalkScreen",
    area: WritingArea,
    editing: OwnEditor,
    command: list[str],
    trouble: WhatIsInTheFile,
) -> None:
    async def then(letter: str) -> None:
        if letter == "l":
            editing.close()
        else:
            await _edit(screen, area, editing, command)

    rows = [
        choice("Esc", "Open it again", "it is still in the file"),
        choice("l", "Let it go", "your answer stays as it was"),
    ]
    await screen.app.push_screen(Sheet("It cannot be taken as it is.", [str(trouble)], rows, then))
