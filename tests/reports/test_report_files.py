"""A report as a file: what stands in it is text, and nothing else is told by it."""

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tipcoach.practice.plaintext import clean
from tipcoach.reports.as_markdown import markdown_text
from tipcoach.reports.as_word import word_bytes
from tipcoach.reports.report import Block, Listed, Report, Table, Words

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = (
    "# ", "## ", "- ", "+ ", "1. ", "2) ", "> ", "| ", "```", "~~~", "---", "===", "***", "    ",
    "<script>", "<!--", "[a](b)", "![a](b)", "&amp;", "&#35;", "_a_", "**a**", "~~a~~", "`a`",
    "\\", "\n", "\n\n", "http://a.b", "www.a.b", "[^1]", "{{x}}", "<br>", "$x$", ": ",
)  # fmt: skip
OTHERS = (
    "\u3000", "\u00a0", "\N{SLIGHTLY SMILING FACE}", "\U0001f469\u200d\U0001f467", "اللغة",
    "עברית", "e\u0301", "\x1b[2J", "\x00", "\ufffe", "\uffff", "\u202e",
)  # fmt: skip
SIGNS = st.sampled_from([*MARKUP, *OTHERS])
HOSTILE = st.lists(st.one_of(SIGNS, st.text(max_size=8)), max_size=8).map("".join)


def read_of(text: str) -> str:
    """What is to be read of a text that was typed, without the spaces and line ends in it."""
    shown = clean(text).replace("\ufffe", "\\u{fffe}").replace("\uffff", "\\u{ffff}")
    return "".join(shown.split())


def report_of(title: str, said: str, lines: list[str], cells: tuple[str, str]) -> Report:
    blocks = (
        Block(title, (Words(said), Listed(tuple(lines), title), Table(("One", "Two"), (cells,)))),
        Block("Last", (Words("the end"),), note=title),
    )
    return Report("A title", title, blocks)


# -- what was typed is text ---------------------------------------------------------------


def marks(tokens: list[Token]) -> list[str]:
    """Everything in the markdown that is no text, by name, without those of the inside."""
    return [token.type for token in tokens if token.type.endswith("_open")]


def text_in(tokens: list[Token]) -> str:
    """The text of the markdown; raises for anything else inside a line."""
    found = ""
    for token in tokens:
        for inside in token.children or ():
            is_break = inside.type == "html_inline" and inside.content == "<br>"
            assert inside.type in ("text", "hardbreak") or is_break, inside
            found += inside.content if inside.type == "text" else ""
    return "".join(found.split())


@given(HOSTILE, HOSTILE, st.lists(HOSTILE, max_size=3), st.tuples(HOSTILE, HOSTILE))
def test_signs_of_markdown_are_text_in_markdown(
    title: str, said: str, lines: list[str], cells: tuple[str, str]
) -> None:
    report = report_of(title, said, lines, cells)
    tokens = MARKDOWN.parse(markdown_text(report))
    heads = "One" + "Two"
    typed = [title, title, said, title, *lines, heads, *cells, "Last", title, "the end"]
    wanted = "Atitle" + "".join(clean(each) for each in typed)
    assert text_in(tokens) == "".join(wanted.split())
    assert marks(tokens).count("heading_open") == 3
    assert marks(tokens).count("table_open") == 1
    assert {"blockquote_open", "ordered_list_open"}.isdisjoint(marks(tokens))
    assert [token.type for token in tokens if token.type in ("fence", "code_block", "hr")] == []


@pytest.mark.thorough
@settings(max_examples=20)
@given(HOSTILE, HOSTILE, st.lists(HOSTILE, max_size=3), st.tuples(HOSTILE, HOSTILE))
def test_any_text_is_text_in_a_word_document(
    title: str, said: str, lines: list[str], cells: tuple[str, str]
) -> None:
    document = docx.Document(BytesIO(word_bytes(report_of(title, said, lines, cells))))
    paragraphs = "".join(paragraph.text for paragraph in document.paragraphs)
    (table,) = document.tables
    assert "".join(paragraphs.split()) == "".join(
        map(read_of, ["A title", title, title, said, title, *lines, "Last", title, "the end"])
    )
    assert ["".join(cell.text.split()) for cell in table.rows[1].cells] == [*map(read_of, cells)]


