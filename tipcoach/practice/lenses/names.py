"""Names of people: after a title, known first names, and words with a capital that are no others.

The last is a guess, and shy: a place, a brand or a law has a capital too.
"""

import re
from collections.abc import Iterator

from tipcoach.practice.lenses.found import Found
from tipcoach.practice.lenses.little_words import (
    BEFORE_A_PLACE,
    BEFORE_A_THING,
    BEFORE_MISSING,
    BEFORE_SOMETHING_OWNED,
    BEFORE_SOMETHING_USED,
    GOING,
    IS_OR_HAS,
    NEVER_AFTER_TITLE,
    PART_OF_A_PLACE,
    SPEAKS,
    WHOSE,
)
from tipcoach.practice.lenses.reading import Reading
from tipcoach.practice.lenses.vocabulary import Vocabulary
from tipcoach.practice.lenses.words import Words

NAME, TITLED = "name", "name-after-title"
_NO_NAME = re.compile(r"[^\W\d_]{4,}(?:tions?|sions?|ments?|ology|[^\W\d_](?:ness|isms?))")
"""“Intimidation”, “ventilation”, “tiredness”."""
_CAMEL = re.compile(r"(?:Mc|Mac|O['’]|D['’]|Fitz|De|Di|La|Le|Al)?[^\W\d_][^\W\d_A-Z]*(?:['’][sS])?")
_NAMING = frozenset(
    (first, last)
    for said, last in (
        ("name names surname", "is"),
        ("name surname", "was"),
        ("calls", "himself"),
        ("calls", "herself"),
        ("calls", "themselves"),
        ("goes", "by"),
        ("known introduced", "as"),
        ("is was hes shes im man woman someone somebody girl boy lad", "called"),
    )
    for first in said.split()
)
_LAST_OF_NAMING = frozenset([*(pair[-1] for pair in _NAMING), "names", "named"])
_PLACED = frozenset(("at", "of", "cafe", "inn", "bar", "arms", "hotel"))
_MOST_WORDS = 8


