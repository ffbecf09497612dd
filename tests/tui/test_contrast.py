"""What can be read in each palette where no frame has it: what is selected, focused, wrong.

Every frame is held to the same: see `contrast`.
"""

from collections.abc import Callable

import pytest
from rich.color import Color
from rich.style import Style
from textual.selection import SELECT_ALL
from textual.widgets import Static

from tipcoach.coach.coach import Coach
from tipcoach.errors import TipcoachError
from tipcoach.practice.answer import Text
from tipcoach.settings import Look
from tipcoach.tui import themes
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.widgets.actions import ActionButton
from tipcoach.tui.widgets.frame import Header, Strip
from tipcoach.tui.widgets.writing_area import WritingArea
from tui.contrast import NOT_WORDS, contrast, hard_to_read, least_for, shades
from tui.frames.visits import begun
from tui.painted import Painted, painted

INKS = ("ink", "muted", "accent-ink", "notice", "danger", "safety", "trust", "choice",
        "collaboration", "empowerment")  # fmt: skip
TONES = ("background", "surface", "panel", "raised", "highlight")
BLOCKS = {"accent-ink": "on-accent", "danger": "on-danger", "chosen": "ink"}


@pytest.mark.parametrize("palette", themes.PALETTES)
def test_every_ink_can_be_read_on_every_tone(palette: str) -> None:
    ratio = _ratios(palette)
    least = least_for(palette)
    assert [(ink, tone) for ink in INKS for tone in TONES if ratio(ink, tone) < least] == []
    assert [block for block, ink in BLOCKS.items() if ratio(ink, block) < least] == []
    assert [tone for tone in TONES[:4] if ratio("edge", tone) < NOT_WORDS] == []


@pytest.mark.thorough
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST])
async def test_what_is_selected_focused_or_wrong_can_be_read(coach: Coach, look: Look) -> None:
    coach.remember(welcomed=True)
    sitting = begun(coach, answers={"orient.hat-sentence": Text("As your landlord today.")})
    async with painted(coach) as screen:
        screen.app.theme = f"tipcoach-{look}"
        page = WalkScreen(sitting)
        await screen.app.push_screen(page)
        await screen.settle()
        least = least_for(look)

        area = screen.app.screen.query_one("WritingArea:focus", WritingArea)
        words = area.content_region.offset
        page_of_it = ground_of(styled(screen, *words))
        cursor = ground_of(styled(screen, *area.cursor_screen_offset))
        assert contrast(cursor, page_of_it) >= NOT_WORDS
        area.select_all()
        await screen.settle()
        assert ground_of(styled(screen, *words)) != page_of_it
        assert contrast(*shades(styled(screen, *words))) >= least
        assert hard_to_read(page) == []

        page.set_focus(page.query(ActionButton).first())
        page.query_one(Header).badge(" not saved ", failed=True)
        page.query_one(Strip).say(TipcoachError("The disk is full.", "Make room."))
        prompt = page.query_one("#prompt", Static)
        page.selections = {prompt: SELECT_ALL}
        await screen.settle()
        asked = prompt.content_region.offset
        assert contrast(*shades(styled(screen, *asked))) >= least
        assert hard_to_read(page) == []
    sitting.leave()


def styled(screen: Painted, column: int, row: int) -> Style:
    """How the cell in this place is painted."""
    strip = screen.app.screen._compositor.render_strips()[row]
    (part,) = strip.crop(column, column + 1)
    assert part.style is not None
    return part.style


def ground_of(style: Style) -> tuple[int, int, int]:
    return shades(style)[1]


def _ratios(palette: str) -> Callable[[str, str], float]:
    colours = {
        role: Color.parse(colour).get_truecolor()
        for role, colour in themes.PALETTES[palette].items()
    }
    return lambda ink, tone: contrast(colours[ink], colours[tone])
