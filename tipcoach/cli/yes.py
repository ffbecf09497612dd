"""Asking for a yes at the end of a command, where there is somebody to ask."""

import sys

from tipcoach.errors import NoTerminal


def asked_for_yes(question: str, why: str, otherwise: str) -> bool:
    """Whether yes is typed at the terminal.

    Raises `NoTerminal` with `otherwise`, what was therefore not done, where there is none.
    """
    if not sys.stdin.isatty():
        raise NoTerminal(
            f"{otherwise} Nobody is here to say yes: there is no terminal.",
            "Look at it first, and give --yes.",
        )
    from tipcoach.plain.talk import Talk
    from tipcoach.plain.yes import says_yes

    return says_yes(Talk(sys.stdin, sys.stderr), question, why)
