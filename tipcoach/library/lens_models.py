"""What a lens file may hold: the authored shapes, checked where they enter."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator

from tipcoach.library.models import Authored, Id, Words
from tipcoach.practice.lenses.phrases import NotAPhrase, Phrase, read_phrase

PhraseWords = Annotated[str, Field(min_length=1, max_length=1_000)]


def _as_say(said: object) -> object:
    """A bare phrase is one with no conditions."""
    return {"say": [said]} if isinstance(said, str) else said


class SayModel(Authored):
    """Phrases, and where they count."""

    say: tuple[PhraseWords, ...] = Field(min_length=1)
    """The phrases to look for."""
    only: tuple[PhraseWords, ...] = ()
    """They count only where one of these stands in the same sentence."""
    unless: tuple[PhraseWords, ...] = ()
    """They do not count where one of these does."""


class FamilyModel(Authored):
    """One family of wording that a good colleague would notice."""

    id: Id
    """Its name for good; what was dismissed is remembered by it."""
    term: Words
    """What it is called."""
    why: Words
    """Why it may matter: one or two sentences."""
    ask: Words | None = None
    """A short question, such as “What did you see?”."""
    instead: Words | None = None
    """Words that could stand in its place."""
    sources: tuple[str, ...] = ()
    """Keys of `sources.yaml`."""
    forms: tuple[Annotated[SayModel, BeforeValidator(_as_say)], ...] = Field(min_length=1)
    """The phrases, alone or with where they count."""
    unless: tuple[PhraseWords, ...] = ()
    """None of its phrases counts where one of these stands in the same sentence."""


class SpeechModel(Authored):
    """What tells whose words a quotation is. The wavy line stands for the quotation."""

    ours: tuple[PhraseWords, ...] = ()
    """It is ours: a letter, a file, a colleague, the officer."""
    theirs: tuple[PhraseWords, ...] = ()
    """It is not ours after all."""
    dropped: tuple[PhraseWords, ...] = ()
    """It is quoted to be put away or answered."""
    rejected: tuple[PhraseWords, ...] = ()
    """It is told as theirs, without marks. The wavy line stands for what was found."""
    named: tuple[PhraseWords, ...] = ()
    """It is only spoken about, or written and put away again, without marks."""


class WordingModel(Authored):
    """`lenses/wording.yaml`: the families of wording."""

    lists: Mapping[Id, tuple[PhraseWords, ...]] = Field(default_factory=dict)
    """Lists of single words that phrases may name, such as `<people>`."""
    quoted: SpeechModel = SpeechModel()
    """What tells whose words a quotation is."""
    families: tuple[FamilyModel, ...] = Field(min_length=1)
    """The families, in any order."""
    _read: dict[str, Phrase] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _reads(self) -> "WordingModel":
        for where, phrase in self._phrases():
            try:
                self._read[phrase] = read_phrase(phrase, self.lists)
            except NotAPhrase as fault:
                raise ValueError(f"{where}: the phrase “{phrase}” {fault}") from None
        return self

    def _phrases(self) -> "Sequence[tuple[str, str]]":
        said = self.quoted
        found = [
            ("quoted", one)
            for one in (*said.ours, *said.theirs, *said.dropped, *said.rejected, *said.named)
        ]
        for family in self.families:
            for form in family.forms:
                phrases = (*form.say, *form.only, *form.unless)
                found += [(family.id, one) for one in phrases]
            found += [(family.id, one) for one in family.unless]
        return found

    def phrase(self, written: str) -> Phrase:
        """A phrase of this file, read."""
        return self._read[written]
