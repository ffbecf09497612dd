"""Words that would do harm if they were obeyed, and how each is to be read instead.

What is to be read is written out by hand: a test must not ask the code what is right.
"""

import json
import re
import shutil
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from making import asked, entry, pick, prompt, section, when
from plain.talking import asks

from tipcoach.coach.begin import Beginning, begin
from tipcoach.coach.coach import Coach
from tipcoach.library.finder import find_prompts
from tipcoach.practice.answer import (
    AnswerForm,
    IfThen,
    Lines,
    Picked,
    PickedMany,
    Promised,
    Sorted,
    Text,
)
from tipcoach.practice.checklist import CardWords, Principle, Section, StopRule
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.promises import Promise
from tipcoach.practice.visit import Channel, Form


class Hostile(NamedTuple):
    """A text as it comes in, and what a person reads of it, on one line."""

    text: str
    read: str


MARKUP: Mapping[str, Hostile] = {
    name: Hostile(text, text)
    for name, text in {
        "a tag that was never opened": "[/oops]",
        "a tag that is never closed": "he said [b",
        "a link": "[link=file:///etc/passwd]x[/link]",
        "an action": "[@click=app.quit]x[/]",
        "a list": '[1, "3"]',
        "a closing tag in a sentence": "he said [/quote",
        "a formula": "=cmd|' /C calc'!A0",
        "the end of a script": "</script>",
    }.items()
}
OBEYED: Mapping[str, Hostile] = {
    "clear the screen": Hostile("one\x1b[2J", "one\\u{1b}[2J"),
    "write the clipboard": Hostile("\x1b]52;c;ZXZpbA==\x07", "\\u{1b}]52;c;ZXZpbA==\\u{7}"),
    "an eight-bit escape": Hostile("two\x9b31m", "two\\u{9b}31m"),
    "a terminal's link": Hostile("\x1b]8;;x:y\x1b\\z", "\\u{1b}]8;;x:y\\u{1b}\\z"),
    "go back over it": Hostile("three\b\b\r4", "three\\u{8}\\u{8} 4"),
    "backwards": Hostile("\u202etxet\u202c", "\\u{202e}txet\\u{202c}"),
    "set apart": Hostile("\u2066five\u2069", "\\u{2066}five\\u{2069}"),
    "no width": Hostile("s\u200bix", "s\\u{200b}ix"),
    "a tag character": Hostile("seven\U000e0041", "seven\\u{e0041}"),
    "a mark of byte order": Hostile("\ufeffnought", "\\u{feff}nought"),
    "nothing and delete": Hostile("\x00eight\x7f", "\\u{0}eight\\u{7f}"),
    "a tower of accents": Hostile("ni\u0301" + "\u0301" * 199, "ni" + "\u0301" * 4),
}
HALF_A_PAIR = Hostile("ten\ud800", "ten\N{REPLACEMENT CHARACTER}")
"""By itself, because most ways in refuse it before anything of ours is asked."""

LANGUAGES: Mapping[str, Hostile] = {
    name: Hostile(text, text)
    for name, text in {
        "a family": "👩‍👩‍👧‍👦",
        "Arabic": "العربية",
        "Hebrew": "עברית",
        "Welsh": "tŷ'r ŵyl",
    }.items()
}

TEXTS: tuple[Hostile, ...] = (*MARKUP.values(), *OBEYED.values(), *LANGUAGES.values())
"""All of them that any way in takes, short enough to stand beside each other."""

ALL_IN_ONE = Hostile(" ".join(one.text for one in TEXTS), " ".join(one.read for one in TEXTS))
LINES: tuple[Hostile, ...] = tuple(
    Hostile(" ".join(one.text for one in few), " ".join(one.read for one in few))
    for few in (TEXTS[start : start + 2] for start in range(0, len(TEXTS), 2))
)
"""The same in a few lines, each no longer than a row of a usual window."""

ON_LINES = Hostile("\n".join(one.text for one in TEXTS), " ".join(one.read for one in TEXTS))
NAME = Hostile("[/oops]\x1b[2J\x9b\u202e\u200b\nx", "[/oops]\\u{1b}[2J\\u{9b}\\u{202e}\\u{200b} x")
"""For the few words that name something, a line end in the middle."""

LONG_WORD = "w" * 4_000
MARKS_ONLY = Hostile("\u0301" * 200, "\u0301" * 4)

_ACTS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
    "|[\u0300-\u036f]{5}"
)


def what_acts(text: str, *, lines: bool = True) -> str | None:
    """What in `text` a terminal or an eye would obey; `lines` lets line ends be."""
    found = _ACTS.search(text.replace("\n", "") if lines else text)
    return ascii(found[0]) if found else None


def assert_harmless(said: str) -> None:
    """Nothing in what was printed or written acts; only its line ends do."""
    acts = what_acts(said)
    assert acts is None, f"{acts} was sent in {said!r}"


def without_spaces(text: str) -> str:
    """For looking up words whatever was broken over rows."""
    return "".join(text.split())


def assert_read(said: str, *hostile: Hostile) -> None:
    """Each is in what was said, in its safe form, wherever the lines were broken."""
    squeezed = without_spaces(said)
    missing = [one.read for one in hostile if without_spaces(one.read) not in squeezed]
    assert not missing, f"{missing} cannot be read in:\n{said[-4_000:]}"


