"""Share parts of one entry with one reader, having seen exactly what they will get.

Nothing is chosen beforehand. The bytes that are previewed are the bytes that are signed and
sealed, and nothing is in the shared place before the officer's yes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tipcoach.coach.agreeing import require_current
from tipcoach.coach.coach import Coach
from tipcoach.coach.employer_promise import employer_promise
from tipcoach.coach.following import links
from tipcoach.coach.people import check_unchanged, known
from tipcoach.coach.shared_place import the_place
from tipcoach.errors import (
    AlreadyThere,
    NotFound,
    NotReadable,
    NotSaved,
    SettingsFault,
    TipcoachError,
    WrongUsage,
)
from tipcoach.practice.checklist import Principle
from tipcoach.practice.employer_promise import EmployerPromise
from tipcoach.practice.entry import Asked, Entry
from tipcoach.practice.lenses.notice import Lens, Notice
from tipcoach.practice.plaintext import clean
from tipcoach.practice.shared_copy import (
    MOST_IN_A_PART,
    MOST_IN_A_QUESTION,
    SharedCopy,
    can_be_shared,
    copy_of,
    parts_to_choose,
    words_of,
)
from tipcoach.supervision.cards import Card
from tipcoach.supervision.document_files import read_document
from tipcoach.supervision.documents import Agreement
from tipcoach.supervision.mail import Letter, post, write_letter
from tipcoach.supervision.place import box
from tipcoach.supervision.recovery import RecoveryKey, read_recovery_key
from tipcoach.supervision.sealing import MOST_IN_A_DOCUMENT
from tipcoach.supervision.shared_records import SharedRecord, SharedRecords

QUESTION = "question"
"""The place of the officer's own question among what the lens looks at."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What the reader will get: `letter.written` are its bytes, and `copy` is read from them.

    `recovery` is the organisation's recovery key, which opens it as well, if there is one.
    """

    letter: Letter
    copy: SharedCopy
    reader: Card
    recovery: RecoveryKey | None


class Preparing:
    """A copy in the making. It holds what was chosen; nothing of it is on the disk.

    `agreement` is the one that holds with the reader, and `promise` the employer's, if any.
    """

    def __init__(self, coach: Coach, entry: Entry, reader: Card, agreement: Agreement) -> None:
        self._coach = coach
        self.entry = entry
        self.reader = reader
        self.agreement = agreement
        self.parts: tuple[Asked, ...] = parts_to_choose(entry)
        self.question = ""
        self.principle: Principle | None = None
        self.heavy = False
        self._words: dict[str, str] = {
            asked.prompt: words_of(asked, coach.clock().date()) for asked in self.parts
        }
        self._chosen: set[str] = set()

    @property
    def promise(self) -> EmployerPromise | None:
        """The employer's written promise as it is now."""
        try:
            return employer_promise(self._coach)
        except TipcoachError:
            return None

    @property
    def chosen(self) -> Mapping[str, str]:
        """The parts chosen, in order: prompt id to the words their reader will see."""
        return {
            asked.prompt: self._words[asked.prompt]
            for asked in self.parts
            if asked.prompt in self._chosen
        }

    def words(self, prompt: str) -> str:
        """The words of a part as its reader would see them."""
        return self._words[prompt]

    def choose(self, prompt: str, *, on: bool = True) -> None:
        """Raises `NotFound` when the entry has no such answer."""
        self._check(prompt)
        self._chosen = self._chosen | {prompt} if on else self._chosen - {prompt}

    def reword(self, prompt: str, words: str) -> None:
        """Other words for a part in this copy alone; the entry stays as it is.

        Raises `NotFound` when the entry has no such answer, `WrongUsage` for too many words.
        """
        self._check(prompt)
        cleaned = clean(words)
        if len(cleaned) > MOST_IN_A_PART:
            raise WrongUsage(f"One answer holds {MOST_IN_A_PART:,} characters.")
        self._words[prompt] = cleaned

    @property
    def is_looked_at(self) -> bool:
        """Whether the identifiers lens is on."""
        return self._coach.lenses.is_on(Lens.IDENTIFIERS)

    def notices(self) -> tuple[tuple[str, Notice], ...]:
        """What may tell who somebody is, in all that is chosen: prompt id, or `question`."""
        looked_at = {**self.chosen, QUESTION: self.question}
        return tuple(
            (place, notice)
            for place, text in looked_at.items()
            for notice in self._coach.lenses.look(text)
            if notice.lens is Lens.IDENTIFIERS
        )

    def preview(self) -> Preview:
        """What the reader would get now.

        Raises `WrongUsage` while nothing is chosen, or the question or the whole is too long;
        `SettingsFault` when the recovery key cannot be used.
        """
        if not self._chosen:
            raise WrongUsage("Nothing is chosen yet, so there is nothing to share.")
        copy = copy_of(
            self.entry,
            self.chosen,
            question=self.question,
            principle=self.principle,
            heavy=self.heavy,
        )
        if len(copy.question) > MOST_IN_A_QUESTION:
            raise WrongUsage(f"The question holds {MOST_IN_A_QUESTION} characters.")
        letter = write_letter(self._coach.keys.card, self.reader, copy)
        read = _as_it_will_be_read(letter)
        recovery = read_recovery_key(self._coach.places.recovery_key)
        return Preview(letter, read, self.reader, recovery)

    def share(self, preview: Preview) -> SharedRecord:
        """Sign, seal and share what was previewed, which is the officer's yes to it.

        Raises `Locked`, `NoAgreement`, `KeysChanged`, `NotConnected`, `NotThere`, `NotSaved`, or
        `SettingsFault` when the recovery key is another by now; then nothing of it is in the
        shared place.
        """
        coach = self._coach
        require_current(coach, self.reader)
        check_unchanged(coach, self.reader)
        identity, place = coach.keys.identity, the_place(coach)
        recovery = preview.recovery
        if read_recovery_key(coach.places.recovery_key) != recovery:
            raise SettingsFault(
                "The organisation’s recovery key is another than in the preview. "
                "Nothing was shared.",
                "Look at the preview again.",
            )
        record = self._record(preview)
        again = NotSaved("This was shared already.", "See it with: tipcoach inbox")
        try:
            records(coach).add(record)
            first = post(
                place,
                preview.letter,
                identity,
                self.reader,
                [recovery.seals_to] if recovery else [],
            )
        except AlreadyThere:
            raise again from None
        except TipcoachError:
            # The name may be there though it could not be made to last. While it may be, the
            # record stays, or nobody could take the copy back.
            place.drop(box(identity.card.folder, self.reader.folder), preview.letter.name)
            records(coach).erase(record.copy)
            raise
        if not first:
            raise again
        return record

    def _record(self, preview: Preview) -> SharedRecord:
        return SharedRecord(
            copy=preview.letter.document.id,
            entry=self.entry.id,
            reader=self.reader.folder,
            month=preview.copy.month,
            concerning=preview.copy.concerning,
            question=preview.copy.question,
            prompts=tuple(self.chosen),
            shared_on=self._coach.clock().date(),
        )

    def _check(self, prompt: str) -> None:
        if prompt not in self._words:
            raise NotFound(f"This entry has no answer to {prompt}.")


def prepare_to_share(coach: Coach, entry_id: str, folder: str) -> Preparing:
    """Begin to choose parts of an entry, in its newest version, for somebody.

    Raises `NotFound`, `NotReadable`, `WrongUsage` for what is never shared, or `NoAgreement`.
    """
    reader = known(coach, folder)
    agreement = require_current(coach, reader)
    entry = coach.journal.read(links(coach).later(entry_id) or entry_id)
    if not isinstance(entry, Entry) or not can_be_shared(entry):
        raise WrongUsage("There is nothing in that entry that can be shared.")
    return Preparing(coach, entry, reader, agreement)


def _as_it_will_be_read(letter: Letter) -> SharedCopy:
    try:
        if len(letter.written) > MOST_IN_A_DOCUMENT:
            raise NotReadable("it is too large")
        read = read_document(letter.written).content
    except NotReadable:
        raise WrongUsage("That is more than one copy holds.", "Choose fewer answers.") from None
    assert isinstance(read, SharedCopy)  # noqa: S101  (it was written as one)
    return read


def records(coach: Coach) -> SharedRecords:
    return SharedRecords(coach.places.shared, coach.writer)
