"""Every test has the same prompt files, so each text of theirs is read once for all tests.

What is kept is found by the text itself: a file that was changed is another text, and is read.
So are the styles of the screens, which every app would read again for each screen it opens.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tipcoach.library import lenses, lines, own_wording
from tipcoach.library.models import Authored
from tipcoach.waiting import Wait, at_once

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
    lenses.read_wording = _made_once("WORDING", lenses.read_wording)
    lenses.read_moves = _made_once("MOVES", lenses.read_moves)
    identifiers = lenses.read_identifiers
    lenses.read_identifiers = lambda folder, names: _made_once(
        "IDENTIFIERS", lambda inside: identifiers(inside, names), tuple(names)
    )(folder)
    _validated_once()
    _seen_once()


def _validated_once() -> None:
    """A text read once is the same values, and makes the same model, which nothing can change."""
    validate = Authored.model_validate.__func__  # type: ignore[attr-defined]
    kept: dict[tuple[type, int], tuple[object, Authored]] = {}

    def model_validate(made: type[Authored], /, value: object, **more: Any) -> Authored:
        key = (made, id(value))
        if more or not isinstance(value, dict):
            return validate(made, value, **more)  # type: ignore[no-any-return]
        if key not in kept:
            # The values are kept too: their id is theirs for as long as they are.
            kept[key] = (value, validate(made, value))
        return kept[key][1]

    Authored.model_validate = classmethod(model_validate)  # type: ignore[assignment]


def _seen_once() -> None:
    """What one lens sees in one text, when a check reads the questions of the house."""
    make = lenses.wording_lens
    kept: dict[tuple[int, ...], tuple[object, Any]] = {}

    def wording_lens(model: Any) -> Any:
        key = tuple(map(id, model.families))
        if key not in kept:
            kept[key] = (model, SimpleNamespace(read=cache(make(model).read)))
        return kept[key][1]

    own_wording.wording_lens = wording_lens  # type: ignore[attr-defined, assignment]


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


def _made_once(name: str, make: Callable[..., Made], *also: object) -> Callable[..., Made]:
    def once(folder: Path, wait: Wait = at_once) -> Made:
        if wait is not at_once:
            # Somebody looks at how it is read.
            return make(folder, wait)
        try:
            key = (name, (folder / getattr(lenses, name)).read_bytes(), *also)
            if name == "WORDING":
                key += tuple(
                    path.read_bytes() for path in sorted((folder / lenses.FAMILIES).glob("*"))
                )
        except OSError:
            return make(folder)
        if key not in _made:
            _made[key] = make(folder)
        return _made[key]  # type: ignore[return-value]  # made by `make` from the same bytes

    return once
