"""The agreements of one person with another, on their own machine: signed by both."""

from dataclasses import dataclass
from pathlib import Path

from tipcoach.journal.writing import Writer
from tipcoach.supervision.answered_letters import AnsweredLetters
from tipcoach.supervision.cards import Card
from tipcoach.supervision.documents import Agreed, Agreement, Document


@dataclass(frozen=True, slots=True)
class KeptAgreement:
    """An agreement between two people; `agreed` when the other has said yes to it.

    `digest` is what that yes has to name.
    """

    document: Document
    agreement: Agreement
    agreed: bool
    digest: str


class AgreementFiles:
    """The agreements of `me` with one `other`, in a folder that is theirs among `agreements`."""

    def __init__(self, agreements: Path, writer: Writer, me: Card, other: Card) -> None:
        self._letters = AnsweredLetters(
            agreements, writer, me, other, what="agreement", answer="agreed"
        )
        self.keep = self._letters.keep
        self.keep_yes = self._letters.keep_answer
        self.erase = self._letters.erase
        self.is_kept = self._letters.is_kept

    def all(self) -> tuple[KeptAgreement, ...]:
        """Those under the keys both have now, the newest last. Raises `NotReadable`."""
        found = [
            KeptAgreement(
                each.document,
                each.document.content,
                isinstance(each.answer, Agreed),
                each.digest,
            )
            for each in self._letters.all()
            if isinstance(each.document.content, Agreement)
        ]
        kept_at = self._letters.kept_at
        return tuple(
            sorted(found, key=lambda each: (each.agreement.made_on, kept_at(each.document.id)))
        )
