"""Dates with a day and a month, in figures, in words and said aloud.

A weekday, a month, a year or “the tenth” alone is none of these.
"""

import re
from collections.abc import Iterator, Sequence

from tipcoach.practice.lenses.aloud import FIGURES, IN_WORDS, TEENS, TENS
from tipcoach.practice.lenses.found import Found
from tipcoach.practice.lenses.words import Words

_AROUND = 48
KIND = "exact-date"
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|eigth|ninth|tenth|eleventh|twelfth|twelth"
    "|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
    "|thirtieth"
)
_ORDINAL = rf"(?:(?:twenty|thirty)[\s-]?)?(?:{_ORDINALS})"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_DAYTH = rf"{_DAY}\s?(?:st|nd|rd|th|af|ail|ydd|fed)"
_CARDINAL = (
    rf"(?:(?:twenty|thirty)[\s-])?(?:{IN_WORDS})"
    r"|twenty|thirty"
)
_IN_FIGURES = "|".join((*FIGURES, *TEENS, *TENS, "hundred"))
_YEAR = (
    r"(?:,?\s(?:of\s)?(?:(?:18|19|20)\d\d|['’]\d\d)\b"
    rf"|,?\s(?:nineteen|twenty|two\sthousand)(?:\s(?:and\s)?(?:{_IN_FIGURES})\b)+)?"
)
_ON = (
    r"(?:on|since|from|by|till|until|before|after|dated?|born|dob|d\.o\.b\.?|of birth|due"
    r"|starts?|ends?|between|is|was|for)"
)
_NUMERIC = re.compile(
    r"""
    (?<![\w£$/.-])(?:
        (?P<long>\d{1,2}\s?(?P<sign>[/.-])\s?\d{1,2}\s?(?P=sign)\s?(?:\d{4}|\d\d)
            |(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2})
        |(?P<short>(?P<day>\d{1,2})/(?P<month>\d{1,2}))
        |(?P<dotted>(?P<dotted_day>\d{1,2})\.(?P<dotted_month>\d{1,2}))
    )(?![\w/]|[.-]\d|\s?%)
    """,
    re.VERBOSE,
)
_ON_BEFORE = re.compile(rf"\b{_ON}(?:\s(?:the|is|was))?[\s:]*$", re.IGNORECASE)
_DATED_BEFORE = re.compile(
    r"\b(?:dated?|born|dob|d\.o\.b\.?|of birth)(?:\s(?:the|is|was))?[\s:]*$", re.IGNORECASE
)
_FRACTIONS = frozenset(
    (
        "1/2",
        "1/3",
        "2/3",
        "1/4",
        "3/4",
        "1/5",
        "24/7",
        "0/1",
        "0/2",
        "1/1",
        "2/1",
        "2/2",
        "3/1",
        "3/2",
        "3/3",
    )
)
_COUNTED_AFTER = re.compile(
    r"\s(?:of\s(?!(?:19|20)\d\d)|full|hours?|calls?|contact|time|sure|days|nights|weeks|rooms?|people"
    r"|tablets|pills|visits|homes|flats|doors|windows|questions|jobs|rads|radiators"
    r"|on\s(?:the|my|her|his|their|our|a)\s(?:\w+\s)?(?:list|scale|test|quiz|sheet|card|form)\b)",
    re.IGNORECASE,
)
_SCORED_BEFORE = re.compile(
    r"\b(?:scor(?:ed?|es|ing)|rat(?:ed?|es|ing)|mood|pain|energy|sleep|confidence)(?:\s(?:me|it|us|a|of|is|was))?[\s:]*$",
    re.IGNORECASE,
)
_NUMBERED_BEFORE = re.compile(
    r"\b(?:version|ver|v|section|clause|para(?:graph)?|part|rule|policy|item|update|ios|android)[\s:]*$",
    re.IGNORECASE,
)
_OF_TEN = re.compile(r"(?<![\d/])\d{1,2}/10(?![\d/])")
"""Two of these are marks out of ten."""
_SUBJECT_AFTER = re.compile(r"\s(?:is|was|are|will|they|we|then|it)\b", re.IGNORECASE)
_VERB_AFTER = re.compile(r"\s(?:be|have|not|need|come|go|ask|well)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s(?!(?:and|at|to|was|is|we|i|he|she|they|for|with|when|because)\b)[a-z]", re.IGNORECASE
)
_PLAIN_WORDS = frozenset(("may", "mar", "march", "mai", "medi", "dec", "jan", "sul"))


