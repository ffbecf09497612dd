"""How a Word document looks: paper, fonts, headings, the page number. Needs python-docx."""

from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

LANGUAGE = "en-GB"
FONT = "Arial"
"""Word has it, and LibreOffice one of the same widths; it has letters of many scripts."""
LINE, NOTE, CELL, LABEL = "Body Text", "Small note", "Table line", "List label"
TABLE = "Table Grid"
MARGIN = Cm(2.5)
WIDTH = Cm(21) - 2 * MARGIN
_INK, _QUIET = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x55, 0x55, 0x55)
_LINE_OF_A_TABLE = "999999"
_BORDERS = ("w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV")
_WORD_AS_IT_IS_NOW = "15"


def settle_looks(document: Document) -> None:
    """A4, British English, one font, plain headings, and page numbers at the foot."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    _settle_language(document)
    for name in (NOTE, CELL, LABEL):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name, size, before, after, bold, ink in (
        ("Normal", 11, 0, 6, False, _INK),
        (LINE, 11, 0, 6, False, _INK),
        ("List Bullet", 11, 0, 3, False, _INK),
        (NOTE, 9.5, 0, 6, False, _QUIET),
        (CELL, 11, 3, 3, False, _INK),
        (LABEL, 11, 6, 2, False, _INK),
        ("Heading 1", 20, 0, 4, True, _INK),
        ("Heading 2", 12, 16, 4, True, _INK),
        ("Footer", 9.5, 0, 0, False, _QUIET),
    ):
        style = cast(ParagraphStyle, document.styles[name])
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, ink
        layout = style.paragraph_format
        layout.space_before, layout.space_after = Pt(before), Pt(after)
        layout.line_spacing = 1.15
        layout.widow_control = True
        layout.keep_with_next = name in (NOTE, LABEL, "Heading 1", "Heading 2")
        _settle_font(style)
    for line in document.styles[TABLE].element.iter(*map(qn, _BORDERS)):
        line.set(qn("w:color"), _LINE_OF_A_TABLE)
    _number_pages(section.footer.paragraphs[0])


def _settle_language(document: Document) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    settings = document.settings.element
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)
    for compat in settings.iter(qn("w:compatSetting")):
        if compat.get(qn("w:name")) == "compatibilityMode":
            compat.set(qn("w:val"), _WORD_AS_IT_IS_NOW)


def _settle_font(style: ParagraphStyle) -> None:
    """In every script. A font of the theme would win over one that is named beside it."""
    properties = style.element.get_or_add_rPr()
    for fonts in properties.findall(qn("w:rFonts")):
        properties.remove(fonts)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    properties.insert(0, fonts)


def _number_pages(paragraph: Paragraph) -> None:
    """`Page 1 of 2`, counted by whoever opens the document."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words)
        xml = f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        paragraph._p.append(parse_xml(xml))
