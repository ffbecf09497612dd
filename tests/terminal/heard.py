"""What a transcript of plain lines must be like, as a screen reader hears it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tipcoach.plain.clearing import CLEAR

CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
"""Whatever moves a cursor, colours or goes back over a line, and what cannot be heard at all."""
NOISE = re.compile("[\u00b7\u2022\u2026\u2190-\u2bff]|[_=~*#|]{2,}|-{3,}")
"""Arrows, boxes, blocks, dots and rules: read out by their names, or passed over in silence."""
COLUMNS = re.compile(r"\S {2,}\S")
HEADING = re.compile(r"^Question (\d+) of (\d+), [^.\n]+\.", re.MULTILINE)
SAYS_HOW = re.compile(
    r"empty\s+line|Enter goes on|Answer |Type |A number|a\s+full\s+stop|Passphrase"
)
"""What can be answered, or the shortest way out, in the words that say so."""


def heard(raw: bytes) -> str:
    """The words of a transcript; lines end as a terminal ends them, and the one clearing is out."""
    return raw.decode("utf-8").replace(CLEAR, "\n").replace("\r\n", "\n")


def faults(said: str) -> Iterator[str]:
    """All that is wrong with a transcript; nothing where it can be heard from top to bottom."""
    for found in CONTROLS.finditer(said):
        yield f"a control character: {found[0]!r} in {_line(said, found.start())}"
    for found in NOISE.finditer(said):
        yield f"a mark to be seen: {found[0]!r} in {_line(said, found.start())}"
    for found in COLUMNS.finditer(said):
        yield f"columns: {_line(said, found.start())}"
    lines = said.split("\n")
    for before, after in pairwise(lines):
        if before == after and before and not before.startswith(">"):
            yield f"said twice: {before}"
    for found in HEADING.finditer(said):
        if not 1 <= int(found[1]) <= int(found[2]):
            yield f"a number that is none: {found[0]}"
    if re.search(r"^Question (?!\d+ of \d+, )", said, re.MULTILINE):
        yield "a question without its number"
    yield from _asked_without_how(said)


def _asked_without_how(said: str) -> Iterator[str]:
    """Wherever a line is asked for, its paragraph has said what can be typed."""
    for paragraph in re.split(r"\n\n", said):
        before, asked, _ = paragraph.partition("> ")
        if asked and not SAYS_HOW.search(before):
            yield f"nothing says what can be answered: {before[-200:]!r}"


def _line(said: str, place: int) -> str:
    return repr(said[said.rfind("\n", 0, place) + 1 : said.find("\n", place)])
