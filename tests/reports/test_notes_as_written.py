"""Notes, bullets, indents and dictated words are kept, shown, reported and shared as written."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from making import Clock, asked, entry, prompt, real_library, section
from plain.talking import PREPARE, asks, type_lines
from sharing_between import two_people
from tui.painted import painted

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Entry
from tipcoach.reports.as_markdown import markdown_text
from tipcoach.reports.as_word import word_bytes
from tipcoach.reports.entries import entry_text
from tipcoach.reports.entry_report import entry_report
from tipcoach.reports.report import Report
from tipcoach.reports.sharing import preview_text
from tipcoach.reports.spoken import spoken
from tipcoach.reports.wrapping import wrap

TODAY = date(2026, 11, 28)
WRITTEN = (
    "- rang twice",
    "  - nobody in",
    "      kitchen, damp",
    "* they asked “why now”",
    "",
    "• boiler",
    "1) letter  gone",
    "no capitals and no stop",
    "comma they looked at the door full stop new line then away",
)
NOTES = "\n".join(WRITTEN)


def of_notes() -> Entry:
    return entry(asked("plan.known", Text(NOTES)))


def report() -> Report:
    return entry_report(of_notes(), ("plan.known",), real_library().principles, TODAY)


def test_they_are_kept_as_they_were_typed(coach: Coach) -> None:
    only = asks(coach, section("only", prompt("only.text")))
    heard = type_lines(only, PREPARE, ".", *WRITTEN, ".", "keep")
    assert heard.answer_to("only.text") == Text(NOTES)


def test_nothing_is_noticed_about_how_they_are_written(coach: Coach) -> None:
    only = asks(coach, section("only", prompt("only.text")))
    heard = type_lines(only, PREPARE, ".", *WRITTEN, ".", "keep")
    assert "Notice," not in heard


def test_an_entry_shows_every_line_where_it_stands() -> None:
    shown = entry_text(of_notes(), (), TODAY)
    for line in WRITTEN:
        assert f"  {line.replace('  gone', ' gone')}".rstrip() in shown.replace("  \n", "\n")


@pytest.mark.parametrize("line", WRITTEN)
def test_heard_every_line_is_said_whole(line: str) -> None:
    wrapped = "\n".join(wrap(line, 78))
    assert spoken(wrapped) == wrapped


async def test_on_the_screens_too(coach: Coach) -> None:
    coach.journal.add(of_notes())
    async with painted(coach) as screen:
        await screen.press("j")
        await screen.until("This week")
        await screen.press("enter")
        shown = await screen.until(*WRITTEN)
    for line in WRITTEN:
        assert line in shown


def test_a_word_file_has_every_line_of_them() -> None:
    paragraphs = docx.Document(BytesIO(word_bytes(report()))).paragraphs
    words = "\n".join(paragraph.text for paragraph in paragraphs)
    assert {*words.split("\n")} >= {*filter(None, WRITTEN)}


def test_markdown_reads_them_as_text_and_keeps_their_indents() -> None:
    written = markdown_text(report())
    assert "\\- rang twice\\\n\u00a0\u00a0\\- nobody in\\\n" in written
    assert "\u00a0" * 6 + "kitchen, damp" in written
    assert "1\\) letter  gone" in written
    assert "    kitchen" not in written


def test_a_copy_has_them_as_they_are(tmp_path: Path, clock: Clock) -> None:
    pair = two_people(tmp_path, clock)
    made = of_notes()
    pair.officer.journal.add(made)
    preview = pair.prepare(made, parts=("plan.known",)).preview()
    assert preview.copy.parts[0].answer == NOTES
    shown = preview_text(preview, ())
    for line in WRITTEN:
        assert line.replace("  gone", " gone") in shown