class Names:
    """Finds names with the words of `vocabulary`."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._known = vocabulary

    def find(self, words: Words, plain: str) -> Iterator[Found]:
        """The names in a text; `plain` is the text with letters for marks."""
        read = Reading(words, plain)
        at = 0
        while at < len(read.raw):
            if not self._could_be(read, at):
                at += 1
                continue
            found, at = self._at(read, at)
            if found:
                yield found

    def _could_be(self, read: Reading, n: int) -> bool:
        """Whether a name could begin here at all: said first, and quickly, of every word."""
        known, word = self._known, read.keys[n]
        return (
            read.raw[n][0].isupper()
            or word in known.names
            or word in known.titles
            or word in known.weak_titles
            or (n > 0 and read.words.folded[n - 1] in _LAST_OF_NAMING)
        )

    def _at(self, read: Reading, n: int) -> tuple[Found | None, int]:
        titled = self._after_title(read, n)
        if titled:
            return self._span(read, TITLED, n, titled), titled
        organisation = self._organisation_end(read, n)
        if organisation:
            return None, organisation
        hard, soft = self._is_name(read, n)
        if not (hard or soft):
            return None, n + 1
        end = self._name_end(read, n)
        return self._span(read, NAME, n, end, soft=not hard), end

    def _span(self, read: Reading, kind: str, first: int, end: int, *, soft: bool = False) -> Found:
        start, stop = read.words.starts[first], read.words.ends[end - 1]
        # "Mrs Patel's" becomes "the person's": what is put instead takes the name's place alone.
        owns = read.words.text[start:stop].endswith(("'s", "’s"))
        return Found(kind, start, stop - 2 if owns else stop, soft)

    def _is_title(self, word: str) -> bool:
        return word in self._known.titles or word in self._known.weak_titles

    def _after_title(self, read: Reading, n: int) -> int | None:
        """The word after the name that follows a title at `n`."""
        known, title = self._known, read.keys[n]
        # What is somebody's is no title: “his grandad's razor”.
        if not self._is_title(title) or read.raw[n].endswith(("'s", "’s")):
            return None
        first = n + 1
        if read.key(first) in ("and", "mrs", "mr") and read.key(first + 1) in known.titles:
            first += 2
        elif read.key(first) in known.titles and read.joined(first):
            first += 1
        if not read.joined(first) or read.between(first) not in (" ", ". ", "\u00a0", "  "):
            return None
        word = read.keys[first]
        if word in NEVER_AFTER_TITLE or not word.isalpha():
            return None
        if title == "miss" and read.raw[n].islower() and read.key(n - 1) in BEFORE_MISSING:
            sure = word in known.names or (read.capital[first] and not known.is_known(word))
        elif read.capital[first] or (read.raw[first].isupper() and not read.raw[n].islower()):
            sure = title in known.titles or not known.is_known(word)
        elif title in known.titles and title != "miss" and title != "ms":
            sure = word not in known.ordinary or title in ("mr", "mrs")
        else:
            sure = word in known.names or not (
                known.is_known(word) or re.search(r"(?:ed|ing|ly|s)$", word)
            )
        return self._name_end(read, first) if sure else None

    def _name_end(self, read: Reading, first: int) -> int:
        """The word after a name that begins at `first`: with its surname, if there is one."""
        end = first + 1
        if read.keys[first] in self._known.particles and read.joined(end):
            end += 1
        while read.joined(end) and not self._ends_name(read, end - 1):
            word = read.keys[end]
            hyphen = read.between(end) == "-"
            if word in self._known.particles and read.joined(end + 1) and read.capital[end + 1]:
                end += 2
            elif hyphen or (read.capital[end] and not self._known.is_known(word)):
                end += 1
            else:
                break
        return end

    def _ends_name(self, read: Reading, n: int) -> bool:
        return read.raw[n][-2:].lower() in ("'s", "’s") or (
            read.between(n + 1)[:1] == "." and len(read.raw[n]) > 1
        )

    def _organisation_end(self, read: Reading, n: int) -> int | None:
        """The word after an organisation, a law or a benefit that begins at `n`."""
        known = self._known
        if not read.capital[n]:
            return None
        end, marks = n, 0
        while end < min(n + _MOST_WORDS, len(read.raw)) and (
            end == n or (read.joined(end) or read.between(end) in (" & ", "&"))
        ):
            if read.capital[end] or read.raw[end].isupper():
                marks = end + 1 if read.keys[end] in known.organisations else marks
            elif read.keys[end] in known.organisations and end > n and read.capital[end - 1]:
                return end + 1
            elif read.keys[end] not in ("of", "and", "for", "the"):
                break
            end += 1
        if marks > n + 1:
            return marks
        pairs = ((read.key(n), read.key(n + 1)), (read.key(n), read.key(n + 2)))
        return n + 2 if any(pair in known.no_people for pair in pairs) else None

    def _is_name(self, read: Reading, n: int) -> tuple[bool, bool]:
        """Whether the word is a name, and whether it may be one."""
        known, word, capital = self._known, read.keys[n], read.capital[n]
        if len(word) < 2 or not word.isalpha():
            return False, False
        loud = read.raw[n].isupper()
        if (read.key(n - 1), word) in known.no_people and read.joined(n):
            return False, False
        if self._is_an_office(read, n):
            return False, False
        if word in known.names and (not loud or len(word) > 3):
            return True, True
        if self._is_said_to_be(read, n):
            return True, True
        if not capital or loud or not _CAMEL.fullmatch(read.raw[n]):
            return False, False
        if word in known.capital_names:
            if self._does_something(read, n):
                return True, True
            return False, word not in known.no_names and not read.opens(n)
        # A title with nobody after it is a word: “there is no Mr”.
        if self._is_title(word) or known.is_known(word) or self._is_known_short(word):
            return False, False
        if read.opens(n):
            return False, self._begins_as_name(read, n)
        return False, self._may_be_name(read, n)

    def _is_an_office(self, read: Reading, n: int) -> bool:
        """“The Dean at the university”, where a name also says what somebody is."""
        return (
            read.key(n - 1) == "the"
            and read.joined(n)
            and read.joined(n + 1)
            and read.key(n + 1) in _PLACED
        )

    def _is_known_short(self, word: str) -> bool:
        """Whether it is a known word with an ending of one, or ends as no name does."""
        if _NO_NAME.fullmatch(word):
            return True
        known = self._known
        stems = [
            word.removesuffix(end)
            for end in ("s", "es", "ed", "d", "ing", "ly", "er")
            if word.endswith(end)
        ]
        return any(
            len(stem) > 2 and (known.is_known(stem) or known.is_known(stem + "e")) for stem in stems
        )

    def _is_said_to_be(self, read: Reading, n: int) -> bool:
        """“Her name is ...”, “a lad called ...”, “my manager, ...”, “... is his name”."""
        known, word = self._known, read.keys[n]
        if n and not read.runs_on(n):
            return False
        capital = read.capital[n]
        other = known.is_known(word) and word not in known.capital_names
        before = read.words.folded[max(0, n - 2) : n]
        if before in _NAMING or before[-1:] in (("names",), ("named",)):
            return (
                not other and (capital or word not in known.capital_names) and word not in IS_OR_HAS
            )
        if not capital or (word in known.no_names and word not in known.capital_names):
            return False
        after = read.words.folded[n + 1 : n + 4]
        if len(after) == 3 and after[0] in IS_OR_HAS and after[1] in WHOSE and after[2] == "name":
            return True
        if other or read.opens(n) or read.between(n) not in (" ", ", "):
            return False
        # In “the Tenant Handbook” both words have a capital, and it is nobody's name.
        return read.key(n - 1) in known.relations and (not read.capital[n - 1] or read.opens(n - 1))

    def _does_something(self, read: Reading, n: int) -> bool:
        # Of a word of every day that is also a name, “Hope helps” is no sign.
        deeds = SPEAKS if read.keys[n] in self._known.ordinary else self._known.deeds
        return read.joined(n + 1) and read.between(n + 1) == " " and read.key(n + 1) in deeds

    def _begins_as_name(self, read: Reading, n: int) -> bool:
        """A sentence begins with a word nobody knows, and it is somebody who does something."""
        if self._does_something(read, n):
            return True
        return (read.joined(n + 1) and read.key(n + 1) in IS_OR_HAS) or (
            len(read.keys[n]) > 3
            and read.raw[n][-2:] in ("'s", "’s")
            and not read.keys[n].endswith("ing")
        )

    def _is_thing(self, read: Reading, n: int) -> bool:
        """Whether the word before says that it is a thing, a brand or a language."""
        before = read.key(n - 1)
        if before in BEFORE_SOMETHING_OWNED:
            return read.key(n + 1) not in IS_OR_HAS and not self._does_something(read, n)
        return before in BEFORE_A_THING or before in BEFORE_SOMETHING_USED

    def _may_be_name(self, read: Reading, n: int) -> bool:
        """Whether a word with a capital, of which nothing is known, is more likely a person."""
        before, after = read.key(n - 1), read.key(n + 1)
        if before in BEFORE_A_PLACE or before in PART_OF_A_PLACE or self._is_thing(read, n):
            return False
        if before in ("to", "from") and {read.key(n - 2), read.key(n - 3)} & GOING:
            return False
        if read.joined(n + 1) and (after.isdigit() or after in self._known.organisations):
            return False
        if (
            read.joined(n)
            and read.capital[n - 1]
            and self._known.is_known(before)
            and not read.opens(n - 1)
        ):
            return False
        if read.between(n) == "-" or (n + 1 < len(read.raw) and read.between(n + 1) == "-"):
            return False
        return read.words.sentences[n] not in read.loud
