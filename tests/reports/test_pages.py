"""Word documents as LibreOffice opens them: turned into pages, all of it is there."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tipcoach.reports.as_word import word_bytes
from tipcoach.reports.report import Block, Listed, Report, Table, Words

pytestmark = pytest.mark.thorough

DEADLINE = 120.0
NEEDED = {"soffice": "libreoffice-writer-nogui", "pdftotext": "poppler-utils"}
MARGIN, PAGE_WIDTH = 70.8, 595.4
"""In points: two and a half centimetres of 21."""
SUPERVISOR, OFFICER = "The supervisor", "The officer"
ONE_PAGE = Report(
    "Session: the record",
    "November 2026",
    (
        Block("Actions", (Table(("What", "Who", "By when"), (
            ("Ask the income team to ring before the second letter", SUPERVISOR,
             "Wednesday 16 September 2026"),
            ("Try the opening we wrote", OFFICER, "no day was said"),
        )),)),
        Block("What we talked of", (Listed(("Safety", "What our system did")),)),
        Block("How each of us sees it", (Table((SUPERVISOR, OFFICER), (
            ("As it is written here.", "I see it differently:\nThe rota was mine to raise."),
        )),)),
    ),
)  # fmt: skip


@pytest.fixture
def pages(tmp_path: Path) -> Callable[[Report], list[str]]:
    """The words of each page, as LibreOffice lays them out."""
    for command, package in NEEDED.items():
        assert shutil.which(command), f"{command} is not here: apt-get install {package}"

    def paged(report: Report) -> list[str]:
        (tmp_path / "report.docx").write_bytes(word_bytes(report))
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        to_pdf = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
        run("soffice", profile, *to_pdf, str(tmp_path / "report.docx"))
        places = run("pdftotext", "-bbox", str(tmp_path / "report.pdf"), "-")
        for begin, end in re.findall(r'<word xMin="([\d.]+)".*?xMax="([\d.]+)"', places):
            # Outside the margins it would be cut, or printed over the edge of the paper.
            assert float(begin) > MARGIN - 1
            assert float(end) < PAGE_WIDTH - MARGIN + 1
        said = run("pdftotext", "-layout", str(tmp_path / "report.pdf"), "-")
        return said.split("\f")[:-1]

    return paged


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, timeout=DEADLINE, check=True)
    return done.stdout.decode()


def words_in(text: str) -> str:
    return " ".join(text.split())


def test_a_record_is_one_page_with_all_of_it_on_it(pages: Callable[[Report], list[str]]) -> None:
    (page,) = pages(ONE_PAGE)
    said = words_in(page)
    for words in ("Session: the record", "November 2026", "Actions", "no day was said", OFFICER,
                  "What our system did", "As it is written here.", "Page 1 of 1"):  # fmt: skip
        assert words in said, words
    rows = [line for line in page.split("\n") if "Try the opening" in line]
    assert re.fullmatch(r" *Try the opening we wrote +The officer +no day was said *", rows[0])


def test_a_long_report_goes_on_over_pages_and_loses_nothing(
    pages: Callable[[Report], list[str]],
) -> None:
    long_word = "Verwaltungsgerichtsverfahren" * 8
    said = "\n".join(f"line-{number} of a long answer" for number in range(100))
    lines = tuple(f"item-{number} {'and so on ' * 30}" for number in range(30))
    cells = "\n".join(f"cell-{number}" for number in range(100))
    table = Table(("One", "Two"), ((cells, "beside"), ("", long_word)))
    content = (Words(said), Listed(lines), table)
    found = pages(Report("Long", "November 2026", (Block("All of it", content),)))
    many = len(found)
    assert many > 4
    assert [words_in(page).rpartition("Page ")[2] for page in found] == [
        f"{number} of {many}" for number in range(1, many + 1)
    ]
    every = " ".join(found)
    for name, count in (("line", 100), ("item", 30), ("cell", 100)):
        numbers = {int(number) for number in re.findall(rf"{name}-(\d+)", every)}
        assert numbers == {*range(count)}, name
    assert long_word in "".join(every.split())


def test_signs_of_every_script_are_on_the_page(pages: Callable[[Report], list[str]]) -> None:
    typed = "one\x1b[2J <b>bold</b> # | ~~a~~ é ß Привет"
    (page,) = pages(Report("Signs", "", (Block("B", (Words(typed), Words("مرحبا"))),)))
    assert "one\\u{1b}[2J <b>bold</b> # | ~~a~~ é ß Привет" in words_in(page)
    assert {*"مرحبا"} <= {*page}
