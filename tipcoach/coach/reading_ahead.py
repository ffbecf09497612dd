"""Make the first question quick: while the menu is being read, what a walk needs is loaded.

Nothing is begun and nothing is written. What is read are the prompts, once, as a walk reads them;
the journal is left alone.
"""

from contextlib import suppress

from tipcoach.coach.coach import Coach
from tipcoach.errors import TipcoachError
from tipcoach.practice.visit import Channel, Form


def read_ahead(coach: Coach) -> None:
    """Load the prompts of a walk about a visit. What is wrong with them is said when one begins."""
    from tipcoach.coach.begin import CHECKLISTS
    from tipcoach.practice.entry import Kind

    # What makes an id is imported for the first one.
    coach.new_id()
    with suppress(TipcoachError, OSError):
        purposes = coach.library.purposes
        before = CHECKLISTS[Kind.PREPARATION]
        coach.library.checklist(before, purposes[0].id, Channel.HOME, Form.QUICK)


def look_over(coach: Coach) -> None:
    """Look over what each purpose refers to, as its first walk would, once the prompts are read."""
    from tipcoach.coach.begin import CHECKLISTS
    from tipcoach.practice.entry import Kind

    before = CHECKLISTS[Kind.PREPARATION]
    with suppress(TipcoachError, OSError):
        for purpose in coach.library.purposes:
            with suppress(TipcoachError):
                coach.library.checklist(before, purpose.id, Channel.HOME, Form.QUICK)
