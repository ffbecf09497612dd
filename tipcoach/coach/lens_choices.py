"""What an officer says to the lenses outside a walk: on, off, ask again, look out for these."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tipcoach.coach.coach import Coach
from tipcoach.errors import NotFound, TipcoachError, WrongUsage
from tipcoach.library.load import nearest
from tipcoach.practice.lenses.notice import Lens
from tipcoach.practice.plaintext import clean_line

MOST_NAMES, LONGEST_NAME = 1_000, 100


@dataclass(frozen=True, slots=True)
class OneLens:
    """A lens: whether it is on, and the words it was asked to leave alone."""

    lens: Lens
    is_on: bool
    leaves_alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LensList:
    """Every lens, the officer's own list of names, and what cannot be read of any of it."""

    lenses: tuple[OneLens, ...]
    names: tuple[str, ...]
    names_file: Path
    faults: tuple[TipcoachError, ...]


def lens_list(coach: Coach) -> LensList:
    """Raises nothing: what cannot be read is among the faults."""
    lenses = coach.lenses
    dismissed = lenses.dismissals.words
    found = tuple(
        OneLens(lens, lenses.is_on(lens), tuple(dismissed.get(lens, ()))) for lens in Lens
    )
    faults = lenses.every_fault()
    # Whether a lens is on is read from the settings, so by now it is known if they can be.
    if coach.settings_fault:
        faults = (coach.settings_fault, *faults)
    return LensList(found, lenses.names, coach.places.streets_and_colleagues, faults)


def switch(coach: Coach, name: str, *, on: bool) -> Lens:
    """Switch a lens on or off from now on.

    Raises `NotFound` with the nearest spelling, `NotSaved`, or `SettingsFault`.
    """
    wanted = name.strip().casefold()
    known = [lens.value for lens in Lens]
    if wanted not in known:
        said = clean_line(wanted)[:40]
        raise NotFound(
            f"There is no lens called “{said}”{nearest(wanted, known)}.",
            f"Known: {', '.join(known)}.",
        )
    coach.lenses.switch(Lens(wanted), on=on)
    if coach.settings_fault:
        raise coach.settings_fault
    return Lens(wanted)


def ask_again(coach: Coach, words: str) -> None:
    """Take a dismissal back. Raises `NotFound`, `NotSaved` or `SettingsFault`."""
    if not coach.lenses.say_again(words):
        raise NotFound(
            f"“{clean_line(words)[:60]}” was not left alone.", "`tipcoach lenses` says what is."
        )


def change_names(coach: Coach, add: Sequence[str], remove: Sequence[str]) -> tuple[str, ...]:
    """The officer's own list with some more names and without others.

    Raises `WrongUsage` for what cannot be a name, `NotFound` for one that is not there to be
    taken off, `NotSaved` or `SettingsFault`; then the list is as it was.
    """
    names = {_folded(name): name for name in own_names(coach)}
    for name in add:
        names.setdefault(_folded(name), _name(name))
    if len(names) > MOST_NAMES:
        raise WrongUsage(f"The list takes {MOST_NAMES:,} names at most.", "Nothing was added.")
    for name in remove:
        if names.pop(_folded(name), None) is None:
            raise NotFound(f"“{clean_line(name)[:60]}” is not on the list.", "It is as it was.")
    coach.lenses.look_out_for(tuple(names.values()))
    return coach.lenses.names


def own_names(coach: Coach) -> tuple[str, ...]:
    """The officer's own list. Raises `SettingsFault` when it cannot be read."""
    return coach.lenses.names_or_fault()


def _name(said: str) -> str:
    name = " ".join(clean_line(said).split())
    if not any(sign.isalnum() for sign in name) or name.startswith("#"):
        raise WrongUsage(
            "A name to look out for has at least one letter or figure, and no # before it."
        )
    if len(name) > LONGEST_NAME:
        raise WrongUsage(f"A name to look out for has {LONGEST_NAME} characters at most.")
    return name


def _folded(name: str) -> str:
    return " ".join(clean_line(name).casefold().split())
