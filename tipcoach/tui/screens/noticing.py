"""Notices beside a walk: the answer is read some time after its last key, in another thread.

What was read is shown only while it is still what stands there: on no key, and never between
two of them, does anybody wait for a lens.
"""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from tipcoach.practice.answer import AnswerForm, texts_of
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.lenses.notice import Lens, Notice
from tipcoach.tui.widgets.frame import Strip
from tipcoach.tui.widgets.written_texts import WrittenText, texts_in

if TYPE_CHECKING:
    from tipcoach.coach.looking import Looking
    from tipcoach.tui.screens.walk import WalkScreen

Found = TypeVar("Found")

PAUSE = 2.0
"""Seconds after the last key before an answer is read."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A notice, and the text on the page that it is about."""

    written: WrittenText
    notice: Notice


class Noticing:
    """The notices of one walk on the screen. `shown` are those of the answer in front, in order.

    `is_waiting` while the pause after a key is not over.
    """

    def __init__(self, screen: "WalkScreen") -> None:
        self._screen = screen
        self._looking: Looking | None = None
        self._prompt: Prompt | None = None
        self.shown: tuple[Seen, ...] = ()
        self._due = 0.0
        self.is_waiting = self._is_unread = False

    @property
    def looking(self) -> "Looking":
        # Nothing of it is needed for the first screen.
        from tipcoach.coach.looking import looking_in

        if self._looking is None:
            screen = self._screen
            self._looking = looking_in(screen.desk.coach, screen.sitting.draft)
        return self._looking

    def begin(self) -> None:
        """The walk is on the screen, and a question of it is being read."""
        self._screen.desk.getting_ready.for_an_answer()

    def turn_to(self, prompt: Prompt | None) -> None:
        """Another question may be in front. Of words that were let go nothing is held."""
        before, self._prompt = self._prompt, prompt
        kept = self._screen.sitting.walk.answers
        if before and before.form is AnswerForm.ON_SCREEN_ONLY and before.id not in kept:
            self.looking.forget(before.id)
        if before and (prompt is None or prompt.id != before.id):
            self.end_answering()
        self._show(())
        self._is_unread = False
        if self._texts():
            self._wait()

    def changed(self) -> None:
        """The answer says something else now. A notice whose words are gone goes at once."""
        if self.shown:
            quote = self.shown[0].notice.quote
            if not any(quote in written.text for written in self._texts()):
                self._show(())
        self._wait()

    def resume(self) -> None:
        """Nothing lies over the page any more."""
        if self._is_unread:
            self._wait()

    async def read(self) -> tuple[Seen, ...]:
        """Read the answer in front now, and show what is seen."""
        prompt, texts = self._screen.prompt, self._texts()
        found: tuple[tuple[int, Notice], ...] = ()
        if prompt is not None and texts:
            said = [written.text for written in texts]
            found = await _elsewhere(partial(_look, self.looking, prompt.id, said))
            now = [written.text for written in self._texts()]
            there = self._screen.prompt
            if there is None or there.id != prompt.id or now != said:
                return ()
        self._is_unread = False
        self._show(tuple(Seen(texts[number], notice) for number, notice in found))
        self._tell_faults()
        return self.shown

    async def not_looked_at(self) -> tuple[tuple[Prompt, Notice], ...]:
        """What nobody has looked at in all that would be kept, identifiers first."""
        walk = self._screen.sitting.walk
        self.end_answering()
        if not any(texts_of(answer) for _, answer in walk.live_answers()):
            return ()
        found = await _elsewhere(partial(self.looking.not_looked_at, walk))
        once: dict[object, tuple[Prompt, Notice]] = {}
        for prompt, notice in found:
            once.setdefault((prompt.id, same_words(notice)), (prompt, notice))
        return tuple(once.values())

    def begin_answering(self, prompt: Prompt) -> None:
        """What is written from now on is in answer to a notice."""
        self.looking.begin_answering(prompt.id, (seen.notice for seen in self.shown))

    def end_answering(self) -> None:
        if self._looking is not None:
            self._looking.end_answering(self._screen.sitting.walk)

    async def in_line(self, line: str) -> tuple[Notice, ...]:
        """What there is to see in a line that is to be kept alone, identifiers first."""
        return await _elsewhere(partial(self.looking.lenses.look, line))

    def _texts(self) -> list[WrittenText]:
        form = self._screen.page.form
        return texts_in(form) if form and self._screen.prompt else []

    def _show(self, seen: tuple[Seen, ...]) -> None:
        self.shown = seen
        self._screen.page.notice.say(seen[0].notice if seen else None, len(seen) - 1)

    def _tell_faults(self) -> None:
        for fault in self.looking.lenses.untold():
            if not self._screen.save_failed:
                self._screen.query_one(Strip).say(fault)

    def _wait(self) -> None:
        self._due = monotonic() + PAUSE
        self._is_unread = True
        if not self.is_waiting:
            self.is_waiting = True
            self._screen.set_timer(PAUSE, self._look_if_due)

    def _look_if_due(self) -> None:
        """A key puts the time off without making another timer."""
        left = self._due - monotonic()
        if left > 0:
            self._screen.set_timer(left, self._look_if_due)
            return
        self.is_waiting = False
        # Under a sheet nothing changes; it is read once that is closed.
        if self._screen.app.screen is self._screen:
            self._screen.run_worker(
                self.read(), group="notices", exclusive=True, exit_on_error=False
            )


async def _elsewhere(read: Callable[[], tuple[Found, ...]]) -> tuple[Found, ...]:
    """What is found by reading in another thread; nothing where that fails.

    A text that a lens cannot get through must keep nobody from writing or from finishing.
    """
    with suppress(Exception):
        return await asyncio.to_thread(read)
    return ()


def same_words(notice: Notice) -> tuple[Lens, str, str]:
    """What is alike in notices that are looked at together."""
    return notice.lens, notice.about, notice.quote.casefold()


def _look(
    looking: "Looking", prompt_id: str, texts: Iterable[str]
) -> tuple[tuple[int, Notice], ...]:
    """The notices of texts, each with the number of its text; identifiers first."""
    once: dict[object, tuple[int, Notice]] = {}
    for number, text in enumerate(texts):
        for notice in looking.look(prompt_id, text):
            once.setdefault(same_words(notice), (number, notice))
    return tuple(sorted(once.values(), key=lambda one: one[1].lens is not Lens.IDENTIFIERS))
