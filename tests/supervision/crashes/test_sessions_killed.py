"""A record sent, a view of it said and taken in, killed by the system at any call that matters.

Whatever was killed, doing it again ends with one of everything on each side.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from journal.crashes.conftest import scratch as scratch
from journal.crashes.traced import Run, Traced
from sharing_between import Pair

from supervision.crashes.acts import ACTION, DIFFERENTLY, SAID, people_in
from supervision.crashes.test_killed import killed, said_in
from supervision.crashes.test_killed import traced as traced
from tipcoach.coach.coach import Coach
from tipcoach.coach.session_records import record_files, send_record, session_entry, write_record
from tipcoach.coach.session_views import answer_record, collect_records, view_of
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp, SessionView
from tipcoach.supervision.record_files import KeptRecord

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="strace is for Linux"),
]

Record = Callable[[str, object], None]
AGREED = SessionView(agreed=True)
"""What is said by whoever does it again; what was there before stands."""


def kept_by(pair: Pair, coach: Coach) -> tuple[KeptRecord, ...]:
    other = pair.officer if coach is pair.supervisor else pair.supervisor
    return record_files(coach, other.keys.card).all()


def of_each(pair: Pair) -> dict[str, int]:
    """How many there are of whatever there should be one of."""
    found = {
        "records in the place": len([*pair.box_back.glob("record.*")]),
        "views in the place": len([*pair.box.glob("view.*")]),
    }
    for coach in (pair.officer, pair.supervisor):
        who, kept = coach.keys.card.folder, kept_by(pair, coach)
        journal = [*coach.journal.records()] if coach.journal.is_there else []
        found |= {
            f"records kept by {who}": len(kept),
            f"views kept by {who}": len([each for each in kept if each.view]),
            f"entries of {who}": len([each for each in journal if isinstance(each, Entry)]),
            f"follow-ups of {who}": len([each for each in journal if isinstance(each, FollowUp)]),
        }
    return found


def done_again(folder: Path) -> str | None:
    """In processes that have just begun, all of it is done again, from the sending on."""
    pair = people_in(folder)
    officer, supervisor = pair.officer, pair.supervisor
    entry = session_entry(supervisor, None)
    send_record(supervisor, write_record(supervisor, entry), entry)
    for waiting in collect_records(officer).waiting:
        answer_record(officer, waiting, AGREED)
    came = collect_records(supervisor)
    if came.refused or came.waiting:
        return f"it is refused, or waits for nobody: {came.refused}"
    wrong = [f"{many} {what}" for what, many in of_each(pair).items() if many != 1]
    if wrong:
        return ", ".join(wrong)
    theirs = session_entry(officer, None)
    if view_of(officer, theirs) != view_of(supervisor, entry):
        return "the two see different views"
    entries = [each.entry for who in (supervisor, officer) for each in kept_by(pair, who)]
    return None if entries == [entry.id, theirs.id] else "a record leads to another entry"


def sent_after_the_yes(folder: Path, run: Run) -> str | None:
    pair = people_in(folder)
    there = [*pair.box_back.glob("record.*")]
    if "Sent to" in said_in(folder) and not there:
        return "it was said to be sent, and is not there"
    if there and "yes typed" not in run.marks:
        return "it is there without a yes"
    if there and ACTION not in said_in(folder):
        return "it is there, and was not seen before"
    if there and not kept_by(pair, pair.supervisor):
        return "it is there, and was not kept here"
    return done_again(folder)


def seen_as_it_was_said(folder: Path, run: Run) -> str | None:
    pair = people_in(folder)
    there, many = [*pair.box.glob("view.*")], of_each(pair)
    if there and f"{SAID} typed" not in run.marks:
        return "it is there, and was not said"
    if there and not many["entries of officer-a"]:
        return "it is there, and its entry is not"
    if "Your words stand beside" in said_in(folder) and not all(many.values()):
        # All but what the supervisor takes in another time.
        missing = [what for what, number in many.items() if not number]
        if {*missing} != {"views kept by supervisor-b", "follow-ups of supervisor-b"}:
            return f"it was said to stand, without {missing}"
    wrong = done_again(folder)
    stands = view_of(pair.officer, session_entry(pair.officer, None))
    if not wrong and there and stands not in (DIFFERENTLY, AGREED):
        return "what stands was never said"
    return wrong


def taken_in_once(folder: Path, _: Run) -> str | None:
    pair = people_in(folder)
    if wrong := done_again(folder):
        return wrong
    stands = view_of(pair.supervisor, session_entry(pair.supervisor, None))
    return None if stands == DIFFERENTLY else "something else stands than was said"


ACTS = {"send": sent_after_the_yes, "see": seen_as_it_was_said, "take-in": taken_in_once}


@pytest.mark.parametrize("act", ACTS)
def test_killed_at_any_call_and_done_again_there_is_one_of_everything(
    scratch: Path, traced: Traced, act: str, record_property: Record
) -> None:
    found = [*killed(scratch, traced, act, ACTS[act])]
    record_property("kill_points", len(found) - 1)
    print(f"{act}: killed at {len(found) - 1} points")
    assert len(found) > 10
    assert [one for one in found if one] == []


@pytest.mark.parametrize("act", ["send+kept-last", "see+said-last", "take-in+said-last"])
def test_killing_catches_a_program_that_is_wrong(scratch: Path, traced: Traced, act: str) -> None:
    at_the_end, *at_a_death = killed(scratch, traced, act, ACTS[act.partition("+")[0]])
    assert at_the_end is None
    assert any(at_a_death)
