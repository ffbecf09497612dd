"""YAML with line numbers, and without what can surprise or harm.

Read with the C loader for speed. Refused, each with its line: aliases (a few bytes can
stand for gigabytes), duplicate keys (one would silently win), tags that make objects,
anything but text, numbers, yes and no, dates, lists and mappings, and files out of size.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
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


class Lines(Mapping[Path_, int]):
    """The line of each key or item of a text by its path. They are looked for when one is wanted,
    which is when something is wrong: what is right is read sooner, and held in less."""

    def __init__(self, text: str) -> None:
        # Held in fewer bytes than a text with a curly quote in it.
        self._text = text.encode("utf-8", "surrogatepass")

    def __getitem__(self, path: Path_) -> int:
        return self._found[path]

    def __iter__(self) -> Iterator[Path_]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @cached_property
    def _found(self) -> dict[Path_, int]:
        found: dict[Path_, int] = {}
        loader = _Loader(self._text.decode("utf-8", "surrogatepass"))
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
        if node is not None:
            _find_lines(node, (), found)
        return found


def _find_lines(node: yaml.Node, path: Path_, found: dict[Path_, int]) -> None:
    found.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            _find_lines(item, (*path, number), found)
    elif isinstance(node, yaml.MappingNode):
        met = set()
        for key_node, value_node in node.value:
            key = key_node.value
            # Of a key that stands twice the first counts.
            if key not in met:
                met.add(key)
                found[(*path, key)] = key_node.start_mark.line + 1
                _find_lines(value_node, (*path, key), found)


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML text as plain values. `lines` gives the line of each key or item by its path."""

    value: object
    lines: Mapping[Path_, int]

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
    loader = _Loader(text)
    try:
        nested = _FLAT.sub("", text)
        if nested.count("[") + nested.count("{") > FEW_BRACKETS:
            _refuse_depth(text)
        node = loader.get_single_node()
        if node is None:
            raise NothingWritten("is empty", 1)
        return Document(_Reader(loader, text, twice).value_of(node), Lines(text))
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


_TEXT = "tag:yaml.org,2002:str"


class _Loader(yaml.CSafeLoader):
    """The C loader. Most words are words, as their first letter says."""

    _may_be_else = frozenset(yaml.CSafeLoader.yaml_implicit_resolvers)

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        if kind is yaml.ScalarNode and implicit[0] and value[:1] not in self._may_be_else:
            return _TEXT
        tag: str = super().resolve(kind, value, implicit)  # type: ignore[no-untyped-call]
        return tag


class _Reader:
    def __init__(self, loader: _Loader, text: str, twice: list[YamlFault] | None) -> None:
        self._text = text
        self._twice = twice
        self._loader = loader
        self._met: set[int] = set()
        self._kept_alive: list[yaml.Node] = []

    def value_of(self, node: yaml.Node) -> object:
        line = node.start_mark.line + 1
        if id(node) in self._met:
            raise YamlFault("uses an alias (`*`); write it out", _line_of_alias(self._text, line))
        self._met.add(id(node))
        self._kept_alive.append(node)
        if node.tag not in _TAGS:
            raise YamlFault(f"has a tag that is not used here ({node.tag})", line)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value_of(item) for item in node.value]
        return self._scalar(node, line)

    def _mapping(self, node: yaml.MappingNode) -> dict[str, object]:
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
            values[key] = self.value_of(value_node)
        return values

    def _scalar(self, node: yaml.Node, line: int) -> object:
        if node.tag == _TEXT:
            return node.value
        try:
            return self._loader.construct_object(node)
        except Exception:  # the library's constructors fail in ways of their own on bad values
            raise YamlFault("has a value that cannot be read", line) from None
