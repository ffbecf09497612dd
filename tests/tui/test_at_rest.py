"""What Home holds while somebody looks at it, at any start but the first of a version."""

import os
import subprocess
import sys
from datetime import date

import pytest
from making import asked, entry, follow_up

from tipcoach.coach.begin import Standalone, begin
from tipcoach.coach.coach import Coach
from tipcoach.coach.making_ready import make_ready
from tipcoach.practice.answer import Promised, Text
from tipcoach.practice.entry import Kind
from tipcoach.practice.promises import Promise
from tipcoach.settings import HOME_VARIABLE

HEAVY = ("pydantic", "yaml", "tipcoach.library.library", "tipcoach.journal.format")
LOOK = f"""
import asyncio, os, sys, threading
from tipcoach.coach.coach import Coach
from tipcoach.settings import places
from tipcoach.tui.app import TipcoachApp

def held():
    return [name for name in {HEAVY} if name in sys.modules]

async def look():
    app = TipcoachApp(Coach(places(os.environ)), None, reads_ahead=True)
    async with app.run_test() as pilot:
        def reads_ahead():
            ahead = any(isinstance(one, threading.Timer) for one in threading.enumerate())
            return not app.getting_ready._has_read_ahead or ahead
        while reads_ahead():
            await pilot.pause(0.01)
        strips = app.screen._compositor.render_strips()
        print("".join(part.text for strip in strips for part in strip))
        print("at rest", held())
        # Once a question is there, what the lenses of its answer read with is read beside it.
        app.reads_ahead = False
        await pilot.press("b", "r", "enter")
        await pilot.pause()
        print("asked", type(app.screen).__name__, held())

asyncio.run(look())
"""


def seen_in(home: str) -> str:
    """What a process of its own says, that opens Home and begins a walk."""
    environment = {**os.environ, HOME_VARIABLE: home, "TEXTUAL_ANIMATIONS": "none"}
    done = subprocess.run(
        [sys.executable, "-c", LOOK],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout


@pytest.mark.thorough
def test_home_at_rest_and_a_first_question_hold_nothing_that_validates(coach: Coach) -> None:
    made = Promised((Promise("Ring the surveyor", due=date(2026, 11, 1)),))
    stopped = entry(stopped="safeguarding")
    records = (
        stopped,
        entry(stopped="hazard", kind=Kind.REFLECTION),
        entry(asked("promises.made", made), kind=Kind.REFLECTION),
        follow_up(stopped.id),
    )
    for record in records:
        coach.journal.add(record)
    left = begin(coach, Standalone(Kind.AGREEMENT))
    left.answer(next(one.id for one in left.walk.open_prompts() if not one.choices), Text("Both."))
    left.leave()
    make_ready(Coach(coach.places))
    said = seen_in(str(coach.places.data.parent))
    assert "not yet recorded" in said
    assert "one due" in said
    assert "draft" in said
    assert "at rest []" in said
    assert "asked WalkScreen []" in said


@pytest.mark.thorough
def test_the_first_start_of_a_version_asks_all_the_same(coach: Coach) -> None:
    said = seen_in(str(coach.places.data.parent))
    assert "asked WalkScreen" in said
    assert "at rest []" not in said, "there is nothing ready yet, or this test cannot fail"
