"""The route that stands over a question, where one applies."""

from tipcoach.practice.checklist import Section
from tipcoach.practice.walk import Walk


def route_over(walk: Walk, section: Section) -> list[str]:
    """The pathway of a stop rule, or the incident route once the officer was not safe.

    Before a visit that always stops, its pathway stands over the first section.
    """
    first = section is walk.checklist.sections[0]
    if walk.checklist.always_stops and not walk.stopped and first:
        return _route(walk, walk.checklist.always_stops)
    if walk.stopped and section.stop:
        return ["This does not go through a checklist.", *_route(walk, walk.stopped),
                "No account of it is kept here, by design."]  # fmt: skip
    if walk.officer_unsafe and section.landing:
        return [*_route(walk, "incident"),
                "Questions about what you did are not asked today."]  # fmt: skip
    return []


def _route(walk: Walk, pathway_id: str) -> list[str]:
    pathway = walk.checklist.pathway(pathway_id)
    return [pathway.name, *pathway.lines, *pathway.say]