IN_PROMPTS = frozenset(
    [
        "question", "quick", "why", "hint", "example", "probe", "label", "note", "name", "title",
        "heavy", "say", "opening", "way_out", "hurts", "good", "do_not_ask",
    ]
)  # fmt: skip
"""The keys of a prompt file that hold words for people."""

IN_A_CHECKLIST = IN_PROMPTS | {"purpose_label", "route", "sources", "mark"}
"""The same, in the checklist beside a draft."""


def spoilt(shape: Any, words: frozenset[str], by: str = ALL_IN_ONE.text) -> Any:
    """The same shape, every text under a key of `words` hostile; what is empty stays so."""

    def all_of(value: Any) -> Any:
        match value:
            case str():
                return by if value else value
            case list():
                return [all_of(one) for one in value]
            case dict():
                return {key: all_of(one) for key, one in value.items()}
        return value

    match shape:
        case list():
            return [spoilt(one, words, by) for one in shape]
        case dict():
            return {
                # Lists of prompts and the like are looked into; what holds words is spoilt.
                key: all_of(one) if key in words and _holds_words(one) else spoilt(one, words, by)
                for key, one in shape.items()
            }
    return shape


def _holds_words(value: Any) -> bool:
    """Text, a list of texts, or either under names, such as words for each channel."""
    match value:
        case str():
            return True
        case list():
            return all(isinstance(one, str) for one in value)
        case dict():
            return all(map(_holds_words, value.values()))
    return False


# -- asked, and kept by somebody else ----------------------------------------------------

EVERY_FORM: tuple[Section, ...] = (
    section("said", prompt("orient.hat-sentence"), pick("gate", "open", "closed")),
    section("aside", prompt("one.aside", when=when("gate", "open"))),
    section("word", prompt("one.word", AnswerForm.ONE_WORD)),
    section("listed", prompt("one.list", AnswerForm.LIST)),
    section("sorted", prompt("one.sort", AnswerForm.SORT)),
    section(
        "five", *(prompt(f"five.{one.value}", principle=one) for one in Principle), together=True
    ),
    section("promised", prompt("one.promise", AnswerForm.PROMISE)),
    section("plan", prompt("one.plan", AnswerForm.IF_THEN)),
)
"""A walk with every form that words can be written in; the second can be closed again."""

NAMES_OF_FILES: tuple[Hostile, ...] = (
    Hostile("evil-\x9b31m.json", "  evil-\\u{9b}31m.json"),
    Hostile("evil-\u202e.json", "  evil-\\u{202e}.json"),
    Hostile("evil-\x1b[777m[oops].json", "  evil-\\u{1b}[777m[oops].json"),
)
_NAMES = frozenset({"name", "title", "purpose_label"})


def _rewrite(path: Path, words: frozenset[str], names: frozenset[str] = frozenset()) -> None:
    """Write a file again as a stranger could have: valid, its words and names hostile."""
    shape = spoilt(json.loads(path.read_bytes()), words)
    path.write_text(json.dumps(spoilt(shape, names, NAME.text)), encoding="utf-8")


def stored_entry(coach: Coach) -> Entry:
    """A preparation in the journal that this program has not written."""
    made = entry(
        asked("orient.hat-sentence", Text("said")),
        asked("gate", Picked("open"), label="Open"),
        asked("many", PickedMany(("one", "two"))),
        asked("one.list", Lines(("said",))),
        asked("five.safety", Text("said"), principle=Principle.SAFETY),
        asked("one.sort", Sorted(("said",), ("said",), ("said",))),
        asked("one.promise", Promised((Promise("said"),))),
        asked("one.plan", IfThen("said", "said")),
        card=CardWords("said", "said", (StopRule("said", "hazard"),)),
    )
    coach.journal.add(made)
    (path,) = coach.places.journal.rglob("*.json")
    _rewrite(path, IN_PROMPTS | {"answered", "text", "if", "then"})
    shape = json.loads(path.read_bytes())
    shape["visit"]["label"] = NAME.text
    path.write_text(json.dumps(shape), encoding="utf-8")
    return made


def stored_promise(coach: Coach) -> None:
    """A reflection with a promise that is overdue, its words from a stranger."""
    promise = Promise("said", coach.clock().date() - timedelta(days=1))
    made = entry(asked("one.promise", Promised((promise,))), kind=Kind.REFLECTION)
    coach.journal.add(made)
    (path,) = coach.places.journal.rglob("*.json")
    _rewrite(path, frozenset({"text"}))


def stored_draft(coach: Coach) -> None:
    """A draft at its first question, and the checklist beside it, both from a stranger."""
    asks(coach, *EVERY_FORM)
    sitting = begin(coach, Beginning(Kind.PREPARATION, "arrears", Channel.PHONE, Form.QUICK))
    for prompt_id in ("orient.hat-sentence", "five.safety"):
        sitting.answer(prompt_id, Text("said"))
    sitting.leave()
    draft = coach.places.drafts / f"{sitting.draft.id}.json"
    _rewrite(draft, frozenset({"answered"}))
    _rewrite(draft.with_suffix(".checklist.json"), IN_A_CHECKLIST, _NAMES)


def spoilt_prompts(folder: Path) -> Path:
    """A copy of the prompts, every word in them hostile."""
    prompts = Path(shutil.copytree(find_prompts(), folder / "prompts"))
    for path in prompts.rglob("*.yaml"):
        shape = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        made = yaml.safe_dump(spoilt(shape, IN_PROMPTS), allow_unicode=True)
        path.write_text(made, encoding="utf-8")
    return prompts
