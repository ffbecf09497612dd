"""Who one is in the shared place, who one knows there, and how it stands with each."""

from dataclasses import dataclass
from datetime import date

from tipcoach.coach.agreeing import Stage, Standing, newest_agreement, standing_as_it_lies
from tipcoach.coach.coach import Coach
from tipcoach.coach.people import people
from tipcoach.errors import TipcoachError
from tipcoach.supervision.cards import Card
from tipcoach.supervision.recovery import RecoveryKey, read_recovery_key


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """`card` is `None` before there are keys; `place` is empty while none is connected.

    `recovery` is the organisation's key, to which every copy is sealed too; `faults` are what
    could not be read. `filled_in` is the day an agreement was filled in last, where somebody has
    none yet: it may not have been sent.
    """

    card: Card | None
    place: str
    standings: tuple[Standing, ...]
    recovery: RecoveryKey | None
    faults: tuple[str, ...]
    filled_in: date | None = None


def who_is_who(coach: Coach) -> WhoIsWho:
    """As far as it can be read, with no passphrase; of the shared place, names alone."""
    faults: list[str] = []
    card = None
    standings: list[Standing] = []
    recovery = filled_in = None
    try:
        card = coach.keys.card if coach.keys.are_made else None
        if card:
            known = people(coach).cards.values()
            standings = [standing_as_it_lies(coach, other) for other in known]
        if any(standing.stage is Stage.NONE for standing in standings):
            made = newest_agreement(coach)
            filled_in = made.created.date() if made else None
    except TipcoachError as fault:
        faults.append(str(fault))
    try:
        recovery = read_recovery_key(coach.places.recovery_key)
    except TipcoachError as fault:
        faults.append(str(fault))
    place = coach.settings.shared_place
    return WhoIsWho(card, place, tuple(standings), recovery, tuple(faults), filled_in)
