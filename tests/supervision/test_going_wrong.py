"""The disk goes wrong at any call of share, take back, open and agree: nothing is half done.

Each act is run once for each call it makes, and the process dies, or the call fails, there.
"""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from journal.crashes.calls import FAULTS, Dies, Fails, Fate, Watched
from making import Clock
from sharing_between import ANSWERS, OFFICER, SUPERVISOR, Pair, a_coach, two_people

from tipcoach.coach.agreeing import Stage, agree, collect, send, standing_with
from tipcoach.coach.inbox import Where, look_in
from tipcoach.coach.people import known
from tipcoach.coach.reviewing import open_copy
from tipcoach.coach.sharing import records
from tipcoach.coach.taking_back import finish_taking_back, take_back
from tipcoach.errors import TipcoachError
from tipcoach.supervision.documents import Agreement, Term
from tipcoach.supervision.mail import write_letter

_MEMORY = Path("/dev/shm")
NOW = datetime(2026, 11, 22, 16, 5, tzinfo=UTC)


class Act(NamedTuple):
    """`set_up` is done on a sound disk; `do` while it goes wrong; `check` what is there then."""

    set_up: Callable[[Pair], Any]
    do: Callable[[Pair, Any], object]
    check: Callable[[Pair, Any, str], None]


@pytest.fixture(scope="module")
def scratch() -> Iterator[Path]:
    with TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        yield Path(folder)


def begun_again(pair: Pair) -> Pair:
    """The same homes and the same keys, in processes that have just begun."""
    officer, supervisor = (
        a_coach(pair.homes / name, Clock(NOW)) for name in ("officer", "supervisor")
    )
    officer.keys._hold(pair.officer.keys.identity)
    supervisor.keys._hold(pair.supervisor.keys.identity)
    return Pair(officer, supervisor, pair.folder, pair.homes)


def run(root: Path, act: Act, fate: Fate, *, check: bool = True) -> Watched:
    """One run of an act on a disk that meets that fate, held against what must be then."""
    pair = two_people(root, Clock(NOW))
    given = act.set_up(pair)
    watched = Watched(fate)
    outcome = "died"
    with watched.working():
        try:
            act.do(pair, given)
            outcome = "done"
        except TipcoachError:
            outcome = "refused"
    if check:
        pair = begun_again(pair)
        act.check(pair, given, outcome)
        if outcome == "refused" and watched.went_wrong != "unlink":
            assert temporary(pair) == [], "half a write was left"
    shutil.rmtree(root)
    return watched


def temporary(pair: Pair) -> list[str]:
    return [path.name for path in pair.folder.rglob("*.tmp")]


# -- share -------------------------------------------------------------------------------


def previewed(pair: Pair) -> Any:
    preparing = pair.prepare()
    return preparing, preparing.preview()


def check_shared(pair: Pair, given: Any, outcome: str) -> None:
    _, preview = given
    rows, there = pair.brought(), [path.name for path in pair.box.glob("copy.*")]
    assert [row.copy for row in rows] == [preview.copy] * len(there), "a copy is there by half"
    shared = look_in(pair.officer).shared
    match outcome:
        case "done":
            assert there == [preview.letter.name]
            assert [each.where for each in shared] == [Where.THERE]
        case "refused":
            assert (there, shared) == ([], ()), "a share that failed left something behind"
        case _:
            assert len(there) <= len(shared), "a copy is there that cannot be taken back"
    for path in pair.folder.rglob("*"):
        assert path.is_dir() or ANSWERS["plan.worry"].encode() not in path.read_bytes()
    for each in shared:
        take_back(pair.officer, each.record.copy)
    assert pair.brought() == ()


SHARE = Act(previewed, lambda pair, given: given[0].share(given[1]), check_shared)


# -- take back ---------------------------------------------------------------------------


def check_taken_back(pair: Pair, copy: str, outcome: str) -> None:
    noted = records(pair.officer).all()[0].is_taken_back
    if outcome == "done":
        assert noted
        assert not [*pair.box.glob("copy.*")]
    finish_taking_back(pair.officer)
    (shared,) = look_in(pair.officer).shared
    there = bool([*pair.box.glob("copy.*")])
    if noted:
        assert (shared.where, there, pair.brought()) == (Where.TAKEN_BACK, False, ())
        assert (pair.box / f"taken-back.{copy}.age").exists()
        assert finish_taking_back(pair.officer) == ()
    else:
        assert (shared.where, there, len(pair.brought())) == (Where.THERE, True, 1)
    take_back(pair.officer, copy)
    assert pair.brought() == ()


TAKE_BACK = Act(
    lambda pair: pair.share().copy,
    lambda pair, copy: take_back(pair.officer, copy),
    check_taken_back,
)


