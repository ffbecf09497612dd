"""How the other of the two sees the record of a session: agreed, or otherwise and in their words.

The officer's view is put where the supervisor finds it, and stands as a follow-up in both
journals: in the supervisor's beside the session's entry, in the officer's beside an entry that
says the same from their chair.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tipcoach.coach.coach import Coach
from tipcoach.coach.following import follow_up, links_about
from tipcoach.coach.people import check_unchanged, people
from tipcoach.coach.session_records import record_files
from tipcoach.coach.shared_place import the_place
from tipcoach.errors import NotReadable, NotSaved, WrongUsage
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.session import ONE_TO_ONE
from tipcoach.practice.session_record import SessionRecord, as_asked, turned_round
from tipcoach.practice.visit import Form
from tipcoach.supervision.answered_letters import answer_in, digest
from tipcoach.supervision.cards import Card
from tipcoach.supervision.documents import Named, View, read_name
from tipcoach.supervision.mail import Letter, Received, post, take_in, write_letter
from tipcoach.supervision.place import Place, box
from tipcoach.supervision.record_files import RecordFiles
from tipcoach.supervision.sealing import signed

MOST_IN_A_VIEW = 2_000
"""Characters of how somebody sees a record otherwise: a view, not a report."""


@dataclass(frozen=True, slots=True)
class WaitingRecord:
    """A record somebody sent, which waits for the view of whoever it was sent to."""

    other: Card
    received: Received

    @property
    def record(self) -> SessionRecord:
        """As its reader is to see it: `mine` is the reader's."""
        assert isinstance(self.received.document.content, SessionRecord)  # noqa: S101  (made so)
        return turned_round(self.received.document.content)


@dataclass(frozen=True, slots=True)
class NewView:
    """A view that has come of a record of one's own, and the entry it is of."""

    other: Card
    entry: str | None
    seen: SessionView


@dataclass(frozen=True, slots=True)
class Came:
    """What has come: records that wait, views that are new, and what was refused, and why."""

    waiting: tuple[WaitingRecord, ...]
    views: tuple[NewView, ...]
    refused: tuple[str, ...]


def collect_records(coach: Coach) -> Came:
    """Take in every view that has come, and return what waits for one's own.

    Raises `Locked`, `NotConnected`, `NotThere`, `SettingsFault`, `NotReadable` or `NotSaved`.
    """
    others = people(coach).cards.values()
    if not others:
        return Came((), (), ())
    place = the_place(coach)
    waiting: list[WaitingRecord] = []
    views: list[NewView] = []
    refused: list[str] = []
    for other in others:
        try:
            for each in _from(coach, place, other, refused):
                if isinstance(each, NewView):
                    views.append(each)
                else:
                    waiting.append(each)
        except NotReadable as fault:
            # What one person's box cannot tell stops nobody else's.
            refused.append(f"What {other.name} put: {fault.sentence}")
    return Came(tuple(waiting), tuple(views), tuple(refused))


def _from(
    coach: Coach, place: Place, other: Card, refused: list[str]
) -> Iterator[WaitingRecord | NewView]:
    me, identity, files = coach.keys.card, coach.keys.identity, record_files(coach, other)
    kept = {each.document.id: each for each in files.all()}
    said = {*place.names(box(me.folder, other.folder))}
    for name in place.names(box(other.folder, me.folder)):
        says = read_name(name)
        if says is None or says.what not in ("record", "view"):
            continue
        here = kept.get(says.id)
        if here and here.view:
            continue
        mine = here if here and here.is_mine else None
        if mine is None and _is_gone_here(says, files, said):
            continue
        try:
            received = take_in(place, name, identity, writer=other, reader=me)
        except NotReadable as fault:
            refused.append(f"{name} from {other.name} was not taken in: {fault.sentence}.")
            continue
        if mine is None:
            yield WaitingRecord(other, received)
            continue
        answer = answer_in(received.signed, mine.document, mine.digest, me, other)
        if not isinstance(answer, View):
            refused.append(f"{name} from {other.name} is of another record than yours.")
            continue
        _say(coach, mine.entry, answer.seen)
        files.keep_view(says.id, received.signed)
        yield NewView(other, mine.entry, answer.seen)


def _is_gone_here(says: Named, files: RecordFiles, said: Collection[str]) -> bool:
    """Whether a view has no record here, or a record was answered and then erased."""
    if says.what == "view":
        return True
    return f"view.{says.id}.age" in said and files.entry_of(says.id) is None


