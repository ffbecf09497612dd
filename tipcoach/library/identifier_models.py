"""What `lenses/identifiers.yaml` may hold, checked where it enters."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field, model_validator

from tipcoach.library.lens_models import PhraseWords
from tipcoach.library.models import Authored, Id, Words
from tipcoach.practice.lenses.found import KINDS
from tipcoach.practice.lenses.phrases import NotAPhrase, Phrase, read_phrase

WordList = Annotated[str, Field(min_length=1, max_length=60_000)]
KindId = Literal[
    "name",
    "name-after-title",
    "own-list",
    "address",
    "postcode",
    "phone",
    "email",
    "ni-number",
    "nhs-number",
    "chi-number",
    "plate",
    "reference",
    "long-number",
    "exact-date",
    "singular-story",
]


class KindModel(Authored):
    """One kind of thing somebody could be known by."""

    id: KindId
    """Which kind it is; what finds each is part of the program."""
    term: Words
    """What it is called, such as “a phone number”."""
    why: Words
    """Why it may matter: one or two sentences."""
    ask: Words | None = None
    """A short question."""
    blur: Words | None = None
    """Words that could stand in its place, such as “a street nearby”."""


class NameWordsModel(Authored):
    """Words by which a name is told from other words. Each list is words with spaces between,
    over as many lines as you like; capitals and accents make no difference."""

    first_names: WordList
    """First names that are no other words: found however they are written."""
    names_with_a_capital: WordList
    """First names that are other words too, such as “grace”: found with a capital alone."""
    titles: WordList
    """Titles that are nearly always one, such as “mrs”."""
    weak_titles: WordList
    """Words that are a title before a name and other words elsewhere, such as “doctor”."""
    particles: WordList
    """Small words inside a name, such as “van”."""
    relations: WordList
    """Words for a person that a name may follow, such as “neighbour”."""
    deeds: WordList
    """What only a person does, such as “said”: the word before it with a capital is a name."""
    no_names: WordList
    """Words with a capital that are nobody's name: towns, languages, benefits, brands, feasts."""
    organisations: WordList
    """Words that make a run of words with a capital an organisation, a law or a benefit."""
    ordinary: WordList
    """Words of every day. One that is missing may be taken for a name where it has a capital."""
    no_people: tuple[PhraseWords, ...] = ()
    """Two words that sound like a person and are none, such as “marie curie”."""


class AddressWordsModel(Authored):
    """Words by which an address is told from other words."""

    streets: WordList
    """What a street or a block is called, such as “road”, long and short."""
    weak_streets: WordList
    """Words that make an address only after a number, such as “way”."""
    streets_first: WordList
    """Words that come before the name of a street, such as “Heol”; with their capital."""
    no_streets: tuple[PhraseWords, ...] = ()
    """Two words that sound like a street and are none, such as “county court”."""


class IdentifiersModel(Authored):
    """`lenses/identifiers.yaml`: what somebody could be known by, and what to say about it."""

    misses: Words
    """Said wherever the lens is: that it misses things."""
    kinds: tuple[KindModel, ...]
    """What is said of each kind. There is one for each."""
    lists: Mapping[Id, tuple[PhraseWords, ...]] = Field(default_factory=dict)
    """Lists of single words that the phrases may name, such as `<people>`."""
    stories: tuple[PhraseWords, ...] = ()
    """Phrases of a fact that a neighbour would know somebody by."""
    months: WordList
    """Names of months, long, short and misspelt."""
    names: NameWordsModel
    """Words by which a name is told."""
    addresses: AddressWordsModel
    """Words by which an address is told."""

    @model_validator(mode="after")
    def _reads(self) -> "IdentifiersModel":
        for phrase in self.stories:
            try:
                self.phrase(phrase)
            except NotAPhrase as fault:
                raise ValueError(f"stories: the phrase “{phrase}” {fault}") from None
        said = [kind.id for kind in self.kinds]
        unsaid = [kind for kind in KINDS if kind not in said]
        if unsaid or len(said) > len(KINDS):
            raise ValueError(
                f"kinds: wants each kind once; not there: {', '.join(unsaid) or 'none'}"
            )
        return self

    def phrase(self, written: str) -> Phrase:
        return read_phrase(written, self.lists)

    def pairs(self, written: Sequence[str]) -> frozenset[tuple[str, str]]:
        """The first two words of each."""
        apart = (one.lower().split() for one in written)
        return frozenset((one[0], one[1]) for one in apart if len(one) > 1)
