"""The file of a report: which kind its name asks for, its bytes, and what is said of it."""

import json
from collections.abc import Iterable
from pathlib import Path

from tipcoach.errors import WrongUsage
from tipcoach.practice.lenses.notice import Notice
from tipcoach.reports.as_markdown import markdown_text
from tipcoach.reports.as_word import check_installed, word_bytes
from tipcoach.reports.report import Report

WORD, MARKDOWN = ".docx", ".md"
EXAMPLE = "report.docx"
NOTHING_WRITTEN = "Nothing was written."


def check_ending(path: Path) -> None:
    """Raise `WrongUsage` for a name that ends in neither, `NotInstalled` without what it needs."""
    if path.suffix.lower() not in (WORD, MARKDOWN):
        raise WrongUsage(
            "The file’s name says what it is to be: .docx for Word or LibreOffice, .md for "
            "markdown.",
            NOTHING_WRITTEN,
        )
    if path.suffix.lower() == WORD:
        check_installed()


def report_bytes(report: Report, path: Path) -> bytes:
    """The file's bytes. Raises as `check_ending` does."""
    check_ending(path)
    if path.suffix.lower() == WORD:
        return word_bytes(report)
    return markdown_text(report).encode("utf-8")


def written_sentence(path: Path) -> str:
    return f"Written to {path}. It is not encrypted: it is as safe as the place it lies in."


def written_document(
    path: Path,
    entry_id: str,
    parts: Iterable[str],
    notices: Iterable[tuple[str, Notice]],
    **more: object,
) -> str:
    """`{"file", "entry", "parts": [...], "notices": [{"part", "about"}]}`, and no quote of any."""
    shape = {
        "file": str(path),
        "entry": entry_id,
        "parts": [*parts],
        **more,
        "notices": [{"part": place, "about": notice.about} for place, notice in notices],
    }
    return json.dumps(shape, ensure_ascii=False, indent=2)
