"""An entry to erase, put right or kept as it was."""

from pathlib import Path

from making import asked, entry

from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct
from tipcoach.practice.answer import Text
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Entry

RARE = "quillwort"
"""A word that is in no prompt, so wherever it is found it came from the entry."""


def kept(coach: Coach, word: str = RARE, **more: object) -> Entry:
    made = entry(
        asked("trust.last-promise", Text(f"We said {word}."), principle=Principle.TRUST),
        asked("moment.stayed", Text(f"And {word} again.")),
        **more,
    )
    coach.journal.add(made)
    return made


def put_right(coach: Coach, entry_id: str, words: str) -> Entry:
    sitting = correct(coach, entry_id)
    sitting.answer("moment.stayed", Text(words))
    return sitting.keep()


def found_in(coach: Coach, word: str) -> list[Path]:
    """Every file of the home that has the word, its bytes searched."""
    root = coach.places.data.parent
    files = (path for path in root.rglob("*") if path.is_file())
    return [path for path in files if word.encode() in path.read_bytes()]
