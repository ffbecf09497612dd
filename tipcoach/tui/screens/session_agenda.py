"""The agenda of a session with somebody, over the walk or beside it; nothing of it is written.

It is read away from the keys, and read again whenever it is looked at: what stands in it is the
other's, and on this machine it is held while it is on the screen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from tipcoach.coach.agenda import agenda
from tipcoach.coach.people import name_of
from tipcoach.coach.reading import principles
from tipcoach.errors import TipcoachError
from tipcoach.practice.answer import Promised
from tipcoach.practice.session import ACTIONS, LAST_TIME
from tipcoach.practice.walk import Step
from tipcoach.reports.agenda import agenda_page
from tipcoach.reports.agenda_in_brief import (
    agenda_beside,
    agreed_so_far,
    last_time_under,
    no_agreement,
)
from tipcoach.reports.session_records import Names, names_of
from tipcoach.reports.shared_copies import Line, Voice
from tipcoach.tui.screens.paper import PaperScreen
from tipcoach.tui.screens.unlocking import with_keys
from tipcoach.tui.widgets.paper import paper

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.tui.screens.walk import WalkScreen

LOOKING = "Looking in the shared place."
GOES_ON = "Esc goes on without what was brought."
KEPT_NOWHERE = "kept nowhere"


@dataclass(frozen=True, slots=True)
class Heads:
    """What heads one session: its page, what stands beside the talk, and in it.

    `quiet` is said under the first question.
    """

    page: tuple[Line, ...]
    beside: tuple[Line, ...] = ()
    last_time: tuple[Line, ...] = ()
    quiet: str = ""
    names: Names | None = None


class SessionAgenda:
    """That of one walk; a walk with nobody has none."""

    def __init__(self, screen: "WalkScreen") -> None:
        self._screen = screen
        self._whom = screen.sitting.draft.with_whom
        self._heads = Heads((Line(Voice.NOTE, LOOKING),))

    @property
    def is_there(self) -> bool:
        return self._whom is not None

    @property
    def concerning(self) -> str:
        """Whom the session is with, by name where they are known."""
        return f"with {name_of(self._screen.desk.coach, self._whom)}" if self._whom else ""

    async def begin(self) -> None:
        """Read it; where the keys are locked, ask for them first. The talk goes on without."""
        if self._screen.desk.coach.keys.are_made:
            await with_keys(self._screen, self._read, self._read, esc=GOES_ON)
        else:
            await self._read()

    async def open(self) -> None:
        """Show all of it as a page, as it was read last, and as it is now once that is read."""
        if self._whom is None:
            return
        page = PaperScreen("Agenda", "", self._lines(), badge=KEPT_NOWHERE)
        await self._screen.app.push_screen(page)

        def show() -> None:
            if page.is_open:
                page.show(self._lines(), KEPT_NOWHERE)

        self._look(show)

    def show(self) -> None:
        """Show what belongs to the step in front, and what stands beside every step."""
        walk, heads = self._screen.sitting.walk, self._heads
        under: tuple[Line, ...] = ()
        if walk.step is not None and walk.step == self._first_of(LAST_TIME):
            under = heads.last_time
        elif walk.step is not None and walk.step == next(iter(walk.path), None) and heads.quiet:
            under = (Line(Voice.NOTE, heads.quiet),)
        beside = [*self._agreed(), *heads.beside]
        self._screen.page.show_agenda(paper(under), paper(beside) if beside else Content(""))

    async def _read(self) -> None:
        self._look(self.show)

    def look_again(self) -> None:
        """Read it again once something over the walk may have changed it."""
        if self._heads.names is not None:
            self._look(self.show)

    def _look(self, then: Callable[[], None]) -> None:
        screen, coach, whom = self._screen, self._screen.desk.coach, self._whom
        if whom is None:
            return

        def have(heads: Heads) -> None:
            self._heads = heads
            if screen.is_open:
                then()

        def run() -> None:
            screen.app.call_from_thread(have, look(coach, whom))

        screen.run_worker(run, thread=True, exit_on_error=False)

    def _lines(self) -> list[Line]:
        return [*self._heads.page, *self._gap(), *self._agreed()]

    def _gap(self) -> list[Line]:
        return [Line(Voice.GAP)] if self._agreed() else []

    def _agreed(self) -> list[Line]:
        answer = self._screen.sitting.walk.answers.get(ACTIONS)
        if self._heads.names is None or not isinstance(answer, Promised):
            return []
        return agreed_so_far(answer.promises, self._heads.names)

    def _first_of(self, section: str) -> Step | None:
        path = self._screen.sitting.walk.path
        return next((step for step in path if step.section.id == section), None)


def look(coach: "Coach", whom: str) -> Heads:
    """Read the agenda with somebody; what keeps it from being read is said in its place."""
    today = coach.clock().date()
    try:
        found = agenda(coach, whom)
        me = coach.keys.card.name
        names = names_of(me, found.other.name)
        return Heads(
            tuple(agenda_page(found, me, principles(coach), today)),
            tuple(agenda_beside(found, names, today)),
            tuple(last_time_under(found.last, names, today)),
            no_agreement(found),
            names,
        )
    except TipcoachError as fault:
        said = Line(Voice.NOTE, str(fault))
        return Heads((said,), (said,))
