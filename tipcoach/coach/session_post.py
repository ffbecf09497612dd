"""What came for this person, told from the names of files alone: no keys are opened for it."""

from dataclasses import dataclass

from tipcoach.coach.coach import Coach
from tipcoach.coach.people import people
from tipcoach.coach.shared_place import the_place
from tipcoach.supervision.names_alone import copies_that_wait, records_that_wait, views_that_came
from tipcoach.supervision.place import box


@dataclass(frozen=True, slots=True)
class Post:
    """The names of people: who brought a copy not opened yet, whose record waits for a view, and
    whose view has come."""

    copies: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    views: tuple[str, ...] = ()


def look_for_post(coach: Coach) -> Post:
    """Raises `Locked`, `NotConnected`, `NotThere`, `SettingsFault` or `NotReadable`."""
    if not coach.keys.are_made:
        return Post()
    others = people(coach).cards.values()
    if not others:
        return Post()
    place, me = the_place(coach), coach.keys.card.folder
    copies: list[str] = []
    records: list[str] = []
    views: list[str] = []
    for other in others:
        theirs = place.names(box(other.folder, me))
        mine = place.names(box(me, other.folder))
        kept = coach.places.sessions / other.folder
        copies += [other.name for _ in copies_that_wait(theirs, mine)]
        records += [other.name for _ in records_that_wait(theirs, mine, kept)]
        views += [other.name for _ in views_that_came(theirs, kept)]
    return Post(tuple(copies), tuple(records), tuple(views))
