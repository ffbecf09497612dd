"""Golden frames: every screen as it was looked at and found right.

When a change is meant, run with `UPDATE_FRAMES=write` and read the difference.
"""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tipcoach.coach.coach import Coach
from tui.painted import Painted, painted

FRAMES = Path(__file__).parent.parent / "frames"
SIZES = [(60, 20), (80, 24), pytest.param((120, 40), marks=pytest.mark.thorough)]
LONG = "words that go on and on, " * 40

Way = Callable[[Painted], Awaitable[None]]


async def home(screen: Painted) -> None:
    """First run."""


async def home_with_a_draft(screen: Painted) -> None:
    await screen.press("b", "r", "enter", "3", "escape", "h")
    await screen.until("○ draft")


async def home_with_something_not_yet_recorded(screen: Painted) -> None:
    await screen.press("a", "r", "enter", "y", "2", "n", "1", "k")
    await screen.until("stopped: destitution")
    await screen.press("escape")
    await screen.until("not yet recorded")


async def visit(screen: Painted) -> None:
    await screen.press("b", "r")


async def walk_text(screen: Painted) -> None:
    await screen.press("b", "r", "enter", "3")
    await screen.write("I am ringing as your landlord, and to help if it is useful.")
    await screen.until("● saved")


async def walk_guide(screen: Painted) -> None:
    await screen.press("b", "r", "enter", "3", "ctrl+g")
    await screen.until("Why we ask", "● saved")


async def walk_overfull(screen: Painted) -> None:
    await screen.press("b", "r", "enter", "3")
    await screen.write(LONG)
    await screen.until("● saved")


async def sort(screen: Painted) -> None:
    await screen.press("b", "r", "enter", "3", "enter")
    await screen.write("The rent is due every week")
    await screen.press("enter", "enter")
    await screen.write("How much and from when")
    await screen.until("● saved")


async def the_five(screen: Painted) -> None:
    await screen.press("b", "r", "enter", "3", "ctrl+n", "ctrl+n", "2")
    await screen.write("We said the boiler part would be chased.")
    await screen.press("enter")
    await screen.until("Go on", "● saved")


async def landing(screen: Painted) -> None:
    await screen.press("a", "r", "enter", "y")
    await screen.until("● saved")


async def stopped(screen: Painted) -> None:
    await screen.press("a", "r", "enter", "y", "5")
    await screen.until("Its own route", "● saved")


async def promises(screen: Painted) -> None:
    await screen.press("a", "r", "enter", *["ctrl+n"] * 5)
    await screen.write("Ring about the boiler")
    await screen.press("enter")
    await screen.write("friday")
    await screen.press("enter", "2")
    await screen.until("theirs · Friday 27 November", "● saved")


async def finish(screen: Painted) -> None:
    await screen.press("b", "r", "enter", "3", "escape", "d")
    await screen.until("Keep this as it is?")


async def pause(screen: Painted) -> None:
    await screen.press("b", "r", "enter", "3", "escape")
    await screen.until("Paused.")


async def card(screen: Painted) -> None:
    await screen.press("b", "r", "enter", "3")
    await screen.write("I am your landlord today, and here to help if it is useful.")
    await screen.press("enter", "escape", "d", "k")
    await screen.until("Your card")


async def card_overfull(screen: Painted) -> None:
    await screen.press("b", "r", "enter", "3")
    await screen.write(LONG)
    await screen.press("enter")
    for _ in range(3):
        await screen.write(LONG)
        await screen.press("enter", "enter")
    await screen.press("2")
    await screen.write(LONG)
    await screen.press("enter", "enter", "y")
    await screen.write(LONG)
    await screen.press("enter")
    await screen.write(LONG)
    await screen.press("enter", "k")
    await screen.until("Your card")


async def journal_empty(screen: Painted) -> None:
    await screen.press("j")
    await screen.until("Nothing kept yet.")


async def journal(screen: Painted) -> None:
    await card(screen)
    await screen.press("escape", "j")
    await screen.until("This week")


async def entry(screen: Painted) -> None:
    await journal(screen)
    await screen.press("enter")
    await screen.until("Which hat today?")


async def help_on_a_walk(screen: Painted) -> None:
    await screen.press("b", "r", "enter", "f1")
    await screen.until("One question at a time")


WAYS: list[Way] = [
    home, home_with_a_draft, home_with_something_not_yet_recorded, visit, walk_text, walk_guide,
    walk_overfull, sort, the_five, landing, stopped, promises, finish, pause, card, card_overfull,
    journal_empty, journal, entry, help_on_a_walk,
]  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=["60x20", "80x24", "120x40"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
async def test_frame(coach: Coach, way: Way, size: tuple[int, int]) -> None:
    async with painted(coach, size) as screen:
        await way(screen)
        frame = await screen.settle()
    lines = frame.split("\n")
    assert len(lines) == size[1]
    assert max(map(len, lines)) <= size[0]
    golden = FRAMES / f"{way.__name__}-{size[0]}x{size[1]}.txt"
    if os.environ.get("UPDATE_FRAMES") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(f"{frame}\n", encoding="utf-8", newline="\n")
    assert frame == golden.read_text(encoding="utf-8").removesuffix("\n")
