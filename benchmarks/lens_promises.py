"""What is promised of the lenses, and what is read into where they fail."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipcoach.practice.lenses.notice import Lens

if TYPE_CHECKING:
    from lenses import Figures, Miss, Tally

LEAST_PRECISION, LEAST_RECALL = 0.9, 0.8
MOST_PER_100_CLEAN, MOST_TROUBLED = 3.0, 1.5
HOW_MANY_WORST = 20
READ_ONCE = (
    "WARNING: once these are read, this half is no longer held out. Change no lens by them and "
    "then call its figures held out: that takes new items first."
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A figure and what is promised of it: at least so much, or less than or at most so much."""

    what: str
    figure: float
    bound: float
    how: str

    @property
    def is_kept(self) -> bool:
        return {
            "at least": self.figure >= self.bound,
            "under": self.figure < self.bound,
            "at most": self.figure <= self.bound,
        }[self.how]

    def __str__(self) -> str:
        kept = "kept" if self.is_kept else "BROKEN"
        return f"{self.what:52}{self.figure:8.3f}   {self.how} {self.bound:.1f}   {kept}"


def promised(figures: "Figures") -> list[Promise]:
    """What the project promises, of the figures of one half."""
    found = []
    for lens, tally in figures.tallies.items():
        precision = part(tally.right, tally.wrong)
        recall = part(tally.found, tally.missed)
        found += [
            Promise(f"{lens.value}: precision", precision, LEAST_PRECISION, "at least"),
            Promise(f"{lens.value}: recall", recall, LEAST_RECALL, "at least"),
        ]
    return [
        *found,
        Promise("per 100 clean sentences", figures.per_100_clean, MOST_PER_100_CLEAN, "under"),
        Promise(
            "plain and second-language writers beside the rest",
            figures.troubled_more,
            MOST_TROUBLED,
            "at most",
        ),
    ]


def part(those: int, others: int) -> float:
    """The share of those; nothing where there are none, so that a silent lens keeps no promise."""
    return those / (those + others) if those else 0.0


def tables(figures: "Figures") -> Iterator[str]:
    """Each kind of identifier and each writer. Few of each: only the whole is a figure."""
    for title, tallies in (
        ("kind of identifier", figures.by_kind),
        ("writer, both lenses", figures.by_writer),
    ):
        yield f"  {title:24}  right  wrong  precision  found   of  recall"
        for name, tally in sorted(tallies.items()):
            yield f"  {name:24}{_row(tally)}"


def _row(tally: "Tally") -> str:
    precision, recall = part(tally.right, tally.wrong), part(tally.found, tally.missed)
    return (
        f"{tally.right:7}{tally.wrong:7}{precision:11.2f}"
        f"{tally.found:7}{tally.found + tally.missed:5}{recall:8.2f}"
    )


def worst(figures: "Figures") -> Iterator[str]:
    """The worst misses of a half: first where anybody would have seen it, identifiers first."""
    misses = [
        *(("not seen", miss) for miss in figures.not_seen),
        *(("said too much", miss) for miss in figures.too_much),
    ]
    yield READ_ONCE
    for what, miss in sorted(misses, key=lambda each: _how_bad(each[1]))[:HOW_MANY_WORST]:
        hard = f" (hard: {miss.item['note']})" if miss.item.get("hard") else ""
        yield f"{what}, {miss.lens.value}: {miss}{hard}"
    yield READ_ONCE


def _how_bad(miss: "Miss") -> tuple[bool, bool, str]:
    """A name that stays in a journal is worse than a word somebody would say another way."""
    return bool(miss.item.get("hard")), miss.lens is not Lens.IDENTIFIERS, miss.item["id"]
