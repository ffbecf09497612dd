"""The moves lens: what a reflection may hold, and which of it nothing suggests is there.

The nine moves are taken from rubrics of reflective writing (Hatton and Smith; Wald and others).
Trained people agree on them only in part, and words are a poor sign of them, most of all for
plain and second-language writers. So a move counts as made on the least sign of it, what is
missing is only ever asked about, one at a time, and nothing is graded or added up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tipcoach.practice.answer import AnswerForm, texts_of
from tipcoach.practice.lenses.index import Index
from tipcoach.practice.lenses.phrases import Phrase
from tipcoach.practice.lenses.words import words_of
from tipcoach.practice.walk import Walk

FEWEST_WORDS = 25
"""With less written than this, nothing is said to be missing: a fragment is as good as prose."""


@dataclass(frozen=True, slots=True)
class Move:
    """One move. `prompt` is the id of the question that asks for it, and `asked_by` those of
    questions that ask the same; an answer to any of `shown_by` shows that it was made."""

    id: str
    prompt: str
    says: tuple[Phrase, ...]
    asked_by: tuple[str, ...] = ()
    shown_by: tuple[str, ...] = ()


class MovesLens:
    """Reads texts for those of `moves` that nothing in them suggests."""

    def __init__(self, moves: Sequence[Move]) -> None:
        self.moves = tuple(moves)
        self._index = Index([(said, n) for n, move in enumerate(moves) for said in move.says])

    def missing(self, texts: Iterable[str]) -> tuple[Move, ...]:
        """The moves of which there is no sign in all of `texts`; none where little is written."""
        read = [words_of(text) for text in texts]
        if sum(len(words.folded) for words in read) < FEWEST_WORDS:
            return ()
        made = {n for words in read for _, _, n in self._index.found(words)}
        return tuple(move for n, move in enumerate(self.moves) if n not in made)

    def may_be_asked(self, walk: Walk) -> tuple[Move, ...]:
        """The missing moves that this walk may be asked about, where it has not been already.

        None after a stop rule, or on a day the officer was not safe.
        """
        if walk.stopped or walk.officer_unsafe:
            return ()
        met = {prompt.id for prompt in walk.open_prompts()} | walk.seen | {*walk.answers}
        if any(prompt_id in met for prompt_id in _only_when_called(walk)):
            return ()
        texts = [text for _, answer in walk.live_answers() for text in texts_of(answer)]
        return tuple(
            move
            for move in self.missing(texts)
            if not met & {move.prompt, *move.asked_by}
            and not walk.answers.keys() & {*move.shown_by}
            and _can_be_called(walk, move.prompt)
        )


def _only_when_called(walk: Walk) -> Iterable[str]:
    for section in walk.checklist.sections:
        if section.only_when_called:
            yield from (prompt.id for prompt in section.prompts)


def _can_be_called(walk: Walk, prompt_id: str) -> bool:
    """Whether it is there, open, and answered in words."""
    prompt = walk.checklist.prompt(prompt_id)
    return prompt is not None and prompt.form is AnswerForm.TEXT and walk.call(prompt_id) != walk


def choose(moves: Sequence[Move], last: str, chance: float) -> Move | None:
    """One of `moves`; another than that asked for `last`, where there is another.

    `chance` is from 0 up to 1, without it.
    """
    others = [move for move in moves if move.id != last] or list(moves)
    return others[int(chance * len(others))] if others else None
