"""A floor of `feel.py`: a group of click with so many commands, which do nothing.

python benchmarks/bare_commands.py NUMBER --help
"""

import sys

import click


@click.group()
def bare() -> None:
    """Commands that do nothing."""


def add(number: int) -> None:
    def command() -> None:
        """Do nothing, and say so in one line of help."""

    bare.add_command(click.command(f"command-{number}")(command))


if __name__ == "__main__":
    for each in range(int(sys.argv[1])):
        add(each)
    bare(sys.argv[2:])
