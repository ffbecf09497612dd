"""The wording lens: words that blame or label, with a reason and another way to say it.

It never softens harm done to somebody, leaves what people said of themselves in their own
words, and leaves legal terms standing. Which words, and where they are left alone, is data.
Sources: the families come from housing, social care and health language guides named in the
lens file, where each has its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tipcoach.practice.lenses.index import Index
from tipcoach.practice.lenses.notice import Lens, Notice, in_order
from tipcoach.practice.lenses.phrases import Context, Phrase
from tipcoach.practice.lenses.quoted import Speech, whose_words
from tipcoach.practice.lenses.said_of import SaidOf
from tipcoach.practice.lenses.subject import Subject
from tipcoach.practice.lenses.ways import Ways
from tipcoach.practice.lenses.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Say:
    """Phrases of a family. They count only with any of `only` around them, where there are some,
    with none of `unless`, and where they are `of_them` only if they are said of those visited."""

    phrases: tuple[Phrase, ...]
    only: Context
    unless: Context
    of_them: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """One family of wording: what it is called, why it may matter, what to ask, other words.
    One `of_people` counts only where it is said of those visited, and nowhere where it is plainly
    said of us or of a thing."""

    id: str
    term: str
    why: str
    ask: str
    instead: str
    sources: tuple[str, ...]
    says: tuple[Say, ...]
    of_people: bool = False


class WordingLens:
    """Reads a text for families of wording. `speech` tells whose words a quotation is, `said_of`
    whom they are said of, `subject` whether plainly of others, and `ways` what makes no
    difference."""

    def __init__(
        self,
        families: Sequence[Family],
        speech: Speech,
        said_of: SaidOf = SaidOf(),  # noqa: B008  (nothing can change it)
        subject: Subject = Subject(),  # noqa: B008
        ways: Ways = Ways(),  # noqa: B008
    ) -> None:
        self._said_of, self._subject, self._ways = said_of, subject, ways
        self._says = [(family, say) for family in families for say in family.says]
        self._speech = speech
        self._index = Index(
            [
                (phrase, number)
                for number, (_, say) in enumerate(self._says)
                for phrase in say.phrases
            ]
        )

    def read(self, text: str) -> tuple[Notice, ...]:
        """What it sees in `text`, in order; never two at one place."""
        words = self._ways.read(words_of(text))
        theirs = None
        found: list[Notice] = []
        for first, end, number in self._index.found(words):
            family, say = self._says[number]
            if say.only.phrases and not say.only.holds(words, first, end):
                continue
            if (say.of_them or family.of_people) and not self._said_of.is_of_them(
                words, first, end
            ):
                continue
            if say.unless.holds(words, first, end) or self._said_of.is_before_a_thing(words, end):
                continue
            if family.of_people and self._is_of_others(words, first, end):
                continue
            start, stop = words.starts[first], words.ends[end - 1]
            if theirs is None:
                theirs = whose_words(words, self._speech)
            if any(begin <= start and stop <= close for begin, close in theirs):
                continue
            if self._speech.is_told(words, first, end):
                continue
            found.append(
                Notice(
                    Lens.WORDING,
                    family.id,
                    start,
                    stop,
                    text[start:stop],
                    family.why,
                    family.ask,
                    family.instead,
                )
            )
        return in_order(found)

    def _is_of_others(self, words: Words, first: int, end: int) -> bool:
        return self._subject.is_somebody_else(words, first, end) or (
            self._said_of.describes_a_thing(words, first, end)
        )
