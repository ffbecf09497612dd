"""The record of a session between two people: written by one, seen by both, with both views.

It is a letter as an agreement is. The supervisor's is an entry of their journal; the officer's
view of it, agreed or otherwise, is a follow-up there, and in a journal of the officer's own
beside an entry that says the same from their chair.
"""

from typing import TypeAlias

from tipcoach.coach.agreeing import require_current
from tipcoach.coach.coach import Coach
from tipcoach.coach.following import links
from tipcoach.coach.people import check_unchanged, known
from tipcoach.coach.reading import every_page
from tipcoach.coach.shared_place import the_place
from tipcoach.errors import NotFound, TipcoachError, WrongUsage
from tipcoach.practice.entry import Entry
from tipcoach.practice.lenses.notice import Lens, Notice
from tipcoach.practice.session_record import (
    SessionRecord,
    has_a_record,
    record_of,
    texts_of_record,
)
from tipcoach.supervision.cards import Card
from tipcoach.supervision.mail import Letter, post, write_letter
from tipcoach.supervision.place import box
from tipcoach.supervision.record_files import KeptRecord, RecordFiles, records_of
from tipcoach.supervision.sealing import signed

RecordToSend: TypeAlias = Letter
"""A record ready to be sealed: its bytes are those the other will get."""


def record_files(coach: Coach, other: Card) -> RecordFiles:
    return RecordFiles(coach.places.sessions, coach.writer, coach.keys.card, other)


def newest_session(coach: Coach, folder: str | None = None) -> Entry | None:
    """The session of two that was kept last, with one person where a folder is named.

    One in which nothing was written, opened by mistake, hides none before it.
    Raises `NotReadable` when the journal's folder cannot be read.
    """
    if not coach.journal.is_there:
        return None
    found = (
        entry
        for page in every_page(coach)
        for entry in page.entries
        if has_a_record(entry)
        and not record_of(entry).is_empty
        and (folder is None or with_whom(coach, entry) == folder)
    )
    return next(found, None)


def session_entry(coach: Coach, entry_id: str | None, folder: str | None = None) -> Entry:
    """A session of two, the newest if none is named. Raises `NotFound` or `WrongUsage`."""
    entry = coach.journal.read(entry_id) if entry_id else newest_session(coach, folder)
    if entry is None:
        whom = f" with {folder}" if folder else " of two people"
        raise NotFound(
            f"No session{whom} is in this journal yet.",
            "Hold one with: tipcoach session --with WHO",
        )
    if not isinstance(entry, Entry) or not has_a_record(entry):
        raise no_record(entry.id)
    return entry


def no_record(entry_id: str) -> WrongUsage:
    return WrongUsage(
        f"{entry_id} is not a session of two people, so it has no record for anybody.",
        "Sessions of two are found with: tipcoach journal search kind:session",
    )


def notices_in(coach: Coach, record: SessionRecord) -> tuple[tuple[str, Notice], ...]:
    """What may tell who somebody is, in all that is written in a record, each with its part."""
    return tuple(
        (part, notice)
        for part, text in texts_of_record(record)
        for notice in coach.lenses.look(text)
        if notice.lens is Lens.IDENTIFIERS
    )


def write_record(coach: Coach, entry: Entry, folder: str | None = None) -> Letter:
    """The record of a session, as the other will get it; the same letter when it was kept before.

    `folder` names the other where the entry does not. Raises `WrongUsage` for an entry that has
    no record, or one whose record went out before it was put right; `NotFound`, `NotReadable`.
    """
    if not has_a_record(entry):
        raise no_record(entry.id)
    other = known(coach, _whom_to_send_to(coach, entry, folder))
    for kept in record_files(coach, other).all():
        if kept.is_mine and kept.entry == entry.id:
            return Letter(kept.document, kept.written)
        if kept.is_mine and kept.entry in links(coach).before(entry.id):
            raise WrongUsage(
                f"The record of this session is with {other.name} as it was before you put it "
                "right, and they may have said how they see it. It stays as both have it.",
                "Agree what is different at the next session.",
            )
    record = record_of(entry)
    if record.is_empty:
        raise WrongUsage("Nothing was written in this session, so there is no record to send.")
    return write_letter(coach.keys.card, other, record)


def with_whom(coach: Coach, entry: Entry) -> str | None:
    """The folder of whoever a session was with, as it was said when it began or was sent.

    Raises `NotReadable`.
    """
    if entry.with_whom:
        return entry.with_whom
    kept = records_of(coach.places.sessions, {entry.id})
    return next((folder for folder, _ in kept), None)


def _whom_to_send_to(coach: Coach, entry: Entry, folder: str | None) -> str:
    before = with_whom(coach, entry)
    if folder and before and folder != before:
        raise WrongUsage(f"This session was with {before}, so its record goes to nobody else.")
    found = before or folder
    if not found:
        raise WrongUsage(
            "It is not written down whom this session was with.",
            f"Say so with: tipcoach session send {entry.id} --with WHO",
        )
    return found


def send_record(coach: Coach, letter: Letter, entry: Entry) -> bool:
    """Put a record where the other finds it, which is its writer's yes; `False` if it was there.

    Raises `Locked`, `NoAgreement`, `NotConnected`, `NotThere`, `KeysChanged` or `NotSaved`; it
    can then be sent again, and is the same letter.
    """
    other = known(coach, letter.document.reader.folder)
    require_current(coach, other)
    check_unchanged(coach, other)
    identity, place = coach.keys.identity, the_place(coach)
    files = record_files(coach, other)
    # Kept first: a view of what is not kept here would count for nothing.
    files.keep_entry(letter.document.id, entry.id)
    files.keep(letter.document.id, signed(letter.written, identity))
    try:
        return post(place, letter, identity, other)
    except TipcoachError:
        # The name may be there though it could not be made to last.
        place.drop(box(identity.card.folder, other.folder), letter.name)
        raise


def is_sent(coach: Coach, kept: KeptRecord, other: Card) -> bool:
    """Whether a record of one's own lies where the other finds it. Raises as `collect_records`."""
    letter = Letter(kept.document, kept.written)
    return letter.name in the_place(coach).names(box(coach.keys.card.folder, other.folder))
