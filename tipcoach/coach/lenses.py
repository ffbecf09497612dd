"""The lenses of one person: what they see in a text, less what they were asked to leave alone.

A fault in a lens file or in a list of the officer's own switches that lens off for the time
being, and says so once: no lens may keep anyone from writing.
"""

import threading
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from tipcoach.dismissals import (
    Dismissals,
    read_dismissals,
    read_names,
    write_dismissals,
    write_names,
)
from tipcoach.errors import SettingsFault, TipcoachError
from tipcoach.practice.lenses.notice import Lens, Notice, in_order
from tipcoach.waiting import Wait, at_once

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.practice.lenses.identifiers import IdentifiersLens
    from tipcoach.practice.lenses.moves import MovesLens

Read = Callable[[str], tuple[Notice, ...]]


class Lenses:
    """Reads texts. `faults` is what kept a lens from being read, if anything did."""

    def __init__(self, coach: "Coach") -> None:
        self._coach = coach
        self.faults: list[TipcoachError] = []
        self._dismissals_fault: SettingsFault | None = None
        self._names_fault: SettingsFault | None = None
        self._told = 0
        self._made: dict[Lens, Read] | None = None
        self._making = threading.Lock()

    def is_on(self, lens: Lens) -> bool:
        return lens not in self._coach.settings.lenses_off

    def switch(self, lens: Lens, *, on: bool) -> None:
        """Switch a lens on or off, from now on. Raises `NotSaved`; it holds for this window."""
        # Another window may have switched one meanwhile, and all of them are one line.
        self._coach.read_settings_again()
        off = [each for each in self._coach.settings.lenses_off if each is not lens]
        self._coach.remember(lenses_off=tuple(off) if on else (*off, lens))

    @cached_property
    def moves(self) -> "MovesLens | None":
        """The moves lens; `None` where its file cannot be used."""
        from tipcoach.library.lenses import read_moves

        try:
            return read_moves(self._coach.prompts)
        except TipcoachError as fault:
            self._note(fault)
            return None

    def look(self, text: str) -> tuple[Notice, ...]:
        """What the wording and identifiers lenses see in `text`, in its order.

        Changes nothing. May be called from another thread than the one that shows it.
        """
        found = [
            notice
            for lens in (Lens.WORDING, Lens.IDENTIFIERS)
            if self.is_on(lens) and (read := self._readers.get(lens))
            for notice in read(text)
            if not self.dismissals.has(notice)
        ]
        return in_order(found)

    def every_fault(self) -> tuple[TipcoachError, ...]:
        """What keeps any lens, or a list of the officer's own, from being read."""
        _ = self.dismissals, self.names, self._readers, self.moves
        return tuple(self.faults)

    def do_not_say_again(self, notice: Notice) -> None:
        """Leave the words of `notice` alone from now on. Raises `NotSaved`."""
        self._remember(self.dismissals.and_also(notice))

    def say_again(self, words: str) -> bool:
        """Say something about `words` again; whether they had been left.

        Raises `NotSaved`, or `SettingsFault` when it cannot be read what had been.
        """
        left = self.dismissals.without(words)
        if self._dismissals_fault:
            raise self._dismissals_fault
        was = left != self.dismissals
        if was:
            self._remember(left)
        return was

    def is_own_name(self, notice: Notice) -> bool:
        """Whether its quote stands in the officer's own list, and so on this machine already."""
        return notice.quote.casefold() in map(str.casefold, self.names)

    def untold(self) -> tuple[TipcoachError, ...]:
        """Faults met since this was last asked."""
        untold = tuple(self.faults[self._told :])
        self._told += len(untold)
        return untold

    @cached_property
    def dismissals(self) -> Dismissals:
        try:
            return read_dismissals(self._coach.places.dismissed)
        except SettingsFault as fault:
            self._dismissals_fault = fault
            self._note(fault)
            return Dismissals()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The officer's own streets and colleagues."""
        try:
            return read_names(self._coach.places.streets_and_colleagues)
        except SettingsFault as fault:
            self._names_fault = fault
            self._note(fault)
            return ()

    def names_or_fault(self) -> tuple[str, ...]:
        """Those names. Raises `SettingsFault` when they cannot be read."""
        names = self.names
        if self._names_fault:
            raise self._names_fault
        return names

    def look_out_for(self, names: tuple[str, ...]) -> None:
        """Keep the officer's own list.

        Raises `NotSaved`, or `SettingsFault` when what is there cannot be read: it is left as
        it is, for whoever wrote it.
        """
        self.names_or_fault()
        path = self._coach.places.streets_and_colleagues
        self._coach.writer.write(path, write_names(names).encode(), once=False)
        self.__dict__["names"] = names
        self._made = None
        self.__dict__.pop("_identifiers", None)

    @property
    def misses(self) -> str:
        """What is said wherever the identifiers lens is: that it misses things. Nothing where the
        lens cannot be read."""
        return self._identifiers.misses if Lens.IDENTIFIERS in self._readers else ""

    @cached_property
    def _identifiers(self) -> "IdentifiersLens":
        from tipcoach.library.lenses import read_identifiers

        return read_identifiers(self._coach.prompts, self.names)

    def get_ready(self, wait: Wait = at_once) -> None:
        """Have all that the lenses read with, before there is a text for them.

        May be called from a thread of its own; a text that comes meanwhile is read after it.
        """
        with self._making:
            if self._made is None:
                self._made = self._make(wait)

    @property
    def _readers(self) -> dict[Lens, Read]:
        self.get_ready()
        return self._made or {}

    def _make(self, wait: Wait) -> dict[Lens, Read]:
        wait()
        from tipcoach.library.lenses import read_wording

        makers: dict[Lens, Callable[[], Read]] = {
            Lens.WORDING: lambda: read_wording(self._coach.prompts, wait).read,
            Lens.IDENTIFIERS: lambda: self._identifiers.read,
        }
        readers: dict[Lens, Read] = {}
        for lens, make in makers.items():
            wait()
            try:
                readers[lens] = make()
            except TipcoachError as fault:
                self._note(fault)
        return readers

    def _note(self, fault: TipcoachError) -> None:
        """Once, however often it is met."""
        if str(fault) not in map(str, self.faults):
            self.faults.append(fault)

    def _remember(self, dismissals: Dismissals) -> None:
        self.__dict__["dismissals"] = dismissals
        # A file that could not be read is left as it is, for whoever wrote it.
        if self._dismissals_fault is None:
            path = self._coach.places.dismissed
            self._coach.writer.write(path, write_dismissals(dismissals).encode(), once=False)
