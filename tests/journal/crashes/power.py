"""Every state a power cut may leave a disk in, worked out from the calls that were made.

What a system promises about a cut is little (Pillai et al., "All file systems are not
created equal", OSDI 2014). A file that was not synced may hold any part of what was
written to it, or zeros in its place. Of a folder that was not synced, any number of the
last changes to its names may be gone; a rename is one change. Syncing a file does not make
its name last, and one folder says nothing about another.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path, PurePosixPath

from journal.crashes.calls import Call

Picture = frozenset[tuple[str, bytes | None]]
"""A whole disk: the path of each file with its bytes, and of each folder with `None`."""


class _File:
    def __init__(self, data: bytes = b"") -> None:
        self._lasting = data
        self._changes: list[bytes | None] = []
        """Data written at the end, or `None` for cutting it all off, since the last sync."""

    def write(self, data: bytes) -> None:
        self._changes.append(data)

    def truncate(self) -> None:
        self._changes.append(None)

    def sync(self) -> None:
        for change in self._changes:
            self._lasting = _after(self._lasting, change)
        self._changes.clear()

    def may_hold(self) -> set[bytes]:
        found, data = {self._lasting}, self._lasting
        for change in self._changes:
            if change is not None:
                found |= {data + change[: len(change) // 2], data + bytes(len(change))}
            data = _after(data, change)
            found.add(data)
        return found


def _after(data: bytes, change: bytes | None) -> bytes:
    return b"" if change is None else data + change


class _Folder:
    def __init__(self) -> None:
        self._lasting: dict[str, _File | _Folder] = {}
        self._changes: list[dict[str, _File | _Folder | None]] = []
        """What each name came to stand for, or `None` when it went, since the last sync."""

    def change(self, **names: "_File | _Folder | None") -> None:
        self._changes.append(names)

    def names(self, changes: int | None = None) -> dict[str, "_File | _Folder"]:
        """What is in it after so many of the changes; after all of them, if not said."""
        names = dict(self._lasting)
        for change in self._changes[:changes]:
            for name, node in change.items():
                if node is None:
                    names.pop(name, None)
                else:
                    names[name] = node
        return names

    def sync(self) -> None:
        self._lasting = self.names()
        self._changes.clear()

    def pictures(self, path: str = "") -> Iterator[Picture]:
        for changes in range(len(self._changes) + 1):
            each = [
                [*_pictures(node, f"{path}{name}")] for name, node in self.names(changes).items()
            ]
            for together in product(*each):
                yield frozenset().union(*together)


def _pictures(node: _File | _Folder, path: str) -> Iterator[Picture]:
    if isinstance(node, _File):
        for data in node.may_hold():
            yield frozenset({(path, data)})
    else:
        for inside in node.pictures(f"{path}/"):
            yield inside | {(path, None)}


class Disk:
    """The disk under one folder, as the calls change it. The folder itself is there for good."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._top = _Folder()
        self._handles: dict[int, _File | _Folder] = {}

    def pictures(self) -> set[Picture]:
        """Everything that may be found if the power goes now."""
        return {*self._top.pictures()}

    def take(self, call: Call) -> None:
        """Let one more call change it."""
        match call.name:
            case "open":
                self._open(call)
            case "close":
                self._handles.pop(call.handle, None)
            case "write" if isinstance(file := self._handles.get(call.handle), _File):
                file.write(call.data)
            case "fsync" if call.handle in self._handles:
                self._handles[call.handle].sync()
            case "link":
                folder, name = self._place(call.target)
                folder.change(**{name: self._node(call.path)})
            case "rename":
                folder, name = self._place(call.target)
                source, old = self._place(call.path)
                assert source is folder, "a rename from one folder to another is two changes"
                folder.change(**{name: self._node(call.path), old: None})
            case "unlink":
                folder, name = self._place(call.path)
                folder.change(**{name: None})
            case "mkdir":
                folder, name = self._place(call.path)
                folder.change(**{name: _Folder()})

    def _open(self, call: Call) -> None:
        if not Path(call.path).is_relative_to(self._root):
            return
        if call.path == str(self._root):
            self._handles[call.handle] = self._top
            return
        folder, name = self._place(call.path)
        node = folder.names().get(name)
        if node is None:
            node = _File()
            folder.change(**{name: node})
        elif call.truncates and isinstance(node, _File):
            node.truncate()
        self._handles[call.handle] = node

    def _place(self, path: str) -> tuple[_Folder, str]:
        """The folder a path is in, and its name there."""
        folder = self._top
        relative = PurePosixPath(path).relative_to(self._root)
        for name in relative.parent.parts:
            inside = folder.names()[name]
            assert isinstance(inside, _Folder)
            folder = inside
        return folder, relative.name

    def _node(self, path: str) -> _File | _Folder:
        folder, name = self._place(path)
        return folder.names()[name]


def build(picture: Picture, folder: Path) -> Path:
    """Make that disk, in a folder of its own."""
    folder.mkdir()
    for path, data in sorted(picture, key=lambda one: one[0]):
        if data is None:
            (folder / path).mkdir(parents=True, exist_ok=True)
        else:
            (folder / path).write_bytes(data)
    return folder
