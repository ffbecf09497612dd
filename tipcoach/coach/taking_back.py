"""Take a shared copy back, and say honestly what that can do."""

from contextlib import suppress

from tipcoach.coach.beginnings import whole_id
from tipcoach.coach.coach import Coach
from tipcoach.coach.people import people
from tipcoach.coach.shared_place import the_place
from tipcoach.coach.sharing import records
from tipcoach.errors import NotFound, NotReadable
from tipcoach.supervision.documents import ID, TakenBack
from tipcoach.supervision.mail import post, write_letter
from tipcoach.supervision.place import box
from tipcoach.supervision.shared_records import SharedRecord

TAKEN_BACK = "Taken back. If it was already opened or copied, we may not know."


def take_back(coach: Coach, copy_id: str) -> SharedRecord:
    """Take the copy away and leave word of it for its reader; done twice, it is as good.

    What is to be done is noted first, so that one that was interrupted is finished by
    `finish_taking_back`. Raises `NotFound`, `Locked`, `NotConnected`, `NotThere` or `NotSaved`.
    """
    record = shared_record(coach, copy_id)
    _ = coach.keys.identity, the_place(coach)
    records(coach).note_taken_back(record.copy)
    _take_away(coach, record)
    if not coach.journal.has(record.entry):
        # Its entry was erased, so nothing of it stays here either.
        records(coach).erase(record.copy)
    return record


def finish_taking_back(coach: Coach) -> tuple[SharedRecord, ...]:
    """Take away again what was taken back and lies there all the same.

    It was interrupted, or a sync program, or somebody, put the file there again.
    Raises as `take_back` does.
    """
    place, me = the_place(coach), coach.keys.card
    back = [record for record in records(coach).all() if record.is_taken_back]
    there = {}
    for reader in {each.reader for each in back}:
        # A box that cannot be read is named where the inbox is read, and stops no other.
        with suppress(NotReadable):
            there[reader] = place.names(box(me.folder, reader))
    back = [record for record in back if record.reader in there]
    again = [
        record
        for record in back
        if record.name in there[record.reader] or _word(record) not in there[record.reader]
    ]
    for record in again:
        _take_away(coach, record)
    return tuple(record for record in again if record.name in there[record.reader])


def _take_away(coach: Coach, record: SharedRecord) -> None:
    identity, place = coach.keys.identity, the_place(coach)
    place.drop(box(identity.card.folder, record.reader), record.name)
    reader = people(coach).of(record.reader)
    if reader is None:
        # Word of it cannot be sealed to somebody who is not known any more.
        return
    letter = write_letter(identity.card, reader, TakenBack(record.copy))
    post(place, letter, identity, reader)


def _word(record: SharedRecord) -> str:
    return f"taken-back.{record.copy}.age"


def shared_record(coach: Coach, copy_id: str) -> SharedRecord:
    """What is noted of a copy one shared, by its id or the beginning of it. Raises `NotFound`."""
    noted = records(coach).all()
    copy_id = whole_id(copy_id, (record.copy for record in noted))
    if not ID.fullmatch(copy_id):
        raise NotFound("That is not the id of a shared copy.", "See them with: tipcoach inbox")
    found = (record for record in noted if record.copy == copy_id)
    record = next(found, None)
    if record is None:
        raise NotFound("You have shared no copy of that id.", "See them with: tipcoach inbox")
    return record
