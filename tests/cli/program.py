"""Run the real program, the way a shell does, and read what came of it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from making import real_library

from tipcoach.coach.answers import keep_answers
from tipcoach.coach.begin import Wanted
from tipcoach.coach.coach import Coach
from tipcoach.practice.entry import Kind
from tipcoach.settings import HOME_VARIABLE, places

DEADLINE = 30.0
"""Seconds anything may take before a test gives up: far more than it takes on a busy machine."""

PROGRAM = [sys.executable, "-m", "tipcoach"]

PREPARATION: Mapping[str, Any] = {
    "visit": {"purpose": "arrears", "channel": "phone", "hat": "both"},
    "form": "quick",
    "answers": {
        "orient.hat-sentence": "I am ringing as your landlord, and to help if that is useful.",
        "business.sort": {
            "must": ["The rent is due"],
            "may": ["How much, from when"],
            "theirs": ["Whether we talk today"],
        },
        "alone.cover": "yes",
        "plan.if-then": {"if": "it goes quiet", "then": "count to five"},
    },
}
REFLECTION: Mapping[str, Any] = {
    "visit": {"purpose": "arrears", "channel": "phone"},
    "answers": {
        "land.safe": True,
        "land.heard": "nothing",
        "land.word": "steadier",
        "moment.stayed": "The quiet after the letter",
        "promises.made": [{"text": "Send the plan", "due": "2026-12-04", "whose": "mine"}],
    },
}
STOPPED: Mapping[str, Any] = {
    "visit": {"purpose": "arrears", "channel": "phone"},
    "answers": {
        "land.safe": True,
        "land.heard": "disclosure-abuse",
        "stop.recorded": "not yet",
    },
}
NOT_FOR_A_USER = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "COLUMNS",
    "LINES",
    "COLORTERM",
    "COLORFGBG",
    "PAGER",
    "PYTHONDONTWRITEBYTECODE",  # compiled once, as where it is installed
)


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left with and what it said."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on stdout, and nothing after it."""
        return json.loads(self.out)

    @property
    def both(self) -> str:
        return self.out + self.err


def environment_for(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of an ordinary user, with a home of its own."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in NOT_FOR_A_USER and not name.startswith(("TEXTUAL", "TIPCOACH_", "PYTEST"))
    }
    return {
        **kept,
        HOME_VARIABLE: str(home),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        **(more or {}),
    }


def tipcoach(
    home: Path,
    *arguments: str,
    typed: str = "",
    more: Mapping[str, str] | None = None,
    runner: Path | None = None,
) -> Done:
    """Run `tipcoach` to its end, without a terminal, `typed` on its stdin."""
    program = [sys.executable, str(runner)] if runner else PROGRAM
    done = subprocess.run(
        [*program, *arguments],
        input=typed.encode(),
        capture_output=True,
        timeout=DEADLINE,
        # Not the checkout: there, its own package would be found before any other.
        cwd=home.parent,
        env=environment_for(home, more),
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def write_answers(folder: Path, answers: Mapping[str, Any], name: str = "answers.json") -> Path:
    """A file of answers; JSON is what `json` writes, and every escape in it survives."""
    path = folder / name
    path.write_text(json.dumps(answers), encoding="utf-8")
    return path


def coach_at(home: Path) -> Coach:
    """The coach of that home, to read what is on the disk with the program's own reader."""
    coach = Coach(places({HOME_VARIABLE: str(home)}))
    coach.library = real_library()
    return coach


def keep(home: Path, answers: Mapping[str, Any]) -> str:
    """Keep an entry from answers, and return its id; in this process, because that is quicker."""
    kind = Kind.REFLECTION if "land.safe" in answers["answers"] else Kind.PREPARATION
    path = write_answers(home.parent, answers, "to-keep.json")
    return keep_answers(coach_at(home), path, Wanted(kind)).id


def files_under(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def entry_file(home: Path, entry_id: str) -> Path:
    (found,) = (home / "data" / "journal").rglob(f"{entry_id}.json")
    return found


def with_answers(answers: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """The same answers and some more."""
    return {**answers, "answers": {**answers["answers"], **more}}


def runner_that(folder: Path, *lines: str) -> Path:
    """A script that breaks something first, and then is the program."""
    path = folder / "runner.py"
    code: Sequence[str] = (*lines, "from tipcoach.cli import main", "main()", "")
    path.write_text("\n".join(code), encoding="utf-8")
    return path
