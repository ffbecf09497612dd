"""The reader's side: what officers brought, opened one at a time, and answered with questions.

An opened copy is held in memory alone. That it was opened is put where its officer sees it,
before a word of it is shown. There is no search, no order by person and no total.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tipcoach.coach.agreeing import NoAgreement, require_current
from tipcoach.coach.coach import Coach
from tipcoach.coach.inbox import Said, comments
from tipcoach.coach.people import people
from tipcoach.coach.shared_place import the_place
from tipcoach.errors import NotFound, NotReadable
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
    place, me = the_place(coach), coach.keys.identity.card
    marked = _marked(coach)
    brought: list[Brought] = []
    closed: list[str] = []
    foreign: list[str] = []
    for officer in people(coach).cards.values():
        names = place.names(box(officer.folder, me.folder))
        read = {name: read_name(name) for name in names}
        foreign += [f"{officer.folder}: {name}" for name, says in read.items() if says is None]
        copies = [(name, says) for name, says in read.items() if says and says.what == "copy"]
        if not copies:
            continue
        try:
            require_current(coach, officer)
        except NoAgreement as fault:
            closed.append(str(fault))
            continue
        back = {says.id for says in read.values() if says and says.what == "taken-back"}
        opened = _opened(place, me, officer)
        brought += [
            Brought(says.id, says.month, name, officer, says.id in opened, says.id in marked)
            for name, says in copies
            if says.id not in back
        ]
    return Review(tuple(_in_order(brought)), tuple(closed), tuple(foreign))


def rows(coach: Coach, review: Review, first: int = 0, many: int = FIRST_ROWS) -> tuple[Row, ...]:
    """Some of what was brought, with its questions."""
    return tuple(row(coach, each) for each in islice(review.brought, first, first + many))


def row(coach: Coach, brought: Brought) -> Row:
    """One copy with its question; a bad one is a row that says what is wrong with it."""
    try:
        return Row(brought, _unsealed(coach, brought))
    except NotReadable as fault:
        return Row(brought, None, fault.sentence)


def find(review: Review, copy_id: str) -> Brought:
    """Raises `NotFound`."""
    found = next((each for each in review.brought if each.id == copy_id), None)
    if found is None or not ID.fullmatch(copy_id):
        raise NotFound("No copy of that id is there for you.", "See what is with: tipcoach review")
    return found


def open_copy(coach: Coach, brought: Brought) -> SharedCopy:
    """The whole of a copy, once its officer has been told that it was opened.

    Raises `NotReadable` with the reason it is refused, `NoAgreement`, or `NotSaved` when its
    officer cannot be told: then it stays closed.
    """
    require_current(coach, brought.officer)
    copy = _unsealed(coach, brought)
    identity, place = coach.keys.identity, the_place(coach)
    if not brought.opened:
        at = coach.clock().replace(second=0, microsecond=0)
        letter = write_letter(identity.card, brought.officer, Opened(brought.id, at))
        post(place, letter, identity, brought.officer)
    return copy


def said_of(coach: Coach, brought: Brought) -> tuple[Said, ...]:
    """What was said of a copy by either."""
    place, me, officer = the_place(coach), coach.keys.identity.card, brought.officer
    refused: list[str] = []
    return (
        *comments(coach, place, me, officer, brought.id, refused),
        *comments(coach, place, officer, me, brought.id, refused),
    )


def mark(coach: Coach, copy_id: str, *, on: bool) -> None:
    """Mark a copy for the session, on this machine alone. Raises `NotSaved` or `NotReadable`."""
    marked = _marked(coach)
    wanted = marked | {copy_id} if on else marked - {copy_id}
    text = "".join(f"{each}\n" for each in sorted(wanted))
    coach.writer.write(coach.places.marked, text.encode("ascii"), once=False)


def _unsealed(coach: Coach, brought: Brought) -> SharedCopy:
    me = coach.keys.identity
    received = take_in(the_place(coach), brought.name, me, writer=brought.officer, reader=me.card)
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
