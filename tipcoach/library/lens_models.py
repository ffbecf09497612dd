"""What a lens file may hold: the authored shapes, checked where they enter."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import BeforeValidator, Field

from tipcoach.library.lines import Path_
from tipcoach.library.models import Authored, Id, Words

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
    of_them: bool = False
    """They count only where they are said of those visited, and are not denied."""


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
    """Words that could stand in its place. With a question, an example of an answer to it, shown
    after “Such as”; without one, other words for the same, after “Perhaps”."""
    sources: tuple[str, ...] = ()
    """Keys of `sources.yaml`."""
    forms: tuple[Annotated[SayModel, BeforeValidator(_as_say)], ...] = Field(min_length=1)
    """The phrases, alone or with where they count."""
    unless: tuple[PhraseWords, ...] = ()
    """None of its phrases counts where one of these stands in the same sentence."""
    of_people: bool = False
    """All of its phrases are `of_them`, and none counts where it is plainly said of somebody
    else: of us, of a caller or of a thing, however far before."""


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
    reported: tuple[PhraseWords, ...] = ()
    """A paper, or somebody, has it so, without marks. It is left only where it is doubted."""
    answered: tuple[PhraseWords, ...] = ()
    """After it, there or in the next sentence, without a wavy line: what was found instead."""
    doubted: tuple[PhraseWords, ...] = ()
    """In the same sentence or, without a wavy line, the next: what is reported is doubted."""
    borne_out: tuple[PhraseWords, ...] = ()
    """There too: what is reported is taken over after all."""
    feared: tuple[PhraseWords, ...] = ()
    """Before it in the sentence, without a wavy line: somebody dreads to be thought so."""


class SaidOfModel(Authored):
    """Whom words are said of: the nearest before them who could be meant."""

    them: tuple[PhraseWords, ...] = ()
    """Words for those visited. Like the others here they are single words, or lists."""
    others: tuple[PhraseWords, ...] = ()
    """Words for ourselves, for things, and for whoever else could be meant."""
    reporting: tuple[PhraseWords, ...] = ()
    """After one of the others, it is they who say it: “I wrote”."""
    no: tuple[PhraseWords, ...] = ()
    """Shortly before them, it denies them."""
    callers: tuple[PhraseWords, ...] = ()
    """Those of the others who come to a door or act, for families that are `of_people`."""
    between: tuple[PhraseWords, ...] = ()
    """What may stand between a subject and what is said of it, for these families too."""
    things: tuple[PhraseWords, ...] = ()
    """Right before one of these, it is said of the thing: for every family."""
    goes_on: tuple[PhraseWords, ...] = ()
    """What may follow a noun: anything else after one word with “a” before it is what is meant."""


class FamiliesModel(Authored):
    """`lenses/families/*.yaml`: families of wording, by subject. Their phrases may name the lists
    of `lenses/wording.yaml`."""

    families: tuple[FamilyModel, ...] = Field(min_length=1)
    """The families, in any order."""

    def phrases(self) -> Iterator[tuple[Path_, str]]:
        """Every phrase, with its place in the file."""
        return _of_families(self.families)


class WordingModel(Authored):
    """`lenses/wording.yaml`: what all families of wording share."""

    lists: Mapping[Id, tuple[PhraseWords, ...]] = Field(default_factory=dict)
    """Lists of single words that phrases may name, such as `<people>`."""
    quoted: SpeechModel = SpeechModel()
    """What tells whose words a quotation is."""
    said_of: SaidOfModel = SaidOfModel()
    """What tells whom words are said of: for phrases `of_them`, and families `of_people`."""
    spelt: Mapping[str, tuple[PhraseWords, ...]] = Field(default_factory=dict)
    """Words, each with other ways to write it, which are found wherever it is."""
    fillers: tuple[PhraseWords, ...] = ()
    """Words that may stand between any two words of a phrase."""
    families: tuple[FamilyModel, ...] = ()
    """Families, in any order. More of them are in `lenses/families/`."""

    def phrases(self) -> Iterator[tuple[Path_, str]]:
        """Every phrase, with its place in the file."""
        for name in SpeechModel.model_fields:
            yield from _each(("quoted", name), getattr(self.quoted, name))
        for name in SaidOfModel.model_fields:
            yield from _each(("said_of", name), getattr(self.said_of, name))
        yield from _of_families(self.families)


def _of_families(families: Sequence[FamilyModel]) -> Iterator[tuple[Path_, str]]:
    for n, family in enumerate(families):
        for m, form in enumerate(family.forms):
            for name in ("say", "only", "unless"):
                yield from _each(("families", n, "forms", m, name), getattr(form, name))
        yield from _each(("families", n, "unless"), family.unless)


def _each(place: Path_, said: Sequence[str]) -> Iterator[tuple[Path_, str]]:
    return (((*place, n), one) for n, one in enumerate(said))
