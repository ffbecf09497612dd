"""YAML with line numbers, and without what can surprise or harm.

Read with the C loader for speed. Refused, each with its line: aliases (a few bytes can
stand for gigabytes), duplicate keys (one would silently win), tags that make objects,
anything but text, numbers, yes and no, dates, lists and mappings, and files out of size.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

MOST_BYTES = 512 * 1024
MOST_DEPTH = 24
FEW_BRACKETS = 400
"""As many as may be nested without harm, and more than a file of ours has."""
MOST_INWARDS = 120
"""Columns a line may stand in: each could open another level, by a space or a dash."""

_FLAT = re.compile(r"\[[^\[\]{}]*\]")
"""Brackets with none inside them: a lens file is full of them, and they are one level at most."""
_OPENS = re.compile(r"[ \t]*(?:[-?:][ \t]+)*")

Path_ = tuple[str | int, ...]


class YamlFault(Exception):
    """What is wrong with a YAML text, and the line it is on (from 1)."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


class NothingWritten(YamlFault):
    """There is nothing in the text, but for comments."""


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML text as plain values. `lines` gives the line of each key or item by its path."""

    value: object
    lines: dict[Path_, int]

    def line(self, path: Path_) -> int:
        """The line of `path`, or of the nearest thing around it that has one."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_file(path: Path, twice: list[YamlFault] | None = None) -> Document:
    """Read a YAML file. Raises `YamlFault`, or `OSError` when it cannot be opened.

    A key that stands twice is put into `twice` when that is given, and the first is kept.
    """
    if path.is_symlink():
        raise YamlFault("is a link; a file is wanted", 1)
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise YamlFault("is no ordinary file", 1)
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise YamlFault(f"is larger than {MOST_BYTES // 1024} KB", 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        raise YamlFault("is not written in UTF-8", line) from None
    return read_text(text, twice)


def read_text(text: str, twice: list[YamlFault] | None = None) -> Document:
    """Read a YAML text. Raises `YamlFault`; for `twice` see `read_file`."""
    _refuse_far_inwards(text)
    loader = yaml.CSafeLoader(text)
    try:
        nested = _FLAT.sub("", text)
        if nested.count("[") + nested.count("{") > FEW_BRACKETS:
            _refuse_depth(text)
        node = loader.get_single_node()
        if node is None:
            raise NothingWritten("is empty", 1)
        reader = _Reader(loader, text, twice)
        return Document(reader.value_of(node, ()), reader.lines)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        what = fault.problem or fault.context or "cannot be read"
        raise YamlFault(f"is not YAML: {what}", mark.line + 1 if mark else 1) from None
    except yaml.reader.ReaderError as fault:
        line = text.count("\n", 0, fault.position) + 1
        raise YamlFault(f"is not YAML: {fault.reason}", line) from None
    except RecursionError:
        raise YamlFault("is nested too deep", 1) from None
    except (yaml.YAMLError, ValueError) as fault:
        raise YamlFault(f"is not YAML: {fault}".splitlines()[0], 1) from None
    finally:
        loader.dispose()


def _refuse_far_inwards(text: str) -> None:
    """Refuse what stands far inwards: the composer goes one call deeper for each level."""
    for number, line in enumerate(text.splitlines(), 1):
        opened = _OPENS.match(line)
        if opened and len(opened[0]) > MOST_INWARDS:
            raise YamlFault("is nested too deep", number)


def _refuse_depth(text: str) -> None:
    """Refuse deep brackets. Events are read without recursion, so this can look first."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MOST_DEPTH:
            mark = event.start_mark
            raise YamlFault("is nested too deep", mark.line + 1 if mark else 1)


_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
)


def _line_of_alias(text: str, otherwise: int) -> int:
    """Where the first alias stands; a composed tree knows only what it points to."""
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent) and event.start_mark is not None:
            return event.start_mark.line + 1
    return otherwise


class _Reader:
    def __init__(self, loader: yaml.CSafeLoader, text: str, twice: list[YamlFault] | None) -> None:
        self._text = text
        self._twice = twice
        self.lines: dict[Path_, int] = {}
        self._loader = loader
        self._met: set[int] = set()
        self._kept_alive: list[yaml.Node] = []

    def value_of(self, node: yaml.Node, path: Path_) -> object:
        line = node.start_mark.line + 1
        self.lines.setdefault(path, line)
        if id(node) in self._met:
            raise YamlFault("uses an alias (`*`); write it out", _line_of_alias(self._text, line))
        self._met.add(id(node))
        self._kept_alive.append(node)
        if node.tag not in _TAGS:
            raise YamlFault(f"has a tag that is not used here ({node.tag})", line)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value_of(item, (*path, n)) for n, item in enumerate(node.value)]
        return self._scalar(node, line)

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, object]:
        values: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = key_node.value
            if not isinstance(key, str) or key_node.tag == "tag:yaml.org,2002:merge":
                raise YamlFault("has a key that is not a plain word", line)
            if key in values:
                fault = YamlFault(f"has `{key}` twice; the first would be lost", line)
                if self._twice is None:
                    raise fault
                self._twice.append(fault)
                continue
            self.lines[(*path, key)] = line
            values[key] = self.value_of(value_node, (*path, key))
        return values

    def _scalar(self, node: yaml.Node, line: int) -> object:
        try:
            return self._loader.construct_object(node)
        except Exception:  # the library's constructors fail in ways of their own on bad values
            raise YamlFault("has a value that cannot be read", line) from None
