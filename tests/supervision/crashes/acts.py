"""What is done in the shared place by a command, in a process that may die at any call of it.

    python -m supervision.crashes.acts

Two people are made in each folder named, up to the act, and their keys are held, for a
passphrase would take more than a second. Then the real command runs, and what it says goes into
a file, for whoever looks afterwards.
"""

import io
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from journal.crashes.mutants import in_place
from journal.crashes.teller import mark, wait_for_words
from making import Clock, asked, entry
from pyrage import x25519
from sharing_between import ANSWERS, OFFICER, QUESTION, SUPERVISOR, Pair, a_coach, two_people

from tipcoach.cli import review, session_reading, session_records, sharing, tipcoach
from tipcoach.coach import reviewing, taking_back
from tipcoach.coach import session_records as records_coach
from tipcoach.coach import session_views as views_coach
from tipcoach.coach.coach import Coach
from tipcoach.coach.lenses import Read
from tipcoach.coach.session_records import send_record, session_entry, write_record
from tipcoach.coach.session_views import answer_record, collect_records
from tipcoach.plain.sharing import _Sharing
from tipcoach.practice.answer import Promised
from tipcoach.practice.entry import Kind
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.lenses.notice import Lens
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.session import ACTIONS, ONE_TO_ONE
from tipcoach.reports.sharing import preview_text
from tipcoach.supervision import mail
from tipcoach.supervision.answered_letters import AnsweredLetters
from tipcoach.supervision.folder import FolderPlace
from tipcoach.supervision.identity import Identity
from tipcoach.supervision.shared_records import SharedRecord, SharedRecords

CLOCK = Clock(datetime(2026, 11, 22, 16, 5, tzinfo=UTC))
PART = "plan.worry"
ANSWER = ANSWERS[PART]
ACTION, SAID = "Count to five after the hard sentence", "I only said I would try."
DIFFERENTLY = SessionView(agreed=False, words=SAID)


Wrong = Callable[[], AbstractContextManager[None]]


class Act(NamedTuple):
    """Whose act it is, its words after `tipcoach`, and what was done before; `ABOUT` among the
    words is the id that this returns."""

    who: str
    words: tuple[str, ...]
    before: Callable[[Pair], str]
    typed: str = ""


def an_entry(pair: Pair) -> str:
    return pair.entry().id


def a_copy(pair: Pair) -> str:
    return pair.share().copy


def a_session(pair: Pair) -> str:
    made = entry(
        asked(ACTIONS, Promised((Promise(ACTION, None, Whose.THEIRS),))),
        id=pair.supervisor.new_id(),
        kind=Kind.SESSION,
        checklist_id=ONE_TO_ONE,
        created=CLOCK(),
        visit=None,
        visit_label="",
        with_whom=OFFICER,
    )
    pair.supervisor.journal.add(made)
    return made.id


def a_record(pair: Pair) -> str:
    """A session of which the record was sent."""
    made = session_entry(pair.supervisor, a_session(pair))
    send_record(pair.supervisor, write_record(pair.supervisor, made), made)
    return made.id


def a_view(pair: Pair) -> str:
    """And the officer has said how they see it."""
    made = a_record(pair)
    (waiting,) = collect_records(pair.officer).waiting
    answer_record(pair.officer, waiting, DIFFERENTLY)
    return made


_SHARE = ("share", "ABOUT", "--with", SUPERVISOR, "--part", PART, "--question", QUESTION)
ACTS: Mapping[str, Act] = {
    "share": Act(OFFICER, (*_SHARE, "--yes"), an_entry),
    "share-asked": Act(OFFICER, _SHARE, an_entry, typed="no\nyes\n"),
    "preview": Act(OFFICER, (*_SHARE, "--preview"), an_entry),
    "take-back": Act(OFFICER, ("take-back", "ABOUT", "--yes"), a_copy),
    "open": Act(SUPERVISOR, ("review", "open", "ABOUT"), a_copy),
    "send": Act(SUPERVISOR, ("session", "send", "ABOUT"), a_session, typed="yes\n"),
    "see": Act(OFFICER, ("session", "read"), a_record, typed=f"differently\n{SAID}\n"),
    "take-in": Act(SUPERVISOR, ("session", "read"), a_view),
}


def prepare(folder: Path, told: str) -> Callable[[], None]:
    """Bring two people up to an act; what is returned does it.

    After a `+` it is done by a program that is wrong on purpose.
    """
    name, _, wrong = told.partition("+")
    act = ACTS[name]
    pair = two_people(folder, CLOCK)
    about = act.before(pair)
    words = [about if word == "ABOUT" else word for word in act.words]
    for coach in (pair.officer, pair.supervisor):
        identity = coach.keys.identity
        seed = identity.signs.private_bytes_raw().hex()
        keys_of(folder, identity.card.folder).write_text(f"{identity.opens}\n{seed}\n")
    begun = people_in(folder)
    coach = begun.officer if act.who == OFFICER else begun.supervisor
    coach.lenses._made = _lens_readers()
    return lambda: _tell(coach, words, act.typed, folder / "said.txt", WRONG[wrong])


