"""What every use-case is given: the places, the clock, the chance, and what hangs on them.

Nothing is read or made until it is asked for, so that a first screen can be painted before
the library is loaded.
"""

import os
import random
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tipcoach.errors import NotFound, SettingsFault
from tipcoach.practice.lenses.notice import Lens
from tipcoach.practice.visit import Channel, Form
from tipcoach.settings import Look, Places, Settings, read_settings, rewrite_settings

if TYPE_CHECKING:
    from tipcoach.coach.keys import Keys
    from tipcoach.coach.lenses import Lenses
    from tipcoach.coach.questions import Questions
    from tipcoach.journal.drafts import Drafts
    from tipcoach.journal.journal import Journal
    from tipcoach.journal.noted import NotedGists
    from tipcoach.journal.writing import Writer
    from tipcoach.library.library import Library


def local_now() -> datetime:
    """The time here, with its zone."""
    return datetime.now().astimezone()


class Coach:
    """The library, the journal and the settings of one person on one machine.

    `overlay` is a folder of an organisation's own prompts that was asked for by name, so a
    mistake in it is refused. That beside the settings is left out instead, and it is said.
    """

    def __init__(
        self,
        places: Places,
        *,
        clock: Callable[[], datetime] = local_now,
        chance: random.Random | None = None,
        prompts: Path | None = None,
        overlay: Path | None = None,
        is_sample: bool = False,
    ) -> None:
        self.places = places
        self.is_sample = is_sample
        self.clock = clock
        self.chance = chance or random.SystemRandom()
        self._prompts = prompts
        self._overlay = overlay
        self.settings_fault: SettingsFault | None = None
        self._kept = Settings()

    @property
    def prompts(self) -> Path:
        """The folder of our own prompts. Raises `LibraryFault` when there is none."""
        from tipcoach.library.finder import find_prompts

        return self._prompts or find_prompts()

    @property
    def overlay(self) -> Path | None:
        """The folder of the organisation's own prompts: that asked for, or beside the settings."""
        beside = self.places.overlay
        return self._overlay or (beside if os.path.lexists(beside) else None)

    @cached_property
    def library(self) -> "Library":
        """Raises `LibraryFault`, or `NotFound` when a folder asked for by name holds nothing."""
        from tipcoach.library.library import Library

        library = Library(self.prompts, self.places.pathways, self.overlay)
        if self._overlay and library.overlay_fault:
            raise library.overlay_fault
        if self._overlay and not library.has_overlay:
            raise NotFound(f"{self._overlay} holds no prompts: no file in it ends in .yaml.")
        return library

    @cached_property
    def questions(self) -> "Questions":
        """What walks ask, as it was made ready or from the library."""
        from tipcoach.coach.questions import Questions

        return Questions(self)

    @property
    def keeps_ready(self) -> bool:
        """Whether questions are made ready: neither of what is thrown away nor of what was asked
        for by name, for it is checked each time."""
        return not self.is_sample and self._overlay is None and self._prompts is None

    def check_overlay(self) -> None:
        """Refuse a mistake in prompts asked for by name before anything is begun.

        Raises `LibraryFault` with every problem, or `NotFound`.
        """
        if self._overlay:
            _ = self.library

    @cached_property
    def journal(self) -> "Journal":
        from tipcoach.journal.journal import Journal

        return Journal(self.places.journal, self.writer)

    @cached_property
    def drafts(self) -> "Drafts":
        from tipcoach.journal.drafts import Drafts

        return Drafts(self.places.drafts, self.writer)

    @cached_property
    def noted_gists(self) -> "NotedGists":
        from tipcoach.journal.noted import NotedGists

        return NotedGists(self.places.gists, self.journal, self.writer)

    @cached_property
    def lenses(self) -> "Lenses":
        """What reads the officer's words beside them. Nothing is read before it is asked."""
        from tipcoach.coach.lenses import Lenses

        return Lenses(self)

    @cached_property
    def keys(self) -> "Keys":
        """The keys of whoever shares here, locked until the passphrase is given."""
        from tipcoach.coach.keys import Keys

        return Keys(self)

    @cached_property
    def writer(self) -> "Writer":
        from tipcoach.journal.writing import Writer

        return Writer(self.places.open_writes)

    @cached_property
    def settings(self) -> Settings:
        """The user's choices.

        With a mistake in the file they are the defaults, and `settings_fault` says what it
        is: a broken choice must not keep anyone out.
        """
        try:
            self._kept = read_settings(self.places.settings)
        except SettingsFault as fault:
            self.settings_fault = fault
        return self._kept

    def read_settings_again(self) -> None:
        """Take up what an editor or another window has changed in the file meanwhile.

        What was chosen here and could not be kept holds on. Never raises: `settings_fault` says
        what is wrong with the file now, if anything is.
        """
        names = [one.name for one in fields(Settings)]
        now = {name: getattr(self.settings, name) for name in names}
        chosen = {name: said for name, said in now.items() if said != getattr(self._kept, name)}
        try:
            self._kept = read_settings(self.places.settings)
        except SettingsFault as fault:
            self.settings_fault = fault
            return
        self.settings_fault = None
        self.__dict__["settings"] = replace(self._kept, **chosen)

    def move_to(self, places: Places) -> None:
        """Keep entries and drafts in other places from here on; what is in the old ones stays.

        The settings stay where they are: they belong to the person, not to the folder.
        """
        self.places = replace(places, config=self.places.config)
        for name in ("journal", "drafts", "noted_gists", "writer", "questions"):
            self.__dict__.pop(name, None)

    def forget_caches(self) -> None:
        """Take away everything noted of the journal to be quick; it is made again when needed.

        Raises `NotSaved` when the search cache stays, for that holds words.
        """
        from tipcoach.journal import search_cache

        search_cache.forget(self.places.search_cache)
        self.noted_gists.forget()

    def new_id(self, after: str = "") -> str:
        """A new ULID for now, or for just after the id `after` when the clock has gone back.

        A record that names another is so always the later of the two, in whatever order a
        clock says they were written.
        """
        from ulid import ULID

        made = ULID.from_datetime(self.clock())
        if after and str(made) <= after:
            made = ULID.from_timestamp(ULID.from_str(after).milliseconds + 1)
        return str(made)

    def remember(
        self,
        *,
        channel: Channel | None = None,
        form: Form | None = None,
        welcomed: bool | None = None,
        also_in: str | None = None,
        hidden: tuple[str, ...] | None = None,
        lenses_off: tuple[Lens, ...] | None = None,
        last_move: str | None = None,
        shared_place: str | None = None,
        editor_told: bool | None = None,
        look: Look | None = None,
        keep_words: bool | None = None,
        session_minutes: bool | None = None,
    ) -> None:
        """Keep a choice for next time. Raises `NotSaved`."""
        settings = replace(
            self.settings,
            channel=channel or self.settings.channel,
            form=form or self.settings.form,
            welcomed=self.settings.welcomed if welcomed is None else welcomed,
            also_in=self.settings.also_in if also_in is None else also_in,
            hidden=self.settings.hidden if hidden is None else hidden,
            lenses_off=self.settings.lenses_off if lenses_off is None else lenses_off,
            last_move=self.settings.last_move if last_move is None else last_move,
            shared_place=self.settings.shared_place if shared_place is None else shared_place,
            editor_told=self.settings.editor_told if editor_told is None else editor_told,
            look=look or self.settings.look,
            keep_words=self.settings.keep_words if keep_words is None else keep_words,
            session_minutes=(
                self.settings.session_minutes if session_minutes is None else session_minutes
            ),
        )
        # It holds for this window whether or not it can be kept.
        self.__dict__["settings"] = settings
        # A file that could not be read is left as it is, for whoever wrote it.
        if settings == self._kept or self.settings_fault is not None:
            return
        if (text := rewrite_settings(self.places.settings, self._kept, settings)) is not None:
            self.writer.write(self.places.settings, text.encode(), once=False)
            self._kept = settings
