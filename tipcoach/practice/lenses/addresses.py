"""Where somebody lives: a street with or without a number, a block, “flat 12”, “number 8”."""

import re
from collections.abc import Iterator

from tipcoach.practice.lenses.aloud import FIGURES, IN_WORDS, TENS
from tipcoach.practice.lenses.found import Found
from tipcoach.practice.lenses.little_words import (
    BEFORE_A_HOME,
    INSIDE_A_STREET,
    NAMES_NO_STREET,
    NOT_BEFORE_NUMBER,
    PLAIN_STREETS,
    UNITS,
)
from tipcoach.practice.lenses.vocabulary import Vocabulary, key
from tipcoach.practice.lenses.words import Words

KIND = "address"
_SAID = (
    rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{'|'.join(w for w in FIGURES if len(w) > 2)}))?"
    rf"|{IN_WORDS})"
)
_NUMBER = r"\d{1,4}[a-z]?(?:\s?[-–/&]\s?\d{1,4}[a-z]?)?"
_WORD = r"[^\W\d_][\w'’]*(?:-[\w'’]+)*\.?"
_UNIT = re.compile(
    r"(?P<unit>[a-z]+\.?)\s"
    rf"(?P<number>(?:{_NUMBER}|{_SAID}|[a-h])\b)(?!\s?[%£:]|[.,]\d)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?<![\w/£.])\d{1,2}/\d{1,2}(?=,\s\d)|(?<=\b[ai][tn] )\d/\d\b"
    r"(?!\s(?:of|rooms?|homes|flats|cases|visits)\b)"
)
_COUNTED = re.compile(
    r"[\s-](?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?|hrs?|min(?:ute)?s?|times?|doors?"
    r"|people|beds?|bedrooms?|visits?|calls?|priority|one|thing|reason|question|problem|bus|buses"
    r"|tram|route|form|on (?:the|my|our|her|his|their) list"
    r"|in the queue|of|in line|storeys?|floors?|pounds?|quid|kids"
    r"|children|rooms?|points?|miles?|foot|ft|photos?|keys?|steps?|stops?|tenants?|families"
    r"|residents|neighbours|friends|colleagues|things|more|fan|choice|rule|job|bins?|parking|did"
    r"|am|pm|or)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 6
_SAINT = re.compile(r"\.?\s[A-Z]")
_BEFORE = re.compile(
    rf"(?:(?<![\w£$.,/:-])(?P<number>{_NUMBER}|\b{_SAID}),?\s)?(?P<names>(?:{_WORD}\s){{1,4}})",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(rf"\b{_NUMBER},?\s$", re.IGNORECASE)
_SCHEME = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]{2,})\s"
    r"(?:[Ee]states?|[Ss]cheme|flats|[Tt]ower block|tower|[Hh]ostel|caravan park|[Cc]lose)\b"
)
_LETTERED = re.compile(r"(?:[^\W\d_]|['’.-])+")


def _is_home(one: re.Match[str], before: str) -> bool:
    """Whether “number 8” is a home and no form, bus or list; `before` is the word before it."""
    unit, number = one["unit"].lower().rstrip("."), one["number"].lower()
    if len(number) == 1 and number.isalpha():
        return one["number"].isupper() and unit in ("flat", "block", "unit", "plot")
    if unit in ("flat", "flats", "fflat", "apartment", "apt", "rhif", "bedsit", "caravan"):
        return True
    if before in NOT_BEFORE_NUMBER or (len(number) > 3 and number.isdigit()):
        return False
    if unit in ("no", "nos"):
        return not number.isalpha() and before in BEFORE_A_HOME
    if number in ("one", "1"):
        return before in BEFORE_A_HOME - {"is", "its", "of", "to"}
    return True


