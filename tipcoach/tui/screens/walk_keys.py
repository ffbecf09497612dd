"""What a key means in a walk before it means what it does elsewhere: of answers, and of routes."""

from typing import TYPE_CHECKING

from textual.events import Key
from textual.widget import Widget

from tipcoach.errors import WrongUsage
from tipcoach.practice.answer import AnswerForm as Form
from tipcoach.practice.checklist import Prompt
from tipcoach.tui import keys
from tipcoach.tui.page import settle
from tipcoach.tui.pause_letters import pause_action
from tipcoach.tui.screens.choosing import choose
from tipcoach.tui.widgets.frame import Strip
from tipcoach.tui.widgets.rows import Rows
from tipcoach.tui.widgets.writing_area import WritingArea

SHORTER = "shorter answer"
HOW_TO_ANSWER = "Press a {sign}, or ↓ and then Enter. {next} skips."

if TYPE_CHECKING:
    from tipcoach.tui.screens.walk import WalkScreen


async def acts_in_a_walk(screen: "WalkScreen", event: Key) -> bool:
    """Act on a key that has a meaning of its own here. False leaves it to the rest."""
    focused, page = screen.focused, screen.page
    if event.key in ("pagedown", "pageup") and page.shows_a_route:
        page.turn_route(back=event.key == "pageup")
        return True
    if event.key in ("pagedown", "pageup") and focused is page.pick and _is_talked_of(screen):
        # Enter goes on with the talk: who reads on must not find it on another row.
        page.turn_page(back=event.key == "pageup")
        return True
    if event.key in ("enter", "space") and focused is page.pick and _picks_many(screen):
        # As the last row says: Enter goes on, whatever the current row is. Space marks it.
        await (screen.act_next() if event.key == "enter" else _choose_current(screen))
        return True
    if event.key == "enter" and focused is page.pick and page.pick.row is None:
        # A careless Enter answers nothing, and is told what would.
        screen.say_for_now(keys.said(keys.WALK, _how_to_answer(page.pick)))
        return True
    action = pause_action(event.key)
    if isinstance(focused, WritingArea) and (action or event.key in ("enter", "up")):
        await settle(focused)
    if action:
        await screen.act(action)
        return True
    if event.is_printable and not _chooses_a_row(page.pick, event) and on_the_five(screen):
        # Handed on to the answer that is open by then; without one it was said what to press.
        return event.character == " " or not open_to_write(screen)
    if isinstance(focused, WritingArea) and event.key in ("enter", "up"):
        return await _enter_or_up(screen, focused, event.key)
    return False


def on_the_five(screen: "WalkScreen") -> bool:
    """Whether the five stand together on the page, none of them open."""
    return screen.prompt is None and screen.focused is screen.page.pick


def open_to_write(screen: "WalkScreen") -> bool:
    """Open the one of the five stood on, else the first that says nothing yet, to write in.

    False: there is none such, or it asks first whether to be opened; what to press is said.
    """
    prompt = _opens_by_writing(screen)
    if prompt is None:
        screen.query_one(Strip).say(WrongUsage("Press 1 to 5 first, then write."), calm=True)
        return False
    screen.open(prompt.id)
    return isinstance(screen.focused, WritingArea)


def which_writing_opens(screen: "WalkScreen") -> int | None:
    """The number of the five that what is written opens, 0 for none; `None` away from them."""
    step = screen.sitting.walk.step
    if step is None or screen.prompt is not None:
        return None
    prompt = _opens_by_writing(screen)
    return step.prompts.index(prompt) + 1 if prompt else 0


def _opens_by_writing(screen: "WalkScreen") -> Prompt | None:
    """The one of the five stood on, or else the first that says nothing yet, where it is open."""
    step, row = screen.sitting.walk.step, screen.page.pick.row
    prompts = step.prompts if step else ()
    stood_on = [prompt for prompt in prompts if row and prompt.id == row.id]
    empty = [prompt for prompt in prompts if prompt.id not in screen.sitting.walk.answers]
    prompt = next(iter(stood_on or empty), None)
    return None if prompt is None or screen.gives_notice(prompt) else prompt


def _chooses_a_row(rows: Rows, event: Key) -> bool:
    return any(row.key == event.character for row in rows.rows if row.key)


def _how_to_answer(rows: Rows) -> str:
    is_number = any(row.key.isdecimal() for row in rows.rows if row.key)
    return HOW_TO_ANSWER.replace("{sign}", "number" if is_number else "letter")


def enter_goes_on(focused: Widget | None) -> bool:
    """Whether Enter goes on from here: not in a long answer, nor with no row to choose."""
    if isinstance(focused, WritingArea):
        return not focused.is_long
    return not isinstance(focused, Rows) or focused.row is not None


def does_nothing_at(place: Widget | None, prompt: Prompt | None) -> set[str]:
    """Keys that have nothing to do here: no answer to make longer, no guide to the five."""
    can_turn = isinstance(place, WritingArea) and (
        place.can_be_short or (place.can_be_long and not place.is_long)
    )
    names = set() if can_turn else {"longer"}
    return names if prompt else {*names, "guide"}


def says_at(place: Widget | None) -> dict[str, str]:
    """What a key does here now where that is not what it usually does."""
    is_short = isinstance(place, WritingArea) and place.can_be_short
    return {"longer": SHORTER} if is_short else {}


def _is_talked_of(screen: "WalkScreen") -> bool:
    return screen.prompt is not None and screen.prompt.form.is_only_said


def _picks_many(screen: "WalkScreen") -> bool:
    prompt = screen.prompt
    return prompt is not None and not screen.gives_notice(prompt) and prompt.form is Form.PICK_MANY


async def _choose_current(screen: "WalkScreen") -> None:
    if row := screen.page.pick.row:
        await choose(screen, row)


async def _enter_or_up(screen: "WalkScreen", area: WritingArea, key: str) -> bool:
    form = screen.page.form
    if form is None or (key == "enter" and area.is_long):
        return False
    if key == "up":
        return form.up(area)
    if not form.enter(area):
        await screen.act_next()
    return True