@cache
def _lens_readers() -> dict[Lens, Read]:
    """The lenses, read once: they hold nothing of a person, and take long to read."""
    with TemporaryDirectory() as home:
        return a_coach(Path(home), CLOCK).lenses._readers


def keys_of(folder: Path, who: str) -> Path:
    return folder / f"{who}.keys.txt"


def people_in(folder: Path) -> Pair:
    """The two of them in processes that have just begun, with their keys unlocked."""
    officer, supervisor = (
        _unlocked(folder, who, name)
        for who, name in ((OFFICER, "officer"), (SUPERVISOR, "supervisor"))
    )
    return Pair(officer, supervisor, folder / "place", folder / "homes")


def _unlocked(folder: Path, who: str, name: str) -> Coach:
    coach = a_coach(folder / "homes" / name, CLOCK)
    opens, seed = keys_of(folder, who).read_text().split()
    signs = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))
    coach.keys._hold(Identity(coach.keys.card, x25519.Identity.from_str(opens), signs))
    return coach


class Typed(io.StringIO):
    """A terminal on which some lines are typed; each is marked as it is read."""

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        line = super().readline(-1 if size is None else size)
        mark(f"{line.strip() or 'nothing'} typed")
        return line


def _tell(coach: Coach, words: list[str], typed: str, said: Path, wrong: Wrong) -> None:
    with pytest.MonkeyPatch.context() as patch, wrong():
        for module in (sharing, review, session_records, session_reading):
            patch.setattr(module, "coach_here", lambda: coach)
        patch.setattr("sys.stdin", Typed(typed))
        mark("begin 0")
        handle = os.open(said, os.O_WRONLY | os.O_CREAT)
        for stream in (1, 2):
            os.dup2(handle, stream)
        tipcoach.main(words, standalone_mode=False)
        mark("end 0")


@contextmanager
def _shown_before_it_is_told() -> Iterator[None]:
    real = reviewing._tell

    def tell_after(*given: object) -> None:
        os.write(1, ANSWER.encode())
        real(*given)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reviewing, "_tell", tell_after)
        yield


@contextmanager
def _put_in_place() -> Iterator[None]:
    def put(self: FolderPlace, box: str, name: str, data: bytes) -> bool:
        self._writer.write(self._path(box, name), data, once=True)
        return True

    with pytest.MonkeyPatch.context() as patch, in_place():
        patch.setattr(FolderPlace, "put", put)
        yield


@contextmanager
def _asked_once_it_is_shared() -> Iterator[None]:
    def see_and_share(self: _Sharing) -> bool:
        preview = self._preparing.preview()
        self._talk.show(preview_text(preview, self._principles))
        self._preparing.share(preview)
        return self._says_yes()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Sharing, "_see_and_share", see_and_share)
        yield


@contextmanager
def _noted_afterwards() -> Iterator[None]:
    noted: list[Callable[[], None]] = []
    note, take_away = SharedRecords.note_taken_back, taking_back._take_away

    def then_note(coach: Coach, record: SharedRecord) -> None:
        take_away(coach, record)
        noted.pop()()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            SharedRecords, "note_taken_back", lambda *given: noted.append(partial(note, *given))
        )
        patch.setattr(taking_back, "_take_away", then_note)
        yield


@contextmanager
def _kept_once_it_is_sent() -> Iterator[None]:
    kept: list[Callable[[], None]] = []
    keep, post = AnsweredLetters.keep, mail.post

    def then_keep(*given: object) -> bool:
        first = post(*given)  # type: ignore[arg-type]
        kept.pop()()
        return first

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(AnsweredLetters, "keep", lambda *given: kept.append(partial(keep, *given)))
        patch.setattr(records_coach, "post", then_keep)
        yield


@contextmanager
def _said_once_it_is_kept() -> Iterator[None]:
    said: list[Callable[[], None]] = []
    say, keep = views_coach._say, AnsweredLetters.keep_answer

    def then_say(*given: object) -> None:
        keep(*given)  # type: ignore[arg-type]
        said.pop()()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(views_coach, "_say", lambda *given: said.append(partial(say, *given)))
        patch.setattr(AnsweredLetters, "keep_answer", then_say)
        yield


WRONG: Mapping[str, Wrong] = {
    "": nullcontext,
    "shown-first": _shown_before_it_is_told,
    "in-place": _put_in_place,
    "yes-last": _asked_once_it_is_shared,
    "noted-last": _noted_afterwards,
    "kept-last": _kept_once_it_is_sent,
    "said-last": _said_once_it_is_kept,
}


def _once_in_a_process_of_its_own(act: str) -> None:
    """Everything a command imports is imported, so that a trace holds the act and no more."""
    out, error = os.dup(1), os.dup(2)
    with TemporaryDirectory() as folder:
        prepare(Path(folder), act)()
    for kept, stream in ((out, 1), (error, 2)):
        os.dup2(kept, stream)
        os.close(kept)


if __name__ == "__main__":
    for each in ACTS:
        _once_in_a_process_of_its_own(each)
    wait_for_words(prepare)
