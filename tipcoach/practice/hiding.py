"""Questions an officer would sooner not be asked: which may be left out of a walk, and how.

In a drawn section another takes the place of one that is hidden. What a visit has to hold
stays, whatever is hidden: landing, stop rules, the hat, each principle, something of strengths.
"""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from tipcoach.practice.answer import AnswerForm
from tipcoach.practice.checklist import HAT_PROMPT, WATCH_SECTION, Checklist, Gate, Prompt, Section

_ALWAYS_ASKED = (AnswerForm.YES_NOT_YET, AnswerForm.SORT, AnswerForm.PROMISE, AnswerForm.IF_THEN)


class Hiding(StrEnum):
    """What becomes of the place of a question that is hidden."""

    ANOTHER_INSTEAD = "another_instead"
    LEFT_OUT = "left_out"


def without(checklist: Checklist, hidden: Iterable[str]) -> Checklist:
    """The checklist without the prompts of these ids, as far as each may be hidden.

    They are taken in their order, so that of several that may not all go the first do. An id
    that is not there, or has to stay, is passed over. What is not about a visit stays whole.
    """
    for prompt_id in hidden if checklist.is_about_a_visit else ():
        if checklist.prompt(prompt_id) is None:
            continue
        sections = (_without(section, prompt_id, checklist) for section in checklist.sections)
        left = tuple(section for section in sections if section.prompts)
        checklist = replace(checklist, sections=left)
    return checklist


def hiding(checklist: Checklist, hidden: Iterable[str], prompt_id: str) -> Hiding | None:
    """What hiding one more does on this checklist; nothing when it stays, or is not there."""
    for section in without(checklist, hidden).sections:
        for prompt in section.prompts:
            if prompt.id == prompt_id and _may_go(section, prompt, checklist):
                drawn = section.asks is not None and not section.only_when_called
                return Hiding.ANOTHER_INSTEAD if drawn else Hiding.LEFT_OUT
    return None


def _without(section: Section, prompt_id: str, checklist: Checklist) -> Section:
    """A section without one prompt, or as it is where that has to stay."""
    going = [prompt for prompt in section.prompts if prompt.id == prompt_id]
    if not going or not _may_go(section, going[0], checklist):
        return section
    return replace(section, prompts=tuple(p for p in section.prompts if p.id != prompt_id))


def _may_go(section: Section, prompt: Prompt, checklist: Checklist) -> bool:
    if _is_always_asked(section) or prompt.form in _ALWAYS_ASKED:
        return False
    # What an answer opens is there for that answer, and what opens others is there for them.
    if _waits_on_an_answer(prompt) or prompt.id in _opens_others(checklist):
        return False
    left = [each for each in section.prompts if each is not prompt]
    return _enough_stay(section, prompt, left) and _strengths_stay(prompt, left)


def _is_always_asked(section: Section) -> bool:
    has_hat = any(prompt.id == HAT_PROMPT for prompt in section.prompts)
    is_watch = section.id == WATCH_SECTION
    return section.landing or section.stop or section.together or has_hat or is_watch


def _waits_on_an_answer(prompt: Prompt) -> bool:
    return prompt.looks_back or prompt.when != Gate() or prompt.unless != Gate()


def _opens_others(checklist: Checklist) -> frozenset[str]:
    """The ids of the prompts whose answers open or close others."""
    gates = (gate for prompt in checklist.prompts for gate in (prompt.when, prompt.unless))
    return frozenset(test.prompt for gate in gates for test in gate.answers)


def _enough_stay(section: Section, prompt: Prompt, left: list[Prompt]) -> bool:
    """Whether the section goes on to ask as many as it does, whatever else is answered."""
    if section.asks is not None:
        wanted = max(section.asks, section.asks_when_watched or 0)
    else:
        wanted = 0 if section.principle is None else 1
    sure = sum(each.nothing_closes for each in left)
    unless_unsafe = sum(not _waits_on_an_answer(each) for each in left)
    return unless_unsafe >= wanted and (sure >= wanted or not prompt.nothing_closes)


def _strengths_stay(prompt: Prompt, left: list[Prompt]) -> bool:
    """Whether one that looks for what is strong stays, as sure to be open as this one."""
    return not prompt.strengths or any(
        each.strengths and (each.nothing_closes or not prompt.nothing_closes) for each in left
    )
