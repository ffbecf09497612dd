"""The order of a rotated section, given how chance has its prompts.

The order is the whole of the draw: a section asks the first few of it that are open.
"""

from collections.abc import Sequence

from tipcoach.practice.checklist import Principle, Prompt, Section


def in_drawn_order(section: Section, by_chance: Sequence[Prompt]) -> tuple[Prompt, ...]:
    """The prompts of `section` in the order they are asked, and all of them.

    What the organisation put first leads. One more comes before the rest: of empowerment one
    about strengths, so that no walk goes without; of the others one of the purpose's own,
    because it is nearest to this visit. The rest come as chance has it.
    """
    place = {prompt_id: number for number, prompt_id in enumerate(section.leads)}
    for prompt in _before_the_rest(section, by_chance)[:1]:
        place.setdefault(prompt.id, len(place))
    return tuple(sorted(by_chance, key=lambda prompt: place.get(prompt.id, len(place))))


def _before_the_rest(section: Section, by_chance: Sequence[Prompt]) -> Sequence[Prompt]:
    own = [prompt for prompt in by_chance if prompt.own_to_purpose]
    if section.principle is not Principle.EMPOWERMENT:
        return own
    strengths = [prompt for prompt in by_chance if prompt.strengths and prompt.nothing_closes]
    return [prompt for prompt in strengths if prompt.own_to_purpose] or strengths or own