def answer_record(coach: Coach, waiting: WaitingRecord, seen: SessionView) -> Entry:
    """Say how one sees a record, and keep it as an entry of one's own; the entry.

    It is said once. Said again after an interruption, what was put there first stays. Raises
    `WrongUsage` for a view otherwise without words or with too many; `Locked`, `KeysChanged`,
    `NotConnected`, `NotThere`, `NotSaved`, `LibraryFault`.
    """
    if seen.agreed == bool(seen.words) or len(seen.words) > MOST_IN_A_VIEW:
        raise WrongUsage(
            "To see it differently takes a few words of yours, "
            f"{MOST_IN_A_VIEW:,} characters at most; to agree takes none."
        )
    other, received = waiting.other, waiting.received
    check_unchanged(coach, other)
    identity, place, files = coach.keys.identity, the_place(coach), record_files(coach, other)
    record_id = received.document.id
    entry = _own_entry(coach, waiting, files)
    _, _, written = received.signed.partition(b"\n")
    view = View(record_id, digest(written), coach.clock().date(), seen)
    answer, stands = _put_view(coach, place, write_letter(identity.card, other, view), other)
    _say(coach, entry.id, stands)
    # Last of all: until it is there, the record waits, and this can be done again.
    files.keep_view(record_id, answer)
    return entry


def _own_entry(coach: Coach, waiting: WaitingRecord, files: RecordFiles) -> Entry:
    """The entry of a record here, under an id that was settled before it was written."""
    record_id = waiting.received.document.id
    entry_id = files.entry_of(record_id)
    if entry_id is None:
        entry_id = coach.new_id()
        files.keep_entry(record_id, entry_id)
    files.keep(record_id, waiting.received.signed)
    if coach.journal.is_there and coach.journal.has(entry_id):
        found = coach.journal.read(entry_id)
        if isinstance(found, Entry):
            return found
    entry = _entry(coach, waiting, entry_id)
    coach.journal.add(entry)
    return entry


def _entry(coach: Coach, waiting: WaitingRecord, entry_id: str) -> Entry:
    checklist = coach.questions.standalone(ONE_TO_ONE)
    return Entry(
        id=entry_id,
        kind=Kind.SESSION,
        created=coach.clock().replace(microsecond=0),
        visit=None,
        visit_label="",
        form=Form.FULL,
        checklist_id=checklist.id,
        checklist_hash=checklist.fingerprint(),
        asked=as_asked(waiting.record, checklist.prompts),
        with_whom=waiting.other.folder,
    )


def _put_view(coach: Coach, place: Place, letter: Letter, other: Card) -> tuple[bytes, SessionView]:
    """Put a view, unless one's own lies there already: its signed bytes, and what it says.

    What only has its name is put away first. Raises `NotSaved`.
    """
    me = coach.keys.identity
    try:
        before = take_in(place, letter.name, me, writer=me.card, reader=other)
        if isinstance(before.document.content, View):
            return before.signed, before.document.content.seen
    except NotReadable:
        pass
    if not post(place, letter, me, other):
        place.drop(box(me.card.folder, other.folder), letter.name)
        if not post(place, letter, me, other):
            raise NotSaved("How you see it could not be put there.", "Try again.")
    assert isinstance(letter.document.content, View)  # noqa: S101  (it was written as one)
    return signed(letter.written, me), letter.document.content.seen


def _say(coach: Coach, entry_id: str | None, seen: SessionView) -> None:
    """Put a view beside its entry, unless it stands there, or the entry is gone."""
    if entry_id is None or not coach.journal.is_there or not coach.journal.has(entry_id):
        return
    stands = links_about(coach, entry_id).said(entry_id, SessionView)
    if [each.said for each in stands] != [seen]:
        follow_up(coach, entry_id, seen)


def view_of(coach: Coach, entry: Entry) -> SessionView | None:
    """How whoever did not write a record sees it, by what is in the journal.

    Raises `NotReadable` when the journal's folder cannot be read.
    """
    stands = links_about(coach, entry.id).said(entry.id, SessionView)
    said = [each.said for each in stands if isinstance(each.said, SessionView)]
    # Where two windows have each written one down, what is not agreed has to be seen.
    return min(said, key=lambda each: (each.agreed, each.words), default=None)
