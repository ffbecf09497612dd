"""What walks ask: as it was made ready at an earlier start, or from the library.

Reading the prompts takes what validates them, and with it a moment and much memory. So whatever was
put together of them once is kept in the cache for as long as no file it was made of is another. It
is the organisation's words and ours, in every walk there is, so that it does not tell which were
taken. Whatever is odd about it is read from the prompts, without a word.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tipcoach.errors import TipcoachError
from tipcoach.practice.barrier import Barrier
from tipcoach.practice.checklist import Checklist, Pathway, PrincipleName
from tipcoach.practice.plain_shapes import NotTheShape, of_shape
from tipcoach.practice.visit import Channel, Form, Purpose
from tipcoach.practice.walks_together import one_of

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.journal.ready_files import ReadyFiles

OFFERED = "offered"


@dataclass(frozen=True, slots=True)
class Offered:
    """What is offered beside the walks themselves."""

    purposes: tuple[Purpose, ...]
    pathways: tuple[Pathway, ...]
    principles: tuple[PrincipleName, ...]
    barriers: tuple[Barrier, ...]


class Questions:
    """Those that are asked of one person on one machine."""

    def __init__(self, coach: "Coach") -> None:
        self._coach = coach

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """Every purpose, by name. Raises `LibraryFault`."""
        return self._offered.purposes if self._offered else self._coach.library.purposes

    @property
    def pathways(self) -> tuple[Pathway, ...]:
        """Every pathway, with the organisation's route where it has given one.

        Raises `LibraryFault`.
        """
        return self._offered.pathways if self._offered else self._coach.library.pathways

    @property
    def principles(self) -> tuple[PrincipleName, ...]:
        """The five as they are shown, in their order. Raises `LibraryFault`."""
        return self._offered.principles if self._offered else self._coach.library.principles

    @property
    def barriers(self) -> tuple[Barrier, ...]:
        """What gets in the way, the organisation's own among them. Raises `LibraryFault`."""
        return self._offered.barriers if self._offered else self._coach.library.barriers

    @property
    def are_in_order(self) -> bool:
        """Whether nothing can be wrong with the organisation's own: nothing was, and it is as it
        was."""
        return self._offered is not None

    def checklist(self, checklist: str, purpose: str, channel: Channel, form: Form) -> Checklist:
        """One checklist for a visit. Raises `LibraryFault` or `NotFound`."""
        ready = self._ready_one(f"{checklist}_{purpose}", channel, form)
        return ready or self._coach.library.checklist(checklist, purpose, channel, form)

    def standalone(self, checklist: str) -> Checklist:
        """A checklist that is not about a visit. Raises `LibraryFault` or `NotFound`."""
        return self._ready_one(checklist) or self._coach.library.standalone(checklist)

    def again(self, checklist: Checklist) -> Checklist:
        """A checklist as it would be asked today. Raises `LibraryFault` or `NotFound`."""
        if checklist.channel is None:
            return self.standalone(checklist.id)
        purpose = checklist.purpose or ""
        return self.checklist(checklist.id, purpose, checklist.channel, checklist.form)

    def _ready_one(
        self, name: str, channel: Channel | None = None, form: Form | None = None
    ) -> Checklist | None:
        if self.ready is None or (shape := self.ready.read(name)) is None:
            return None
        try:
            return one_of(shape, channel, form)
        except NotTheShape:
            self.ready.forget(name)
            return None

    @cached_property
    def _offered(self) -> Offered | None:
        if self.ready is None or (shape := self.ready.read(OFFERED)) is None:
            return None
        try:
            return of_shape(Offered, shape)
        except NotTheShape:
            self.ready.forget(OFFERED)
            return None

    @cached_property
    def ready(self) -> "ReadyFiles | None":
        """What was made ready, or can be, of the files as they are; nothing where that is not to
        be known, or not to be kept."""
        from tipcoach.journal.ready_files import ReadyFiles

        coach = self._coach
        if not coach.keeps_ready or "library" in vars(coach):
            # What is read already may be of other files than are there now.
            return None
        made_of = self.made_of()
        return ReadyFiles(coach.places.ready, made_of, coach.writer) if made_of else None

    def made_of(self) -> str | None:
        """The hash of all that questions are made of now, if they can be made ready of it."""
        from tipcoach.library.made_of import made_of

        coach = self._coach
        try:
            return made_of(coach.prompts, coach.places.pathways, coach.overlay)
        except TipcoachError:
            return None
