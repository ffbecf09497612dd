"""Another folder, for when the usual one does not take what is written.

Nothing in the old folder is touched, and nothing is moved: from here on this window keeps
what is written in the other one, and the settings remember where that is.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tipcoach.coach.autosave import Saved, Saving
from tipcoach.coach.coach import Coach
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import NotSaved, WrongUsage
from tipcoach.journal.reading import is_there
from tipcoach.settings import HOME_VARIABLE, places

OFFERED = "tipcoach-kept"


def folder_to_offer() -> str:
    """A folder to suggest: one of its own in the user's home, or nothing without a home."""
    try:
        return str(Path.home() / OFFERED)
    except RuntimeError:
        return ""


def save_elsewhere(coach: Coach, sitting: Sitting, folder: str) -> Saved:
    """Save a sitting in `folder` as it was typed, and go on there; what is true afterwards.

    Raises `WrongUsage` when it cannot be the name of a folder.
    """
    try:
        chosen = Path(folder.strip().strip('"')).expanduser().absolute()
    except (RuntimeError, ValueError):
        raise WrongUsage("That is not a folder that can be found.", _HOW) from None
    if not folder.strip():
        raise WrongUsage("No folder was named.", _HOW)
    saved = sitting.move_to(places({HOME_VARIABLE: str(chosen)}))
    if saved.state is not Saving.FAILED:
        # Where it went is said on the screen whether or not the settings can keep it.
        with suppress(NotSaved):
            coach.remember(also_in=str(chosen))
    return saved


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where some of what was written is, and the command that opens it."""

    folder: str
    command: str

    @property
    def sentence(self) -> str:
        return f"Saved in {self.folder}. To open it another day: {self.command}"


def where_else(coach: Coach) -> Elsewhere | None:
    """The other folder something was saved in; `None` when it is all here, or gone from there."""
    folder = coach.settings.also_in
    there = folder and is_there(Path(folder))
    return Elsewhere(folder, _program(folder)) if there else None


def command_here(coach: Coach, command: str) -> str:
    """A command line as it has to be typed to reach where this window keeps things now."""
    folder = coach.settings.also_in
    here = folder and coach.places.data == places({HOME_VARIABLE: folder}).data
    return command.replace("tipcoach", _program(folder), 1) if here else command


def _program(folder: str) -> str:
    return f'tipcoach --home "{folder}"'


_HOW = "Give its whole path. Your words are still here."
