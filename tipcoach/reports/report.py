"""What is handed over as a file, before it is one: a title, a note, and blocks of a few kinds.

It holds no id, and no day but one by which something is to be done. Its texts are clean.
"""

from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from tipcoach.practice.plaintext import clean, clean_line


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they were written, in as many lines as they have."""

    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))

    @property
    def paragraphs(self) -> tuple[tuple[str, ...], ...]:
        """Its lines, without the spaces at their ends; an empty one begins another paragraph."""
        lines = (line.rstrip() for line in self.text.split("\n"))
        return tuple(tuple(together) for is_said, together in groupby(lines, bool) if is_said)


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing a line; empty ones are left out. `label` stands over them, if there is one."""

    lines: tuple[str, ...]
    label: str = ""

    def __post_init__(self) -> None:
        lines = (line for line in _clean_lines(self.lines) if line.strip())
        object.__setattr__(self, "lines", tuple(lines))
        object.__setattr__(self, "label", clean_line(self.label).strip())


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; each row has as many cells as the head, and a cell may have lines."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "head", _clean_lines(self.head))
        rows = tuple(tuple(clean(cell) for cell in row) for row in self.rows)
        object.__setattr__(self, "rows", rows)


Content: TypeAlias = Words | Listed | Table


@dataclass(frozen=True, slots=True)
class Block:
    """A question or another heading, what stands small under it, and what was said to it."""

    heading: str
    content: tuple[Content, ...]
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "heading", clean_line(self.heading))
        object.__setattr__(self, "note", clean_line(self.note))


@dataclass(frozen=True, slots=True)
class Report:
    """One document. `note` is the line under the title, `closing` the one at its end."""

    title: str
    note: str
    blocks: tuple[Block, ...]
    closing: str = ""

    def __post_init__(self) -> None:
        for name in ("title", "note", "closing"):
            object.__setattr__(self, name, clean_line(getattr(self, name)))


def _clean_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(clean_line(line) for line in lines)
