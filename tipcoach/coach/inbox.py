"""The officer's side: what I have shared, who opened it, and what came back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from tipcoach.coach.agreeing import require_current
from tipcoach.coach.coach import Coach
from tipcoach.coach.people import check_unchanged, known, people
from tipcoach.coach.shared_place import the_place
from tipcoach.coach.sharing import records
from tipcoach.errors import NotReadable, WrongUsage
from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.practice.shared_copy import SharedCopy
from tipcoach.supervision.cards import Card
from tipcoach.supervision.documents import Comment, Opened, read_name
from tipcoach.supervision.mail import post, take_in, write_letter
from tipcoach.supervision.place import Place, box
from tipcoach.supervision.shared_records import SharedRecord

MOST_IN_A_COMMENT = 2_000
"""Characters of one comment: it is a question or a view, not a report."""


class Where(Enum):
    """Where a copy is, as far as can be known from here."""

    THERE = auto()
    TAKEN_BACK = auto()
    NOT_THERE = auto()


@dataclass(frozen=True, slots=True)
class Said:
    """A comment on a copy; `mine` when it is one's own."""

    text: str
    mine: bool
    name: str


@dataclass(frozen=True, slots=True)
class Shared:
    """One copy that was shared, when it was opened in tipcoach, and what was said of it.

    `reader` is `None` when they are not known here any more: then only where it is can be told.
    """

    record: SharedRecord
    reader: Card | None
    where: Where
    opened: datetime | None
    said: tuple[Said, ...]

    @property
    def reader_name(self) -> str:
        """What its reader is called, or their folder when they are not known any more."""
        return self.reader.name if self.reader else self.record.reader


@dataclass(frozen=True, slots=True)
class Inbox:
    """Everything that was shared, the newest first. `refused` says what was not taken in."""

    shared: tuple[Shared, ...]
    refused: tuple[str, ...]


def look_in(coach: Coach) -> Inbox:
    """Raises `Locked`, `NotConnected`, `NotThere`, `NotReadable` or `SettingsFault`."""
    _, place = coach.keys.identity, the_place(coach)
    cards = people(coach)
    by_reader: dict[str, _Correspondence] = {}
    shared = []
    for record in records(coach).all():
        reader = cards.of(record.reader)
        if reader is None:
            shared.append(_with_a_stranger(coach, place, record))
            continue
        if reader.folder not in by_reader:
            by_reader[reader.folder] = _Correspondence(coach, reader)
        shared.append(by_reader[reader.folder].of(record))
    refused = [each for one in by_reader.values() for each in one.refused]
    return Inbox(tuple(shared), tuple(refused))


def read_again(coach: Coach, shared: Shared) -> SharedCopy:
    """A copy as its reader gets it, opened from the shared place with one's own key.

    Raises `NotReadable` when it is not there any more, or `NotFound` for a reader not known.
    """
    me, place = coach.keys.identity, the_place(coach)
    reader = known(coach, shared.record.reader)
    received = take_in(place, shared.record.name, me, writer=me.card, reader=reader)
    assert isinstance(received.document.content, SharedCopy)  # noqa: S101  (its name says so)
    return received.document.content


def say(coach: Coach, copy_id: str, other: Card, text: str) -> None:
    """Say something about a copy: a question back, or how its officer sees it.

    Both stand beside each other; neither takes the other's place.
    Raises `WrongUsage` when it is empty or too long, `NoAgreement`, `KeysChanged`, or as
    `look_in` does, or `NotSaved`.
    """
    words = clean(text).strip()
    if not 0 < len(words) <= MOST_IN_A_COMMENT:
        raise WrongUsage(f"A few words are wanted, {MOST_IN_A_COMMENT:,} characters at most.")
    require_current(coach, other)
    check_unchanged(coach, other)
    identity, place = coach.keys.identity, the_place(coach)
    post(place, write_letter(identity.card, other, Comment(copy_id, words)), identity, other)


def comments(
    coach: Coach,
    place: Place,
    names: Iterable[str],
    writer: Card,
    reader: Card,
    copy_id: str,
    refused: list[str],
) -> Iterator[Said]:
    """What one said to the other of a copy under some of these names, in their order."""
    me = coach.keys.identity
    for name in names:
        says = read_name(name)
        if says is None or (says.what, says.id) != ("comment", copy_id):
            continue
        try:
            content = take_in(place, name, me, writer=writer, reader=reader).document.content
        except NotReadable as fault:
            refused.append(f"{name} from {writer.name} was not taken in: {fault.sentence}.")
            continue
        if isinstance(content, Comment):
            yield Said(content.text, writer == me.card, writer.name)


def _with_a_stranger(coach: Coach, place: Place, record: SharedRecord) -> Shared:
    """A copy whose reader is not known any more: nothing of theirs can be believed."""
    try:
        names = place.names(box(coach.keys.card.folder, record.reader))
    except NotReadable:
        names = ()
    return Shared(record, None, _where(record, names), None, ())


def _where(record: SharedRecord, names: Sequence[str]) -> Where:
    if record.is_taken_back:
        return Where.TAKEN_BACK
    return Where.THERE if record.name in names else Where.NOT_THERE


class _Correspondence:
    """What went between an officer and one reader."""

    def __init__(self, coach: Coach, reader: Card) -> None:
        self._coach = coach
        self._reader = reader
        self._place = the_place(coach)
        self._me = coach.keys.identity
        self.refused: list[str] = []
        self._mine = self._names(self._me.card, reader)
        self._theirs = self._names(reader, self._me.card)

    def _names(self, writer: Card, reader: Card) -> Mapping[str, Sequence[str]]:
        """The names of a box by the copy they are about; what is no such name is said."""
        by_copy: defaultdict[str, list[str]] = defaultdict(list)
        try:
            names = self._place.names(box(writer.folder, reader.folder))
        except NotReadable as fault:
            self.refused.append(f"What {writer.name} put: {fault.sentence}")
            return by_copy
        for name in names:
            if says := read_name(name):
                by_copy[says.id].append(name)
            elif writer == self._reader:
                self.refused.append(
                    f"{clean_line(name)} from {writer.name} is no letter, and was left alone."
                )
        return by_copy

    def of(self, record: SharedRecord) -> Shared:
        return Shared(
            record,
            self._reader,
            _where(record, self._mine.get(record.copy, ())),
            self._opened(record),
            (*self._said(self._theirs, self._reader, self._me.card, record),
             *self._said(self._mine, self._me.card, self._reader, record)),
        )  # fmt: skip

    def _opened(self, record: SharedRecord) -> datetime | None:
        name = f"opened.{record.copy}.age"
        if name not in self._theirs.get(record.copy, ()):
            return None
        try:
            content = take_in(
                self._place, name, self._me, writer=self._reader, reader=self._me.card
            ).document.content
        except NotReadable as fault:
            self.refused.append(
                f"{name} from {self._reader.name} was not taken in: {fault.sentence}."
            )
            return None
        return content.at if isinstance(content, Opened) else None

    def _said(
        self, by_copy: Mapping[str, Sequence[str]], writer: Card, reader: Card, record: SharedRecord
    ) -> tuple[Said, ...]:
        names = by_copy.get(record.copy, ())
        return tuple(
            comments(self._coach, self._place, names, writer, reader, record.copy, self.refused)
        )
