"""The organisation's recovery key: its public half, to which every copy is sealed as well."""

from pathlib import Path

from tipcoach.errors import NotReadable, SettingsFault
from tipcoach.journal.reading import is_there, read_bytes
from tipcoach.supervision.cards import is_recipient

_MOST_BYTES = 10_000


def read_recovery_key(path: Path) -> str | None:
    """The age recipient in a file, the first line that is no comment; `None` without a file.

    Raises `SettingsFault`: leaving it out in silence would leave copies that nobody can recover.
    """
    if not is_there(path):
        return None
    mend = "Nothing was shared. Mend the file, or ask whoever put it there."
    try:
        text = read_bytes(path, _MOST_BYTES).decode("utf-8-sig")
    except (NotReadable, UnicodeDecodeError):
        raise SettingsFault(f"The recovery key cannot be read: {path}.", mend) from None
    lines = (line.strip() for line in text.splitlines())
    said = next((line for line in lines if line and not line.startswith("#")), "")
    if not is_recipient(said):
        raise SettingsFault(f"There is no age recipient in {path}.", mend)
    return said
