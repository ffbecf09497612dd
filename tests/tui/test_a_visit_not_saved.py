"""Words of a visit that cannot be saved stay on the screen, and go to another folder."""

from pathlib import Path

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.coach.resume import find_drafts
from tipcoach.tui.widgets.writing_area import WritingArea
from tui.painted import Painted, painted


@pytest.mark.thorough
async def test_a_save_that_fails_says_so_and_keeps_the_words_on_the_screen(
    coach: Coach, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write("words that cannot be saved")
        frame = await screen.until("not saved", "Not saved to", "Ctrl+S tries again")
        assert "words that cannot be saved" in frame
        await screen.press("ctrl+q")
        await screen.until("Not everything is saved.")
        await screen.press("enter")
        (tmp_path / "data").unlink()
        await screen.press("ctrl+s")
        await screen.until("● saved", "words that cannot be saved")


async def save_in(screen: Painted, folder: Path) -> None:
    """Answer the sheet that asks for a folder."""
    await screen.until("Save in which folder?")
    area = screen.app.screen.focused
    assert isinstance(area, WritingArea)
    area.begin(str(folder))
    await screen.press("enter")


@pytest.mark.thorough
@pytest.mark.parametrize("way", ["ctrl+s", "ctrl+q"])
async def test_words_that_cannot_be_saved_are_saved_in_another_folder(
    coach: Coach, tmp_path: Path, way: str
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write("words that cannot be saved")
        await screen.until("Not saved to")
        await screen.press(way)
        await screen.until("Another folder")
        await screen.press("o")
        await save_in(screen, tmp_path / "data" / "below a file")
        await screen.until_said("A file stands where a folder should be.")
        await screen.press("o")
        await save_in(screen, tmp_path / "other")
        await screen.until("● saved", "words that cannot be saved")
        await screen.until_said("To open it another day")
        await screen.press("escape", "h")
        await screen.until("○ draft", "Saved in")
    assert [path.parent.parent.parent.name for path in tmp_path.rglob("*.checklist.json")] == [
        "other"
    ]


@pytest.mark.thorough
@pytest.mark.parametrize("keys", [["k"], ["o", "one", "enter", "x"]], ids=["all", "one line"])
async def test_an_entry_the_journal_does_not_take_is_kept_in_another_folder(
    coach: Coach, tmp_path: Path, keys: list[str]
) -> None:
    coach.places.data.mkdir()
    coach.places.journal.write_text("a file where the folder should be")
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write("words to keep")
        await screen.press("escape", "d")
        await screen.until("Keep this as it is?")
        for key in keys:
            if key == "one":
                await screen.write("the one line")
            else:
                await screen.press(key)
        await screen.until("Not saved.", "Another folder")
        await screen.press("escape")
        await screen.until("words to keep" if keys == ["k"] else "the one line")
        await screen.press(*(["escape", "d", "k"] if keys == ["k"] else ["enter", "x"]))
        await screen.until("Not saved.", "Another folder")
        await screen.press("o")
        await save_in(screen, tmp_path / "other")
        await screen.until("kept in your journal")
    assert len(list((tmp_path / "other" / "data" / "journal").rglob("*.json"))) == 1
    assert find_drafts(coach).drafts == ()
