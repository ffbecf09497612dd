"""What the file of moves may hold, checked where it enters."""

from collections.abc import Mapping

from pydantic import Field, model_validator

from tipcoach.library.lens_models import PhraseWords
from tipcoach.library.models import Authored, Id
from tipcoach.practice.lenses.phrases import NotAPhrase, Phrase, read_phrase


class MoveModel(Authored):
    """One thing a reflection may hold, and how it is asked for where nothing suggests it."""

    id: Id
    """Its name for good; which was asked for last is remembered by it."""
    ask: Id
    """The question that asks for it. It stands in a section of which 0 are drawn, and is answered
    in words; one that a walk asks by itself is never asked a second time."""
    asked_by: tuple[Id, ...] = ()
    """Questions that ask the same. Where a walk has one of them, it is not asked for again."""
    shown_by: tuple[Id, ...] = ()
    """Questions to which any answer shows that it is there."""
    says: tuple[PhraseWords, ...] = Field(min_length=1)
    """Phrases that suggest it is there. Too many is better than too few."""


class MovesModel(Authored):
    """`lenses/moves.yaml`: what is asked about after the writing, one at most."""

    lists: Mapping[Id, tuple[PhraseWords, ...]] = Field(default_factory=dict)
    """Lists of single words that phrases may name, such as `<they>`."""
    moves: tuple[MoveModel, ...] = Field(min_length=1)
    """The moves, in any order."""

    @model_validator(mode="after")
    def _reads(self) -> "MovesModel":
        for move in self.moves:
            for phrase in move.says:
                try:
                    self.phrase(phrase)
                except NotAPhrase as fault:
                    raise ValueError(f"{move.id}: the phrase “{phrase}” {fault}") from None
        return self

    def phrase(self, written: str) -> Phrase:
        return read_phrase(written, self.lists)
