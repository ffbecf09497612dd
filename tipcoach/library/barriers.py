"""What gets in the way, as it is offered: ours with an organisation's own laid over them."""

from collections.abc import Sequence

from tipcoach.library.models import BarrierModel
from tipcoach.practice.barrier import Barrier


def offered(ours: Sequence[BarrierModel], theirs: Sequence[BarrierModel]) -> tuple[Barrier, ...]:
    """Ours in their order, in the organisation's words where it has some; then its own."""
    labels = {one.id: one.label for one in (*ours, *theirs)}
    return tuple(Barrier(id_, label) for id_, label in labels.items())
