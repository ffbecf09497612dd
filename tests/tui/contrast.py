"""What of a painted screen cannot be read: every cell's own ink held against its own ground.

The ratios are those of WCAG 2.2: words 4.5 to 1, or 7 to 1 in high contrast (success criteria
1.4.3 and 1.4.6); bars, the cursor and scroll bars 3 to 1 (1.4.11). What is painted in one palette
is held against the same roles of the others too, so that each frame speaks for all three.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import Any

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.screen import Screen

from tipcoach.tui.themes import PALETTES

NOT_WORDS = 3.0
SHAPES = frozenset("▌▐█▏▎▍▋▊▉▁▂▃▄▅▆▇▔▕│─")
"""Signs that are painted as bars and lines, and say nothing that a word does not."""

Shade = tuple[int, int, int]


def least_for(palette: str) -> float:
    return 7.0 if palette == "high-contrast" else 4.5


def hard_to_read(screen: Screen[Any]) -> list[str]:
    """What on this screen, as it is painted now, has too little contrast, and on which row."""
    painted_in = screen.app.theme.removeprefix("tipcoach-")
    return [
        f"row {row + 1}, {words!r}: {fault}"
        for row, strip in enumerate(screen._compositor.render_strips())
        for words, ink, ground in _seen(strip)
        for fault in _faults(painted_in, ink, ground, is_shape=set(words) <= SHAPES)
    ]


def _seen(segments: Iterable[Segment]) -> Iterator[tuple[str, Shade, Shade]]:
    """Words and shapes with their ink and their ground; the handle of a scroll bar is blank."""
    for part in segments:
        if part.text.strip():
            yield part.text.strip(), *shades(part.style)
        elif part.style and part.style.meta.get("@mouse.down") == "grab":
            yield "▌", *shades(part.style)


def shades(style: Style | None) -> tuple[Shade, Shade]:
    """The ink and the ground of a cell, as the eye has them."""
    assert style is not None, "a cell is painted in the terminal's own colours"
    assert not style.dim, "dimmed ink has a contrast nobody can work out"
    assert not style.blink, "nothing blinks"
    assert style.color is not None, "a cell's ink is the terminal's own"
    assert style.bgcolor is not None, "a cell's ground is the terminal's own"
    ink, ground = _shade(style.color), _shade(style.bgcolor)
    return (ground, ink) if style.reverse else (ink, ground)


def _shade(colour: Color) -> Shade:
    assert colour.triplet is not None, f"{colour} is whatever the terminal makes of it"
    red, green, blue = colour.triplet
    return red, green, blue


@cache
def _faults(painted_in: str, ink: Shade, ground: Shade, *, is_shape: bool) -> list[str]:
    inks, grounds = _roles(painted_in, ink), _roles(painted_in, ground)
    if not (inks and grounds):
        return [f"{ink} on {ground} in {painted_in} are no colours of the palette"]
    faults = []
    for palette, (one, other) in product(PALETTES, product(inks, grounds)):
        ratio = contrast(*(shade_of(PALETTES[palette][role]) for role in (one, other)))
        wanted = NOT_WORDS if is_shape else least_for(palette)
        if ratio < wanted:
            faults.append(f"{one} on {other} in {palette} is {ratio:.1f}, not {wanted}")
    return faults


def _roles(palette: str, shade: Shade) -> list[str]:
    """The roles of a palette that are of this very colour."""
    return [role for role, colour in PALETTES[palette].items() if shade_of(colour) == shade]


@cache
def shade_of(colour: str) -> Shade:
    return _shade(Color.parse(colour))


@cache
def contrast(one: Shade, other: Shade) -> float:
    """The ratio of WCAG 2.2 for two colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(shade: Shade) -> float:
    parts = (part / 255 for part in shade)
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
