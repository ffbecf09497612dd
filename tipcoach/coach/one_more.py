"""One question more, once the writing is done: for one thing that nothing in it suggests.

It is offered, never put in the way, and once it was left or answered there is no other in the
same sitting. All that is remembered is which was asked about last, so that the next is another.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from tipcoach.coach.coach import Coach
from tipcoach.errors import NotSaved
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.entry import Kind
from tipcoach.practice.lenses.moves import Move, choose
from tipcoach.practice.lenses.notice import Lens

if TYPE_CHECKING:
    from tipcoach.coach.sitting import Sitting


class OneMore:
    """That of one sitting. It is drawn once, when it is first asked for and there is one."""

    def __init__(self, coach: Coach, sitting: "Sitting") -> None:
        self._coach = coach
        self._sitting = sitting
        self._drawn: Move | None = None
        self._is_done = False

    @property
    def prompt(self) -> Prompt | None:
        """The question; `None` where there is none to ask, or no more."""
        moves = self._moves()
        if self._drawn is None:
            chance = self._coach.chance.random() if moves else 0.0
            self._drawn = choose(moves, self._coach.settings.last_move, chance)
        if self._drawn is None or self._drawn not in moves:
            return None
        return self._sitting.walk.checklist.prompt(self._drawn.prompt)

    def opened(self) -> None:
        """It was put before the officer: the next time it is another, if it can be."""
        if self._drawn is not None:
            # A question asked twice running is no harm worth a word.
            with suppress(NotSaved):
                self._coach.remember(last_move=self._drawn.id)

    def leave(self) -> None:
        """No more of it in this sitting."""
        self._is_done = True

    def call(self) -> None:
        """Have it asked on the walk, and go there."""
        if prompt := self.prompt:
            self._sitting.call(prompt.id)
        self.leave()

    def switch_off(self) -> None:
        """No such question again. Raises `NotSaved`; it is off in this window all the same."""
        self.leave()
        self._coach.lenses.switch(Lens.MOVES, on=False)

    def _moves(self) -> tuple[Move, ...]:
        draft, lenses = self._sitting.draft, self._coach.lenses
        if self._is_done or draft.kind is not Kind.REFLECTION:
            return ()
        if not lenses.is_on(Lens.MOVES) or lenses.moves is None:
            return ()
        return lenses.moves.may_be_asked(draft.walk)
