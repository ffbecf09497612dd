"""Putting a finished entry right: a walk over what was asked then, with its answers there.

A correction is a new entry that supersedes the old one. Only words are open in it: what was
picked then settled which questions were asked, and whether a stop rule applied, so another
pick would make another walk of it. Those answers stand in the correction as they were.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType

from tipcoach.practice.answer import AnswerForm, as_text
from tipcoach.practice.checklist import (
    CardWords,
    Checklist,
    Group,
    Principle,
    PrincipleName,
    Prompt,
    Section,
)
from tipcoach.practice.entry import Asked, Entry, Outcome
from tipcoach.practice.walk import END, Walk

TITLE = "Putting an entry right"
WORDS = frozenset(
    {
        AnswerForm.TEXT,
        AnswerForm.ONE_WORD,
        AnswerForm.LIST,
        AnswerForm.SORT,
        AnswerForm.PROMISE,
        AnswerForm.IF_THEN,
        AnswerForm.ON_SCREEN_ONLY,
        AnswerForm.MINE_OURS_SYSTEM,
    }
)
WHY = (
    "These are the words you kept. Change them, or go on and they stay as they are; "
    "the version before this one is kept unless you erase it."
)


def open_in_a_correction(entry: Entry) -> tuple[Asked, ...]:
    """The questions whose answers can be put right, in the order they were asked.

    What was answered and not kept, or was for the screen alone, is not among them.
    """
    return tuple(asked for asked in entry.asked if asked.form in WORDS and _was_kept(asked))


def _was_kept(asked: Asked) -> bool:
    """Whether its answer was meant to stay. Another question left out may be answered now."""
    if asked.form is AnswerForm.ON_SCREEN_ONLY:
        return asked.answer is not None
    return asked.outcome is not Outcome.NOT_KEPT


def begin_correction(entry: Entry, principles: Sequence[PrincipleName]) -> Walk:
    """The walk over `entry`, with every answer that is open in it already held."""
    names = {name.principle: name for name in principles}
    sections = []
    for number, (principle, several) in enumerate(
        groupby(open_in_a_correction(entry), key=lambda asked: asked.principle), 1
    ):
        name = names.get(principle) if principle else None
        sections.append(
            Section(
                id=f"part-{number}",
                name=_name(principle, name),
                mark=name.mark if name else "",
                group=Group.PRINCIPLES if principle else Group.START,
                principle=principle,
                prompts=tuple(map(_prompt, several)),
            )
        )
    checklist = Checklist(
        id=entry.checklist_id,
        title=TITLE,
        purpose=entry.purpose,
        purpose_label=entry.visit_label,
        channel=entry.channel,
        form=entry.form,
        sections=tuple(sections),
        principles=tuple(principles),
    )
    answers = {
        asked.prompt: asked.answer
        for asked in open_in_a_correction(entry)
        if asked.answer is not None
    }
    walk = Walk(checklist, entry.visit, answers=MappingProxyType(answers))
    return walk.go_to(walk.path[0].id if walk.path else END)


def _name(principle: Principle | None, shown: PrincipleName | None) -> str:
    if principle is None:
        return "Your words"
    return shown.name if shown else principle.value.capitalize()


def _prompt(asked: Asked) -> Prompt:
    return Prompt(
        id=asked.prompt,
        question=asked.question,
        why=WHY,
        # Somebody chose to keep it: from then on it is a text like the others.
        form=AnswerForm.TEXT if asked.form is AnswerForm.ON_SCREEN_ONLY else asked.form,
        principle=asked.principle,
    )


def corrected(entry: Entry, walk: Walk) -> Entry:
    """`entry` as the walk over it has left it, still under its own id."""
    asked = tuple(
        _asked(each, walk) if each.form in WORDS and walk.checklist.prompt(each.prompt) else each
        for each in entry.asked
    )
    return replace(entry, asked=asked, card=_card(entry, asked))


def _asked(asked: Asked, walk: Walk) -> Asked:
    answer = walk.answers.get(asked.prompt)
    outcome = asked.outcome
    if answer is not None:
        outcome = Outcome.ANSWERED
    elif outcome is Outcome.ANSWERED:
        outcome = Outcome.SKIPPED
    return replace(asked, answer=answer, outcome=outcome)


def _card(entry: Entry, asked: tuple[Asked, ...]) -> CardWords | None:
    """The card with the words it opens with put right too, where they were the officer's own."""
    if entry.card is None:
        return None
    for before, after in zip(entry.asked, asked, strict=True):
        if before.answer is not None and as_text(before.answer) == entry.card.opening:
            return replace(entry.card, opening=as_text(after.answer) if after.answer else "")
    return entry.card
