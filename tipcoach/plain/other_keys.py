"""Keys that type no letter, such as PgDn and the arrows, in a line as it was heard.

A terminal that is read line by line puts what such a key sends among what is typed. By then the
line was cleaned, and its escape signs can be seen.
"""

import re

NOT_TAKEN = (
    "Keys such as PgDn and the arrows do nothing here, so that line was not taken. Type it again."
)

_ESCAPE = r"\\u\{1b\}"
# What follows the escape sign: an arrow, PgDn or a function key; nothing for Esc itself.
_KEYS = re.compile(rf"(?:{_ESCAPE}(?:\[\[?[0-9;]*[A-Za-z~]|O[A-Za-z])?)+")


def are_all_there_is(line: str) -> bool:
    """Whether a line holds such keys and nothing else."""
    return _KEYS.fullmatch(line) is not None


def without(line: str) -> str:
    """What else there is of a line."""
    return _KEYS.sub("", line)


def are_among(line: str) -> bool:
    """Whether a line holds such a key, with or without words."""
    return _KEYS.search(line) is not None
