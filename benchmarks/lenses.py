"""How often the lenses are right, on the labelled set, in its two halves.

    python benchmarks/lenses.py                  figures for both halves
    python benchmarks/lenses.py --misses         what is missed or said too much, tuning half only

A notice is right when it overlaps a label of its own lens. Whoever tunes a lens reads the
misses of the tuning half and no others: of the half held out only figures are printed.
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

from tipcoach.library.finder import find_prompts
from tipcoach.library.lenses import read_moves, read_wording
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
    too_much: list[str] = field(default_factory=list)
    not_seen: list[str] = field(default_factory=list)


def look() -> Look:
    """Every lens that reads a text, as the program reads with them, with nothing dismissed."""
    readers = [read_wording(find_prompts()).read]
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
    for one in notices:
        if any(_overlap((one.start, one.end), span) for span, _ in wanted):
            tally.right += 1
        else:
            tally.wrong += 1
            figures.too_much.append(f"{item['id']} {one.about} “{one.quote}”: {item['text']}")
    for span, about in wanted:
        if any(_overlap((one.start, one.end), span) for one in notices):
            tally.found += 1
        else:
            tally.missed += 1
            quote = item["text"][slice(*span)]
            figures.not_seen.append(f"{item['id']} {about} “{quote}”: {item['text']}")


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
    print(f"  notices per 100 clean sentences  {100 * figures.on_clean / figures.clean:.1f}")
    rate = {who: figures.notices[who] / figures.sentences[who] for who in (True, False)}
    print(
        "  notices a sentence, plain and second-language beside the rest  "
        f"{rate[True]:.2f} / {rate[False]:.2f} = {rate[True] / max(rate[False], 0.001):.2f}x"
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


def main(argv: Sequence[str]) -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--misses", action="store_true", help="print those of the tuning half")
    found = asked.parse_args(argv)
    with_all = look()
    if found.misses:
        figures = measure("tuning", with_all)
        print("\n".join(["Said too much", *figures.too_much, "", "Not seen", *figures.not_seen]))
        say("tuning", figures)
        say_moves("tuning", where=True)
        return
    for half in HALVES:
        say(half, measure(half, with_all))
        say_moves(half)


if __name__ == "__main__":
    main(sys.argv[1:])
