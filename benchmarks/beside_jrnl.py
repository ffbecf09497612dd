"""The same 10,000 entries in tipcoach and in jrnl, as whole processes, in turn.

    python -m venv FOLDER/venv && FOLDER/venv/bin/pip install jrnl==4.6
    python benchmarks/beside_jrnl.py FOLDER

Nothing is promised by it. jrnl keeps plain text in one file; its copy has every entry as
`journal show` prints it.
"""

import statistics
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from journals import make_journal
from measuring import Run, run

from tipcoach.coach.coach import Coach
from tipcoach.coach.reading import newest
from tipcoach.reports.entries import entry_text
from tipcoach.settings import HOME_VARIABLE, places

COUNT, ROUNDS, WORD = 10_000, 9, "lantern"
ANSWERS = Path(__file__).parent.parent / "prompts" / "en-GB" / "sample" / "arrears-after.yaml"


def main(folder: Path) -> int:
    home, config = folder / "home", folder / "jrnl.yaml"
    if not home.exists():
        coach = Coach(places({HOME_VARIABLE: str(home)}))
        make_journal(coach.places.journal, COUNT)
        copy_to_jrnl(coach, folder / "jrnl.txt")
    write_config(config, folder / "jrnl.txt")

    jrnl = [str(folder / "venv" / "bin" / "jrnl"), "--config-file", str(config)]
    tipcoach = [sys.executable, "-m", "tipcoach", "--home", str(home)]
    ways = {
        "add one": (
            [*tipcoach, "reflect", "--answers", str(ANSWERS)],
            [*jrnl, "It went slowly. The " + "word " * 600],
        ),
        "list the newest 50": ([*tipcoach, "journal", "list"], [*jrnl, "-n", "50", "--short"]),
        f"search “{WORD}”": (
            [*tipcoach, "journal", "search", WORD],
            [*jrnl, "-contains", WORD, "--short"],
        ),
    }
    print(f"{COUNT:,} entries, the median of {ROUNDS} rounds in turn")
    print(f"{'':24}{'tipcoach':>20}{'jrnl':>20}")
    for what, pair in ways.items():
        found: tuple[list[Run], list[Run]] = ([], [])
        for _ in range(ROUNDS):
            for runs, arguments in zip(found, pair, strict=True):
                runs.append(run(arguments))
        print(f"{what:24}" + "".join(f"{said(runs):>20}" for runs in found))
    return 0


def said(runs: list[Run]) -> str:
    def middle(of: Callable[[Run], float]) -> float:
        return statistics.median(map(of, runs))

    return f"{middle(lambda one: one.seconds):.2f} s, {middle(lambda one: one.megabytes):.0f} MB"


def copy_to_jrnl(coach: Coach, path: Path) -> None:
    today = datetime.now(UTC).date()
    with path.open("w", encoding="utf-8") as file:
        for entry in reversed(newest(coach, None).entries):
            file.write(f"[{entry.created:%Y-%m-%d %I:%M %p}] {entry_text(entry, (), today)}\n")


def write_config(config: Path, journal: Path) -> None:
    config.write_text(
        f"journals:\n  default:\n    journal: {journal}\n"
        "editor: ''\nencrypt: false\ntemplate: false\ndefault_hour: 9\ndefault_minute: 0\n"
        "timeformat: '%Y-%m-%d %I:%M %p'\ntagsymbols: '@'\nhighlight: true\nlinewrap: 79\n"
        "indent_character: '|'\ndisplay_format: pretty\nversion: '4.6'\n"
        "colors:\n  body: none\n  date: none\n  tags: none\n  title: none\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
