"""What is looked for: words, phrases, beginnings of words, and conditions on the entry.

`kettle "the back door" arr* purpose:arrears from:2026-03` wants every part of it in one entry.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from tipcoach.errors import WrongUsage
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.visit import Channel
from tipcoach.practice.words import words_of

QUOTES = '"“”'
HAS = ("promise", "plan", "stopped")
KINDS = {
    "preparation": "preparation",
    "before": "preparation",
    "reflection": "reflection",
    "after": "reflection",
    "mirror": "staff_mirror",
    "team-walk": "walk_it_as_them",
    "agreement": "agreement",
    "session": "session",
    "after-session": "after_session",
}
_PART = re.compile(
    rf"""(?P<name>[^\W\d_]+):(?:[{QUOTES}](?P<quoted>[^{QUOTES}]*)[{QUOTES}]?|(?P<value>[^\s{QUOTES}]+)|(?=\s|$))
       | [{QUOTES}](?P<phrase>[^{QUOTES}]*)(?:[{QUOTES}](?P<begins>\*)?|$)
       | (?P<word>[^\s{QUOTES}]+)""",
    re.VERBOSE,
)  # fmt: skip
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one after another; of the last, perhaps only how it `begins`."""

    words: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What an entry must say, and the conditions, as (name, value), that it must meet."""

    phrases: tuple[Phrase, ...]
    conditions: tuple[tuple[str, str], ...] = ()


def read_query(typed: str) -> Query:
    """Understand what was typed. Raises `WrongUsage` with a sentence that says what there is."""
    phrases: list[Phrase] = []
    conditions: list[tuple[str, str]] = []
    for part in _PART.finditer(clean_line(typed)):
        name = (part["name"] or "").casefold()
        value = part["quoted"] or part["value"] or ""
        if name and (value or name in CONDITIONS):
            conditions.append(_condition(name, value.strip().casefold()))
        else:
            said = name or part["phrase"] or part["word"] or ""
            begins = bool(part["begins"]) or said.endswith("*")
            phrases.append(Phrase(tuple(words_of(said)), begins))
    for name in CONDITIONS:
        if name != "has" and len({value for known, value in conditions if known == name}) > 1:
            raise WrongUsage(f"{name}: is there twice; nothing can meet both.")
    phrases = [phrase for phrase in phrases if phrase.words]
    if not phrases and not conditions:
        raise WrongUsage("There is no word to look for.", HOW)
    return Query(tuple(dict.fromkeys(phrases)), tuple(dict.fromkeys(conditions)))


def _condition(name: str, value: str) -> tuple[str, str]:
    read = CONDITIONS.get(name)
    if read is None:
        raise WrongUsage(
            f"“{name[:20]}:” is not something to look by{nearest(name, [*CONDITIONS])}.",
            f"There is {_listed(CONDITIONS)}. To look for the word itself, put it in quotes.",
        )
    return name, read(name, value)


def _any(name: str, value: str) -> str:
    if not value:
        raise WrongUsage(f"{name}: wants a word after it, such as {name}:arrears.")
    return value


def _one_of(known: Sequence[str], name: str, value: str) -> str:
    if value not in known:
        said = f"“{value[:20]}”" if value else "nothing"
        raise WrongUsage(
            f"{name}: cannot be {said}{nearest(value, known)}.", f"It can be {_listed(known)}."
        )
    return value


def _kind(name: str, value: str) -> str:
    return KINDS[_one_of([*KINDS], name, value)]


def _principle(name: str, value: str) -> str:
    # Loaded here alone: a search by words does not wait for it.
    from tipcoach.practice.checklist import Principle

    shown = "trust" if value == "trustworthiness" else value
    return _one_of([one.value for one in Principle], name, shown)


def _channel(name: str, value: str) -> str:
    return _one_of([one.value for one in Channel], name, value)


def _has(name: str, value: str) -> str:
    return _one_of(HAS, name, value)


def _day(name: str, value: str) -> str:
    if not _DAY.fullmatch(value):
        raise WrongUsage(f"{name}: wants a year, a month or a day, such as {name}:2026-03.")
    return value


CONDITIONS: dict[str, Callable[[str, str], str]] = {
    "purpose": _any,
    "principle": _principle,
    "kind": _kind,
    "channel": _channel,
    "from": _day,
    "to": _day,
    "has": _has,
}
HOW = f"Give words, a “phrase”, the beginning of a word as in arr*, or {', '.join(CONDITIONS)}."


def nearest(word: str, known: Sequence[str]) -> str:
    """`; did you mean “…”` for the nearest of `known`, or nothing."""
    import difflib

    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"; did you mean “{close[0]}”" if close else ""


def _listed(names: Collection[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}"
