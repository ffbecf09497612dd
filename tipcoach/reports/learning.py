"""A page on one's own learning, as a report."""

from tipcoach.practice.learning import IN_WORDS, WHICH_STANDARD, LearningPage
from tipcoach.reports.report import Block, Listed, Report, Words
from tipcoach.reports.shared_copies import said_month

TITLE = "Learning from practice"
NOTHING_WRITTEN_HERE = "Nothing is written here."


def learning_report(page: LearningPage) -> Report:
    """All four fields, each under its name; one that was left empty says so."""
    words = [
        Block(heading, (Words(page.words.get(field) or NOTHING_WRITTEN_HERE),))
        for field, heading in IN_WORDS.items()
    ]
    named = tuple(standard.in_full for standard in page.standards)
    standards = Listed(named) if named else Words(NOTHING_WRITTEN_HERE)
    return Report(TITLE, said_month(page.month), (*words, Block(WHICH_STANDARD, (standards,))))
