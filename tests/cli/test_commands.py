"""Commands are imported when they are asked for, and listed as they say themselves."""

import re
import subprocess
import sys
from collections.abc import Callable

import click
import pytest

from cli.program import Done
from tipcoach.cli import tipcoach
from tipcoach.cli.commands import COMMANDS, WITHIN


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_in_its_own_words(name: str) -> None:
    listed = click.Command(name, help=COMMANDS[name].says)
    itself = tipcoach.commands[name]
    assert itself.name == name
    for room in (30, 60, 200):
        assert listed.get_short_help_str(room) == itself.get_short_help_str(room)


def test_a_group_has_those_of_other_modules_too() -> None:
    for name, others in WITHIN.items():
        group = tipcoach.commands[name]
        assert isinstance(group, click.Group)
        assert set(others) <= set(group.commands)


@pytest.mark.parametrize("group", ["", *WITHIN, "promises", "prompts", "lenses", "review", "inbox"])
def test_each_command_is_listed_with_a_whole_sentence(
    here: Callable[..., Done], group: str
) -> None:
    said = here(*group.split(), "--help").out.split("Commands:\n")[1].rstrip()
    listed = re.split(r"\n  (?=\S)", said)
    assert len(listed) > 1
    assert [one for one in listed if not one.endswith(".") or one.endswith("...")] == []


def test_the_list_of_commands_imports_none_of_them() -> None:
    program = (
        "import sys\n"
        "from tipcoach.cli import run\n"
        "run(['--help'])\n"
        "print(sorted(name for name in sys.modules if name.startswith('tipcoach.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    here = ["cli", "cli.at_hand", "cli.commands", "cli.speaking", "errors"]
    assert done.stdout.splitlines()[-1] == str([f"tipcoach.{name}" for name in here])
