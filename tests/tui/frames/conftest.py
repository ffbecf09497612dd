"""A window of each size, and a coach whose places are named alike on every machine."""

import random
from pathlib import Path

import pytest
from making import Clock

from tipcoach.coach.coach import Coach
from tipcoach.settings import HOME_VARIABLE, places
from tipcoach.tui.screens import noticing
from tui.frames.golden import SIZES, Looks, Size

A_LONG_WAY_DOWN = "home/first.last/.local/share/tipcoach"


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> Size:
    found: Size = request.param
    return found


@pytest.fixture
def looks(size: Size, subtests: pytest.Subtests) -> Looks:
    return Looks(size, subtests)


@pytest.fixture
def coach(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Coach:
    """A coach with nothing in its journal. What it says of its folders is always as long."""
    monkeypatch.chdir(tmp_path)
    home = places({HOME_VARIABLE: A_LONG_WAY_DOWN})
    return Coach(home, clock=clock, chance=random.Random(1))


@pytest.fixture(autouse=True)
def no_pause_is_long_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """No notice comes into a frame of something else while it is being looked at."""
    monkeypatch.setattr(noticing, "PAUSE", 3600.0)


@pytest.fixture
def welcomed(coach: Coach) -> Coach:
    """A coach that has been opened before."""
    coach.remember(welcomed=True)
    return coach
