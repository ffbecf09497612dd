"""What gets in the way, as it is offered: ours with an organisation's own laid over them."""

from collections.abc import Sequence

from tipcoach.library.barrier_models import BarrierModel
from tipcoach.library.prompt_models import PromptModel
from tipcoach.practice.barrier import Barrier
from tipcoach.practice.checklist import Choice


def offered(ours: Sequence[BarrierModel], theirs: Sequence[BarrierModel]) -> tuple[Barrier, ...]:
    """Ours in their order, in the organisation's words where it has some; then its own."""
    labels = {one.id: one.label for one in (*ours, *theirs)}
    return tuple(Barrier(id_, label) for id_, label in labels.items())


def authored_choices(prompt: PromptModel, barriers: Sequence[Barrier]) -> tuple[Choice, ...]:
    """The choices a prompt offers: its own, or every one of `barriers` where it says so."""
    if prompt.choices_from is not None:
        return tuple(Choice(barrier.id, barrier.label) for barrier in barriers)
    return tuple(
        Choice(one.value, one.label, one.note or "", one.pathway, one.unsafe)
        for one in prompt.choices
    )
