"""Conditions that can never hold: words nobody can say, questions asked later, circles.

A gate that never opens is the quietest way to lose a question: the file reads well, the walk
runs, and nobody is ever asked.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from tipcoach.library.barriers import authored_choices
from tipcoach.library.lines import Path_
from tipcoach.library.load import Problem, nearest
from tipcoach.library.prompt_models import GateModel, PromptModel
from tipcoach.library.reach import Reach
from tipcoach.library.references import Authored
from tipcoach.practice.answer import words_a_form_can_say
from tipcoach.practice.barrier import Barrier

Placed = tuple[Authored, Path_, PromptModel]


def never_true(
    looked_at: Sequence[Authored],
    files: Sequence[Authored],
    reach: Reach,
    in_doubt: Set[str],
    on_unsure_walks: Set[str],
    barriers: Sequence[Barrier],
) -> dict[str, list[Problem]]:
    """Every condition in the files `looked_at` that can never hold, by the prompt it keeps shut.

    `files` are all there are: a condition may wait for a prompt of any. Nothing is said of
    prompts `in_doubt`, nor of what waits for them; and for those `on_unsure_walks`, nothing
    that turns on what a walk asks.
    """
    prompts: dict[str, Placed] = {}
    for file in files:
        for place, prompt in file.prompts():
            if prompt.id not in in_doubt:
                prompts.setdefault(prompt.id, (file, place, prompt))
    shut = reach.placed - reach.opened - on_unsure_walks
    blamed = {id(file) for file in looked_at}
    found = {}
    for prompt_id, (file, place, prompt) in prompts.items():
        if id(file) not in blamed:
            continue
        problems = list(_of_prompt(file, place, prompt, prompts, barriers))
        problems += _circles(file, place, prompt, prompts)
        if not problems and prompt_id in shut:
            problems = list(_too_late(file, place, prompt, prompts, reach))
        if problems:
            found[prompt_id] = problems
    return found


def _of_prompt(
    file: Authored,
    place: Path_,
    prompt: PromptModel,
    prompts: Mapping[str, Placed],
    barriers: Sequence[Barrier],
) -> Iterator[Problem]:
    for name, gate in (("when", prompt.when), ("unless", prompt.unless)):
        for about, words in gate.answers.items():
            if about in prompts:
                where = (*place, name, "answers", about)
                can_say = possible_words(prompts[about][2], barriers)
                yield from _cannot_be_said(file, where, about, words, can_say)
    yield from _shut_out(file, place, prompt.when, prompt.unless)


def _cannot_be_said(
    file: Authored,
    where: Path_,
    about: str,
    words: str | tuple[str, ...],
    can_say: frozenset[str],
) -> Iterator[Problem]:
    for word in (words,) if isinstance(words, str) else words:
        if word in can_say:
            continue
        if not can_say:
            yield file.problem(where, f"waits for an answer in words; “{about}” gives none")
        else:
            known = ", ".join(sorted(can_say))
            what = f"waits for “{word}”, and “{about}” says one of {known}"
            yield file.problem(where, f"{what}{nearest(word, sorted(can_say))}")


def possible_words(prompt: PromptModel, barriers: Sequence[Barrier]) -> frozenset[str]:
    """What a gate can hear from an answer to `prompt`; its purposes may add choices of theirs."""
    values = [choice.value for choice in authored_choices(prompt, barriers)]
    return words_a_form_can_say(prompt.answer, values)


def _shut_out(
    file: Authored, place: Path_, when: GateModel, unless: GateModel
) -> Iterator[Problem]:
    """What opens a prompt and what closes it leave nothing between them."""
    for name in ("channel", "hat"):
        opening, closing = set(getattr(when, name)), set(getattr(unless, name))
        if opening and opening <= closing:
            yield file.problem((*place, "when", name), "can never hold: unless closes all of it")
    for about, words in when.answers.items():
        opening = {words} if isinstance(words, str) else {*words}
        closed = unless.answers.get(about, ())
        if opening <= ({closed} if isinstance(closed, str) else {*closed}):
            where = (*place, "when", "answers", about)
            yield file.problem(where, "can never hold: unless closes all of it")


def _circles(
    file: Authored, place: Path_, prompt: PromptModel, prompts: Mapping[str, Placed]
) -> Iterator[Problem]:
    for about in prompt.when.answers:
        if prompt.id in _waited_for(about, prompts):
            where = (*place, "when", "answers", about)
            yield file.problem(where, f"goes round in a circle: “{about}” waits for this one")


def _too_late(
    file: Authored,
    place: Path_,
    prompt: PromptModel,
    prompts: Mapping[str, Placed],
    reach: Reach,
) -> Iterator[Problem]:
    """Every word can be said, and yet the prompt never opens: what it waits for comes later."""
    waits_for = [about for about in prompt.when.answers if about in prompts]
    for about in waits_for:
        is_asked = about in reach.opened
        why = f"“{about}” is {'not asked before this one' if is_asked else 'never asked'}"
        yield file.problem((*place, "when", "answers", about), f"can never hold: {why}")
    if not waits_for:
        yield file.problem((*place, "when"), "can never hold")


def _waited_for(prompt_id: str, prompts: Mapping[str, Placed]) -> set[str]:
    """Every prompt that `prompt_id` waits for, itself included, however far back."""
    found: set[str] = set()
    ahead = [prompt_id]
    while ahead:
        here = ahead.pop()
        if here in prompts and here not in found:
            ahead += prompts[here][2].when.answers
        found.add(here)
    return found
