"""Asking for a yes at the end of a command, where there is somebody to ask."""

import sys

from tipcoach.errors import NoTerminal


def asked_for_yes(
    question: str, why: str, otherwise: str, instead: str = "Look at it first, and give --yes."
) -> bool:
    """Whether yes is typed at the terminal.

    Raises `NoTerminal` with `otherwise`, what was therefore not done, and `instead`, what to do,
    where there is none.
    """
    if not sys.stdin.isatty():
        raise NoTerminal(
            f"{otherwise} Nobody is here to say yes: there is no terminal.",
            instead,
        )
    from tipcoach.plain.talk import Talk
    from tipcoach.plain.yes import says_yes

    return says_yes(Talk(sys.stdin, sys.stderr), question, why)
