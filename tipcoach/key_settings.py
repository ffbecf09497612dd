"""Keys of one's own, as they are written in `keys.yaml`: what is wanted, and on which line.

Whatever is wrong with the file, the program starts: a line that cannot be used is said, and
the usual key holds for it. YAML is read here without giving words a meaning of its own, so
that `y` and `n` are letters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

FILE = "keys.yaml"
MOST_CHARACTERS = 50_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """The keys an action is to have in a place, all as they were typed."""

    place: str
    action: str
    keys: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a line cannot be used: a sentence. Line 0 is the whole file."""

    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{FILE}, line {self.line}: {self.sentence}" if self.line else self.sentence


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """What a file of keys asks for, and what in it cannot be read."""

    wanted: tuple[Wanted, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_keys(path: Path) -> OwnKeys | None:
    """What the file asks for; `None` where there is none. Never raises."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(MOST_CHARACTERS + 1)
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return _unusable(f"{FILE} is there and cannot be read.")
    if len(text) > MOST_CHARACTERS:
        return _unusable(f"{FILE} is longer than a list of keys can be.")
    import yaml

    try:
        top = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 0
        return OwnKeys(problems=(Problem(line, "from here on it cannot be understood."),))
    except (yaml.YAMLError, ValueError, RecursionError):
        return _unusable(f"{FILE} cannot be understood.")
    found = [*_lines(top)] if top is not None else []
    return OwnKeys(
        tuple(each for each in found if isinstance(each, Wanted)),
        tuple(each for each in found if isinstance(each, Problem)),
    )


def _unusable(sentence: str) -> OwnKeys:
    return OwnKeys(problems=(Problem(0, sentence),))


def _lines(top: "yaml.Node") -> Iterator[Wanted | Problem]:
    """Every place, and in it every action."""
    import yaml

    if not isinstance(top, yaml.MappingNode):
        yield Problem(_line(top), "places are wanted here, such as “walk:”, with actions in them.")
        return
    for place, actions in top.value:
        if isinstance(actions, yaml.MappingNode) and isinstance(place, yaml.ScalarNode):
            seen: dict[str, int] = {}
            for action, value in actions.value:
                yield _wanted(str(place.value), action, value, seen)
        elif not _is_empty(actions):
            yield Problem(_line(place), "a place wants its actions under it, one a line.")


def _wanted(
    place: str, action: "yaml.Node", value: "yaml.Node", seen: dict[str, int]
) -> Wanted | Problem:
    import yaml

    line = _line(action)
    each = value.value if isinstance(value, yaml.SequenceNode) else [value]
    if not isinstance(action, yaml.ScalarNode) or not all(
        isinstance(key, yaml.ScalarNode) and not _is_empty(key) for key in each
    ):
        return Problem(line, "an action wants one key, or a list such as [Ctrl+N, F4].")
    name = str(action.value)
    before = seen.setdefault(name, line)
    if before != line:
        return Problem(line, f"this action has its keys on line {before} already.")
    return Wanted(place, name, tuple(str(key.value) for key in each), line)


def _is_empty(node: "yaml.Node") -> bool:
    return bool(node.tag == "tag:yaml.org,2002:null" and not node.value)


def _line(node: "yaml.Node") -> int:
    return int(node.start_mark.line) + 1
