"""The palette over a small choice, and what it finds that is elsewhere or spelt in another way."""

import pytest
from test_plain_forms import is_a_command_line

from tipcoach.coach.coach import Coach
from tipcoach.tui.page import KeysFirst
from tipcoach.tui.screens.palette import Palette
from tipcoach.tui.screens.palette_ways import COMMANDS, Way, found_by, ways_of
from tipcoach.tui.widgets.rows import Row, Rows
from tipcoach.tui.widgets.writing_area import WritingArea
from tui.painted import Painted, painted

TO_A_TEXT = ("b", "r", "enter", "3")


def rows(screen: Painted) -> tuple[Row, ...]:
    assert isinstance(screen.app.screen, Palette)
    return screen.app.screen.query_one(Rows).rows


def labels(screen: Painted) -> list[str]:
    return [row.columns[0][0].strip() for row in rows(screen)]


async def test_over_the_pause_it_lists_the_letters_of_it_and_does_them(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press(*TO_A_TEXT, *"words", "escape", "ctrl+p")
        found = {(row.columns[0][0].strip(), row.right) for row in rows(screen)}
        assert {("Skip this question", "s"), ("Home", "h"), ("Carry on", "Esc")} <= found
        # Its own row says what Esc does there.
        assert "carry on" not in labels(screen)
        await screen.press(*"guide", "enter")
        await screen.until("Why we ask")


async def test_esc_of_a_small_choice_does_from_the_palette_what_it_does(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press(*TO_A_TEXT, *"words", "escape", "ctrl+p", *"carry", "enter")
        area = screen.app.screen.focused
        assert isinstance(area, WritingArea)
        assert area.text == "words"


async def test_help_over_the_pause_names_its_letters(coach: Coach) -> None:
    async with painted(coach, (80, 40)) as screen:
        await screen.press(*TO_A_TEXT, "escape", "f1")
        frame = screen.frame()
        assert "s                 Skip this question" in frame
        assert "d                 Done: finish now, with what is here" in frame
        assert "Esc               Carry on" in frame
        assert "Esc               carry on" not in frame
        assert "► you are here" not in frame


async def test_a_word_finds_what_is_on_home_and_goes_there(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("p", "ctrl+p")
        assert "journal" not in labels(screen)
        await screen.press(*"journal", "enter")
        await screen.until("Nothing kept yet.")
        await screen.press("escape")
        assert "Before a visit" in screen.frame()


async def test_what_is_called_so_comes_before_what_a_command_has_in_it(coach: Coach) -> None:
    """Over promises not read yet, what looks at one of them is `tipcoach journal show`."""
    async with painted(coach) as screen:
        await screen.press("p")
        page = screen.app.screen
        assert isinstance(page, KeysFirst)
        before = ways_of(page)
        look = Way("look", "", "Enter", ("look", "tipcoach", "journal", "show"), None)
        first, *_ = found_by(["journal"], [look, *before])
        assert [look, *before][first].label == "journal"


async def test_while_something_is_written_it_only_says_where_it_is(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press(*TO_A_TEXT, *"words", "ctrl+p", *"mirror")
        assert "on Home: m" in screen.frame()
        await screen.press("enter", "escape")
        area = screen.app.screen.focused
        assert isinstance(area, WritingArea)
        assert area.text == "words"


@pytest.mark.parametrize(("word", "says"), [("backup", "tipcoach journal backup"),
                                            ("agreement", "tipcoach agreement"),
                                            ("shortcut", "tipcoach keys --write")])  # fmt: skip
async def test_what_only_a_command_does_is_said(coach: Coach, word: str, says: str) -> None:
    async with painted(coach, (60, 20)) as screen:
        await screen.press("ctrl+p", *word)
        assert says in screen.frame()


@pytest.mark.parametrize(("label", "command"), [one[:2] for one in COMMANDS])
def test_there_is_such_a_command(label: str, command: str) -> None:
    is_a_command_line(command.split())


@pytest.mark.parametrize(
    ("word", "label"),
    [("jrnl", "journal"), ("prmises", "promises"), ("close", "leave"), ("prepr", "before a visit")],
)
async def test_other_words_and_letters_left_out_find_it(
    coach: Coach, word: str, label: str
) -> None:  # fmt: skip
    async with painted(coach) as screen:
        await screen.press("ctrl+p", *word)
        assert label in labels(screen)


async def test_letters_out_of_order_find_nothing(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("ctrl+p", *"jlnr")
        assert "Nothing is called that." in screen.frame()
