"""A report as markdown. What somebody wrote is text in it, whatever signs it is written with."""

import re
from collections.abc import Iterator

from tipcoach.reports.report import Block, Content, Listed, Report, Table, Words

_SIGNS = re.compile(r"[\\`*_{}\[\]<>|&~$#!]|(?<=[A-Za-z]):(?=//)|(?<=[Ww]{3})\.")
"""What markdown would read as more than itself anywhere in a line, an address among it."""
_BEGINS = re.compile(r"(?:([-+=:])|([0-9]{1,9})([.)]))")
"""What it would read as more at the beginning of a line: a list, a rule, a heading's line."""
_LINE_END = "\\\n"
_IN_A_CELL = "<br>"


def markdown_text(report: Report) -> str:
    """The whole of a report; it ends in a line end."""
    parts = [f"# {in_markdown(report.title)}", in_markdown(report.note)]
    for block in report.blocks:
        parts += _block(block)
    parts.append(in_markdown(report.closing))
    return "\n\n".join(part for part in parts if part) + "\n"


def in_markdown(line: str) -> str:
    """One line, so that it reads as it was written; spaces at its end are left out.

    Those it begins with become spaces that markdown leaves alone: others would make it code, or go.
    """
    written = line.strip()
    indent = "\N{NO-BREAK SPACE}" * (len(line.rstrip()) - len(written))
    return f"{indent}{_escaped(written)}"


def _escaped(written: str) -> str:
    escaped = _SIGNS.sub(lambda sign: f"\\{sign[0]}", written)
    if begins := _BEGINS.match(escaped):
        at = begins.start(1) if begins[1] else begins.start(3)
        return f"{escaped[:at]}\\{escaped[at:]}"
    return escaped


def _block(block: Block) -> Iterator[str]:
    yield f"## {in_markdown(block.heading)}"
    yield in_markdown(block.note)
    last: Content | None = None
    for content in block.content:
        if isinstance(content, Listed) and isinstance(last, Listed) and not content.label:
            # Two lists with nothing between them would be read as one.
            yield "<!-- -->"
        match content:
            case Words():
                for lines in content.paragraphs:
                    yield _LINE_END.join(map(in_markdown, lines))
            case Listed(lines, label):
                yield in_markdown(label)
                yield "\n".join(f"- {in_markdown(line)}" for line in lines)
            case Table():
                yield _table(content)
        last = content


def _table(table: Table) -> str:
    rows = [table.head, ("---",) * len(table.head)]
    lines = [_row(tuple(in_markdown(cell) for cell in rows[0])), _row(rows[1])]
    for row in table.rows:
        cells = (_IN_A_CELL.join(in_markdown(line) for line in cell.split("\n")) for cell in row)
        lines.append(_row(tuple(cells)))
    return "\n".join(lines)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
