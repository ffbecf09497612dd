"""What is beside the choices of a person's own, in words: what is hidden, where files are, keys."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tipcoach.practice.counting import in_words, number_of
from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.wrapping import width_of

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach


def how_many_hidden(many: int) -> str:
    """`none`, `three`."""
    return in_words(many)


def places_said(coach: "Coach") -> tuple[tuple[str, str], ...]:
    """What is where: `("Entries", "/home/rae/...")`, and so on."""
    places, also_in = coach.places, coach.settings.also_in
    found = (
        ("Entries", places.journal),
        ("Drafts", places.drafts),
        *((("Saved elsewhere", also_in),) if also_in else ()),
        ("Settings", places.settings),
        ("Keys of your own", places.keys),
    )
    return tuple((what, clean_line(str(path))) for what, path in found)


def places_document(coach: "Coach") -> dict[str, str]:
    """`{"entries", "drafts", "saved_elsewhere", "settings", "keys_of_your_own"}`, each a path."""
    return {what.lower().replace(" ", "_"): path for what, path in places_said(coach)}


def folder_in_brief(coach: "Coach", room: int) -> str:
    """The folder of what is kept, on one line: its end, where it has more signs than `room`."""
    path = coach.places.data
    with suppress(ValueError, RuntimeError):
        path = Path("~") / path.relative_to(Path.home())
    said = clean_line(str(path))
    return said if width_of(said) <= room else f"…{said[-room + 1 :]}"


def own_keys_said(many: int, problems: Sequence[object]) -> str:
    """`the usual ones`, `two of your own`; or how many lines of the file cannot be used."""
    if problems:
        return f"{number_of(len(problems), 'line')} cannot be used"
    return f"{in_words(many)} of your own" if many else "the usual ones"
