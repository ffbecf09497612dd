"""How the screens look, changed while they are open: at once, and kept for the next time."""

from typing import TYPE_CHECKING

from tipcoach.errors import TipcoachError
from tipcoach.settings import Look
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.widgets.frame import Strip

if TYPE_CHECKING:
    from tipcoach.tui.page import KeysFirst

CALLED = {
    Look.LIGHT: "light",
    Look.DARK: "dark",
    Look.HIGH_CONTRAST: "high contrast",
    Look.TERMINAL: "as the terminal",
}
LETTERS = {
    "l": Look.LIGHT,
    "d": Look.DARK,
    "h": Look.HIGH_CONTRAST,
    "t": Look.TERMINAL,
}
NOTES = {
    Look.LIGHT: "dark words on a light ground",
    Look.DARK: "light words on a dark ground",
    Look.HIGH_CONTRAST: "at least 7 to 1",
    Look.TERMINAL: "light or dark, as it is",
}


async def put_on(under: "KeysFirst", look: Look) -> None:
    """Wear a look from now on. Where it cannot be kept, it holds for this window."""
    try:
        under.desk.coach.remember(look=look)
    except TipcoachError as trouble:
        for strip in (strip for page in under.app.screen_stack for strip in page.query(Strip)):
            strip.say(trouble)
    under.desk.wear()
    if look is Look.TERMINAL:
        # Where it was not asked at the start, it may have said nothing yet.
        under.desk.ask_for_ground()


async def choose_a_look(under: "KeysFirst") -> None:
    """Ask which, with the one that is worn current."""

    async def then(letter: str) -> None:
        if letter in LETTERS:
            await put_on(under, LETTERS[letter])

    worn = under.desk.coach.settings.look
    current = next(letter for letter, look in LETTERS.items() if look is worn)
    rows = [
        *(choice(key, CALLED[look].capitalize(), NOTES[look]) for key, look in LETTERS.items()),
        choice("Esc", "Leave it as it is"),
    ]
    await under.app.push_screen(Sheet("How it looks", (), rows, then, current=current))
