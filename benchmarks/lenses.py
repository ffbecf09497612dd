"""How often the lenses are right, on the labelled set, in its two halves.

    python benchmarks/lenses.py                  figures for both halves
    python benchmarks/lenses.py --tables         also by kind of identifier and by writer
    python benchmarks/lenses.py --misses         what is missed or said too much, tuning half only
    python benchmarks/lenses.py --worst          the worst misses of the half held out, once

A notice is right when it overlaps a label of its own lens. Whoever tunes a lens reads the
misses of the tuning half and no others: of the half held out only figures are printed, until a
version is settled. What is promised is promised of the half held out; the exit code is 1 when a
promise is broken.
"""

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from lens_promises import promised, tables, worst

from tipcoach.library.finder import find_prompts
from tipcoach.library.lenses import read_identifiers, read_moves, read_wording
from tipcoach.practice.lenses.notice import Lens, Notice, in_order

FOLDER = Path(__file__).parent / "labelled"
HALVES = ("tuning", "held out")
TROUBLED_LESS = ("plain", "second-language")
Item = dict[str, Any]
Span = tuple[int, int]
Look = Callable[[str], tuple[Notice, ...]]


@dataclass
class Tally:
    """Notices that are right, notices that are not, and labels that no notice overlaps."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    missed: int = 0

    @property
    def precision(self) -> str:
        return share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> str:
        return share(self.found, self.found + self.missed)


@dataclass(frozen=True, slots=True)
class Miss:
    """A notice that overlaps no label, or a label that no notice overlaps."""

    item: Item
    lens: Lens
    about: str
    quote: str

    def __str__(self) -> str:
        return f"{self.item['id']} {self.about} “{self.quote}”: {self.item['text']}"


@dataclass
class Figures:
    """What is counted over one half."""

    tallies: dict[Lens, Tally] = field(
        default_factory=lambda: {Lens.WORDING: Tally(), Lens.IDENTIFIERS: Tally()}
    )
    on_clean: int = 0
    clean: int = 0
    notices: Counter[bool] = field(default_factory=Counter)
    sentences: Counter[bool] = field(default_factory=Counter)
    too_much: list[Miss] = field(default_factory=list)
    not_seen: list[Miss] = field(default_factory=list)
    by_kind: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_writer: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    @property
    def per_100_clean(self) -> float:
        return 100 * self.on_clean / max(self.clean, 1)

    @property
    def troubled_more(self) -> float:
        """Notices a sentence, of plain and second-language writers beside the rest."""
        rate = {who: self.notices[who] / max(self.sentences[who], 1) for who in (True, False)}
        return rate[True] / max(rate[False], 0.001)


def look() -> Look:
    """Every lens that reads a text, as the program reads with them, with nothing dismissed."""
    prompts = find_prompts()
    readers = [read_wording(prompts).read, read_identifiers(prompts, ()).read]
    return lambda text: in_order([one for read in readers for one in read(text)])


def items(half: str, kinds: Sequence[str] = ("sentences", "reflections")) -> Iterator[Item]:
    for kind in kinds:
        for path in sorted(FOLDER.glob(f"{kind}-*.yaml")):
            text = path.read_text(encoding="utf-8")
            if text.startswith(f"# Half: {half}."):
                yield from yaml.load(text, Loader=yaml.CSafeLoader)


def labels(item: Item, lens: Lens) -> list[tuple[Span, str]]:
    found = []
    for label in item.get(lens.value) or ():
        start = -1
        for _ in range(label.get("nth", 1)):
            start = item["text"].index(label["quote"], start + 1)
        found.append(((start, start + len(label["quote"])), label.get("about") or label["kind"]))
    return found


def measure(half: str, look: Look, kinds: Sequence[str] = ("sentences", "reflections")) -> Figures:
    figures = Figures()
    for item in items(half, kinds):
        notices = look(item["text"])
        is_sentence = item["id"].startswith("s")
        if is_sentence:
            spared = item["writer"] in TROUBLED_LESS
            figures.sentences[spared] += 1
            figures.notices[spared] += len(notices)
            if not item.get("wording") and not item.get("identifiers"):
                figures.clean += 1
                figures.on_clean += len(notices)
        for lens, tally in figures.tallies.items():
            _count(item, [one for one in notices if one.lens is lens], lens, tally, figures)
    return figures


def _count(
    item: Item, notices: Sequence[Notice], lens: Lens, tally: Tally, figures: Figures
) -> None:
    wanted = labels(item, lens)
    by_kind = figures.by_kind if lens is Lens.IDENTIFIERS else defaultdict(Tally)
    for one in notices:
        over = [about for span, about in wanted if _overlap((one.start, one.end), span)]
        for each in (tally, by_kind[over[0] if over else one.about], _writer(figures, item)):
            each.right += bool(over)
            each.wrong += not over
        if not over:
            figures.too_much.append(Miss(item, lens, one.about, one.quote))
    for span, about in wanted:
        found = any(_overlap((one.start, one.end), span) for one in notices)
        for each in (tally, by_kind[about], _writer(figures, item)):
            each.found += found
            each.missed += not found
        if not found:
            figures.not_seen.append(Miss(item, lens, about, item["text"][slice(*span)]))


def _writer(figures: Figures, item: Item) -> Tally:
    return figures.by_writer[item["writer"]]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def share(part: int, whole: int) -> str:
    """A share with its interval of 95 in 100 (Wilson 1927)."""
    if not whole:
        return "none"
    z, p = 1.96, part / whole
    middle = (p + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z * math.sqrt(p * (1 - p) / whole + z * z / (4 * whole * whole)) / (1 + z * z / whole)
    return f"{p:.3f} ({max(0.0, middle - half):.3f} to {middle + half:.3f}, {part} of {whole})"


def say(half: str, figures: Figures) -> None:
    print(f"\n{half}")
    for lens, tally in figures.tallies.items():
        print(f"  {lens.value:12} precision {tally.precision}")
        print(f"  {'':12} recall    {tally.recall}")
    print(f"  notices per 100 clean sentences  {figures.per_100_clean:.1f}")
    print(
        "  notices a sentence, plain and second-language beside the rest  "
        f"{figures.troubled_more:.2f}x"
    )


@dataclass
class Made:
    """Of one move or one writer: how often the labeller found it `made`, and how often of these it
    would be asked for `in_vain`; how often it was not made, and how often of these is `missing`."""

    made: int = 0
    in_vain: int = 0
    not_made: int = 0
    missing: int = 0

    def count(self, *, made: bool, missing: bool) -> None:
        self.made += made
        self.in_vain += made and missing
        self.not_made += not made
        self.missing += missing and not made


def say_moves(half: str, *, where: bool = False) -> None:
    """How often a move would be asked for in vain; with `where`, in which reflections."""
    lens = read_moves(find_prompts())
    of: defaultdict[str, Made] = defaultdict(Made)
    every = Made()
    for item in items(half, ("reflections",)):
        missing = {move.id for move in lens.missing([item["text"]])}
        for move in lens.moves:
            made, is_missing = move.id in item["moves"], move.id in missing
            for tally in (every, of[move.id], of[item["writer"]]):
                tally.count(made=made, missing=is_missing)
            if where and made and is_missing:
                print(f"Asked for in vain: {item['id']} {move.id}: {item['text']}")
    print(f"  moves asked for in vain  {share(every.in_vain, every.made)}")
    for name, one in of.items():
        in_vain = f"in vain {one.in_vain} of {one.made}"
        print(f"    {name:20} {in_vain}, missing {one.missing} of {one.not_made} not made")


def main(argv: Sequence[str]) -> int:
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--tables", action="store_true", help="also by kind and by writer")
    asked.add_argument("--misses", action="store_true", help="print those of the tuning half")
    asked.add_argument("--worst", action="store_true", help="print those of the half held out")
    chosen = asked.parse_args(argv)
    with_all = look()
    if chosen.misses:
        figures = measure("tuning", with_all)
        print("Said too much", *figures.too_much, "", "Not seen", *figures.not_seen, sep="\n")
        say("tuning", figures)
        say_moves("tuning", where=True)
        return 0
    figures = Figures()
    for half in HALVES:
        figures = measure(half, with_all)
        say(half, figures)
        say_moves(half)
        if chosen.tables:
            print(*tables(figures), sep="\n")
    if chosen.worst:
        print(*worst(figures), sep="\n")
    promises = promised(figures)
    print("\nOf the half held out", *promises, sep="\n  ")
    return 0 if all(each.is_kept for each in promises) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
