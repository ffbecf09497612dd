"""Every test has the same prompt files, so each text of theirs is read once for all tests.

What is kept is found by the text itself: a file that was changed is another text, and is read.
So are the styles of the screens, which every app would read again for each screen it opens.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tipcoach.library import lenses, lines

Made = TypeVar("Made")


def read_once() -> None:
    """From now on, in this process."""
    read = lines.read_text

    @lru_cache(256)
    def kept(text: str) -> tuple[lines.Document, tuple[lines.YamlFault, ...]]:
        twice: list[lines.YamlFault] = []
        return read(text, twice), tuple(twice)

    def read_text(text: str, twice: list[lines.YamlFault] | None = None) -> lines.Document:
        if twice is None:
            return read(text)
        document, found = kept(text)
        twice += found
        return document

    lines.read_text = read_text
    lenses.read_wording = _made_once("WORDING", lenses.read_wording)  # type: ignore[assignment]
    lenses.read_moves = _made_once("MOVES", lenses.read_moves)  # type: ignore[assignment]
    identifiers = lenses.read_identifiers
    lenses.read_identifiers = lambda folder, names: _made_once(
        "IDENTIFIERS", lambda inside: identifiers(inside, names), tuple(names)
    )(folder)


def style_once() -> None:
    """From now on, in this process. What a style text says hangs on the colours it may name."""
    parse_rules = Stylesheet._parse_rules
    kept: dict[object, list[RuleSet]] = {}

    def rules(sheet: Stylesheet, css: str, *about: Any, **more: Any) -> list[RuleSet]:
        colours = tuple(sorted(sheet._variables.items()))
        key = (css, about, tuple(sorted(more.items())), colours)
        if key not in kept:
            kept[key] = parse_rules(sheet, css, *about, **more)
        return kept[key]

    Stylesheet._parse_rules = rules  # type: ignore[assignment, method-assign]


_made: dict[tuple[object, ...], object] = {}


def _made_once(name: str, make: Callable[[Path], Made], *also: object) -> Callable[[Path], Made]:
    def once(folder: Path) -> Made:
        try:
            key = (name, (folder / getattr(lenses, name)).read_bytes(), *also)
        except OSError:
            return make(folder)
        if key not in _made:
            _made[key] = make(folder)
        return _made[key]  # type: ignore[return-value]  # made by `make` from the same bytes

    return once