class Dates:
    """Finds dates; `months` are the names a month goes by, also shortened and misspelt."""

    def __init__(self, months: Sequence[str]) -> None:
        month = (
            rf"(?P<month>{'|'.join(sorted(map(re.escape, months), key=len, reverse=True))})\b\.?"
        )
        later = month.replace("?P<month>", "?P<later>")
        self._named = re.compile(
            rf"""
            (?<![\w£$.,/:-])(?P<the>the\s)?(?:
                (?P<th>{_DAYTH}|{_ORDINAL})(?:\s?(?:-|–|to|and|&|or)\s?(?:the\s)?(?:{_DAYTH}|{_ORDINAL}))?
                    (?P<of>\s(?:of\s|o['’]?\s|day\sof\s)?|[-/,]\s?)(?:the\smonth\sof\s)?{month}
                |(?P<bare>{_DAY}(?:\s?(?:-|–|to|and|&)\s?{_DAY})?|{_CARDINAL})
                    (?P<gap>\s?(?:of\s)?|[-/.])(?P<bare_month>{month.replace("?P<month>", "?:")})
            ){_YEAR}
            |\b{later}\s(?:the\s)?(?P<after>{_DAYTH}|{_ORDINAL}|{_DAY}(?![\d:./]|\s?[ap]m\b))\b{_YEAR}
            """,
            re.IGNORECASE | re.VERBOSE,
        )

        self._months = frozenset(months)

    def find(self, words: Words, text: str) -> Iterator[Found]:
        """The dates in a text; `text` has letters for marks."""
        for one in _NUMERIC.finditer(text):
            if _is_date(one):
                yield Found(KIND, *one.span())
        done = 0
        for n, word in enumerate(words.folded):
            if _bare(word) not in self._months or words.starts[n] < done:
                continue
            window = max(done, words.starts[n] - _AROUND), words.ends[n] + _AROUND
            for one in self._named.finditer(text, *window):
                if _is_named(one):
                    yield Found(KIND, one.start(), _without_space(one))
                    done = one.end()


def _bare(word: str) -> str:
    """A word without figures that were run into it, as in “12March2026”."""
    return word if word.isalpha() else re.sub(r"\d+(?:st|nd|rd|th)?", "", word)


def _without_space(one: re.Match[str]) -> int:
    return one.start() + len(one[0].rstrip())


def _is_date(one: re.Match[str]) -> bool:
    before = one.string[max(0, one.start() - 16) : one.start()]
    if one["long"]:
        # A version or a clause has noughts in it, or stands after its own word.
        figures = re.split(r"\D+", one["long"])
        return all(map(int, figures[:2])) and not (
            one["sign"] == "." and _NUMBERED_BEFORE.search(before)
        )
    if one["short"]:
        day, month = int(one["day"]), int(one["month"])
        if not (1 <= day <= 31 and 1 <= month <= 12) and not (1 <= month <= 31 and 1 <= day <= 12):
            return False
        if _COUNTED_AFTER.match(one.string, one.end()) or _SCORED_BEFORE.search(before):
            return False
        if month == 10 and len(_OF_TEN.findall(one.string)) > 1:
            return False
        if _ON_BEFORE.search(before):
            return True
        return one["short"] not in _FRACTIONS and month not in (5, 10) and day != 0
    day, month = int(one["dotted_day"]), int(one["dotted_month"])
    return 1 <= day <= 31 and 1 <= month <= 12 and bool(_DATED_BEFORE.search(before))


def _is_named(one: re.Match[str]) -> bool:
    """Whether the month is a month: “may”, “march” and the like can be other words."""
    text = one.string
    before = text[max(0, one.start() - 16) : one.start()]
    if one["after"] is not None:
        plain = one["later"].lower() in _PLAIN_WORDS
        if plain and one["later"].islower() and one["after"].isdigit():
            return bool(_ON_BEFORE.search(before))
        if one["after"].isdigit():
            # “in March 12 people came” has a month and no day.
            return _GOES_ON.match(text, one.end()) is None
        return not plain or not one["later"].islower() or "the" in one[0].lower().split()
    month = one["month"] or one["bare_month"]
    plain = month.lower().rstrip(".") in _PLAIN_WORDS
    if plain and month.islower() and _VERB_AFTER.match(text, one.end()):
        return False
    if one["th"] is not None:
        if one["of"].startswith(",") and _SUBJECT_AFTER.match(text, one.end()):
            return False
        return (
            not plain or not month.islower() or "o" in one["of"].lower() or one["th"][0].isdigit()
        )
    if not plain or not month.islower():
        return True
    return bool(_ON_BEFORE.search(before)) or bool(one["the"])
