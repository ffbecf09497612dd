"""Visits as far along as a frame needs them, made through the coach and not by typing."""

import random
import re
import shutil
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from making import Clock

from tipcoach.coach.begin import Beginning, begin_draft, looking_back_on
from tipcoach.coach.coach import Coach
from tipcoach.coach.sitting import Sitting
from tipcoach.library.finder import find_prompts
from tipcoach.practice.answer import (
    Answer,
    IfThen,
    Picked,
    Sorted,
    Text,
    YesNotYet,
)
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.visit import Channel, Form
from tipcoach.practice.walk import END

MORE_PURPOSES = {
    "f": "Fire safety",
    "g": "Garden and grounds",
    "k": "Keys and locks",
    "l": "Lodgers",
    "m": "Money worries",
    "x": "Exchange of homes",
}

LONG = "words that go on and on, " * 40 + "to their end"

SORTED = Sorted(
    must=("A court letter goes out this month unless we agree something", "The rent is due"),
    may=("How much, from when, by which method",),
    theirs=("Whether we talk today",),
)

PREPARED: Mapping[str, Answer] = {
    "orient.hat": Picked("both"),
    "orient.hat-sentence": Text("I am your landlord today, and here to help if it is useful."),
    "business.sort": SORTED,
    "trust.last-promise": Text("We said the boiler part would be chased. It was not."),
    "alone.cover": YesNotYet(True),
    "plan.if-then": IfThen("I hear myself say the balance twice", "ask what this month is like"),
}

PREPARED_AT_LENGTH: Mapping[str, Answer] = {
    "orient.hat": Picked("both"),
    "orient.hat-sentence": Text(LONG),
    "business.sort": Sorted(*[(LONG, LONG)] * 3),
    "safety.cornered": Text(LONG),
    "trust.last-promise": Text(f"The first of it.\n\n{LONG}"),
    "choice.real-choices": Text(LONG),
    "collaboration.wants": Text(LONG),
    "empowerment.kept-going": Text(LONG),
    "alone.cover": YesNotYet(False),
    "plan.if-then": IfThen(LONG, LONG),
}

LANDED: Mapping[str, Answer] = {"land.safe": YesNotYet(True), "land.heard": Picked("nothing")}

STOPPED: Mapping[str, Answer] = {
    "land.safe": YesNotYet(True),
    "land.heard": Picked("destitution"),
    "stop.recorded": YesNotYet(False),
    "stop.need": Picked("colleague"),
}


def begun(
    coach: Coach,
    kind: Kind = Kind.PREPARATION,
    answers: Mapping[str, Answer] = {},
    *,
    at: str | None = None,
    purpose: str = "arrears",
    channel: Channel = Channel.HOME,
    form: Form = Form.QUICK,
    of: Entry | None = None,
) -> Sitting:
    """A walk answered on the way to `at`, which rotation never hides, and saved there.

    Answers to what is asked later are not given. Without `at` it stands at the last of them.
    """
    # What is drawn does not follow from what was drawn for the frame before.
    coach.chance = random.Random(1)
    beginning = (
        looking_back_on(coach, of.id, form, channel)
        if of
        else Beginning(kind, purpose, channel, form)
    )
    called = frozenset({*answers, *([at] if at else ())})
    sitting = Sitting(coach, begin_draft(coach, beginning, called=called))
    left = dict(answers)
    answer_here(sitting, left)
    while sitting.walk.at not in (at, END) and (at or left):
        sitting.next()
        answer_here(sitting, left)
    assert at in (None, sitting.walk.at), f"{at} was not asked"
    assert at or not left, f"{sorted(left)} were not asked"
    sitting.save_now()
    return sitting


def many_lines(number: int) -> Sorted:
    """So many lines in each of the three groups."""
    lines = tuple(f"Line {n} of much that goes on and on and on to its end" for n in range(number))
    return Sorted(lines, lines, lines)


def answer_here(sitting: Sitting, left: dict[str, Answer]) -> None:
    """Give the answers of `left` that are asked for where the walk stands."""
    step = sitting.walk.step
    for prompt in step.prompts if step else ():
        if prompt.id in left:
            sitting.answer(prompt.id, left.pop(prompt.id))


def prepared(coach: Coach, answers: Mapping[str, Answer] = PREPARED, **more: Any) -> Entry:
    """A preparation that is kept."""
    return begun(coach, Kind.PREPARATION, answers, **more).keep()


def reflected(coach: Coach, answers: Mapping[str, Answer] = LANDED, **more: Any) -> Entry:
    """A reflection that is kept."""
    return begun(coach, Kind.REFLECTION, answers, **more).keep()


def kept_every_few_days(coach: Coach, clock: Clock, entries: int, *, days: int = 5) -> None:
    """Preparations of the four purposes in turn, the newest of today."""
    today = clock.now
    for number in reversed(range(entries)):
        clock.now = today - timedelta(days=number * days)
        purpose = ("arrears", "repairs-access", "offer", "notice")[number % 4]
        prepared(coach, {"orient.hat": Picked("both")}, purpose=purpose)


def broken_prompts(folder: Path) -> Path:
    """A copy of the prompts with mistakes in one of its purposes."""
    copy = Path(shutil.copytree(find_prompts(), folder))
    said = "purpose: arrears\nname: Rent arrears\nlable: rent arrears\nletter: r\n"
    (copy / "purposes" / "arrears.yaml").write_text(said, encoding="utf-8")
    return copy


def many_purposes(folder: Path) -> Path:
    """A copy of the prompts with an organisation's own purposes added to ours."""
    copy = Path(shutil.copytree(find_prompts(), folder))
    arrears = (copy / "purposes" / "arrears.yaml").read_text(encoding="utf-8")
    for letter, name in MORE_PURPOSES.items():
        own = "-".join(re.findall("[a-z]+", name.lower()))
        made = arrears.replace("purpose: arrears", f"purpose: {own}")
        made = made.replace("name: Rent arrears", f'name: "{name}"')
        made = made.replace("label: rent arrears", f'label: "{name.lower()}"')
        made = made.replace("letter: r", f'letter: "{letter}"')
        made = made.replace("id: arrears.", f"id: {own}.")
        (copy / "purposes" / f"{own}.yaml").write_text(made, encoding="utf-8")
    return copy


def routes_as_long_as_they_get(coach: Coach) -> None:
    """An organisation's own routes, longer than their room."""
    lines = "".join(f'  - "Route line {number} of the organisation, with a number to ring."\n'
                    for number in range(1, 21))  # fmt: skip
    coach.places.config.mkdir(parents=True, exist_ok=True)
    coach.places.pathways.write_text(f"destitution:\n{lines}incident:\n{lines}", encoding="utf-8")
