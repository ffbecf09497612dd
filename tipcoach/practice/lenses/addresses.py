"""Where somebody lives: a street with or without a number, a block, “flat 12”, “number 8”."""

import re
from collections.abc import Iterator

from tipcoach.practice.lenses.aloud import FIGURES, TEENS, TENS
from tipcoach.practice.lenses.found import Found
from tipcoach.practice.lenses.vocabulary import Vocabulary, key
from tipcoach.practice.lenses.words import Words

KIND = "address"
_SAID = (
    rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{'|'.join(w for w in FIGURES if len(w) > 2)}))?"
    rf"|{'|'.join([w for w in FIGURES if len(w) > 2 and w != 'nil'] + list(TEENS))})"
)
_NUMBER = r"\d{1,4}[a-z]?(?:\s?[-–/&]\s?\d{1,4}[a-z]?)?"
_WORD = r"[^\W\d_][\w'’]*(?:-[\w'’]+)*\.?"
_UNIT = re.compile(
    r"(?P<unit>[a-z]+\.?)\s"
    rf"(?P<number>(?:{_NUMBER}|{_SAID}|[a-h])\b)(?!\s?[%£:]|[.,]\d)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?<![\w/£.])\d{1,2}/\d{1,2}(?=,\s\d)|(?<=\bat )\d/\d\b|(?<=\bin )\d/\d\b")
