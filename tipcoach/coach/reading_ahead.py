"""Make the first question quick: while the menu is being read, what a walk needs is loaded.

Nothing is begun. Where questions were made ready at an earlier start the prompts are not read at
all; otherwise they are, once, as a walk reads them, and made ready. The journal is left alone.
"""

from contextlib import suppress

from tipcoach.coach.coach import Coach
from tipcoach.errors import TipcoachError
from tipcoach.practice.visit import Channel, Form


def read_ahead(coach: Coach) -> None:
    """Load what the first walk about a visit takes. What is wrong with the prompts is said when
    one begins."""
    from tipcoach.coach.begin import CHECKLISTS
    from tipcoach.coach.making_ready import all_is_ready
    from tipcoach.practice.entry import Kind

    # What makes an id is imported for the first one.
    coach.new_id()
    with suppress(TipcoachError, OSError):
        asked = coach.questions if all_is_ready(coach) else coach.library
        before = CHECKLISTS[Kind.PREPARATION]
        asked.checklist(before, asked.purposes[0].id, Channel.HOME, Form.QUICK)


def look_over(coach: Coach) -> None:
    """Once prompts are read, look over what each purpose refers to, as its first walk would."""
    from tipcoach.coach.begin import CHECKLISTS
    from tipcoach.coach.making_ready import all_is_ready
    from tipcoach.practice.entry import Kind

    if all_is_ready(coach):
        return
    before = CHECKLISTS[Kind.PREPARATION]
    with suppress(TipcoachError, OSError):
        for purpose in coach.library.purposes:
            with suppress(TipcoachError):
                coach.library.checklist(before, purpose.id, Channel.HOME, Form.QUICK)
