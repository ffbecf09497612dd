"""What a Word document says, as a reader of it would find it."""

from io import BytesIO
from pathlib import Path

import docx


def words_of(path: Path) -> str:
    """All the words of a Word document, those of its tables at the end."""
    document = docx.Document(BytesIO(path.read_bytes()))
    cells = (c.text for table in document.tables for row in table.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])
