"""Looking at notices during one sitting: which were looked at, and which were not.

Kept in memory alone, for this sitting: what an officer looked at is nobody's business later.
"""

import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property, partial

from tipcoach.coach.coach import Coach
from tipcoach.coach.lenses import Lenses
from tipcoach.errors import TipcoachError
from tipcoach.practice.answer import texts_of
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.lenses.notice import Lens, Notice
from tipcoach.practice.walk import Walk

_Name = tuple[str, ...]
OF_TWO = frozenset({Kind.AGREEMENT, Kind.SESSION})


def looking_in(coach: Coach, draft: Draft) -> "Looking":
    """The notices of the walk of a draft."""
    are_two = draft.kind in OF_TWO
    return Looking(coach.lenses, partial(_names_in, coach, draft) if are_two else frozenset)


def _names_in(coach: Coach, draft: Draft) -> frozenset[_Name]:
    """The names of those who write it together, whole and by the first of each alone.

    An agreement does not say whom it is with before it is sent: in it they are the names of all
    that are known by their keys. None where they cannot be read.
    """
    # Most walks are of one person, and are not to wait for it.
    from tipcoach.coach.people import people

    with suppress(TipcoachError):
        others = people(coach).cards
        one = others.get(draft.with_whom or "")
        with_them = [*others.values()] if draft.kind is Kind.AGREEMENT else [one]
        names = [_words(card.name) for card in (coach.keys.card, *with_them) if card]
        return frozenset(name for words in names for name in (words, words[:1]) if name)
    return frozenset()


def _words(text: str) -> _Name:
    return tuple(re.findall(r"\w+", text.casefold()))


class Looking:
    """The notices of one walk. One that was looked at is not shown again in this sitting, nor is
    one of the wording lens about words that were written in answer to another: who somebody is
    can be told there as anywhere."""

    def __init__(self, lenses: Lenses, theirs: Callable[[], frozenset[_Name]] = frozenset) -> None:
        self.lenses = lenses
        self._theirs = theirs
        self._looked_at: frozenset[_Key] = frozenset()
        self._answered: dict[str, frozenset[_Key]] = {}
        self._written: tuple[_Written, ...] = ()
        self._reading = threading.Lock()
        # Never held while a lens reads: a key may wait for it.
        self._changing = threading.Lock()

    def look(self, prompt_id: str, text: str) -> tuple[Notice, ...]:
        """What there is to see in `text` that was not looked at; identifiers stand first."""
        # First of all: what ends meanwhile is among what was written.
        before = self._answered.get(prompt_id)
        self._read_written()
        looked_at = self._looked_at
        seen = [
            one
            for one in self.lenses.look(text)
            if (key := _key(prompt_id, one)) not in looked_at
            and not self._is_theirs(one)
            and (before is None or key in before or one.lens is not Lens.WORDING)
        ]
        return tuple(sorted(seen, key=lambda one: one.lens is not Lens.IDENTIFIERS))

    def _is_theirs(self, notice: Notice) -> bool:
        return notice.lens is Lens.IDENTIFIERS and _words(notice.quote) in self._names

    @cached_property
    def _names(self) -> frozenset[_Name]:
        """The names of those it is between. Read where a lens reads, on no key."""
        return self._theirs()

    def begin_answering(self, prompt_id: str, waiting: Iterable[Notice]) -> None:
        """What is written there from now on is in answer to one of those that wait there: nothing
        is said of its wording."""
        self._answered[prompt_id] = frozenset(_key(prompt_id, one) for one in waiting)

    def end_answering(self, walk: Walk) -> None:
        """The wording of what was written in answer is looked at, and stays so in that answer.
        Other words written there later are noticed as ever."""
        written = tuple(
            (prompt_id, before, tuple(texts_of(answer)))
            for prompt_id, before in self._answered.items()
            if (answer := walk.answers.get(prompt_id))
        )
        with self._changing:
            self._written += written
        self._answered = {}

    def keep(self, prompt_id: str, notice: Notice) -> None:
        """It was looked at, and the words stay."""
        with self._changing:
            self._looked_at |= {_key(prompt_id, notice)}

    def forget(self, prompt_id: str) -> None:
        """Hold nothing any more of words that were let go."""
        with self._changing:
            self._looked_at = frozenset(key for key in self._looked_at if key[0] != prompt_id)
            self._written = tuple(each for each in self._written if each[0] != prompt_id)
        self._answered.pop(prompt_id, None)

    def may_be_left_alone(self, notice: Notice) -> bool:
        """Whether `do_not_ask_again` may be offered, which writes the quote down on this machine.

        What tells who somebody is must not be: a guess, or a name of the officer's own list.
        """
        return notice.lens is Lens.WORDING or notice.soft or self.lenses.is_own_name(notice)

    def do_not_ask_again(self, notice: Notice) -> None:
        """Leave these words alone from now on, on this machine. Raises `NotSaved`."""
        self.lenses.do_not_say_again(notice)

    def switch_off(self, lens: Lens) -> None:
        """Raises `NotSaved`; it is off in this window all the same."""
        self.lenses.switch(lens, on=False)

    def _read_written(self) -> None:
        # Here rather than where it ends, which waits for no lens.
        with self._reading:
            while waiting := self._written[:1]:
                self._read(*waiting)

    def _read(self, written: "_Written") -> None:
        """Hold what is looked at by it, unless it was let go meanwhile; a lens may fail."""
        prompt_id, before, texts = written
        looked_at: frozenset[_Key] = frozenset()
        try:
            looked_at = frozenset(
                _key(prompt_id, one)
                for text in texts
                for one in self.lenses.look(text)
                if one.lens is Lens.WORDING
            )
        finally:
            with self._changing:
                if written in self._written:
                    self._looked_at |= looked_at - before
                self._written = tuple(each for each in self._written if each != written)

    def not_looked_at(self, walk: Walk) -> tuple[tuple[Prompt, Notice], ...]:
        """What nobody has looked at in all that would be kept, identifiers first."""
        return tuple(
            sorted(_unseen(self, walk), key=lambda one: one[1].lens is not Lens.IDENTIFIERS)
        )


def sees_identifiers(coach: Coach, entry: Entry) -> bool:
    """Whether the identifiers lens, where it is on, sees anything in the texts of an entry."""
    return any(
        notice.lens is Lens.IDENTIFIERS
        for asked in entry.asked
        if asked.answer is not None
        for text in texts_of(asked.answer)
        for notice in coach.lenses.look(text)
    )


def _unseen(looking: Looking, walk: Walk) -> Iterator[tuple[Prompt, Notice]]:
    for prompt, answer in walk.live_answers():
        for text in texts_of(answer):
            for notice in looking.look(prompt.id, text):
                yield prompt, notice


_Key = tuple[str, Lens, str, str]
_Written = tuple[str, frozenset[_Key], tuple[str, ...]]
"""A prompt, what waited there when an answer to it began, and the texts of the answer."""


def _key(prompt_id: str, notice: Notice) -> _Key:
    return prompt_id, notice.lens, notice.about, notice.quote.casefold()
