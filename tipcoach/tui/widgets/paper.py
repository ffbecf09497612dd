"""A page of a shared copy or an agreement, as styled text; its words are never markup."""

from collections.abc import Sequence

from textual.content import Content

from tipcoach.coach.inbox import Said
from tipcoach.practice.plaintext import clean, clean_line
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


def said_lines(said: Sequence[Said]) -> list[Line]:
    """What was said of a copy by either: both stand, and neither takes the other's place."""
    if not said:
        return []
    lines = [Line(Voice.GAP), Line(Voice.HEADING, "What was said of it")]
    for one in said:
        lines += [Line(Voice.GAP), Line(Voice.NOTE, clean_line("You" if one.mine else one.name))]
        lines += [Line(Voice.ANSWER, text) for text in clean(one.text).split("\n")]
    return lines
