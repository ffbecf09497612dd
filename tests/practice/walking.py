"""Going about a checklist, for the tests of the walk."""

from collections.abc import Iterator

from making import (
    real_checklist,
)

from tipcoach.practice.answer import (
    AnswerForm,
    YesNotYet,
)
from tipcoach.practice.checklist import (
    Checklist,
    Principle,
)
from tipcoach.practice.visit import Channel, Form
from tipcoach.practice.walk import END, Planned, Step, Walk

YES, NOT_YET = YesNotYet(True), YesNotYet(False)


PLANNED = (
    Planned(Principle.TRUST, AnswerForm.TEXT, "The key to the bin store."),
    Planned(Principle.TRUST, AnswerForm.TEXT, "My first words."),
    Planned(Principle.CHOICE, AnswerForm.TEXT, "Which day."),
    Planned(None, AnswerForm.IF_THEN, "If it goes quiet, then I will count to ten"),
)


def to_the_end(walk: Walk) -> Walk:
    """Go on from the first step, as someone does who skips what is left."""
    walk = walk.go_to(walk.path[0].id) if walk.path else walk
    for _ in walk.checklist.prompts:
        walk = walk.next()
    assert walk.at == END
    return walk


def steps_of(walk: Walk) -> Iterator[Step]:
    """The steps as an officer meets them from here, one `next` after another."""
    while walk.step is not None:
        yield walk.step
        walk = walk.next()


def open_ids(walk: Walk) -> list[str]:
    return [prompt.id for prompt in walk.open_prompts()]


def all_of(id_: str, purpose: str) -> list[Checklist]:
    """One checklist for every channel and form."""
    return [real_checklist(id_, purpose, channel, form) for channel in Channel for form in Form]
