"""Numbers, codes and addresses of the wire that are written in figures, found in one pass.

Nothing is checked strictly: a number that was mistyped is an identifier still. Check digits
only help to say which kind of number it is.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from tipcoach.practice.lenses.found import Found
from tipcoach.practice.lenses.little_words import (
    ENDS_NO_POSTCODE,
    SHORT_WORDS,
)

_LETTERS = "[^\\W\\d_]"
_LABEL = (
    r"(?:ref(?:erence)?|tenancy|case|account|acct?|a/c|customer|client|claim|payment|job|order|"
    r"repair|policy|contract|complaint|passport|id|i\.d\.|meter|serial|application|crime|incident|"
    r"log|ticket|licence|hospital|patient|invoice|bank|card|member(?:ship)?|uprn|mpan|mprn|pcn|"
    r"bid|crn|urn|rent|booking)"
)
_PATTERN = re.compile(
    rf"""
    (?P<email>(?<![\w.+-])[\w.+-]{{1,64}}@\w[\w-]*(?:\.\w[\w-]*)*
        |(?<![\w.+-])[\w.+-]{{1,64}}\s?[(\[]\s?at\s?[)\]]\s?\w[\w-]*(?:\s?(?:\.|[(\[]dot[)\]])\s?\w+)+)
    |(?P<ni>\b[a-z]{{2}}[\s.-]?\d{{2}}[\s.-]?\d{{2}}[\s.-]?\d{{2}}(?:[\s.-]?[a-z]\b)?(?![\d.-]))
    |(?P<postcode>\b[a-z]{{1,2}}\d[\da-z]?\s{{0,2}}[\do][a-z]{{2}}\b)
    |(?P<plate>\b[a-z]{{2}}\s?\d{{2}}\s?[a-z]{{3}}\b
        |\b[a-z]\d{{1,3}}\s?[a-z]{{3}}\b
        |\b[a-z]{{3}}\s?\d{{1,3}}[a-z]\b
        |\b(?P<northern>[a-z](?:[a-z]z|i[abgjlwx]|[joux]i)\s?\d{{3,4}})\b
        |(?:reg(?:istration)?|number\ ?plate|plates?|v5c?)
            (?:\ (?:no|num(?:ber)?|mark|plate))?\.?(?:\ (?:is|was|of))?[\s:,]+
            (?P<plate_value>(?=\w*\s?\w*\d)(?=[\d\s]*[a-z])[a-z\d]{{1,4}}\s?[a-z\d]{{2,4}})\b)
    |(?P<label>\b(?:ref(?:erence)?|our\ ref|your\ ref|
            (?:account|acct?|card|number|phone|mobile)\s(?:that\s)?(?:ending|ends)(?:\s(?:in|with))?|{_LABEL}\s(?:ref(?:erence)?|no|num(?:ber)?|code|id))
            \b\.?(?:\ (?:no|num(?:ber)?))?\.?(?:\s?(?:is|was|said|=|:|,|\#))?[\s#]*
            (?P<value>(?=[\w/.-]*\d)\w[\w/-]*(?:\s\d[\d/-]+)*))
    |(?P<metered>\b(?:meter|serial|mpan|mprn)\b[\s:\#]*
            (?P<metered_value>(?=[a-z\d]*[a-z])(?=[a-z\d]*\d)[a-z\d]{{2,16}}(?:\s[a-z\d]*\d[a-z\d]*){{0,4}})\b)
    |(?P<phone>(?<![\w.,/])(?:\+|\(?[0o])(?:[\s().-]{{0,2}}[\doli]){{8,13}}\b
        |\b(?:ext|extension)\.?\s?(?:no\.?\s?)?\d{{3,6}}\b)
    |(?P<code>\b[a-z]{{1,6}}(?:[/_-][a-z\d]{{1,20}}){{1,6}}\b)
    |(?P<joined>\b[a-z]{{1,5}}\d{{4,}}[a-z\d]*\b)
    |(?P<mixed>\b(?=[a-z\d]*[a-z])(?=(?:[a-z]*\d){{6}})[a-z\d]{{8,20}}\b)
    |(?P<digits>(?<![\w£$€.,/])\d(?:(?:[ \u00a0-]|\ ?-\ ?)?\d){{5,}}(?![\w]|[.,/]\d|\s?%))
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FIGURES = re.compile(r"[\d@]+|[(\[]\s?at\s?[)\]]")
_BEFORE, _AFTER = 64, 48
_AMOUNT = re.compile(
    r"\s?(?:pounds?|quid|pence|euros?|grand|kwh|miles|people|homes)\b", re.IGNORECASE
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?-\s?\d\d|(?:[\s-]+(?:19|20)\d\d)*)")
_IN_HEALTH = re.compile(r"\b(?:chi|nhs)\b", re.IGNORECASE)
_STANDARD = re.compile(r"[AB]\d{3,4}|(?:BS|ISO|PAS)\d{4,5}|DS1500")
_PART_BEFORE = re.compile(
    r"\b(?:form|model|part|fault|error|spare)(?:\s(?:no|num(?:ber)?|code))?\.?(?:\s(?:is|was))?[\s:#]*$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"\s(?:form|valve|boiler|pump|bulb|battery|fan|fault|heater|alarm|thermostat)\b", re.IGNORECASE
)
_OF_AN_ACCOUNT = re.compile(
    r"sort|code|account|\bacc|card|phone|mobile|\bring|rang|meter|number|\bno\b|\bref",
    re.IGNORECASE,
)
_MEASURED_BEFORE = re.compile(
    r"\b(?:readings?|reads?|temps?|temperatures?|log|scores?|scored|paid|target|db|files|bingo)"
    r"(?:\s(?:of|was|were|is|at|as))?[\s:]*$",
    re.IGNORECASE,
)


def find_numbers(text: str) -> Iterator[Found]:
    """What is written in figures in `text`, in its order."""
    for at, end in _windows(text):
        while one := _PATTERN.search(text, at, end):
            kind = next(name for name in _KINDS if one[name] is not None)
            found = _KINDS[kind](one)
            if found:
                yield found
                at = found.end
            elif kind in ("digits", "code"):
                at = one.end()
            else:
                # Something else may begin inside what was not it after all.
                at = one.start() + max(1, _first_letters(one[0]))


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The parts of the text with figures or a wire address in them, with what stands around."""
    begins = ends = -1
    for one in _FIGURES.finditer(text):
        start = one.start() - _BEFORE
        if begins >= 0 and start > ends:
            yield begins, ends
            begins = -1
        begins = max(0, start) if begins < 0 else begins
        ends = one.end() + _AFTER
    if begins >= 0:
        yield begins, ends


def _first_letters(said: str) -> int:
    return len(said) - len(said.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _email(one: re.Match[str]) -> Found:
    return Found("email", one.start(), one.end())


def _ni(one: re.Match[str]) -> Found | None:
    if one[0][:2].lower() in SHORT_WORDS and not one[0][:2].isupper():
        return None
    return Found("ni-number", *one.span())


def _postcode(one: re.Match[str]) -> Found | None:
    said = one[0].lower()
    if said[-3:] in ENDS_NO_POSTCODE or not (said[-3:-2].isdigit() or one[0].isupper()):
        return None
    return Found("postcode", *one.span())


def _plate(one: re.Match[str]) -> Found | None:
    if one["plate_value"]:
        # “Reg 12 of the Order” is a regulation.
        if any(each in SHORT_WORDS for each in one["plate_value"].split()):
            return None
        return Found("plate", *one.span("plate_value"))
    letters = re.findall("[a-z]+", one[0].lower())
    if one["northern"]:
        return Found("plate", *one.span()) if one[0].isupper() else None
    if any(each in SHORT_WORDS for each in letters):
        return None
    # Without a space or in capitals it is no run of words; else it has to look like nothing else.
    usual = len(letters) == 2 and len(letters[0]) == 2
    if not usual and not one[0].isupper():
        return None
    return Found("plate", *one.span())


def _metered(one: re.Match[str]) -> Found | None:
    # “Meter 2nd left” and “meter K3” are where it is and what it is called.
    if len(_digits(one["metered_value"])) < 4:
        return None
    return Found("long-number", *one.span("metered_value"))


def _mixed(one: re.Match[str]) -> Found | None:
    return None if _is_part(one) else Found("long-number", *one.span())


def _label(one: re.Match[str]) -> Found | None:
    value = one["value"]
    if _YEARS.fullmatch(value) and not one["label"].lower().startswith(("ref", "our", "your")):
        return None
    # Nobody is looked up by “order number 4” or “policy number 12”.
    if len(value) < 3 and value.isdigit():
        return None
    kind = "reference"
    if len(_digits(value)) >= 6 and _digits(value) == re.sub(r"\W", "", value):
        kind = _of_digits(value, one.string[: one.start("value")])
        kind = "reference" if kind == "long-number" and "ref" in one[0].lower() else kind
    return Found(kind, *one.span("value"))


def _code(one: re.Match[str]) -> Found | None:
    figures = _digits(one[0])
    first = re.match("[a-z]+", one[0], re.IGNORECASE)
    if len(figures) < 3 or first is None:
        return None
    if not one[0].isupper() and (_YEARS.fullmatch(figures) or len(figures) < 4):
        return None
    return Found("reference", *one.span())


def _joined(one: re.Match[str]) -> Found | None:
    if _STANDARD.fullmatch(one[0]) or _is_part(one):
        return None
    if _YEARS.fullmatch(_digits(one[0])) and not one[0].isupper():
        return None
    return Found("long-number" if len(_digits(one[0])) > 8 else "reference", *one.span())


def _phone(one: re.Match[str]) -> Found | None:
    said = one[0]
    if said[:1].lower() == "e":
        return Found("phone", *one.span())
    figures = _digits(said)
    if len(figures) < 7 or (said[0] in "oO" and said[1:2].isalpha()):
        return None
    kind = "phone"
    if len(figures) == 10 and _IN_HEALTH.search(one.string, max(0, one.start() - 16), one.start()):
        kind = _of_digits(said, one.string[max(0, one.start() - 16) : one.start()])
    return Found(kind, *one.span())


def _digit_run(one: re.Match[str]) -> Found | None:
    said, text = one[0], one.string
    groups = re.findall(r"\d+", said)
    if _AMOUNT.match(text, one.end()) or _YEARS.fullmatch(said):
        return None
    if len(groups) > 1 and max(map(len, groups)) < 3 and not _in_twos(groups):
        return None
    if _is_part(one) or _is_counted(groups, text[max(0, one.start() - 40) : one.start()]):
        return None
    return Found(_of_digits(said, text[max(0, one.start() - 40) : one.start()]), *one.span())


def _is_part(one: re.Match[str]) -> bool:
    """Whether a form, a model or a spare part goes by it, as thousands of the same do."""
    before = one.string[max(0, one.start() - 24) : one.start()]
    return bool(_PART_BEFORE.search(before) or _PART_AFTER.match(one.string, one.end()))


def _is_counted(groups: list[str], before: str) -> bool:
    """Whether figures in twos are amounts, readings or a count, and no sort code."""
    if len(groups) < 3 or max(map(len, groups)) > 2 or _OF_AN_ACCOUNT.search(before):
        return False
    said = list(map(int, groups))
    round_sums = not any(each % 5 for each in said)
    in_a_row = all(later == each + 1 for each, later in pairwise(said))
    return round_sums or in_a_row or _MEASURED_BEFORE.search(before) is not None


def _in_twos(groups: list[str]) -> bool:
    return all(len(one) == 2 for one in groups[:-1])


def _of_digits(said: str, before: str) -> str:
    figures, before = _digits(said), before.lower()
    if len(figures) == 10:
        if "chi" in re.findall(r"\w+", before):
            return "chi-number"
        if "nhs" in before or (_nhs(figures) and not _chi(figures)):
            return "nhs-number"
        return "chi-number" if _chi(figures) else "nhs-number"
    if "phone" in before or "mobile" in before or "ring" in before:
        return "phone"
    return "long-number"


def _nhs(figures: str) -> bool:
    total = sum(int(one) * weight for one, weight in zip(figures, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(figures[9])


def _chi(figures: str) -> bool:
    """Whether it begins as a date does: a day and a month."""
    return 1 <= int(figures[:2]) <= 31 and 1 <= int(figures[2:4]) <= 12


def _digits(said: str) -> str:
    return re.sub(r"\D", "", said)


_KINDS = {
    "email": _email,
    "ni": _ni,
    "postcode": _postcode,
    "plate": _plate,
    "label": _label,
    "metered": _metered,
    "mixed": _mixed,
    "code": _code,
    "joined": _joined,
    "phone": _phone,
    "digits": _digit_run,
}
