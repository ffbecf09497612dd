"""Whether the disk under a folder is encrypted: what the system says, and what it means.

Each system is asked in its own way, and what it answers is read apart from the asking. No
answer, or one that is not understood, is "cannot tell".
"""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

DEADLINE = 5.0
"""Seconds a program of the system is given to answer."""

Ask = Callable[[Sequence[str]], str]
"""Runs a program and returns what it said; nothing when it failed in any way."""

_ENCRYPTING = frozenset({"ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs"})


@dataclass(frozen=True, slots=True)
class Encryption:
    """Whether it is, `None` where that cannot be told, and what says so."""

    is_on: bool | None
    evidence: str


def ask(command: Sequence[str]) -> str:
    """What a program of the system says; nothing when it failed, for whatever reason."""
    try:
        done = subprocess.run(  # noqa: S603  whole paths, and no word of anybody's
            command, capture_output=True, timeout=DEADLINE, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def encryption(folder: Path, ask: Ask = ask, root: Path = Path("/")) -> Encryption:
    """What can be told of the disk that holds `folder`. Never raises."""
    try:
        match sys.platform:
            case "linux":
                return _on_linux(folder, root)
            case "darwin":
                return _on_a_mac(folder, ask)
            case "win32":
                return Encryption(None, _ON_WINDOWS)
    except (OSError, ValueError):
        pass
    return Encryption(None, "this system was not asked")


_ON_WINDOWS = (
    "Windows tells only an administrator, and shows it in Settings, Privacy & security, Device "
    "encryption"
)


# -- macOS -------------------------------------------------------------------------------


def _on_a_mac(folder: Path, ask: Ask) -> Encryption:
    if folder.parts[1:2] == ("Volumes",):
        return Encryption(None, "it is on a disk of its own, which FileVault says nothing of")
    return read_fdesetup(ask(["/usr/bin/fdesetup", "status"]))


def read_fdesetup(said: str) -> Encryption:
    """What `fdesetup status` means."""
    first = said.strip().partition("\n")[0]
    is_on = {"FileVault is On.": True, "FileVault is Off.": False}.get(first)
    if "in progress" in said:
        is_on = None
    quoted = " ".join(said.split())[:200]
    return Encryption(is_on, f"fdesetup says “{quoted}”" if quoted else "fdesetup did not answer")


# -- Linux -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system in use: where, on which device by its numbers, of which kind."""

    at: str
    device: str
    kind: str
    source: str


def _on_linux(folder: Path, root: Path) -> Encryption:
    mounts = read_mounts((root / "proc/self/mountinfo").read_text("utf-8", "surrogateescape"))
    mount = mount_of(os.path.realpath(folder), mounts)
    if mount is None:
        return Encryption(None, "its disk was not found")
    if mount.kind in _ENCRYPTING:
        return Encryption(True, f"{mount.at} is {mount.kind}")
    device = _device(mount, root)
    if device is None:
        return Encryption(None, f"it is on {mount.kind}, which is no disk of its own")
    layers = _layers(device)
    encrypting = [layer for layer in layers if _encrypts(layer)]
    if _is_encrypted(device):
        kind = "-".join(_uuid(encrypting[0]).split("-")[:2])
        return Encryption(True, f"{encrypting[0].name} under it is {kind}")
    names = ", ".join(layer.name for layer in layers)
    if encrypting:
        return Encryption(None, f"Linux encrypts some of its layers, and not all ({names})")
    return Encryption(None, f"Linux encrypts none of its layers ({names}); the drive itself may")


def read_mounts(text: str) -> list[Mount]:
    """The lines of `/proc/self/mountinfo`; a line that is not understood is passed over."""
    mounts = []
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        fields, rest = before.split(" "), after.split(" ")
        if len(fields) > 4 and len(rest) > 1:
            mounts.append(Mount(_unescaped(fields[4]), fields[2], rest[0], _unescaped(rest[1])))
    return mounts


def _unescaped(name: str) -> str:
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        name = name.replace(code, sign)
    return name


def mount_of(path: str, mounts: Sequence[Mount]) -> Mount | None:
    """The file system that holds a path: the last of those mounted nearest to it."""
    holding = [mount for mount in mounts if Path(path).is_relative_to(mount.at)]
    return max(reversed(holding), key=lambda mount: len(Path(mount.at).parts), default=None)


def _device(mount: Mount, root: Path) -> Path | None:
    """The folder of a device in `/sys`; `btrfs` and others name it by its path alone."""
    by_number = root / "sys/dev/block" / mount.device
    if by_number.exists():
        return by_number.resolve()
    if not mount.source.startswith("/dev/"):
        return None
    by_name = root / "sys/class/block" / Path(os.path.realpath(mount.source)).name
    return by_name.resolve() if by_name.exists() else None


def _layers(device: Path) -> list[Path]:
    """A device and all those below it."""
    below = [layer for one in _below(device) for layer in _layers(one)]
    return [device, *below]


def _below(device: Path) -> list[Path]:
    """What a device is made of: the disk of a partition, or the parts of a volume."""
    if (device / "partition").exists():
        return [device.parent]
    slaves = device / "slaves"
    return [one.resolve() for one in sorted(slaves.iterdir())] if slaves.is_dir() else []


def _is_encrypted(device: Path) -> bool:
    """Whether every way down to a disk goes through a layer that encrypts."""
    below = _below(device)
    return _encrypts(device) or (bool(below) and all(_is_encrypted(one) for one in below))


def _encrypts(device: Path) -> bool:
    return _uuid(device).startswith("CRYPT-")


def _uuid(layer: Path) -> str:
    try:
        return (layer / "dm/uuid").read_text("ascii", "replace").strip()
    except OSError:
        return ""
