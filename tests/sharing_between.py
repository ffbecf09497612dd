"""Two people who share: two homes, two coaches, one folder, and an agreement both said yes to.

Keys are given without a passphrase, which would cost more than a second each.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from making import Clock, asked, entry

from tipcoach.coach.agreeing import agree, collect, send
from tipcoach.coach.coach import Coach
from tipcoach.coach.people import know, look_up
from tipcoach.coach.reviewing import Row, look_over, rows
from tipcoach.coach.shared_place import connect
from tipcoach.coach.sharing import Preparing, Preview, prepare_to_share
from tipcoach.practice.answer import Text
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Entry
from tipcoach.settings import HOME_VARIABLE, places
from tipcoach.supervision.cards import Card
from tipcoach.supervision.documents import Agreement, Term
from tipcoach.supervision.identity import make_identity
from tipcoach.supervision.mail import write_letter
from tipcoach.supervision.shared_records import SharedRecord

OFFICER, SUPERVISOR = "officer-a", "supervisor-b"
NAMES = {OFFICER: "Officer A", SUPERVISOR: "Supervisor B"}
ANSWERS = {
    "plan.known": "She asked twice what the letter meant.",
    "plan.worry": "I am not sure I heard her out.",
    "plan.after": "I sat in the car for a while.",
    "plan.next": "Ring on Thursday, as I said.",
    "plan.mine": "My own shoulders were up.",
}
"""Five answers, each in words that are nowhere else."""
QUESTION = "How do I leave room for her to say no?"


def a_coach(home: Path, clock: Clock) -> Coach:
    """A coach in a home of its own, with nothing in it."""
    home.mkdir(parents=True, exist_ok=True)
    return Coach(places({HOME_VARIABLE: str(home)}), clock=clock, chance=random.Random(1))


def hold_keys(coach: Coach, folder: str, name: str = "") -> Card:
    """Give a coach new keys, unlocked, without the cost of a passphrase."""
    coach.keys.hold_for_this_run(make_identity(folder, name or NAMES.get(folder, folder)))
    # Keys that are made have a file; nothing opens this one.
    coach.writer.write(coach.places.identity, b"not a file that opens\n", once=False)
    return coach.keys.card


def connect_all(folder: Path, *coaches: Coach) -> None:
    """Connect coaches to one folder and make each known to the others."""
    folder.mkdir(exist_ok=True)
    for coach in coaches:
        connect(coach, folder)
    for coach in coaches:
        for other in coaches:
            if other is not coach:
                know(coach, look_up(coach, other.keys.card.folder))


def agree_between(writer: Coach, reader: Coach, look_again_in: int = 182) -> None:
    """An agreement `writer` sends and `reader` says yes to, known on both sides."""
    send_between(writer, reader, look_again_in)
    for waiting in collect(reader)[0]:
        agree(reader, waiting)
    collect(writer)


def send_between(writer: Coach, reader: Coach, look_again_in: int = 182) -> None:
    """An agreement `writer` sends, with no yes to it yet."""
    today = writer.clock().date()
    terms = (Term("What is supervision for?", "To think together."),)
    content = Agreement(today, today + timedelta(days=look_again_in), terms, None)
    send(writer, write_letter(writer.keys.card, reader.keys.card, content))


@dataclass(frozen=True)
class Pair:
    """An officer and a supervisor; `folder` is the shared place, `homes` hold all else."""

    officer: Coach
    supervisor: Coach
    folder: Path
    homes: Path

    @property
    def box(self) -> Path:
        """Where the officer puts what is for the supervisor."""
        return self.folder / OFFICER / SUPERVISOR

    @property
    def box_back(self) -> Path:
        """Where the supervisor puts what is for the officer."""
        return self.folder / SUPERVISOR / OFFICER

    def entry(self, **more: object) -> Entry:
        """An entry of five answers (`ANSWERS`), kept in the officer's journal."""
        made = entry(*(asked(id_, Text(said)) for id_, said in ANSWERS.items()), **more)
        self.officer.journal.add(made)
        return made

    def prepare(
        self,
        of: Entry | None = None,
        parts: Iterable[str] = ("plan.worry",),
        question: str = QUESTION,
        principle: Principle | None = Principle.CHOICE,
    ) -> Preparing:
        """A copy in the making, with its parts chosen."""
        preparing = prepare_to_share(self.officer, (of or self.entry()).id, SUPERVISOR)
        for part in parts:
            preparing.choose(part)
        preparing.question = question
        preparing.principle = principle
        return preparing

    def preview(self, of: Entry | None = None) -> Preview:
        return self.prepare(of).preview()

    def share(self, of: Entry | None = None, **more: object) -> SharedRecord:
        """Share some parts of an entry, seen and said yes to."""
        preparing = self.prepare(of, **more)  # type: ignore[arg-type]
        return preparing.share(preparing.preview())

    def brought(self) -> tuple[Row, ...]:
        """The rows the supervisor sees, all of them."""
        review = look_over(self.supervisor)
        return rows(self.supervisor, review, many=len(review.brought))


def two_people(root: Path, clock: Clock, *, agreed: bool = True) -> Pair:
    """Two people in one folder who know each other, with a current agreement."""
    officer = a_coach(root / "homes" / "officer", clock)
    supervisor = a_coach(root / "homes" / "supervisor", clock)
    hold_keys(officer, OFFICER)
    hold_keys(supervisor, SUPERVISOR)
    connect_all(root / "place", officer, supervisor)
    if agreed:
        agree_between(officer, supervisor)
    return Pair(officer, supervisor, root / "place", root / "homes")
