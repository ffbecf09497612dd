"""What questions are made of: a hash of every file that is read for them, and of this program.

What was made ready once is asked again only while this says the same.
"""

import hashlib
import os
import stat
from pathlib import Path

from tipcoach import __version__

FORMAT = 1
"""Another, and whatever was made ready is made again."""
_READ_WITHIN = ("checklists", "principles", "purposes")
_MOST_FILES = 500
_MOST_BYTES = 512 * 1024


class _Odd(Exception):
    """Something no file of prompts is; who reads it has to say what."""


def made_of(prompts: Path, routes: Path, overlay: Path | None) -> str | None:
    """The hash for our prompts with an organisation's routes and prompts.

    Nothing where a file is not a plain one that can be read, or there are too many: then there is
    something to be said, and nothing is taken as ready.
    """
    found = hashlib.sha256(f"{FORMAT} {__version__} {_program()}".encode())
    try:
        found.update(_folder(prompts))
        found.update(_one(routes) if os.path.lexists(routes) else b"no routes")
        found.update(_folder(overlay) if overlay else b"no overlay")
    except (_Odd, OSError, ValueError):
        return None
    return found.hexdigest()


def _program() -> str:
    """The modules that read prompts: whoever works on them has one version for a long time."""
    found = []
    for item in sorted(Path(__file__).parent.glob("*.py")):
        looked = item.stat()
        found.append(f"{item.name} {looked.st_size} {looked.st_mtime_ns}")
    return " ".join(found)


def _folder(folder: Path, within: tuple[str, ...] = _READ_WITHIN) -> bytes:
    """Names and kinds of all there is in a folder, and the bytes of the files."""
    found = hashlib.sha256()
    items = sorted(os.scandir(folder), key=lambda item: item.name)
    if len(items) > _MOST_FILES:
        raise _Odd
    for item in items:
        found.update(f"{item.name}\n{stat.S_IFMT(os.lstat(item.path).st_mode)}\n".encode())
        if not item.is_dir():
            found.update(_one(Path(item.path)))
        elif item.name in within:
            found.update(_folder(Path(item.path), ()))
    return found.digest()


def _one(path: Path) -> bytes:
    """The bytes of a file, hashed, and whether it is a link."""
    looked = path.stat()
    if not stat.S_ISREG(looked.st_mode) or looked.st_size > _MOST_BYTES:
        raise _Odd
    kind = stat.S_IFMT(os.lstat(path).st_mode)
    return hashlib.sha256(b"%d\n" % kind + path.read_bytes()).digest()
