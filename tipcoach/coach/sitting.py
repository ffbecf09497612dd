"""One sitting at a walk: every answer goes through here to the draft, and from it to an entry.

Front ends hold no answers. They show `walk`, call one of the moves, and show `walk` again.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from tipcoach.coach.autosave import Autosave, Saved, Saving
from tipcoach.coach.coach import Coach
from tipcoach.coach.eyes import Eyes
from tipcoach.coach.finish import entry_of, one_line_entry_of
from tipcoach.coach.one_more import OneMore
from tipcoach.errors import NotSaved
from tipcoach.practice.answer import Answer
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.walk import Walk
from tipcoach.settings import Places

if TYPE_CHECKING:
    from tipcoach.journal.drafts import Drafts
    from tipcoach.journal.holding import Hold


class Sitting:
    """A walk under way. `told` hears of saving, from another thread.

    `hold` is that on its draft, when there is one on disk; no other window can have it.
    `corrects` is the entry that is being put right.
    """

    def __init__(
        self,
        coach: Coach,
        draft: Draft,
        *,
        hold: "Hold | None" = None,
        corrects: Entry | None = None,
        told: Callable[[Saved], None] = lambda saved: None,
    ) -> None:
        self._coach = coach
        self._draft = draft
        self._hold = hold
        # Known before the disk has it: what is being written now may be what was there before.
        self._is_begun = hold is not None
        self._corrects = corrects
        self.told = told
        self._autosave = Autosave(
            self._write,
            lambda saved: self.told(saved),
            state=Saving.SAVED if hold else Saving.NOTHING_YET,
        )
        self._made: Entry | None = None
        self._left_behind: list[Drafts] = []

    @property
    def draft(self) -> Draft:
        return self._draft

    @property
    def walk(self) -> Walk:
        return self._draft.walk

    @property
    def keeps_words(self) -> bool:
        """Whether the one word for how an officer is stays once this is finished."""
        return self._coach.settings.keep_words or self._draft.supersedes is not None

    @cached_property
    def one_more(self) -> OneMore:
        """The one question more that may be offered once the writing is done."""
        return OneMore(self._coach, self)

    @property
    def says_minutes(self) -> bool:
        """Whether it is said how long a part tends to take."""
        return self._coach.settings.session_minutes

    @cached_property
    def eyes(self) -> Eyes:
        """The questions to turn to when a talk is stuck."""
        return Eyes(self._coach, self)

    @property
    def saved(self) -> Saved:
        """What is true of the draft on disk."""
        return self._autosave.saved

    def answer(self, prompt_id: str, answer: Answer) -> None:
        """Hold an answer; it is on disk within a second. Raises `AnswerNotTaken`."""
        self._become(self.walk.answer(prompt_id, answer))

    def next(self) -> None:
        """Go on; without an answer that is a skip."""
        self._become(self.walk.next())

    def back(self) -> None:
        self._become(self.walk.back())

    def go_to(self, step_id: str) -> None:
        self._become(self.walk.go_to(step_id))

    def turn_few(self) -> None:
        """The shortest version from here, or all of it again. No answer is lost by it."""
        self._become(self.walk.with_few(not self.walk.few))

    def call(self, prompt_id: str) -> None:
        """Go to a prompt that is asked only when it is called, where it is open."""
        self._become(self.walk.call(prompt_id))

    def save_now(self) -> Saved:
        """Write the draft at once, and return what is true afterwards."""
        return self._autosave.now()

    def move_to(self, places: Places) -> Saved:
        """Write the whole draft in other places, and go on there if they take it.

        What was saved of it in the old ones stays until it is finished.
        """
        self._autosave.stop()
        before, hold, drafts = self._coach.places, self._hold, self._coach.drafts
        self._coach.move_to(places)
        self._hold = None
        self._autosave.note()
        saved = self._autosave.now()
        if saved.state is Saving.FAILED:
            self._coach.move_to(before)
            self._hold = hold
        elif hold is not None:
            hold.let_go()
            self._left_behind.append(drafts)
        return saved

    def leave(self) -> Saved:
        """Write what is unsaved, and let another window have the draft."""
        saved = self._autosave.now()
        if self._hold is not None:
            self._hold.let_go()
        return saved

    def keep(self, set_aside: frozenset[str] = frozenset()) -> Entry:
        """Finish: keep the entry, with the set-aside answers named. Raises `NotSaved`."""
        return self._finish(lambda: self.as_entry(set_aside))

    def as_entry(self, set_aside: frozenset[str] = frozenset()) -> Entry:
        """What `keep` would keep now; nothing is written. Raises `NotFound`."""
        return entry_of(self._coach, self._draft, set_aside, self._corrects)

    def keep_one_line(self, line: str, set_aside: frozenset[str] = frozenset()) -> Entry:
        """Finish with one line, any promises, and the set-aside answers named.

        The rest is let go. Raises `NotSaved` or `AnswerNotTaken`.
        """
        return self._finish(lambda: one_line_entry_of(self._coach, self._draft, line, set_aside))

    def let_go(self) -> None:
        """Finish and keep nothing. Raises `NotSaved` when the draft cannot be taken away."""
        self._autosave.stop()
        if self._hold is not None:
            self._hold.let_go()
            self._coach.drafts.remove(self._draft.id)
            self._hold = None
        # A folder that failed may still fail; then what it has of the draft is offered again.
        for drafts in self._left_behind:
            with suppress(NotSaved):
                drafts.remove(self._draft.id)

    def _finish(self, make: Callable[[], Entry]) -> Entry:
        """Add first, and only then take the draft away.

        A failed try may have reached the disk after all. The next one adds the very same
        entry unless its content has changed since, so it cannot be there twice.
        """
        self._autosave.now()
        entry = make()
        if self._made is not None:
            again = replace(entry, id=self._made.id, created=self._made.created)
            entry = again if again == self._made else entry
        self._made = entry
        self._coach.journal.add(entry)
        self.let_go()
        return entry

    def _become(self, walk: Walk) -> None:
        if walk == self.walk:
            return
        answered = walk.answers != self.walk.answers
        if answered and self._hold is None:
            walk = self._quoting_what_is_there(walk)
        self._draft = replace(self._draft, walk=walk)
        # Looking around before anything is written leaves nothing behind. A session is talked
        # through for long before that, and how far it got is worth finding again.
        talked = self._draft.kind is Kind.SESSION
        if answered or talked or self._is_begun:
            self._is_begun = True
            self._autosave.note()

    def _quoting_what_is_there(self, walk: Walk) -> Walk:
        """The walk without lines of an entry that was erased since: no draft shows erasing those
        that a walk not yet on disk quotes."""
        journal = self._coach.journal
        if not journal.is_there:
            return walk
        left = tuple(line for line in walk.planned if line.entry is None or journal.has(line.entry))
        return replace(walk, planned=left)

    def _write(self) -> None:
        draft = replace(self._draft, written=self._coach.clock())
        if self._hold is None:
            hold = self._coach.drafts.hold(draft.id)
            try:
                self._coach.drafts.begin(draft)
            except NotSaved:
                hold.let_go()
                with suppress(NotSaved):
                    self._coach.drafts.remove(draft.id)
                raise
            self._hold = hold
        else:
            self._coach.drafts.save(draft)
