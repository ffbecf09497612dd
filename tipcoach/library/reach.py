"""What a walk can get to: which prompts can open, for whom, and what is left without one.

Worked out from checklists as they are resolved, because only there do purpose, channel and
form meet. A prompt counts as open when some hat and some earlier answers open it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tipcoach.practice.answer import words_a_form_can_say
from tipcoach.practice.checklist import (
    HAT_PROMPT,
    AnswerTest,
    Checklist,
    Principle,
    Prompt,
    Section,
)
from tipcoach.practice.drawing import in_drawn_order
from tipcoach.practice.visit import Hat

HATS: tuple[Hat | None, ...] = (None, *Hat)

Said = dict[str, dict[Hat | None, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Situation:
    """What is given before the first question: a hat, and whether anything is theirs."""

    hat: Hat
    something_theirs: bool

    @property
    def sort_says(self) -> frozenset[str]:
        return frozenset({"theirs" if self.something_theirs else "no theirs"})

    def __str__(self) -> str:
        theirs = "" if self.something_theirs else ", nothing theirs"
        return f"hat {self.hat.value}{theirs}"


SITUATIONS = tuple(Situation(hat, theirs) for hat in Hat for theirs in (True, False))


def words_it_can_say(prompt: Prompt) -> frozenset[str]:
    """Every word an answer to `prompt` can give to a gate."""
    return words_a_form_can_say(prompt.form, prompt.values)


def can_open(checklist: Checklist) -> frozenset[str]:
    """The ids of prompts that some hat and some earlier answers open."""
    said: Said = {}
    opened = set()
    for prompt in checklist.prompts:
        hats = [hat for hat in HATS if _opens(prompt, hat, said)]
        if not hats:
            continue
        opened.add(prompt.id)
        words = words_it_can_say(prompt)
        said[prompt.id] = {hat: _words_under(prompt, hat, words) for hat in hats}
    return frozenset(opened)


def _words_under(prompt: Prompt, hat: Hat | None, words: frozenset[str]) -> frozenset[str]:
    if prompt.id == HAT_PROMPT:
        return words & {hat.value} if hat else frozenset()
    return words


def _opens(prompt: Prompt, hat: Hat | None, said: Said) -> bool:
    if not _hat_opens(prompt, hat):
        return False
    closing = {test.prompt: frozenset(test.words) for test in prompt.unless.answers}
    return all(
        said.get(test.prompt, {}).get(hat, frozenset())
        & {*test.words} - closing.get(test.prompt, frozenset())
        for test in prompt.when.answers
    )


def principles_left_out(checklist: Checklist) -> Iterator[tuple[Principle, Situation]]:
    """Principles with no prompt that is sure to be asked, and in which situation."""
    for situation in SITUATIONS:
        asked = {prompt.principle for prompt in checklist.prompts if _is_sure(prompt, situation)}
        for principle in Principle:
            if principle not in asked:
                yield principle, situation


def without_strengths(checklist: Checklist) -> Iterator[Situation]:
    """The situations in which chance and answers can leave no prompt about strengths.

    A visit that always stops is let be: its route is all there is.
    """
    if checklist.always_stops:
        return
    for situation in SITUATIONS:
        if not any(_is_sure_of_strengths(section, situation) for section in checklist.sections):
            yield situation


def _is_sure_of_strengths(section: Section, situation: Situation) -> bool:
    """Whether `section` asks about strengths in the order that is worst for it."""
    if section.stop:
        return False
    prompts: Sequence[Prompt] = section.prompts
    most = len(prompts) if section.asks is None else section.asks
    if section.together:
        most = 1
    if section.asks is not None:
        prompts = in_drawn_order(section, sorted(prompts, key=lambda prompt: prompt.strengths))
    asked: Counter[Principle | None] = Counter()
    for prompt in prompts:
        one_of = prompt.principle if section.together else None
        if not prompt.strengths:
            asked[one_of] += _hat_opens(prompt, situation.hat)
        elif asked[one_of] < most and _is_sure(prompt, situation) and not prompt.own_conduct:
            return True
    return False


def _is_sure(prompt: Prompt, situation: Situation) -> bool:
    """Whether a prompt is asked in `situation` when everything else is skipped."""
    sort_says: Mapping[str, frozenset[str]] = {"business.sort": situation.sort_says}

    def holds(test: AnswerTest) -> bool:
        return bool(sort_says.get(test.prompt, frozenset()) & {*test.words})

    # A walk that follows no preparation has no plan to look back on.
    if prompt.looks_back or not _hat_opens(prompt, situation.hat):
        return False
    return all(map(holds, prompt.when.answers)) and not any(map(holds, prompt.unless.answers))


def _hat_opens(prompt: Prompt, hat: Hat | None) -> bool:
    if prompt.when.hats and hat not in prompt.when.hats:
        return False
    return hat not in prompt.unless.hats


@dataclass(frozen=True, slots=True)
class Reach:
    """What was found over many checklists: prompts on some walk, and those that can open."""

    placed: frozenset[str]
    opened: frozenset[str]

    @classmethod
    def over(cls, checklists: Sequence[Checklist]) -> "Reach":
        placed: set[str] = set()
        opened: set[str] = set()
        for checklist in checklists:
            placed |= {prompt.id for prompt in checklist.prompts}
            opened |= can_open(checklist)
        return cls(frozenset(placed), frozenset(opened))
