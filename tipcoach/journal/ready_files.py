"""What was made ready at an earlier start, in small files that may be thrown away at any time.

Each bears a seal over its name, what it was made of and all that is in it. One that was cut
short, changed, renamed or made of anything else does not bear the right one, and is as good as
none. They hold nothing that anybody wrote in a journal.
"""

import hashlib
import json
import re
from contextlib import suppress
from pathlib import Path

from tipcoach.errors import NotReadable, NotSaved
from tipcoach.journal.reading import is_there, names_in, read_bytes
from tipcoach.journal.writing import Writer

_NAME = re.compile(r"[a-z0-9._-]{1,150}")
_OURS = re.compile(r"[0-9a-f]{16}_[a-z0-9._-]{1,150}\.json")


class ReadyFiles:
    """Those in `folder` that were made of what has the hash `made_of`."""

    def __init__(self, folder: Path, made_of: str, writer: Writer) -> None:
        self._folder = folder
        self.made_of = made_of
        self._writer = writer

    @property
    def names(self) -> frozenset[str]:
        """What there is, whole or not."""
        begun, ends = f"{self.made_of[:16]}_", ".json"
        try:
            found = names_in(self._folder)
        except NotReadable:
            return frozenset()
        return frozenset(
            name.removeprefix(begun).removesuffix(ends)
            for name in found
            if name.startswith(begun) and name.endswith(ends)
        )

    def read(self, name: str) -> object:
        """The shape of a name, or nothing where there is none that can be relied on."""
        if not _NAME.fullmatch(name) or not is_there(self._path(name)):
            return None
        try:
            seal, _, said = read_bytes(self._path(name)).partition(b"\n")
            if seal == self._seal(name, said):
                return json.loads(said)
        except (NotReadable, ValueError, RecursionError):
            pass
        self.forget(name)
        return None

    def write(self, name: str, shape: object) -> None:
        """Keep a shape. A disk that does not take it does not matter."""
        if not _NAME.fullmatch(name):
            return
        said = json.dumps(shape, ensure_ascii=False, separators=(",", ":")).encode()
        with suppress(NotSaved):
            self._writer.write(self._path(name), self._seal(name, said) + b"\n" + said, once=False)

    def forget(self, name: str) -> None:
        """Take one away that cannot be used, so that it is made again."""
        with suppress(NotSaved):
            self._writer.remove(self._path(name))

    def forget_others(self) -> None:
        """Take away what was made of anything else."""
        with suppress(NotReadable):
            for name in names_in(self._folder):
                if _OURS.fullmatch(name) and not name.startswith(f"{self.made_of[:16]}_"):
                    with suppress(NotSaved):
                        self._writer.remove(self._folder / name)

    def _path(self, name: str) -> Path:
        return self._folder / f"{self.made_of[:16]}_{name}.json"

    def _seal(self, name: str, said: bytes) -> bytes:
        begun = f"{self.made_of}\n{name}\n".encode()
        return hashlib.sha256(begun + said).hexdigest().encode()
