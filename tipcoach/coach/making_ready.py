"""Make questions ready for the starts to come: every walk there is, put together and kept.

It is done once for the files as they are, while nobody waits for it.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from tipcoach.coach.begin import KINDS
from tipcoach.coach.coach import Coach
from tipcoach.coach.questions import OFFERED, Offered
from tipcoach.errors import TipcoachError
from tipcoach.practice.checklist import Checklist
from tipcoach.practice.plain_shapes import shape_of
from tipcoach.practice.visit import Channel, Form
from tipcoach.practice.walks_together import together
from tipcoach.waiting import Wait, at_once

Shape = Callable[[], Any]


def all_is_ready(coach: Coach) -> bool:
    """Whether there is nothing left to make, so that the prompts need not be read."""
    questions = coach.questions
    if not (questions.ready and questions.are_in_order):
        return False
    with suppress(TipcoachError):
        return {name for name, _ in _walks(coach)} <= questions.ready.names
    return False


def make_ready(coach: Coach, wait: Wait = at_once) -> None:
    """Make what is not ready yet; before each walk it is waited until nobody is kept from anything.

    With a mistake in the organisation's own nothing is made, so that it is said at every start
    until it is mended.
    """
    ready = coach.questions.ready
    if ready is None or all_is_ready(coach):
        return
    wait()
    ready.forget_others()
    with suppress(TipcoachError, OSError):
        found = ready.names
        if coach.library.overlay_fault or _routes_have_a_fault(coach):
            return
        made: list[tuple[str, Shape]] = [(OFFERED, partial(_offered, coach))]
        made += [(name, partial(_together, walk, wait)) for name, walk in _walks(coach)]
        for name, make in made:
            if name in found:
                continue
            with suppress(TipcoachError):
                shape = make()
                # What has changed meanwhile may have been read as it was, or as it is.
                if coach.questions.made_of() != ready.made_of:
                    return
                ready.write(name, shape)


def _routes_have_a_fault(coach: Coach) -> bool:
    _ = coach.library.pathways
    return coach.library.routes_fault is not None


def _offered(coach: Coach) -> Any:
    library = coach.library
    return shape_of(
        Offered(library.purposes, library.pathways, library.principles, library.barriers)
    )


def _walks(coach: Coach) -> Iterator[tuple[str, Callable[[], Iterator[Checklist]]]]:
    """Every walk by the name it is kept under, and what puts it together."""
    for checklist, kind in KINDS.items():
        if not kind.is_about_a_visit:
            yield checklist, partial(_alone, coach, checklist)
            continue
        for purpose in coach.questions.purposes:
            yield f"{checklist}_{purpose.id}", partial(_every, coach, checklist, purpose.id)


def _alone(coach: Coach, checklist: str) -> Iterator[Checklist]:
    yield coach.library.standalone(checklist)


def _every(coach: Coach, checklist: str, purpose: str) -> Iterator[Checklist]:
    for channel in Channel:
        for form in Form:
            yield coach.library.checklist(checklist, purpose, channel, form)


def _together(walk: Callable[[], Iterator[Checklist]], wait: Wait) -> Any:
    def slowly() -> Iterator[Checklist]:
        for checklist in walk():
            yield checklist
            wait()

    return together(slowly())
