"""What the lenses see outside a walk: in a file, in what was piped in, in an entry kept."""

from dataclasses import dataclass
from pathlib import Path

from tipcoach.coach.coach import Coach
from tipcoach.errors import NotFound, NotReadable, WrongUsage
from tipcoach.practice.answer import texts_of
from tipcoach.practice.entry import Entry
from tipcoach.practice.lenses.notice import Lens, Notice

MOST_KILOBYTES = 128
MOST_BYTES = MOST_KILOBYTES * 1024


@dataclass(frozen=True, slots=True)
class Seen:
    """A notice and the line it stands on, from 1."""

    line: int
    notice: Notice


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What was seen in a text, in its order, and which of the lenses that read texts are off."""

    seen: tuple[Seen, ...]
    off: tuple[Lens, ...]


def look_at_file(coach: Coach, path: Path) -> LookedAt:
    """Raises `NotFound`, `WrongUsage` or `NotReadable` for what cannot be read as text."""
    if not path.is_file():
        if path.exists():
            raise WrongUsage(f"{path} is no ordinary file.", "Name a text file.")
        raise NotFound(f"There is no file {path}.")
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        raise NotReadable(f"{path} cannot be opened.", "See who may read it.") from None
    return look_at(coach, data, str(path))


def look_at(coach: Coach, data: bytes, name: str) -> LookedAt:
    """What is seen in the bytes of a text. Places are counted in its characters.

    Raises `NotReadable` when they are too many, or not those of a text in UTF-8.
    """
    if len(data) > MOST_BYTES:
        raise NotReadable(f"{name} is larger than {MOST_KILOBYTES} KB.", "Read it in parts.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotReadable(f"{name} is not written in UTF-8.", "Save it as UTF-8 first.") from None
    seen = []
    line, counted = 1, 0
    for notice in coach.lenses.look(text):
        line += text.count("\n", counted, notice.start)
        counted = notice.start
        seen.append(Seen(line, notice))
    off = (lens for lens in (Lens.WORDING, Lens.IDENTIFIERS) if not coach.lenses.is_on(lens))
    return LookedAt(tuple(seen), tuple(off))


def seen_in(coach: Coach, entry: Entry) -> tuple[tuple[str, Notice], ...]:
    """What is seen in the answers of an entry, each with the id of its prompt."""
    return tuple(
        (asked.prompt, notice)
        for asked in entry.asked
        if asked.answer is not None
        for text in texts_of(asked.answer)
        for notice in coach.lenses.look(text)
    )