class Addresses:
    """Finds addresses with the street words of `vocabulary`."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._known = vocabulary
        first = "|".join(sorted(map(re.escape, vocabulary.streets_first), key=len, reverse=True))
        self._firsts = frozenset(re.split("-", one.lower())[0] for one in vocabulary.streets_first)
        self._welsh = re.compile(
            rf"(?:{first})(?:\s(?:y|yr|Y|Yr|[’']r|a|o))?\s[A-ZÀ-ÞŴŶ][\w'’-]*(?:\s[A-ZÀ-ÞŴŶ][\w'’-]*)?"
        )

    def find(self, words: Words, text: str) -> Iterator[Found]:
        """Addresses in a text, those that stand together as one; `text` has letters for marks."""
        spans = sorted(
            {*self._units(words, text), *self._streets(words, text), *self._others(words, text)}
        )
        joined: list[tuple[int, int]] = []
        for start, end in spans:
            if joined and (
                start <= joined[-1][1] or re.fullmatch(r",?\s?", text[joined[-1][1] : start])
            ):
                joined[-1] = joined[-1][0], max(end, joined[-1][1])
            else:
                joined.append((start, end))
        for start, end in joined:
            yield Found(KIND, start, end)

    def _units(self, words: Words, text: str) -> Iterator[tuple[int, int]]:
        for n, word in enumerate(words.folded):
            one = _UNIT.match(text, words.starts[n]) if word in UNITS else None
            if one is None:
                continue
            before = re.findall(r"\w+", text[max(0, one.start() - 24) : one.start()].lower())
            if _is_home(one, before[-1] if before else "") and not _COUNTED.match(text, one.end()):
                yield one.span()

    def _streets(self, words: Words, text: str) -> Iterator[tuple[int, int]]:
        for n, word in enumerate(words.folded):
            if word not in self._known.streets and word not in self._known.weak_streets:
                continue
            begins, ends = words.starts[n], words.ends[n]
            street = text[begins:ends]
            if word in ("st", "dr") and street[0].isupper() and _SAINT.match(text, ends):
                continue
            # A street word that is part of a longer one, as in “Park-end” or “cl's”.
            if text[ends : ends + 1] == "-" or text[begins - 1 : begins] in ("-", "'", "’"):
                continue
            before = self._words_before(words, text, n)
            start = self._start(street, before) if before else None
            if start is not None:
                yield start, ends

    def _words_before(self, words: Words, text: str, n: int) -> re.Match[str] | None:
        """What the name of a street and its number may be before the street word `n`."""
        for first in range(max(0, n - _MOST_WORDS), n):
            if found := _BEFORE.fullmatch(text, words.starts[first], words.starts[n]):
                return found
        return None

    def _start(self, street: str, before: re.Match[str]) -> int | None:
        """Where the address begins."""
        names = [
            (one[0], one.start() + before.start("names"))
            for one in _LETTERED.finditer(before["names"])
        ]
        if not names:
            return None
        strong = street.lower() in self._known.streets
        pair = key(names[-1][0]), street.lower()
        if pair in self._known.no_streets and not before["number"]:
            return None
        said = [key(name) for name, _ in names]
        if before["number"] is not None and self._is_numbered(names, said, street, strong=strong):
            return before.start("number")
        capitals = 0
        while capitals < len(names) and self._names_a_street(names[-1 - capitals][0]):
            capitals += 1
        if capitals and street[0].isupper() and strong:
            if (
                all(self._known.is_known(word) for word in said[-capitals:])
                and street.lower() not in PLAIN_STREETS
            ):
                return None
            return names[-capitals][1]
        last, word = names[-1][0], said[-1]
        if (
            street.lower() in PLAIN_STREETS
            and word not in NAMES_NO_STREET
            and word.isalpha()
            and len(word) > 2
            and not re.search(r"['’]s?$|['’]s$", last)
        ):
            known = self._known.is_known(word) or word in self._known.names
            stem = re.search(r"(?:ing|[^\W\d_]{5}in|ed|ly|s|er|est)$", word)
            if not known and not (stem and last.islower()):
                return names[-1][1]
        return None

    def _is_numbered(
        self, names: list[tuple[str, int]], said: list[str], street: str, *, strong: bool
    ) -> bool:
        if all(
            self._names_a_street(name) or word in INSIDE_A_STREET
            for (name, _), word in zip(names, said, strict=True)
        ):
            return True
        if len(names) > 2 or any(word in NAMES_NO_STREET for word in said):
            return False
        if any(name[0].islower() and re.search(r"['’]s$", name) for name, _ in names):
            return False
        unknown = not self._known.is_known(said[-1])
        if strong and street.lower() in (
            *PLAIN_STREETS,
            "cl",
            "st",
            "dr",
            "ln",
            "pl",
            "ct",
            "row",
            "square",
        ):
            return unknown or (not said[-1].endswith(("s", "ing", "ed")) and len(names) == 1)
        return unknown and not said[-1].endswith(("s", "ing", "ed", "ly"))

    def _names_a_street(self, name: str) -> bool:
        return name[0].isupper() and key(name) not in NAMES_NO_STREET - {
            "high",
            "main",
            "new",
            "old",
            "long",
            "back",
        }

    def _others(self, words: Words, text: str) -> Iterator[tuple[int, int]]:
        for short in _SHORT.finditer(text):
            yield short.span()
        for n, start in enumerate(words.starts):
            if words.folded[n] in self._firsts and (welsh := self._welsh.match(text, start)):
                number = _NUMBER_BEFORE.search(text, max(0, start - 10), start)
                yield number.start() if number else start, welsh.end()
        for scheme in _SCHEME.finditer(text):
            said = [key(part) for part in scheme["name"].split("-")]
            if not any(
                self._known.is_known(word) or word in NAMES_NO_STREET or word in self._known.names
                for word in said
            ):
                yield scheme.span()
