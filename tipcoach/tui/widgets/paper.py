"""A page of a shared copy or an agreement, as styled text; its words are never markup."""

from collections.abc import Sequence

from textual.content import Content

from tipcoach.reports.shared_copies import Line, Voice

STYLES = {
    Voice.HEADLINE: "bold $ink",
    Voice.NOTE: "$muted",
    Voice.WARNING: "bold $ink",
    Voice.HEADING: "$accent-ink",
    Voice.QUESTION: "bold $ink",
    Voice.ANSWER: "$ink",
    Voice.GAP: "$ink",
}


def paper(lines: Sequence[Line]) -> Content:
    return Content("\n").join(Content.styled(line.text, STYLES[line.voice]) for line in lines)
