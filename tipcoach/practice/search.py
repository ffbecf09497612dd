"""An entry as a search sees it, whether it is looked for, and the sentence it was found by.

What was answered is searched, as people read it; the questions are not, for each of them stands
in a hundred entries. A `yes` or a `not yet` has no words of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tipcoach.practice.query import Phrase, Query
from tipcoach.practice.words import places_of, words_of

_TITLES = "".join(rf"(?<!\b{title})" for title in ("Mr", "Mrs", "Ms", "Dr", "St"))
_END_OF_SENTENCE = re.compile(rf"{_TITLES}[.!?…。！？]+[\"'”’)\]]*\s+|\s*\n\s*")
BETWEEN = " ¶ "
"""Between passages: it is no word, so that no phrase reaches from one into the next."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Findable:
    """An entry as a search sees it. `created` is RFC 3339; `day` the date in it.

    `supersedes` is the id of an earlier entry that this one corrects, never of a later one.
    `passages` are the answers, then the label of the visit: no phrase reaches out of one.
    """

    id: str
    kind: str
    created: str
    purpose: str | None
    label: str
    channel: str
    stopped: str | None
    supersedes: str | None
    principles: tuple[str, ...]
    has: tuple[str, ...]
    passages: tuple[str, ...]

    @property
    def day(self) -> str:
        return self.created[:10]

    def folded(self) -> str:
        """Every word of it, folded, a space on both sides of each."""
        return f" {BETWEEN.join(' '.join(words_of(passage)) for passage in self.passages)} "

    def meets(self, name: str, value: str) -> bool:
        """Whether it meets one condition of a query."""
        match name:
            case "purpose":
                return self.purpose == value
            case "kind":
                return self.kind == value
            case "channel":
                return self.channel == value
            case "from":
                return self.day >= value
            case "to":
                return self.day[: len(value)] <= value
            case "principle":
                return value in self.principles
            case _:
                return value in self.has


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that was found, the sentence it was found by, and the words in it, as spans.

    With no words looked for it is the first sentence of the entry, and no spans.
    """

    entry: Findable
    sentence: str
    spans: tuple[Span, ...]

    def cut(self, most: int) -> tuple[str, tuple[Span, ...]]:
        """At most `most` characters of the sentence, and the spans in them."""
        return _cut(self.sentence, self.spans, most)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence that says what is looked for: the number of its passage, where it starts and ends
    there, and the words in it, as spans in the passage."""

    number: int
    sentence: Span
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, newest first; `more` when there is more than was wanted."""

    matches: tuple[Match, ...]
    more: bool


def is_looked_for(query: Query, entry: Findable) -> bool:
    """Whether an entry says and meets everything that is looked for."""
    if not all(entry.meets(name, value) for name, value in query.conditions):
        return False
    if not query.phrases:
        return True
    folded = entry.folded()
    return all(_needle(phrase) in folded for phrase in query.phrases)


def _needle(phrase: Phrase) -> str:
    return f" {' '.join(phrase.words)}{'' if phrase.begins else ' '}"


def match_of(query: Query, entry: Findable) -> Match:
    """The sentence that holds the most of what is looked for, the first of them."""
    place = best_place(query.phrases, entry.passages)
    if place is None:
        return Match(entry, _first_sentence(entry.passages), ())
    first, last = place.sentence
    spans = tuple((start - first, end - first) for start, end in place.spans)
    return Match(entry, entry.passages[place.number][first:last], spans)


def best_place(phrases: Sequence[Phrase], passages: Sequence[str]) -> Place | None:
    """The first of the sentences that hold the most of the phrases; None where none holds any."""
    best, most = None, 0
    for number, passage in enumerate(passages):
        hits = sorted(_hits(phrases, passage))
        for first, last in _sentences(passage) if hits else ():
            inside = [hit for hit in hits if first <= hit[0] < last]
            said = len({phrase for _, _, phrase in inside})
            if said <= most:
                continue
            # A phrase may reach over the end of its sentence.
            last = max(last, *(end for _, end, _ in inside))
            spans = _joined([(start, end) for start, end, _ in inside])
            best, most = Place(number, (first, last), spans), said
            if most == len(phrases):
                return best
    return best


def spans_of(phrases: Sequence[Phrase], passage: str) -> tuple[Span, ...]:
    """Everything in a passage that is one of the phrases, in order."""
    return _joined([(start, end) for start, end, _ in _hits(phrases, passage)])


def _first_sentence(passages: Sequence[str]) -> str:
    sentences = (passage[a:b] for passage in passages for a, b in _sentences(passage))
    return next(sentences, "")


def _hits(phrases: Sequence[Phrase], passage: str) -> Iterator[tuple[int, int, int]]:
    """Where each phrase stands in a passage: start, end, and which phrase it is."""
    folded = f" {' '.join(words_of(passage))} "
    if not any(_needle(phrase) in folded for phrase in phrases):
        return
    words = list(places_of(passage))
    for number, phrase in enumerate(phrases):
        length = len(phrase.words)
        for place in range(len(words) - length + 1):
            here = words[place : place + length]
            if _is_phrase(phrase, [word for word, _, _ in here]):
                yield here[0][1], here[-1][2], number


def _is_phrase(phrase: Phrase, words: list[str]) -> bool:
    *first, last = phrase.words
    if words[:-1] != first:
        return False
    return words[-1].startswith(last) if phrase.begins else words[-1] == last


def _sentences(passage: str) -> Iterator[Span]:
    """Where each sentence starts and ends, without the space about it."""
    start = 0
    ends = [stop.end() for stop in _END_OF_SENTENCE.finditer(passage)]
    for end in [*ends, len(passage)]:
        said = passage[start:end]
        if said.strip():
            yield start + len(said) - len(said.lstrip()), start + len(said.rstrip())
        start = end


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _cut(sentence: str, spans: Sequence[Span], most: int) -> tuple[str, tuple[Span, ...]]:
    """A part of a sentence round its first found word, cut between words where it can be."""
    said = sentence.replace("\n", " ")
    if len(said) <= most:
        return said, tuple(spans)
    start = 0
    if spans and spans[0][1] > most - 1:
        # Some of what leads up to it, and more where little comes after.
        start = max(min(spans[0][0] - most // 3, len(said) + 1 - most), 0)
        space = said.find(" ", start, spans[0][0])
        start = space + 1 if space >= 0 else start
    before = "…" if start else ""
    end = min(start + most - len(before), len(said))
    if end < len(said):
        end -= 1
        # Not inside what was found, unless it is longer than the room there is.
        found_to = spans[0][1] if spans else start
        space = said.rfind(" ", max(found_to, start + 1), end + 1)
        end = space if space >= 0 else end
    after = "…" if end < len(said) else ""
    shift = start - len(before)
    kept = [(max(a, start) - shift, min(b, end) - shift) for a, b in spans if a < end and b > start]
    return f"{before}{said[start:end]}{after}", tuple(kept)
