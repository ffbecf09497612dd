"""Checklists that say mostly the same, as one shape in which each part stands once."""

from collections.abc import Iterable, Sequence
from typing import Any

from tipcoach.practice.checklist import Checklist
from tipcoach.practice.plain_shapes import NotTheShape, of_shape, shape_of
from tipcoach.practice.visit import Channel, Form

_OFTEN_THE_SAME = ("principles", "pathways", "card")


def together(checklists: Iterable[Checklist]) -> dict[str, Any]:
    """The shape of the same checklist for every channel and form it is asked in."""
    places: dict[str, int] = {}
    parts: list[object] = []
    walks: dict[str, object] = {}

    def place_of(part: object) -> int:
        said = repr(part)
        if said not in places:
            places[said] = len(parts)
            parts.append(part)
        return places[said]

    for checklist in checklists:
        walk = shape_of(checklist)
        for section in walk["sections"]:
            section["prompts"] = [place_of(prompt) for prompt in section["prompts"]]
        walk |= {name: place_of(walk[name]) for name in _OFTEN_THE_SAME if name in walk}
        walks[_called(checklist.channel, checklist.form)] = walk
    return {"parts": parts, "walks": walks}


def one_of(shape: object, channel: Channel | None, form: Form | None) -> Checklist:
    """The checklist for a channel and form; the only one, where neither is named.

    Raises `NotTheShape`, also where there is none for these.
    """
    try:
        parts, walks = shape["parts"], shape["walks"]  # type: ignore[index]
        walk = walks[_called(channel, form)] if form else next(iter(walks.values()))
        sections = [
            section | {"prompts": [_part(parts, place) for place in section["prompts"]]}
            for section in walk["sections"]
        ]
        shared = {name: _part(parts, walk[name]) for name in _OFTEN_THE_SAME if name in walk}
        whole = walk | {"sections": sections} | shared
    except (AttributeError, IndexError, KeyError, StopIteration, TypeError):
        raise NotTheShape from None
    return of_shape(Checklist, whole)


def _part(parts: Sequence[object], place: object) -> object:
    if type(place) is not int or place < 0:
        raise NotTheShape
    return parts[place]


def _called(channel: Channel | None, form: Form) -> str:
    return f"{channel.value if channel else 'alone'} {form.value}"
