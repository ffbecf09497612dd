"""Many processes keep entries in one journal at the same moment."""

import subprocess
import sys
from pathlib import Path

import pytest
from making import asked

from journal.crashes.kept import Home, leftovers
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Entry

pytestmark = pytest.mark.thorough

PROCESSES, ENTRIES = 20, 50


def test_every_entry_of_twenty_processes_is_there_once(tmp_path: Path) -> None:
    """The folders are not there either: all of them are made by all of them."""
    home = tmp_path / "home"
    adders = [
        subprocess.Popen(
            [sys.executable, "-m", "journal.crashes.adder", home, str(number), str(ENTRIES)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=Path(__file__).parents[2],
        )
        for number in range(PROCESSES)
    ]
    for adder in adders:
        assert adder.stdout is not None
        assert adder.stdout.readline() == "ready\n"
    for adder in adders:
        assert adder.stdin is not None
        adder.stdin.write("go\n")
        adder.stdin.flush()
    told: list[str] = []
    for adder in adders:
        said, _ = adder.communicate(timeout=120)
        assert adder.returncode == 0
        told += said.split()

    records = [*Home(home).journal.records()]
    entries = [one for one in records if isinstance(one, Entry)]
    assert len(entries) == len(records) == PROCESSES * ENTRIES
    assert {one.id for one in entries} == {*told}
    wanted = {f"{n} said {one}" for n in range(PROCESSES) for one in range(ENTRIES)}
    assert {one.asked for one in entries} == {(asked("a", Text(words)),) for words in wanted}
    assert leftovers(home) == []