def test_lists_in_a_row_stay_apart_in_markdown() -> None:
    lists = (Listed(("a", "b")), Listed(("c",)), Listed(("d",), "Label"))
    tokens = MARKDOWN.parse(markdown_text(Report("T", "", (Block("B", lists),))))
    assert marks(tokens).count("bullet_list_open") == 3
    assert "\n\nLabel\n\n- d\n" in markdown_text(Report("T", "", (Block("B", lists),)))


# -- a Word document is one ---------------------------------------------------------------

REPORT = report_of(
    "What came of it?", "One line\nand another\n\nA new start", ["a", "b"], ("c", "d")
)


def member(name: str, report: Report = REPORT) -> bytes:
    with ZipFile(BytesIO(word_bytes(report))) as package:
        return package.read(name)


def test_headings_lists_and_tables_are_what_they_are() -> None:
    document = docx.Document(BytesIO(word_bytes(REPORT)))
    styles = [(p.style.name, p.text) for p in document.paragraphs if p.style]
    assert styles == [
        ("Heading 1", "A title"),
        ("Small note", "What came of it?"),
        ("Heading 2", "What came of it?"),
        ("Body Text", "One line\nand another"),
        ("Body Text", "A new start"),
        ("List label", "What came of it?"),
        ("List Bullet", "a"),
        ("List Bullet", "b"),
        ("Heading 2", "Last"),
        ("Small note", "What came of it?"),
        ("Body Text", "the end"),
    ]
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["One", "Two"], ["c", "d"]]
    assert b"<w:tblHeader/>" in member("word/document.xml")


def test_it_is_in_british_english_on_a4_with_numbered_pages() -> None:
    languages = set(re.findall(rb'<w:lang w:val="([^"]*)"', member("word/styles.xml")))
    assert languages == {b"en-GB"}
    assert b'<w:themeFontLang w:val="en-GB"' in member("word/settings.xml")
    assert b'w:w="11906" w:h="16838"' in member("word/document.xml")
    with ZipFile(BytesIO(word_bytes(REPORT))) as package:
        footers = b"".join(package.read(n) for n in package.namelist() if "footer" in n)
    assert re.findall(rb'w:instr="(\w+)"', footers) == [b"PAGE", b"NUMPAGES"]


def test_what_is_read_from_the_right_says_so() -> None:
    report = Report("T", "", (Block("B", (Words("العربية and 2 back"), Words("a עברית"))),))
    *_, arabic, latin = docx.Document(BytesIO(word_bytes(report))).paragraphs
    assert [(run.text, run.font.rtl) for run in arabic.runs] == [
        ("العربية ", True),
        ("and 2 back", None),
    ]
    assert [(run.text, run.font.rtl) for run in latin.runs] == [("a ", None), ("עברית", True)]
    assert ("<w:bidi/>" in arabic._p.xml, "<w:bidi/>" in latin._p.xml) == (True, False)


# -- nothing tells who, or when -----------------------------------------------------------


def test_its_properties_hold_nobody_and_no_day() -> None:
    found = {
        element.tag.rpartition("}")[2]: element.text
        for element in ElementTree.fromstring(member("docProps/core.xml"))
        if element.text
    }
    assert found == {"language": "en-GB", "revision": "1"}
    assert [*ElementTree.fromstring(member("docProps/app.xml"))] == []


def test_its_bytes_hold_no_time_no_maker_and_no_picture() -> None:
    data = word_bytes(REPORT)
    assert data == word_bytes(REPORT)
    with ZipFile(BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.create_system for info in package.infolist()} == {0}
        assert [name for name in package.namelist() if "thumbnail" in name] == []
        said = b"".join(map(package.read, package.namelist()))
    for telling in (b"python-docx", b"2013-12-23", b"Macintosh"):
        assert telling not in said, telling


@pytest.mark.parametrize("name", ["report.DOCX", "report.md"])
def test_the_ending_says_which_it_is(name: str) -> None:
    from tipcoach.reports.report_files import report_bytes

    begins = report_bytes(REPORT, Path(name))[:2]
    assert begins == (b"# " if name.endswith("md") else b"PK")
