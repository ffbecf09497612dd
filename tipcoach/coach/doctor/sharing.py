"""Look over what sharing needs: the keys, the people, the shared place and the recovery key."""

from collections.abc import Callable, Iterator

from tipcoach.coach.agreeing import Stage, next_step, standing_as_it_lies
from tipcoach.coach.coach import Coach
from tipcoach.coach.doctor.findings import Finding, State
from tipcoach.coach.people import people
from tipcoach.coach.shared_place import trouble_with_the_place
from tipcoach.coach.sharing import records
from tipcoach.errors import TipcoachError
from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.supervision.recovery import read_recovery_key

NOT_HELD = {
    Stage.SENT: "Your agreement with {} waits for a yes.",
    Stage.LOOK_AGAIN: "Your agreement with {} was to be looked at again by now.",
}


def look_at_sharing(coach: Coach) -> Iterator[Finding]:
    """Nothing where no keys were made. The shared place is tried with a few small files."""
    if not coach.keys.are_made:
        return
    for look in (_keys, _place, _agreements, _records, _recovery):
        yield from _said(look, coach)


def _said(look: Callable[[Coach], Iterator[Finding]], coach: Coach) -> Iterator[Finding]:
    try:
        yield from look(coach)
    except TipcoachError as fault:
        yield Finding("Sharing", State.WRONG, clean(fault.sentence), clean(fault.hint))


def _keys(coach: Coach) -> Iterator[Finding]:
    card = coach.keys.card
    detail = f"You are {clean_line(card.name)}, in the folder {card.folder}: {card.fingerprint}."
    yield Finding("Keys that seal", State.FINE, detail)


def _place(coach: Coach) -> Iterator[Finding]:
    what = "Shared place"
    if not coach.settings.shared_place:
        to_do = "Connect one with: tipcoach agreement place FOLDER"
        yield Finding(what, State.NOTE, "No shared place is connected.", to_do)
        return
    trouble = trouble_with_the_place(coach)
    for each in trouble:
        to_do = "Share nothing in it before this is mended."
        yield Finding(what, State.WRONG, clean(each), to_do)
    if not trouble:
        where = clean_line(coach.settings.shared_place)
        yield Finding(what, State.FINE, f"{where} keeps to everything that was tried.")


def _agreements(coach: Coach) -> Iterator[Finding]:
    for other in people(coach).cards.values():
        standing = standing_as_it_lies(coach, other)
        if detail := NOT_HELD.get(standing.stage):
            detail = detail.format(clean_line(other.name))
            yield Finding("Agreements", State.NOTE, detail, next_step(standing))


def _records(coach: Coach) -> Iterator[Finding]:
    for path, reason in records(coach).unused():
        detail = f"{clean_line(str(path))} is not used: {reason}."
        to_do = "It is left alone. What it says was shared can still be seen in the shared place."
        yield Finding("What you shared", State.WRONG, detail, to_do)


def _recovery(coach: Coach) -> Iterator[Finding]:
    if key := read_recovery_key(coach.places.recovery_key):
        detail = (
            f"Whatever you share is also sealed to your organisation’s recovery key: {key.number}."
        )
        yield Finding("Recovery key", State.FINE, detail)
