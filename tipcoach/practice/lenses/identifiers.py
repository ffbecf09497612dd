"""The identifiers lens: what a person, a neighbour or a colleague could be known by.

It misses things, and says so; it names no text free of them. Which words are names, titles,
streets or none of these is data, and so is the officer's own list.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from tipcoach.practice.lenses.addresses import Addresses
from tipcoach.practice.lenses.aloud import find_aloud
from tipcoach.practice.lenses.dates import Dates
from tipcoach.practice.lenses.found import OWN, STORY, Found, Kind
from tipcoach.practice.lenses.index import Index
from tipcoach.practice.lenses.names import Names
from tipcoach.practice.lenses.notice import Lens, Notice, in_order
from tipcoach.practice.lenses.numbers import find_numbers
from tipcoach.practice.lenses.phrases import Part, Phrase
from tipcoach.practice.lenses.vocabulary import Vocabulary
from tipcoach.practice.lenses.words import Words, letters_for_marks, words_of


class IdentifiersLens:
    """Reads a text for what somebody could be known by.

    `kinds` are by their ids, one for each of `KINDS`; `stories` are the phrases of a singular
    story, `own` the names the officer asked to look out for. `misses` says that things are missed.
    """

    def __init__(
        self,
        kinds: Mapping[str, Kind],
        vocabulary: Vocabulary,
        stories: Sequence[Phrase],
        own: Sequence[str],
        misses: str,
    ) -> None:
        self.misses = misses
        self._kinds = kinds
        self._names = Names(vocabulary)
        self._addresses = Addresses(vocabulary)
        self._dates = Dates(vocabulary.months)
        said = [(phrase, STORY) for phrase in stories]
        said += [(phrase, OWN) for name in own for phrase in own_phrases(name)]
        self._said = [kind for _, kind in said]
        self._index = Index([(phrase, number) for number, (phrase, _) in enumerate(said)])

    def read(self, text: str) -> tuple[Notice, ...]:
        """What it sees in `text`, in order; never two at one place."""
        return in_order([self._notice(text, one) for one in self._found(text)])

    def _found(self, text: str) -> Iterator[Found]:
        words, plain = words_of(text), letters_for_marks(text)
        yield from self._phrases(words)
        yield from self._dates.find(words, plain)
        yield from find_numbers(plain)
        yield from find_aloud(words)
        yield from self._addresses.find(words, plain)
        yield from self._names.find(words, plain)

    def _phrases(self, words: Words) -> Iterator[Found]:
        stories: dict[int, Found] = {}
        for first, end, number in self._index.found(words):
            found = Found(self._said[number], words.starts[first], words.ends[end - 1])
            if found.kind == OWN:
                yield found
                continue
            # One story is told in a sentence, however many phrases of it there are.
            sentence = words.sentences[first]
            before = stories.get(sentence, found)
            stories[sentence] = max(before, found, key=lambda one: one.end - one.start)
        yield from stories.values()

    def _notice(self, text: str, one: Found) -> Notice:
        kind = self._kinds[one.kind]
        quote = text[one.start : one.end]
        return Notice(
            Lens.IDENTIFIERS,
            kind.id,
            one.start,
            one.end,
            quote,
            kind.why,
            kind.ask,
            kind.blur,
            one.soft,
        )


def own_phrases(name: str) -> Iterator[Phrase]:
    """A name of the officer's own list, as it may be typed: with or without its accents, these
    in one sign with their letter or apart, and with an “s” at the end."""
    apart = unicodedata.normalize("NFD", name)
    bare = "".join(sign for sign in apart if unicodedata.category(sign)[0] != "M")
    for form in dict.fromkeys((unicodedata.normalize("NFC", name), apart, bare)):
        folded = words_of(form).folded
        if folded:
            last = frozenset((folded[-1], folded[-1] + "s"))
            parts = [Part(frozenset((word,))) for word in folded[:-1]]
            yield Phrase((*parts, Part(last)))
