"""The supervision agreement between two people: sent by one, agreed to by the other.

Nothing is shared and nothing reviewed without one that both said yes to, and whose day to look
at it again has not passed.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import TypeAlias

from tipcoach.coach.coach import Coach
from tipcoach.coach.employer_promise import employer_promise
from tipcoach.coach.people import check_unchanged, known, people
from tipcoach.coach.reading import every_page
from tipcoach.coach.shared_place import the_place
from tipcoach.errors import NotFound, NotReadable, TipcoachError, WrongUsage
from tipcoach.practice.agreement import review_date
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.shared_copy import parts_to_choose, words_of
from tipcoach.supervision.agreement_files import AgreementFiles, KeptAgreement
from tipcoach.supervision.answered_letters import digest
from tipcoach.supervision.cards import Card
from tipcoach.supervision.documents import Agreed, Agreement, Term, read_name
from tipcoach.supervision.mail import Letter, Received, post, take_in, write_letter
from tipcoach.supervision.place import Place, box
from tipcoach.supervision.sealing import signed

LetterToSend: TypeAlias = Letter
NOT_YES = "{} has not said yes to the agreement yet."


class NoAgreement(TipcoachError):
    """Something needs an agreement that both said yes to, and there is none that holds."""


class Stage(Enum):
    """How far an agreement between two people has come."""

    NONE = auto()
    SENT = auto()
    CURRENT = auto()
    LOOK_AGAIN = auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where two people stand. `agreement` is the newest both agreed to, or else that was sent;
    once the day of the one has passed, what was sent since stands for it.

    `lies_there`: what comes next of theirs lies in the shared place, not read yet. For what was
    sent that is their yes; where there is nothing yet, or its day has passed, an agreement.
    """

    other: Card
    stage: Stage
    agreement: Agreement | None = None
    lies_there: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """An agreement somebody sent, which waits for a yes."""

    other: Card
    received: Received

    @property
    def agreement(self) -> Agreement:
        assert isinstance(self.received.document.content, Agreement)  # noqa: S101  (made so)
        return self.received.document.content


def files(coach: Coach, other: Card) -> AgreementFiles:
    return AgreementFiles(coach.places.agreements, coach.writer, coach.keys.card, other)


def standing_with(coach: Coach, other: Card) -> Standing:
    """How it stands with somebody, by what is on this machine. Raises `NotReadable`."""
    kept = files(coach, other).all()
    if not kept:
        return Standing(other, Stage.NONE)
    today, sent = coach.clock().date(), kept[-1]
    agreed = [each for each in kept if each.agreed]
    stage = _stage(agreed[-1], today) if agreed else Stage.SENT
    waits = not sent.agreed and today <= sent.agreement.look_again
    if stage is Stage.SENT or (stage is Stage.LOOK_AGAIN and waits):
        return Standing(other, Stage.SENT, sent.agreement)
    return Standing(other, stage, agreed[-1].agreement)


def standing_as_it_lies(coach: Coach, other: Card) -> Standing:
    """How it stands with somebody, with a look at what lies in the shared place for one.

    Names alone are read, with no passphrase: what lies there says is known once it is taken in.
    A place that cannot be reached tells nothing. Raises `NotReadable`.
    """
    standing, kept = standing_with(coach, other), files(coach, other)
    if standing.stage is Stage.CURRENT:
        return standing
    awaits_a_yes = standing.stage is Stage.SENT
    awaited = "agreed" if awaits_a_yes else "agreement"
    sent = {each.document.id for each in kept.all() if not each.agreed}
    with suppress(TipcoachError):
        names = the_place(coach).names(box(other.folder, coach.keys.card.folder))
        came = [each.id for each in map(read_name, names) if each and each.what == awaited]
        # One kept under keys somebody had before is read already.
        lies_there = any(each in sent if awaits_a_yes else not kept.is_kept(each) for each in came)
        return replace(standing, lies_there=lies_there)
    return standing


def require_current(coach: Coach, other: Card) -> Agreement:
    """The agreement that holds with somebody. Raises `NoAgreement` with what to do next."""
    standing = standing_as_it_lies(coach, other)
    if standing.stage is Stage.CURRENT and standing.agreement:
        return standing.agreement
    not_yes = "The yes of {} is not taken in yet." if standing.lies_there else NOT_YES
    why = {
        Stage.NONE: f"There is no agreement with {other.name} yet.",
        Stage.SENT: not_yes.format(other.name),
        Stage.LOOK_AGAIN: f"The agreement with {other.name} was to be looked at again by now.",
    }[standing.stage]
    raise NoAgreement(f"{why} Nothing is shared or opened without one.", next_step(standing))


def next_step(standing: Standing) -> str:
    """What comes next where no agreement holds, with the command for it."""
    name = standing.other.name
    if standing.stage is Stage.SENT:
        if standing.lies_there:
            return "It has come. To take it in: tipcoach agreement read"
        return "Yours is said. Whoever has one of the other to read does: tipcoach agreement read"
    if standing.lies_there:
        return f"{name} has sent one. To read it and say yes: tipcoach agreement read"
    return f"Fill one in together: tipcoach agreement begin --with {standing.other.folder}"


def newest_agreement(coach: Coach) -> Entry | None:
    """The agreement that was filled in last, in the version that stands, if there is one.

    Raises `NotReadable` when the folder cannot be read.
    """
    made = (
        entry
        for page in every_page(coach)
        for entry in page.entries
        if entry.kind is Kind.AGREEMENT
    )
    return next(made, None)