# -- open --------------------------------------------------------------------------------


def shared_and_seen(pair: Pair) -> Any:
    pair.share()
    return pair.brought()[0].brought


def check_opened(pair: Pair, brought: Any, outcome: str) -> None:
    inbox = look_in(pair.officer)
    assert [each for each in inbox.refused if ".tmp" not in each] == [], "half a word of it"
    if outcome == "done":
        assert inbox.shared[0].opened == NOW, "it was opened and its officer was not told"
    (row,) = pair.brought()
    open_copy(pair.supervisor, row.brought)
    assert look_in(pair.officer).shared[0].opened == NOW


OPEN = Act(shared_and_seen, lambda pair, brought: open_copy(pair.supervisor, brought), check_opened)


# -- agree -------------------------------------------------------------------------------


def sent(pair: Pair) -> Any:
    content = Agreement(NOW.date(), NOW.date().replace(year=2027), (Term("What?", "New."),), None)
    me, other = pair.officer.keys.card, pair.supervisor.keys.card
    send(pair.officer, write_letter(me, other, content))
    (waiting,), _ = collect(pair.supervisor)
    return waiting


def agreed_by(pair: Pair) -> list[bool]:
    """Whether the officer, and the supervisor, hold the new agreement for agreed to."""
    collect(pair.officer)
    both = ((pair.officer, SUPERVISOR), (pair.supervisor, OFFICER))
    standings = [standing_with(coach, known(coach, other)) for coach, other in both]
    assert all(standing.stage is Stage.CURRENT for standing in standings)
    return [
        bool(standing.agreement and standing.agreement.terms[0].answer == "New.")
        for standing in standings
    ]


def check_agreed(pair: Pair, given: Any, outcome: str) -> None:
    if outcome == "done":
        assert agreed_by(pair) == [True, True]
    waiting, refused = collect(pair.supervisor)
    assert refused == ()
    for each in waiting:
        agree(pair.supervisor, each)
    assert agreed_by(pair) == [True, True]
    assert collect(pair.supervisor) == ((), ())
    assert collect(pair.officer) == ((), ())


AGREE = Act(sent, lambda pair, waiting: agree(pair.supervisor, waiting), check_agreed)

ACTS = {"share": SHARE, "take back": TAKE_BACK, "open": OPEN, "agree": AGREE}


# -- every call in turn ------------------------------------------------------------------


def go_wrong(root: Path, name: str, fates: Callable[[int], list[Fate]], step: int = 1) -> int:
    """Run an act for the calls it makes, every so many, with each fate; how many runs."""
    act, many = ACTS[name], 0
    # A call that the system refuses is made too, so they are not counted from a dry run.
    for at in count(0, step):
        for fate in fates(at):
            try:
                watched = run(root, act, fate)
            except Exception as fault:
                raise AssertionError(f"{name}, call {at}, {fate}") from fault
            if not watched.went_wrong:
                assert at > 15
                return many
            many += 1
    raise AssertionError


@pytest.mark.thorough
@pytest.mark.parametrize("name", ACTS)
def test_at_some_calls_a_death_or_a_full_disk_leaves_nothing_half_done(
    scratch: Path, name: str
) -> None:
    def fates(at: int) -> list[Fate]:
        return [Dies(at) if at % 2 else Fails(at, FAULTS["ENOSPC"])]

    assert go_wrong(scratch / name, name, fates, step=7) > 2


@pytest.mark.thorough
@pytest.mark.parametrize("halfway", [False, True], ids=["before it", "halfway through it"])
@pytest.mark.parametrize("name", ACTS)
def test_a_death_at_any_call_leaves_nothing_half_done(
    scratch: Path, name: str, halfway: bool
) -> None:
    go_wrong(scratch / f"{name}-{halfway}", name, lambda at: [Dies(at, halfway)])


@pytest.mark.thorough
@pytest.mark.parametrize("code", ["ENOSPC", "EIO", "EACCES"])
@pytest.mark.parametrize("name", ACTS)
def test_a_fault_at_any_call_leaves_nothing_half_done(scratch: Path, name: str, code: str) -> None:
    go_wrong(scratch / f"{name}-{code}", name, lambda at: [Fails(at, FAULTS[code])])


def test_a_preview_writes_nothing_in_the_place(scratch: Path) -> None:
    pair = two_people(scratch / "preview", Clock(NOW))
    preparing = pair.prepare()
    before = sorted(pair.folder.rglob("*"))
    watched = Watched()
    with watched.working():
        preparing.preview()
    assert [call for call in watched.calls if call.name not in ("open", "close")] == []
    assert sorted(pair.folder.rglob("*")) == before
