"""A report as plain lines, to be looked at before it is written."""

from collections.abc import Iterator

from tipcoach.reports.report import Content, Listed, Report, Table, Words
from tipcoach.reports.wrapping import wrap

_INDENT = "  "


def report_text(report: Report, width: int = 78) -> str:
    """The whole of it; an answer stands a little in from its heading."""
    lines = [report.title, report.note]
    for block in report.blocks:
        lines += ["", *wrap(block.heading, width)]
        lines += wrap(block.note, width) if block.note else []
        for content in block.content:
            for said in _lines(content):
                lines += [f"{_INDENT}{line}".rstrip() for line in wrap(said, width - 2)]
    return "\n".join(lines) + "\n"


def _lines(content: Content) -> Iterator[str]:
    match content:
        case Words(text):
            yield text
        case Listed(lines, label):
            yield from filter(None, [label])
            yield from (f"– {line}" for line in lines)
        case Table(head, rows):
            for row in rows:
                yield from (f"{name}: {cell}" for name, cell in zip(head, row, strict=True))
