"""Where what was looked for stands in an entry as it is read.

An answer is shown with more round it than is searched: a box, whose a promise is, a label. So each
passage is first found among the lines shown, and then what was looked for in the passage.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tipcoach.practice.entry import Asked, Entry
from tipcoach.practice.findable import passages_of
from tipcoach.practice.query import Query
from tipcoach.practice.search import Span, best_place, spans_of
from tipcoach.practice.words import places_of, words_of
from tipcoach.reports.entries import Part


@dataclass(frozen=True, slots=True)
class FoundInEntry:
    """For each question the words that were found, as spans in its lines with a line end between.

    `first` is the number of a question, and where under it the first words stand of the sentence
    that a search shows; None where no answer says any of it.
    """

    spans: tuple[tuple[Span, ...], ...]
    first: tuple[int, int] | None


def found_in_entry(query: Query, entry: Entry, parts: Sequence[Part]) -> FoundInEntry:
    """What a query finds in an entry whose `parts` are shown, one for each question asked."""
    spans: list[tuple[Span, ...]] = []
    shown: list[tuple[int, int, str]] = []
    for number, (asked, part) in enumerate(zip(entry.asked, parts, strict=True)):
        text = "\n".join(part.lines)
        passages = [*_passages_shown(asked, text)] if query.phrases else []
        shown += [(number, start, text[start:end]) for start, end in passages]
        spans.append(
            tuple(
                (start + a, start + b)
                for start, end in passages
                for a, b in spans_of(query.phrases, text[start:end])
            )
        )
    best = best_place(query.phrases, [passage for _, _, passage in shown])
    if best is None:
        return FoundInEntry(tuple(spans), None)
    number, start, _ = shown[best.number]
    return FoundInEntry(tuple(spans), (number, start + best.spans[0][0]))


def _passages_shown(asked: Asked, text: str) -> Iterator[Span]:
    """Where each passage of an answer stands in it as it is shown, told by its words alone."""
    places = [*places_of(text)]
    words = [word for word, _, _ in places]
    after = 0
    for passage in passages_of(asked):
        wanted = words_of(passage)
        many = len(wanted)
        for at in range(after, len(words) - many + 1) if wanted else ():
            if words[at : at + many] == wanted:
                yield places[at][1], places[at + many - 1][2]
                after = at + many
                break
