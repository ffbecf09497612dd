"""One question on a wall: whole, in few words a line, however large the letters are."""

from collections.abc import Iterator

import pytest
from hostile import without_spaces
from making import real_library

from tipcoach.practice.checklist import Prompt
from tipcoach.practice.session import GROUP, ONE_TO_ONE, TEAM_TIME
from tipcoach.reports.wrapping import width_of
from tipcoach.tui.themes import PALETTES
from tipcoach.tui.widgets.slide import LINES, SIGNS, Slide, arranged
from tui.contrast import contrast, shade_of

SMALL = (40, 15)
# A wide picture with letters as large as the guide says has thirteen rows.
WINDOWS = [SMALL, (50, 13), (60, 20), (80, 24), (120, 40)]


def every_prompt(checklist_id: str) -> Iterator[tuple[str, Prompt]]:
    """Each prompt of a checklist, drawn or not, after the name of its part."""
    for section in real_library().standalone(checklist_id).sections:
        yield from ((section.name, prompt) for prompt in section.prompts)


def says(frame: str, words: str) -> bool:
    return without_spaces(words) in without_spaces(frame)


def assert_legible(frame: str, size: tuple[int, int], *texts: str) -> None:
    *rows, last = frame.split("\n")
    for text in texts:
        assert says("\n".join(rows), text), frame
    assert "F1 help" in last
    words = [row.strip() for row in rows if row.strip()]
    widest = SIGNS if size[0] >= 60 else size[0] - 4
    assert max(map(width_of, words)) <= widest, frame
    assert "" in rows[1:-1], "its parts do not stand apart"


@pytest.mark.parametrize("size", WINDOWS)
def test_every_question_has_room_in_few_words_a_line(size: tuple[int, int]) -> None:
    width, height = size
    for checklist_id in (ONE_TO_ONE, GROUP, TEAM_TIME):
        for part, prompt in every_prompt(checklist_id):
            after = "Next part: The team talks"
            slide = Slide(part, prompt.question, prompt.hint, after)
            lines = [text for text, _ in arranged(slide, width, height - 1)]
            rows = "\n".join(["", *lines, "F1 help"])
            assert_legible(rows, size, prompt.question, prompt.hint, after)
            assert len(lines) < height


def test_a_long_question_of_an_organisation_is_whole_too() -> None:
    long = Slide("Part", "word " * 60, "hint " * 20, "after")
    for width, height in ((40, 14), (50, 12), (60, 19), (80, 23), (120, 39)):
        lines = arranged(long, width, height)
        assert len(lines) <= height
        assert max(width_of(text) for text, _ in lines) <= width
        assert " ".join(text for text, _ in lines).count("word") == 60
    roomy = [text for text, _ in arranged(long, 120, 39) if "word" in text]
    assert len(roomy) <= LINES
    assert "… more" in arranged(long, 20, 6)[-1][0], "a question that is cut says so"
    assert arranged(long, 1, 1)
    tight = Slide("Part", "word " * 20, "hint " * 24, "after")
    longer = [text for text, _ in arranged(tight, 60, 12)]
    assert longer.count("") == 3, "longer lines come before parts that touch"
    assert max(map(width_of, longer)) < 40, "and no longer than that takes"


@pytest.mark.parametrize("palette", PALETTES)
def test_its_ink_is_dark_on_light_or_light_on_dark(palette: str) -> None:
    colours = PALETTES[palette]
    assert contrast(shade_of(colours["ink"]), shade_of(colours["background"])) >= 12
