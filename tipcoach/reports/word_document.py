"""The paragraphs, lists and tables of a Word document. Needs python-docx: see `as_word`."""

import re
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Length
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tipcoach.reports.directions import is_right_to_left, stretches
from tipcoach.reports.report import Block, Listed, Report, Table, Words
from tipcoach.reports.word_looks import CELL, LABEL, LINE, NOTE, TABLE, WIDTH, settle_looks
from tipcoach.reports.word_package import packed

SHARES = {3: (9, 5, 6)}
"""How the width is shared out where a table has so many columns: what, who, by when."""
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
"""The two signs that a text may hold once it is clean, and an XML file may not."""


def written(report: Report) -> bytes:
    """The bytes of the document."""
    document = docx.Document()
    settle_looks(document)
    _put(document.add_heading(level=1), report.title)
    if report.note:
        _put(document.add_paragraph(style=NOTE), report.note)
    for block in report.blocks:
        _add_block(document, block)
    if report.closing:
        _put(document.add_paragraph(style=NOTE), report.closing)
    return packed(document)


def _add_block(document: Document, block: Block) -> None:
    _put(document.add_heading(level=2), block.heading)
    if block.note:
        _put(document.add_paragraph(style=NOTE), block.note)
    for content in block.content:
        match content:
            case Words():
                for together in content.paragraphs:
                    _put(document.add_paragraph(style=LINE), "\n".join(together))
            case Listed(lines, label):
                if label:
                    _put(document.add_paragraph(style=LABEL), label)
                for line in lines:
                    _put(document.add_paragraph(style="List Bullet"), line)
            case Table():
                _add_table(document, content)


def _add_table(document: Document, table: Table) -> None:
    shares = SHARES.get(len(table.head), (1,) * len(table.head))
    widths = [int(WIDTH * share / sum(shares)) for share in shares]
    made = document.add_table(rows=1, cols=len(table.head), style=TABLE)
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Length(width)
    for row in table.rows:
        _fill(made.add_row().cells, row, widths)
    _fill(made.rows[0].cells, table.head, widths, bold=True)
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(
    cells: Sequence[_Cell], texts: Sequence[str], widths: Sequence[int], *, bold: bool = False
) -> None:
    for cell, text, width in zip(cells, texts, widths, strict=True):
        cell.width = Length(width)
        paragraph = cell.paragraphs[0]
        paragraph.style = CELL
        _put(paragraph, text, bold=bold)


def _put(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    """Text as runs, each in the direction its script is read in."""
    text = _NOT_IN_XML.sub(lambda sign: f"\\u{{{ord(sign[0]):x}}}", text)
    if is_right_to_left(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for stretch in stretches(text):
        run = paragraph.add_run(stretch.text)
        run.bold = bold or None
        run.font.rtl = stretch.is_right_to_left or None
