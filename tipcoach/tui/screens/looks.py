"""How the screens look, changed while they are open: at once, and kept for the next time."""

from typing import TYPE_CHECKING

from tipcoach.coach.own_choices import LOOK, Value, choose, value_now
from tipcoach.errors import TipcoachError
from tipcoach.settings import Look
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.widgets.frame import Strip

if TYPE_CHECKING:
    from tipcoach.tui.page import KeysFirst

LETTERS = {"l": "light", "d": "dark", "h": "high-contrast", "t": "as-terminal"}


async def put_on(under: "KeysFirst", look: Value) -> None:
    """Wear a look from now on. Where it cannot be kept, it holds for this window."""
    try:
        choose(under.desk.coach, LOOK, look)
    except TipcoachError as trouble:
        for strip in (strip for page in under.app.screen_stack for strip in page.query(Strip)):
            strip.say(trouble)
    under.desk.wear()
    if look.name == Look.TERMINAL:
        # Where it was not asked at the start, it may have said nothing yet.
        under.desk.ask_for_ground()


async def choose_a_look(under: "KeysFirst") -> None:
    """Ask which, with the one that is worn current."""

    async def then(letter: str) -> None:
        if letter in LETTERS:
            await put_on(under, LOOK.value(LETTERS[letter]))

    worn = value_now(under.desk.coach, LOOK).name
    current = next(letter for letter, name in LETTERS.items() if name == worn)
    looks = [(letter, LOOK.value(name)) for letter, name in LETTERS.items()]
    rows = [
        *(choice(letter, look.called.capitalize(), look.does) for letter, look in looks),
        choice("Esc", "Leave it as it is"),
    ]
    await under.app.push_screen(Sheet("How it looks", (), rows, then, current=current))
