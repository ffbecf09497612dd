"""The bytes of a Word document, with nothing in them that tells who wrote it, or when.

Needs python-docx.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties

_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day there is for a file in an archive: otherwise each would have that of today."""
_TIMES = ("created", "modified", "lastPrinted")
_LEFT_OUT = ("/thumbnail", "/stylesWithEffects")
"""The picture of a first page that is another's, and styles once more for a Word of long ago."""
_WRITTEN_WITH = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>
"""


def packed(document: Document) -> bytes:
    """The document as a file; the same bytes for the same content."""
    _empty(document.core_properties)
    for rels in (document.part.package.rels, document.part.rels):
        for name, each in [*rels.items()]:
            if each.reltype.endswith(_LEFT_OUT):
                del rels[name]
            elif each.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
                each.target_part._blob = _WRITTEN_WITH
    with BytesIO() as first:
        document.save(first)
        return _without_times(first)


def _empty(properties: CoreProperties) -> None:
    """No author, no title, no day; the first revision."""
    for name in (
        "author", "category", "comments", "content_status", "identifier", "keywords",
        "last_modified_by", "subject", "title", "version",
    ):  # fmt: skip
        setattr(properties, name, "")
    properties.language = "en-GB"
    properties.revision = 1
    element = properties._element
    for each in [*element]:
        if str(each.tag).rpartition("}")[2] in _TIMES:
            element.remove(each)


def _without_times(first: BytesIO) -> bytes:
    with BytesIO() as second:
        with ZipFile(first) as read, ZipFile(second, "w", ZIP_DEFLATED) as written:
            for name in read.namelist():
                info = ZipInfo(name, _NO_DAY)
                info.compress_type, info.create_system = ZIP_DEFLATED, 0
                written.writestr(info, read.read(name))
        return second.getvalue()
