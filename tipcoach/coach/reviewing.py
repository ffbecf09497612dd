"""The reader's side: what officers brought, opened one at a time, and answered with questions.

An opened copy is held in memory alone. That it was opened is put where its officer sees it,
before a word of it is shown. There is no search, no order by person and no total.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tipcoach.coach.agreeing import NoAgreement, require_current
from tipcoach.coach.beginnings import whole_id
from tipcoach.coach.coach import Coach
from tipcoach.coach.inbox import Said, comments
from tipcoach.coach.people import check_unchanged, people
from tipcoach.coach.shared_place import the_place
from tipcoach.errors import NotFound, NotReadable, NotSaved
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.shared_copy import SharedCopy
from tipcoach.supervision.cards import Card
from tipcoach.supervision.documents import ID, Opened, read_name
from tipcoach.supervision.mail import post, take_in, write_letter
from tipcoach.supervision.place import Place, box

FIRST_ROWS = 20


@dataclass(frozen=True, slots=True)
class Brought:
    """One copy somebody brought, as its name tells: nothing of it is unsealed yet."""

    id: str
    month: str
    name: str
    officer: Card
    opened: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A copy with its officer's question; `copy` is `None` when it is refused, and `why` says so.

    Only the question, the principle they named and the fair warning are to be shown of it
    before it is opened.
    """

    brought: Brought
    copy: SharedCopy | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """Everything brought, unopened first and then the newest month. `closed` says whose is not
    read, and why; `foreign` are names that this program did not give."""

    brought: tuple[Brought, ...]
    closed: tuple[str, ...]
    foreign: tuple[str, ...]


def look_over(coach: Coach) -> Review:
    """What is there, by its names alone.

    Raises `Locked`, `NotConnected`, `NotThere`, `NotReadable` or `SettingsFault`.
    """
    place, marked = the_place(coach), _marked(coach)
    _ = coach.keys.identity
    brought: list[Brought] = []
    closed: list[str] = []
    foreign: list[str] = []
    for officer in people(coach).cards.values():
        try:
            brought += _brought_by(coach, place, officer, marked, foreign)
        except (NoAgreement, NotReadable) as fault:
            # A box that cannot be read is no reason to keep anybody else's closed.
            closed.append(str(fault))
    return Review(tuple(_in_order(brought)), tuple(closed), tuple(foreign))


def _brought_by(
    coach: Coach, place: Place, officer: Card, marked: frozenset[str], foreign: list[str]
) -> list[Brought]:
    me = coach.keys.card
    read = {name: read_name(name) for name in place.names(box(officer.folder, me.folder))}
    foreign += [
        f"{officer.folder}: {clean_line(name)}" for name, says in read.items() if says is None
    ]
    copies = [(name, says) for name, says in read.items() if says and says.what == "copy"]
    if not copies:
        return []
    require_current(coach, officer)
    back = {says.id for says in read.values() if says and says.what == "taken-back"}
    opened = _opened(place, me, officer)
    return [
        Brought(says.id, says.month, name, officer, says.id in opened, says.id in marked)
        for name, says in copies
        if says.id not in back
    ]


def rows(coach: Coach, review: Review, first: int = 0, many: int = FIRST_ROWS) -> tuple[Row, ...]:
    """Some of what was brought, with its questions; a bad one says what is wrong with it."""
    place = the_place(coach)
    return tuple(_row(coach, place, each) for each in islice(review.brought, first, first + many))


def _row(coach: Coach, place: Place, brought: Brought) -> Row:
    try:
        return Row(brought, _unsealed(coach, place, brought))
    except NotReadable as fault:
        return Row(brought, None, fault.sentence)


def find(review: Review, copy_id: str) -> Brought:
    """A copy by its id or the beginning of it. Raises `NotFound`, or `WrongUsage` for a beginning
    that several have."""
    copy_id = whole_id(copy_id, (each.id for each in review.brought))
    found = next((each for each in review.brought if each.id == copy_id), None)
    if found is None or not ID.fullmatch(copy_id):
        raise NotFound("No copy of that id is there for you.", "See what is with: tipcoach review")
    return found


def open_copy(coach: Coach, brought: Brought) -> SharedCopy:
    """The whole of a copy, once its officer has been told that it was opened.

    Raises `NotReadable` with the reason it is refused, `NoAgreement`, or `NotSaved` when its
    officer cannot be told: then it stays closed. So it does with `KeysChanged`, or `NotFound`
    without a card, for word of it that is sealed to old keys could not be read.
    """
    require_current(coach, brought.officer)
    check_unchanged(coach, brought.officer)
    place = the_place(coach)
    copy = _unsealed(coach, place, brought)
    _tell(coach, place, brought)
    return copy


def said_of(coach: Coach, brought: Brought) -> tuple[Said, ...]:
    """What was said of a copy by either."""
    place, me, officer = the_place(coach), coach.keys.identity.card, brought.officer
    refused: list[str] = []
    return tuple(
        said
        for writer, reader in ((me, officer), (officer, me))
        for said in comments(
            coach, place, place.names(box(writer.folder, reader.folder)), writer, reader,
            brought.id, refused,
        )
    )  # fmt: skip


def mark(coach: Coach, copy_id: str, *, on: bool) -> None:
    """Mark a copy for the session, on this machine alone; one that is gone can be unmarked.

    Raises `NotFound` for an id that is none, `NotSaved` or `NotReadable`.
    """
    marked = _marked(coach)
    copy_id = whole_id(copy_id, marked)
    if not ID.fullmatch(copy_id):
        raise NotFound("That is not the id of a copy.", "See what is with: tipcoach review")
    wanted = marked | {copy_id} if on else marked - {copy_id}
    text = "".join(f"{each}\n" for each in sorted(wanted))
    coach.writer.write(coach.places.marked, text.encode("ascii"), once=False)


def _tell(coach: Coach, place: Place, brought: Brought) -> None:
    """Put word of an opening, unless it is there; what only has its name is put away.

    Raises `NotSaved`.
    """
    me, officer = coach.keys.identity, brought.officer
    at = coach.clock().replace(second=0, microsecond=0)
    letter = write_letter(me.card, officer, Opened(brought.id, at))
    try:
        take_in(place, letter.name, me, writer=me.card, reader=officer)
    except NotReadable:
        if post(place, letter, me, officer):
            return
        place.drop(box(me.card.folder, officer.folder), letter.name)
        if not post(place, letter, me, officer):
            raise NotSaved(
                f"{officer.name} could not be told, so the copy stays closed.", "Try again."
            ) from None


def _unsealed(coach: Coach, place: Place, brought: Brought) -> SharedCopy:
    me = coach.keys.identity
    received = take_in(place, brought.name, me, writer=brought.officer, reader=me.card)
    if not isinstance(received.document.content, SharedCopy):
        raise NotReadable("it is not a copy, though its name says so")
    return received.document.content


def _in_order(brought: list[Brought]) -> Iterator[Brought]:
    by_month = sorted(brought, key=lambda each: each.id)
    by_month.sort(key=lambda each: each.month, reverse=True)
    yield from sorted(by_month, key=lambda each: each.opened)


def _opened(place: Place, me: Card, officer: Card) -> frozenset[str]:
    says = map(read_name, place.names(box(me.folder, officer.folder)))
    return frozenset(each.id for each in says if each and each.what == "opened")


def _marked(coach: Coach) -> frozenset[str]:
    from tipcoach.journal.reading import is_there, read_bytes

    path = coach.places.marked
    if not is_there(path):
        return frozenset()
    lines = read_bytes(path).decode("ascii", errors="replace").split()
    return frozenset(line for line in lines if ID.fullmatch(line))
