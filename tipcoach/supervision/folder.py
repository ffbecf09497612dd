"""A shared place that is a folder: synced, on the network, or on a stick."""

from pathlib import Path

from tipcoach.errors import AlreadyThere
from tipcoach.journal import disk
from tipcoach.journal.reading import names_in, read_bytes
from tipcoach.journal.writing import Writer
from tipcoach.supervision.place import NotThere
from tipcoach.supervision.sealing import MOST_BYTES


class FolderPlace:
    """`root` must be there: making it would put sealed copies where nobody looks for them.

    `noted` is the small local file that names the folders written to.
    """

    def __init__(self, root: Path, noted: Path) -> None:
        self._root = root
        self._writer = Writer(noted, shared=True)

    def put(self, box: str, name: str, data: bytes) -> bool:
        self._check_there()
        try:
            self._writer.write_new(
                self._path(box, name), lambda handle: disk.write_all(handle, data)
            )
        except AlreadyThere:
            return False
        return True

    def names(self, box: str) -> tuple[str, ...]:
        self._check_there()
        return tuple(sorted(names_in(self._root / box)))

    def get(self, box: str, name: str) -> bytes:
        self._check_there()
        return read_bytes(self._path(box, name), MOST_BYTES)

    def drop(self, box: str, name: str) -> None:
        self._check_there()
        self._writer.erase(self._path(box, name))

    def _path(self, box: str, name: str) -> Path:
        return self._root / box / name

    def _check_there(self) -> None:
        if not self._root.is_dir():
            raise NotThere(
                f"The shared place is not here: {self._root}.",
                "Nothing is lost. Connect the drive or sign in to it, then try again.",
            )
