"""What every test stands on: a home of its own, a clock that stands still, a known chance."""

import gc
import os
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

# Textual reads this once, when it is first imported.
os.environ["TEXTUAL_ANIMATIONS"] = "none"

import pytest
from hypothesis import HealthCheck, Phase, settings
from in_memory import homes_in_memory
from making import Clock
from read_once import read_once, style_once

from tipcoach.coach.coach import Coach
from tipcoach.settings import HOME_VARIABLE, places

# The default suite says the same thing every time; HYPOTHESIS_PROFILE=search looks further.
_COMMON = settings(
    deadline=None, database=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("every-time", _COMMON, derandomize=True)
settings.register_profile("search", _COMMON, max_examples=2_000, derandomize=False)
settings.register_profile("mutant", _COMMON, derandomize=True, phases=[Phase.generate])
# The tests are compiled once, not for every run, whatever the shell asks for.
sys.dont_write_bytecode = False
homes_in_memory()
read_once()
style_once()
# Looking through all that is kept for every test, again and again, takes a sixth of the time.
gc.set_threshold(200_000, 50, 100)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "every-time"))

_WOULD_CHANGE_WHAT_IS_SHOWN = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "LINES", "PAGER")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The whole of tipcoach under `tmp_path`, so that no test can touch the developer's own."""
    ours = [name for name in os.environ if name.startswith("TIPCOACH_")]
    for name in (*_WOULD_CHANGE_WHAT_IS_SHOWN, *ours):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.fixture
def clock() -> Clock:
    """Five past four on Sunday 22 November 2026, until it is told otherwise."""
    return Clock(datetime(2026, 11, 22, 16, 5, tzinfo=UTC))


@pytest.fixture
def coach(tmp_path: Path, clock: Clock) -> Coach:
    """A coach with nothing in its journal."""
    return Coach(places({HOME_VARIABLE: str(tmp_path)}), clock=clock, chance=random.Random(1))
