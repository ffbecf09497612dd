"""The keys of one's own: where they are written down, and what is in there."""

from pathlib import Path
from typing import TYPE_CHECKING

from tipcoach.errors import SettingsFault
from tipcoach.key_settings import OwnKeys, read_keys

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach


def own_keys(coach: "Coach") -> OwnKeys | None:
    """What is asked for; `None` where nobody wrote any down. Never raises."""
    return read_keys(coach.places.keys)


def write_down(coach: "Coach", text: str) -> Path:
    """Write a file of keys where none is, and say where. Raises `SettingsFault` where one
    is, and `NotSaved`."""
    path = coach.places.keys
    if path.exists():
        raise SettingsFault(
            f"{path} is there already, and was left as it is.", "To begin anew, move it away first."
        )
    coach.writer.write(path, text.encode(), once=True)
    return path