_COUNTED = re.compile(
    r"[\s-](?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?|hrs?|min(?:ute)?s?|times?|doors?|people|beds?|"
    r"bedrooms?|visits?|calls?|priority|one|thing|reason|question|problem|bus|buses|tram|route|form|on the list|"
    r"in the queue|of|in line|storeys?|floors?|pounds?|quid|kids|children|rooms?|points?|miles?|foot|ft|"
    r"photos?|keys?|steps?|stops?|tenants?|families|residents|neighbours|friends|colleagues|things|more|"
    r"fan|choice|rule|job|bins?|parking|did|am|pm|or)\b",
    re.IGNORECASE,
)
_NOT_BEFORE_NUMBER = frozenset(
    "form page room ward bus phone telephone mobile reference ref account case tenancy floor step question line route "
    "rent card chi nhs ni insurance meter any large small whose wrong right good high serial policy "
    "tram platform section part item chapter paragraph job ticket queue a order claim pin "
    "kitchen wall base storage sink shelf cupboard say says said saying".split()
)
_PLACE_BEFORE = frozenset(
    "at from of to in opposite outside next by near lives live lived bides bide its is past behind visited visit "
    "and until till flat with across between above below".split()
)
_SMALL = frozenset("the y yr of and ap s an na nan nam de la le st saint upper lower old new great little".split())
_FUNCTION = frozenset(
    "in on at to from by for with of up down off over under into out around round along across near behind and or but "
    "so as than then is was are were be been has had have do did does we i he she they you it my our your his her their "
    "this that these those a an the no not all every each both same whole main busy next back other another front side "
    "quiet long dead end new old good bad big small wee lovely nice short narrow steep private public unadopted one two "
    "three four five six seven eight nine ten first second third last right left wrong open full safe council high "
    "local own only whose which what many few some any more most half bed bedroom storey door car person man woman "
    "year month week day hour minute min mile metre yard foot pound star way lane family sheltered empty crown county "
    "magistrates supreme sheriff appeal family tribunal food open closed opposite when where if because while "
    "after before since until through between time times years months weeks days wks yrs hrs mins hours minutes".split()
)
_LOOSE = frozenset("road rd street avenue ave crescent cres terrace gardens gdns lane grove wynd brae court tower towers mews drive close stryd".split())
_UNITS = frozenset("flat flats fflat apartment apt unit house plot bedsit number no nos rhif block caravan pitch".split())
_MOST_WORDS = 6
_SAINT = re.compile(r"\.?\s[A-Z]")
_BEFORE = re.compile(
    rf"(?:(?<![\w£$.,/:-])(?P<number>{_NUMBER}|\b{_SAID}),?\s)?(?P<names>(?:{_WORD}\s){{1,4}})", re.IGNORECASE
)
_NUMBER_BEFORE = re.compile(rf"\b{_NUMBER},?\s$", re.IGNORECASE)
_SCHEME = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]{2,})\s(?:[Ee]states?|[Ss]cheme|flats|[Tt]ower block|tower|[Hh]ostel|caravan park|[Cc]lose)\b"
)
_LETTERED = re.compile(r"(?:[^\W\d_]|['’.-])+")


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
        spans = sorted({*self._units(words, text), *self._streets(words, text), *self._others(words, text)})
        joined: list[tuple[int, int]] = []
        for start, end in spans:
            if joined and (start <= joined[-1][1] or re.fullmatch(r",?\s?", text[joined[-1][1] : start])):
                joined[-1] = joined[-1][0], max(end, joined[-1][1])
            else:
                joined.append((start, end))
        for start, end in joined:
            yield Found(KIND, start, end)

    def _units(self, words: Words, text: str) -> Iterator[tuple[int, int]]:
        for n, word in enumerate(words.folded):
            one = _UNIT.match(text, words.starts[n]) if word in _UNITS else None
            if one is None:
                continue
            unit, number = one["unit"].lower().rstrip("."), one["number"]
            if _COUNTED.match(text, one.end()):
                continue
            if len(number) == 1 and number.isalpha() and not (number.isupper() and (unit != "house" and unit != "number" and unit != "no")):
                continue
            before = re.findall(r"\w+", text[max(0, one.start() - 24) : one.start()].lower())
            last = before[-1] if before else ""
            if unit in ("number", "no", "nos", "unit", "block", "house", "plot", "pitch") and (last in _NOT_BEFORE_NUMBER or len(number) > 3 and number.isdigit()):
                continue
            if unit in ("no", "nos") and number.isalpha() or unit in ("no", "nos") and last not in _PLACE_BEFORE:
                continue
            if number.lower() in ("one", "1") and unit in ("number", "house") and last not in _PLACE_BEFORE - {"is", "its", "of", "to"}:
                continue
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
        names = [(one[0], one.start() + before.start("names")) for one in _LETTERED.finditer(before["names"])]
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
            if all(self._known.is_known(word) for word in said[-capitals:]) and street.lower() not in _LOOSE:
                return None
            return names[-capitals][1]
        last, word = names[-1][0], said[-1]
        if street.lower() in _LOOSE and word not in _FUNCTION and word.isalpha() and len(word) > 2 and not re.search(r"['’]s?$|['’]s$", last):
            known = self._known.is_known(word) or word in self._known.names
            stem = re.search(r"(?:ing|ed|ly|s|er|est)$", word)
            if not known and not (stem and last.islower()):
                return names[-1][1]
        return None

    def _is_numbered(self, names: list[tuple[str, int]], said: list[str], street: str, *, strong: bool) -> bool:
        if all(self._names_a_street(name) or word in _SMALL for (name, _), word in zip(names, said, strict=True)):
            return True
        if len(names) > 2 or any(word in _FUNCTION for word in said):
            return False
        if any(name[0].islower() and re.search(r"['’]s$", name) for name, _ in names):
            return False
        unknown = not self._known.is_known(said[-1])
        if strong and street.lower() in (*_LOOSE, "cl", "st", "dr", "ln", "pl", "ct", "row", "square"):
            return unknown or (not said[-1].endswith(("s", "ing", "ed")) and len(names) == 1)
        return unknown and not said[-1].endswith(("s", "ing", "ed", "ly"))

    def _names_a_street(self, name: str) -> bool:
        return name[0].isupper() and key(name) not in _FUNCTION - {"high", "main", "new", "old", "long", "back"}

    def _others(self, words: Words, text: str) -> Iterator[tuple[int, int]]:
        for one in _SHORT.finditer(text):
            yield one.span()
        for n, start in enumerate(words.starts):
            if words.folded[n] in self._firsts and (one := self._welsh.match(text, start)):
                number = _NUMBER_BEFORE.search(text, max(0, start - 10), start)
                yield number.start() if number else start, one.end()
        for one in _SCHEME.finditer(text):
            said = [key(part) for part in one["name"].split("-")]
            if not any(self._known.is_known(word) or word in _FUNCTION or word in self._known.names for word in said):
                yield one.span()
