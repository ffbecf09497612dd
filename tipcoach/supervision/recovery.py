"""The organisation's recovery key: its public half, to which every copy is sealed as well."""

from dataclasses import dataclass
from pathlib import Path

from tipcoach.errors import NotReadable, SettingsFault
from tipcoach.journal.reading import is_there, read_bytes
from tipcoach.supervision.cards import is_recipient, short_number

_MOST_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """An age recipient. Its `number` is what people compare, as they do that of a card."""

    seals_to: str

    @property
    def number(self) -> str:
        return short_number(self.seals_to)


def read_recovery_key(path: Path) -> RecoveryKey | None:
    """The key in a file, the first line that is no comment; `None` without a file.

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
    return RecoveryKey(said)
