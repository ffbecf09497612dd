"""Sharing, taking back and opening, killed by the system itself at any call that matters."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from journal.crashes.conftest import scratch as scratch
from journal.crashes.traced import KILLED, Point, Run, Traced, tracing
from sharing_between import OFFICER, SUPERVISOR, Pair

from supervision.crashes.acts import ANSWER, people_in
from tipcoach.coach.inbox import look_in
from tipcoach.coach.reviewing import find, look_over, open_copy
from tipcoach.coach.sharing import records
from tipcoach.coach.taking_back import finish_taking_back, take_back
from tipcoach.errors import NotReadable
from tipcoach.journal.writing import is_temporary
from tipcoach.supervision.cards import CARD_NAME, read_card
from tipcoach.supervision.folder import FolderPlace
from tipcoach.supervision.mail import take_in

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="strace is for Linux"),
]

MOST_POINTS = 60
Record = Callable[[str, object], None]
Violation = Callable[[Path, Run], str | None]


@pytest.fixture(scope="module")
def traced() -> Iterator[Traced]:
    with tracing("supervision.crashes.acts") as made:
        yield made


def chosen(points: list[Point]) -> list[int]:
    """Every call that changes something, and of those that only look as many as there is room."""
    all_of_it = range(len(points))
    changing = [at for at in all_of_it if points[at].name not in ("open", "close")]
    looking = [at for at in all_of_it if at not in changing]
    step = -(-len(looking) // max(1, MOST_POINTS - len(changing)))
    return sorted({*changing, *looking[::step]})


def killed(scratch: Path, traced: Traced, act: str, violation: Violation) -> Iterator[str | None]:
    """What each death does; the process is really dead, and was as far on as it should be."""
    dry = traced.tell(scratch / "dry", wrong=act)
    assert dry.exit_code == 0, said_in(scratch / "dry")
    found = found_in_the_place(people_in(scratch / "dry")) or violation(scratch / "dry", dry)
    yield f"not killed: {found}" if found else None
    points = dry.points
    for at in chosen(points):
        folder, point = scratch / f"{at}", points[at]
        injected = f"{point.syscall}:signal=KILL:when={point.when}"
        run = traced.tell(folder, injected, wrong=act)
        assert run.exit_code == KILLED, f"{injected} killed nothing"
        assert run.points == points[: at + 1], f"{injected} came at another call"
        found = found_in_the_place(people_in(folder)) or violation(folder, run)
        yield f"{injected}: {found}" if found else None


def found_in_the_place(pair: Pair) -> str | None:
    """Which file there is neither whole nor the beginning of one."""
    place = FolderPlace(pair.folder, pair.homes / "noted.txt")
    cards = {OFFICER: pair.officer.keys.card, SUPERVISOR: pair.supervisor.keys.card}
    for path in pair.folder.rglob("*"):
        if path.is_dir() or is_temporary(path.name):
            continue
        *box, name = path.relative_to(pair.folder).parts
        try:
            if name == CARD_NAME:
                assert read_card(path.read_bytes(), box[0]) == cards[box[0]]
            else:
                writer, reader = (cards[each] for each in box)
                me = pair.supervisor.keys.identity
                take_in(place, name, me, writer=writer, reader=reader)
        except NotReadable as fault:
            return f"{path.name} is torn: {fault.sentence}"
    return None


def said_in(folder: Path) -> str:
    said = folder / "said.txt"
    return said.read_text() if said.exists() else ""


def copies(pair: Pair) -> list[str]:
    return [path.name for path in pair.box.glob("copy.*")]


def only_after_the_yes(folder: Path, run: Run) -> str | None:
    if copies(people_in(folder)) and "yes typed" not in run.marks:
        return "it is there without a yes"
    return seen_and_noted(folder, run)


def seen_and_noted(folder: Path, _: Run) -> str | None:
    """A copy that is there was seen before, whole, and its officer can take it back."""
    pair = people_in(folder)
    noted = records(pair.officer).all()
    if "To take it back" in said_in(folder) and not copies(pair):
        return "it was said to be shared, and is not there"
    if not copies(pair):
        return None
    if ANSWER not in said_in(folder):
        return "it is there, and was not seen before"
    if copies(pair) != [each.name for each in noted]:
        return "it is there, and not noted"
    if [row.copy is None for row in pair.brought()] != [False]:
        return "its reader is shown something else"
    take_back(pair.officer, noted[0].copy)
    return "it cannot be taken back" if copies(pair) else None


def nothing_at_all(folder: Path, _: Run) -> str | None:
    pair = people_in(folder)
    return "a preview is shared" if copies(pair) or records(pair.officer).all() else None


def finished_when_asked_for(folder: Path, _: Run) -> str | None:
    """A copy is there untouched, or was noted to be taken back and is gone after the next look."""
    pair = people_in(folder)
    (record,) = records(pair.officer).all()
    there = copies(pair)
    words = [path.name for path in pair.box.glob("taken-back.*")]
    if not record.is_taken_back:
        # Not begun: it is all as it was, and nobody was told anything else.
        as_it_was = there and not words and "Taken back." not in said_in(folder)
        return None if as_it_was else "it was begun, and nothing here knows of it"
    if "Taken back." in said_in(folder) and (there or not words):
        return "it was said to be taken back, and is not"
    finish_taking_back(pair.officer)
    words = [path.name for path in pair.box.glob("taken-back.*")]
    if copies(pair) or words != [f"taken-back.{record.copy}.age"]:
        return "it is not finished"
    if broken := found_in_the_place(pair):
        return broken
    return "its reader still sees it" if pair.brought() else None


def told_or_not_shown(folder: Path, _: Run) -> str | None:
    """Not a word of a copy was shown before its officer can see that it was opened."""
    pair = people_in(folder)
    (shared,) = look_in(pair.officer).shared
    if ANSWER in said_in(folder) and shared.opened is None:
        return "it was shown, and its officer is not told"
    # Dead or not, it can be opened again, and its officer then knows.
    open_copy(pair.supervisor, find(look_over(pair.supervisor), shared.record.copy))
    (shared,) = look_in(pair.officer).shared
    return None if shared.opened else "it was opened again, and its officer is not told"


ACTS: dict[str, Violation] = {
    "share": seen_and_noted,
    "share-asked": only_after_the_yes,
    "preview": nothing_at_all,
    "take-back": finished_when_asked_for,
    "open": told_or_not_shown,
}


@pytest.mark.parametrize("act", ACTS)
def test_a_command_killed_at_any_call_leaves_no_half_of_it_in_the_shared_place(
    scratch: Path, traced: Traced, act: str, record_property: Record
) -> None:
    found = [*killed(scratch, traced, act, ACTS[act])]
    record_property("kill_points", len(found) - 1)
    assert len(found) > 10
    assert [one for one in found if one] == []


@pytest.mark.parametrize(
    "act", ["share+in-place", "share-asked+yes-last", "take-back+noted-last", "open+shown-first"]
)
def test_killing_catches_a_program_that_is_wrong(scratch: Path, traced: Traced, act: str) -> None:
    at_the_end, *at_a_death = killed(scratch, traced, act, ACTS[act.partition("+")[0]])
    assert at_the_end is None
    assert any(at_a_death)
