"""Make the pictures of the README and the guides, from the sample that `tipcoach demo` shows.

    python docs/pictures/make.py [FOLDER]

They are the screens themselves, so they are made anew when a screen changes; a thorough test says
when one is out of date. Each is an SVG that asks for no font from anywhere.
"""

import asyncio
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot

from tipcoach.coach.begin import Wanted
from tipcoach.coach.coach import Coach
from tipcoach.coach.sample import keep_visits
from tipcoach.coach.sample_supervision import sample_supervision
from tipcoach.coach.throw_away import throw_away_home
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.settings import Look, Settings
from tipcoach.tui.app import TipcoachApp
from tipcoach.tui.screens.ways_in import Opening

PATIENCE = 60.0
"""Seconds after which a screen that did not come is named."""
NOW = datetime(2026, 11, 24, 16, 5, tzinfo=UTC)
HERE = Path(__file__).parent
_FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_BY_WHOM = re.compile(r"\s*<!--.*?-->", re.DOTALL)
_MADE_UP = re.compile(r"terminal-\d+")
"""The framework numbers its classes by chance."""
FONTS = '"Cascadia Mono", Menlo, "DejaVu Sans Mono", Consolas, monospace'


@dataclass(frozen=True)
class Picture:
    """A screen, there once it holds all the words of `until`.

    `keys` lead to it, one after another; `=words` are written.
    """

    name: str
    until: tuple[str, ...]
    sample: Callable[[], AbstractContextManager[Coach]]
    keys: tuple[str, ...] = ()
    opening: "Opening | None" = None
    size: tuple[int, int] = (80, 24)


@contextmanager
def officer() -> Iterator[Coach]:
    with throw_away_home("picture", settings=Settings(look=Look.LIGHT)) as coach:
        coach.clock, coach.chance = (lambda: NOW), random.Random(1)  # noqa: S311
        keep_visits(coach)
        yield coach


@contextmanager
def supervisor() -> Iterator[Coach]:
    with sample_supervision(lambda: NOW) as coach:
        coach.settings, coach.chance = Settings(look=Look.LIGHT), random.Random(1)  # noqa: S311
        yield coach


BEFORE = Wanted(Kind.PREPARATION, "arrears", Channel.PHONE, Hat.BOTH, Form.QUICK)
SORT = (
    "=I am ringing as your landlord, and to help if it is useful.", "enter",
    "=The rent is due", "enter", "enter", "=How much, and how often", "enter",
)  # fmt: skip
PICTURES = (
    Picture("home", ("Walk it as them",), officer),
    Picture("sort", ("May", "● saved"), officer, SORT, BEFORE),
    Picture(
        "last-time",
        ("their words", "● place saved"),
        supervisor,
        ("s", "b", "enter", "enter"),
    ),
    Picture("review", ("From Sample officer",), supervisor, ("s", "r")),
)


async def take(picture: Picture) -> str:
    """The SVG of one screen, the same whenever the screen is the same."""
    with picture.sample() as coach:
        app = TipcoachApp(coach, picture.opening)
        async with app.run_test(size=picture.size) as pilot:
            await _settled(pilot)
            for key in picture.keys:
                if key.startswith("="):
                    for character in key[1:]:
                        await pilot.press("space" if character == " " else character)
                else:
                    await pilot.press(key)
                await _settled(pilot)
            deadline = time.monotonic() + PATIENCE
            while not all(each in _words(app) for each in picture.until):
                if time.monotonic() > deadline:
                    raise SystemExit(f"{picture.name}: {picture.until} did not come.")
                await pilot.pause(0.01)
            svg = _still(app.export_screenshot(title="tipcoach"))
            # What is under way is saved first, or it would be written once its home is gone.
            await app.leave()
            return svg


def _words(app: TipcoachApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in strip) for strip in strips)


async def _settled(pilot: Pilot[int]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def _still(svg: str) -> str:
    """Without what differs from one time to the next, or comes from another machine."""
    svg = _BY_WHOM.sub("", _FONT_FACE.sub("", svg))
    svg = _MADE_UP.sub("terminal", svg)
    return svg.replace("font-family: Fira Code, monospace", f"font-family: {FONTS}").replace(
        "font-family: arial", "font-family: sans-serif"
    )


def main(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for picture in PICTURES:
        svg = asyncio.run(take(picture))
        (folder / f"{picture.name}.svg").write_text(svg, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
