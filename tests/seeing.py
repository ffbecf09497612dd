"""Lenses that see a few made-up words and nothing else: what they see is not what is tested."""

import re

from tipcoach.coach.coach import Coach
from tipcoach.coach.lenses import Read
from tipcoach.practice.lenses.notice import Lens, Notice

WORDING = Notice(Lens.WORDING, "blame", 0, 0, "at fault", "It blames.", "What was seen?", "not in")
NAME = Notice(Lens.IDENTIFIERS, "name", 0, 0, "Mr Quill", "It is a name.", "", "the tenant")
GUESS = Notice(Lens.IDENTIFIERS, "name", 0, 0, "Wort", "It may be a name.", "", "", soft=True)


def that_see(coach: Coach, *seen: Notice) -> Coach:
    """The coach, its lenses seeing the quotes of `seen` wherever they stand, in any letters."""
    coach.lenses._made = readers(*seen)
    return coach


def readers(*seen: Notice) -> dict[Lens, Read]:
    return {lens: _reads(*(one for one in seen if one.lens is lens)) for lens in Lens}


def _reads(*seen: Notice) -> Read:
    def read(text: str) -> tuple[Notice, ...]:
        return tuple(
            Notice(
                one.lens,
                one.about,
                *found.span(),
                found[0],
                one.why,
                one.ask,
                one.instead,
                one.soft,
            )
            for one in seen
            for found in re.finditer(re.escape(one.quote), text, re.IGNORECASE)
        )

    return read
