"""Two people and one folder: an officer and a supervisor, as they stand before sharing begins.

Their keys are put in without a passphrase, which takes most of two seconds to open.
"""

import random
from dataclasses import dataclass
from pathlib import Path

from making import Clock

from tipcoach.coach.agreeing import files
from tipcoach.coach.coach import Coach
from tipcoach.coach.people import know, look_up
from tipcoach.coach.shared_place import connect
from tipcoach.settings import HOME_VARIABLE, places
from tipcoach.supervision.agreement_files import digest
from tipcoach.supervision.documents import Agreed, Agreement, Term
from tipcoach.supervision.identity import Identity, make_identity
from tipcoach.supervision.mail import write_letter
from tipcoach.supervision.sealing import signed

OFFICER, SUPERVISOR = "officer-a", "supervisor-b"
TERMS = (Term("What is it for?", "To think together."), Term("What stays here?", "Nearly all."))


@dataclass(frozen=True, slots=True)
class Between:
    """The two, each with a home and the other's card, and the folder between them."""

    officer: Coach
    supervisor: Coach
    folder: Path


def between(root: Path, clock: Clock, *, agreed: bool = True) -> Between:
    """Two coaches under `root` that know each other, with a current agreement if `agreed`."""
    folder = root / "shared-place"
    folder.mkdir()
    officer = person(root / OFFICER, clock, OFFICER, "Officer A")
    supervisor = person(root / SUPERVISOR, clock, SUPERVISOR, "Supervisor B")
    for each in (officer, supervisor):
        connect(each, folder)
    know(officer, look_up(officer, SUPERVISOR))
    know(supervisor, look_up(supervisor, OFFICER))
    if agreed:
        agree_between(officer, supervisor)
    return Between(officer, supervisor, folder)


def person(home: Path, clock: Clock, folder: str, name: str) -> Coach:
    """Somebody with keys of their own, open for this run."""
    coach = Coach(places({HOME_VARIABLE: str(home)}), clock=clock, chance=random.Random(1))
    give_keys(coach, make_identity(folder, name))
    return coach


def give_keys(coach: Coach, identity: Identity) -> None:
    """Keys that are open, with a file in their place that no passphrase opens."""
    coach.writer.write(coach.places.identity, b"held in memory by a test\n", once=True)
    coach.keys._hold(identity)


def agree_between(one: Coach, other: Coach, *, months: int = 6) -> None:
    """An agreement that `one` wrote down and both said yes to, on both their machines."""
    from tipcoach.practice.keeping import months_after

    today = one.clock().date()
    content = Agreement(today, months_after(today, months), TERMS, None)
    letter = write_letter(one.keys.card, other.keys.card, content)
    yes = write_letter(
        other.keys.card, one.keys.card, Agreed(letter.document.id, digest(letter.written), today)
    )
    for coach, them in ((one, other), (other, one)):
        kept = files(coach, them.keys.card)
        kept.keep(letter.document.id, signed(letter.written, one.keys.identity))
        kept.keep_yes(letter.document.id, signed(yes.written, other.keys.identity))