def agreement_entry(coach: Coach, entry_id: str | None) -> Entry:
    """The entry of an agreement, the newest if none is named. Raises `NotFound` or `WrongUsage`."""
    entry = coach.journal.read(entry_id) if entry_id else newest_agreement(coach)
    if entry is None:
        raise NotFound(
            "No agreement has been filled in yet.",
            "Begin one with: tipcoach agreement begin --with WHO",
        )
    if not isinstance(entry, Entry) or entry.kind is not Kind.AGREEMENT:
        raise WrongUsage(f"{entry.id} is not an agreement.")
    return entry


def write_agreement(coach: Coach, entry: Entry, folder: str) -> Letter:
    """The agreement an entry holds, as the other will read it.

    Raises `WrongUsage` for an entry of another kind, or one in which nothing was answered;
    `NotFound`, `LibraryFault`.
    """
    if entry.kind is not Kind.AGREEMENT:
        raise WrongUsage(f"{entry.id} is not an agreement.")
    made_on = entry.created.date()
    terms = tuple(
        Term(asked.question, words_of(asked, made_on)) for asked in parts_to_choose(entry)
    )
    if not terms:
        raise WrongUsage(
            "Every question of this agreement was skipped, so there is nothing to agree to.",
            f"Fill one in together: tipcoach agreement begin --with {folder}",
        )
    content = Agreement(made_on, review_date(entry), terms, employer_promise(coach))
    return write_letter(coach.keys.card, known(coach, folder), content)


def was_sent(coach: Coach, entry: Entry, folder: str) -> bool:
    """Whether an agreement that was filled in has been sent to somebody, as it is."""
    try:
        content = write_agreement(coach, entry, folder).document.content
    except WrongUsage:
        # There is nothing in it to send.
        return False
    return any(each.agreement == content for each in files(coach, known(coach, folder)).all())


def send(coach: Coach, letter: Letter) -> None:
    """Put an agreement where the other finds it, sealed to the two of them.

    Raises `Locked`, `NotConnected`, `NotThere`, `KeysChanged` or `NotSaved`; then it does not
    count as sent.
    """
    other = known(coach, letter.document.reader.folder)
    check_unchanged(coach, other)
    identity, place = coach.keys.identity, the_place(coach)
    # Kept first: a yes to what is not kept here would count for nothing.
    files(coach, other).keep(letter.document.id, signed(letter.written, identity))
    try:
        post(place, letter, identity, other)
    except TipcoachError:
        # The name may be there though it could not be made to last.
        place.drop(box(identity.card.folder, other.folder), letter.name)
        files(coach, other).erase(letter.document.id)
        raise


def collect(coach: Coach) -> tuple[tuple[Waiting, ...], tuple[str, ...]]:
    """Take in every yes that has come, and return what waits for one's own.

    The second part says what was refused, and why. Raises as `send` does.
    """
    others = people(coach).cards.values()
    if not others:
        return (), ()
    place = the_place(coach)
    waiting: list[Waiting] = []
    refused: list[str] = []
    for other in others:
        try:
            waiting += _still_waiting(coach, other, [*_from(coach, place, other, refused)])
        except NotReadable as fault:
            # What one person's box cannot tell stops nobody else's.
            refused.append(f"What {other.name} put: {fault.sentence}")
    return tuple(waiting), tuple(refused)


def agree(coach: Coach, waiting: Waiting) -> None:
    """Say yes to an agreement. Raises as `send` does."""
    other, received = waiting.other, waiting.received
    check_unchanged(coach, other)
    identity, place = coach.keys.identity, the_place(coach)
    _, _, document = received.signed.partition(b"\n")
    yes = Agreed(received.document.id, digest(document), coach.clock().date())
    letter = write_letter(identity.card, other, yes)
    post(place, letter, identity, other)
    files(coach, other).keep(received.document.id, received.signed)
    files(coach, other).keep_yes(received.document.id, signed(letter.written, identity))


def _from(coach: Coach, place: Place, other: Card, refused: list[str]) -> Iterator[Waiting]:
    me, identity = coach.keys.card, coach.keys.identity
    kept = {each.document.id: each for each in files(coach, other).all()}
    for name in place.names(box(other.folder, me.folder)):
        says = read_name(name)
        if says is None or says.what not in ("agreement", "agreed"):
            continue
        mine = kept.get(says.id)
        if mine.agreed if mine else says.what == "agreed":
            continue
        try:
            received = take_in(place, name, identity, writer=other, reader=me)
        except NotReadable as fault:
            refused.append(f"{name} from {other.name} was not taken in: {fault.sentence}.")
            continue
        if says.what == "agreement":
            yield Waiting(other, received)
        elif mine and _is_yes_to(received, mine):
            files(coach, other).keep_yes(says.id, received.signed)
        else:
            refused.append(f"{name} from {other.name} says yes to other words than yours.")


def _still_waiting(coach: Coach, other: Card, sent: list[Waiting]) -> Iterator[Waiting]:
    """What was sent, less what a later one stands for, and what was sent twice."""
    seen = [each.agreement for each in files(coach, other).all() if each.agreed]
    latest = max((each.made_on for each in (*seen, *(one.agreement for one in sent))), default=None)
    for waiting in sent:
        if waiting.agreement.made_on == latest and waiting.agreement not in seen:
            seen.append(waiting.agreement)
            yield waiting


def _is_yes_to(received: Received, mine: KeptAgreement) -> bool:
    content = received.document.content
    return isinstance(content, Agreed) and content.digest == mine.digest


def _stage(kept: KeptAgreement, today: date) -> Stage:
    return Stage.CURRENT if today <= kept.agreement.look_again else Stage.LOOK_AGAIN
