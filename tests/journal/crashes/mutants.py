"""Writers that are wrong on purpose: whatever claims to prove the real one must catch these."""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tipcoach.errors import NotSaved
from tipcoach.journal.writing import Writer, not_saved


@contextmanager
def _syncing_only(wanted: Callable[[int], bool]) -> Iterator[None]:
    real = os.fsync
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: real(handle) if wanted(handle) else None)
        yield


def _is_folder(handle: int) -> bool:
    return stat.S_ISDIR(os.fstat(handle).st_mode)


def without_file_sync() -> AbstractContextManager[None]:
    """A name may be given to what the disk does not hold yet."""
    return _syncing_only(_is_folder)


def without_folder_sync() -> AbstractContextManager[None]:
    """A name may be gone again after it was called saved."""
    return _syncing_only(lambda handle: not _is_folder(handle))


@contextmanager
def _writing_by(write: Callable[..., None]) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Writer, "write", write)
        yield


def in_place() -> AbstractContextManager[None]:
    """As `open(path, "w")` does: what was there is cut off first. Everything is synced."""

    def write(self: Writer, path: Path, data: bytes, *, once: bool) -> None:
        try:
            self.make_folder(path.parent)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            try:
                os.write(handle, data)
                os.fsync(handle)
            finally:
                os.close(handle)
            handle = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as fault:
            raise not_saved(path, fault) from None

    return _writing_by(write)


def over_what_is_there() -> AbstractContextManager[None]:
    """An entry takes a name that another has."""
    real = Writer.write

    def write(self: Writer, path: Path, data: bytes, *, once: bool) -> None:
        real(self, path, data, once=False)

    return _writing_by(write)


def never_saying_no() -> AbstractContextManager[None]:
    """A disk that refused is not spoken of."""
    real = Writer.write

    def write(self: Writer, path: Path, data: bytes, **more: Any) -> None:
        with suppress(NotSaved):
            real(self, path, data, **more)

    return _writing_by(write)


MUTANTS: Mapping[str, Callable[[], AbstractContextManager[None]]] = {
    made.__name__: made
    for made in (
        without_file_sync, without_folder_sync, in_place, over_what_is_there, never_saying_no,
    )
}  # fmt: skip
