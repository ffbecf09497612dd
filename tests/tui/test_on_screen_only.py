"""From their chair: on the screen alone until somebody chooses to keep it, whatever the way out."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from making import asked, entry

from tipcoach.coach.autosave import Saving
from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct
from tipcoach.coach.sitting import Sitting
from tipcoach.practice.answer import AnswerForm, Text
from tipcoach.practice.entry import Kind, Outcome
from tipcoach.practice.visit import Form
from tipcoach.tui.app import TipcoachApp
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.widgets.writing_area import WritingArea
from tui.frames.visits import LANDED, begun
from tui.painted import Painted, painted

RARE = "quillwort"
QUESTION, ASKS, NOT_SAVED = "How would they tell this", "Let it go, or keep it?", "not saved"
BADGE = "○ on screen only"
RETELL = "chair.retell"

WAYS_OUT = {
    "Ctrl+N": ("ctrl+n",),
    "F4": ("f4",),
    "Tab, Enter": ("tab", "enter"),
    "the button to go back": ("tab", "tab", "enter"),
    "the button to finish": ("tab", "tab", "tab", "enter"),
    "back": ("ctrl+b",),
    "skip": ("escape", "s"),
    "previous": ("escape", "p"),
    "finish now": ("escape", "d"),
    "home": ("escape", "h"),
    "Esc and s at once": ("alt+s",),
    "Esc and d at once": ("alt+d",),
    "Esc and h at once": ("alt+h",),
}


@dataclass
class Retelling(Painted):
    """A walk that stands at the question, in a window, and its sitting."""

    def __init__(self, screen: Painted, sitting: Sitting, folder: Path) -> None:
        super().__init__(screen.app, screen._pilot)
        self.sitting = sitting
        self._folder = folder

    async def tell(self, words: str = f"I saw the {RARE}.") -> None:
        await self.press(*words)
        await self.until(words)

    @property
    def is_anywhere(self) -> bool:
        """Whether the words have left the screen, for the sitting or for any file."""
        self.sitting.save_now()
        files = (path for path in self._folder.rglob("*") if path.is_file())
        return RARE in repr(self.sitting.draft) or any(
            RARE.encode() in path.read_bytes() for path in files
        )

    @property
    def is_in_a_field(self) -> bool:
        """Whether a field still holds the words, to be shown or to be undone back."""
        page = next(one for one in self.app.screen_stack if isinstance(one, WalkScreen))
        areas = list(page.query(WritingArea))
        return any(RARE in f"{area.text} {vars(area.history)}" for area in areas)


@asynccontextmanager
async def retelling(
    coach: Coach, folder: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Retelling]:
    sitting = begun(coach, Kind.REFLECTION, LANDED, at=RETELL, form=Form.FULL)
    async with painted(coach, size) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.until(QUESTION)
        yield Retelling(screen, sitting, folder)
    sitting.leave()


async def test_it_says_so_before_the_first_key_and_all_the_while(
    coach: Coach, tmp_path: Path
) -> None:
    async with retelling(coach, tmp_path) as screen:
        await screen.until("This is not saved. When you go on it is let go,", BADGE, "Skip")
        await screen.tell()
        await screen.until(BADGE, NOT_SAVED, "Next")
        await screen.press("ctrl+s")
        screen.sitting.go_to("land.word")
        screen.sitting.go_to(RETELL)
        assert screen.sitting.save_now().state is Saving.SAVED
        await screen.settle()
        assert BADGE in await screen.until(BADGE)
        assert "● saved" not in screen.frame()
        assert not screen.is_anywhere


@pytest.mark.thorough
async def test_every_way_out_asks_and_escape_goes_back_to_the_writing(
    coach: Coach, tmp_path: Path
) -> None:
    async with retelling(coach, tmp_path) as screen:
        await screen.tell()
        for way, keys in WAYS_OUT.items():
            await screen.press(*keys)
            frame = await screen.until(ASKS)
            assert "▌ l   Let it go" in frame, way
            await screen.press("escape")
            await screen.until(RARE, QUESTION)
            assert not screen.is_anywhere, way
            screen.app.screen.set_focus(screen.app.screen.query(WritingArea).first())


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(keys, id=way, marks=[] if way == "Ctrl+N" else pytest.mark.thorough)
        for way, keys in WAYS_OUT.items()
    ],
)
async def test_let_go_is_gone_and_cannot_be_undone_back(
    coach: Coach, tmp_path: Path, keys: Sequence[str]
) -> None:
    async with retelling(coach, tmp_path) as screen:
        await screen.tell()
        await screen.press(*keys)
        await screen.until(ASKS)
        await screen.press("enter")
        assert ASKS not in await screen.settle()
        assert RARE not in screen.frame()
        assert not screen.is_anywhere
        if len(screen.app.screen_stack) > 2:
            assert not screen.is_in_a_field


@pytest.mark.thorough
async def test_what_was_let_go_does_not_come_back_with_its_question(
    coach: Coach, tmp_path: Path
) -> None:
    async with retelling(coach, tmp_path) as screen:
        await screen.tell()
        await screen.press("ctrl+n", "l")
        await screen.until("What was said would happen")
        await screen._pilot.resize_terminal(60, 20)
        await screen.press("ctrl+b", "ctrl+z", "ctrl+z", "ctrl+y")
        await screen.until(QUESTION, BADGE)
        assert RARE not in await screen.settle()
        assert not screen.is_in_a_field
        assert not screen.is_anywhere


@pytest.mark.thorough
async def test_words_taken_out_again_cannot_be_undone_back_later(
    coach: Coach, tmp_path: Path
) -> None:
    async with retelling(coach, tmp_path) as screen:
        await screen.tell(RARE)
        await screen.press(*["backspace"] * len(RARE))
        await screen.press("ctrl+n")
        assert ASKS not in await screen.until("What was said would happen")
        assert not screen.is_in_a_field


@pytest.mark.thorough
async def test_nothing_written_is_a_skip_and_asks_nothing(coach: Coach, tmp_path: Path) -> None:
    async with retelling(coach, tmp_path) as screen:
        await screen.press("enter", " ", "ctrl+n")
        assert ASKS not in await screen.until("What was said would happen")
        kept = screen.sitting.keep()
    (retold,) = (each for each in kept.asked if each.prompt == RETELL)
    assert (retold.outcome, retold.answer) == (Outcome.SKIPPED, None)


@pytest.mark.thorough
async def test_kept_it_is_an_answer_like_the_others_and_once_in_the_entry(
    coach: Coach, tmp_path: Path
) -> None:
    async with retelling(coach, tmp_path) as screen:
        await screen.tell()
        await screen.press("ctrl+n", "k")
        await screen.until("What was said would happen")
        assert screen.is_anywhere, "in the draft"
        await screen.press("ctrl+b")
        await screen.until(RARE, "This is kept, as you chose.", "● saved")
        await screen.press(*" And more.")
        await screen.press("ctrl+s")
        assert screen.sitting.walk.answers[RETELL] == Text(f"I saw the {RARE}. And more.")
        await screen.press("ctrl+n")
        assert "▌ k   Keep it" in await screen.until(ASKS)
        await screen.press("enter")
        await screen.until("What was said would happen")
        await screen.press("escape", "d", "k")
        await screen.until("kept in your journal")
    holding = [p for p in tmp_path.rglob("*") if p.is_file() and RARE.encode() in p.read_bytes()]
    assert [path.parent.parent for path in holding] == [coach.places.journal]
    assert holding[0].read_bytes().count(RARE.encode()) == 1


@pytest.mark.thorough
async def test_let_go_takes_away_what_was_kept_before(coach: Coach, tmp_path: Path) -> None:
    async with retelling(coach, tmp_path) as screen:
        await screen.tell()
        await screen.press("ctrl+n", "k", "ctrl+b")
        await screen.until(RARE, "This is kept")
        await screen.press("ctrl+b", "l")
        await screen.settle()
        assert not screen.is_anywhere
        assert not screen.is_in_a_field


@pytest.mark.thorough
async def test_leaving_quietly_asks_nothing_and_lets_it_go(coach: Coach, tmp_path: Path) -> None:
    for keys in (("ctrl+q",), ("alt+q",), ("escape", "q"), ("f1", "ctrl+q")):
        async with retelling(coach, tmp_path) as screen:
            await screen.tell()
            await screen.press(*keys)
            assert not screen.is_anywhere
            assert isinstance(screen.app, TipcoachApp)
            assert screen.app.return_code == 0
            draft = screen.sitting.draft.id
        assert list(coach.places.drafts.glob(f"{draft}.json")), "the rest of it waits"


@pytest.mark.thorough
async def test_paused_it_is_covered_and_there_again(coach: Coach, tmp_path: Path) -> None:
    async with retelling(coach, tmp_path) as screen:
        await screen.tell()
        await screen.press("escape")
        frame = await screen.until("on screen only.", "Leaving quietly lets it go.")
        assert RARE not in frame
        assert "saved." not in frame.replace("It is not saved.", "")
        await screen.press("escape", "f1")
        await screen.until("Help")
        await screen.press("escape")
        await screen.until(RARE, BADGE)
        screen.app.save_everything()
        assert not screen.is_anywhere


@pytest.mark.thorough
async def test_it_is_copied_nowhere(coach: Coach, tmp_path: Path) -> None:
    async with retelling(coach, tmp_path) as screen:
        await screen.tell()
        await screen.press("ctrl+a", "ctrl+c", "ctrl+x", "ctrl+x")
        screen.app.screen.text_select_all()
        await screen.settle()
        assert RARE not in (screen.app.screen.get_selected_text() or "")
        await screen.press("super+c", "ctrl+c")
        assert screen.app.clipboard == ""
        await screen.until(RARE)


def test_put_right_it_is_a_text_like_the_others_and_only_if_it_was_kept(coach: Coach) -> None:
    said = asked("moment.stayed", Text("A look."))
    left = asked(RETELL, form=AnswerForm.ON_SCREEN_ONLY)
    told = asked(RETELL, Text("I hid."), form=AnswerForm.ON_SCREEN_ONLY)
    word = asked("land.word", form=AnswerForm.ONE_WORD, outcome=Outcome.NOT_KEPT)
    for one, opened in ((left, None), (told, AnswerForm.TEXT)):
        made = entry(said, one, word, kind=Kind.REFLECTION)
        coach.journal.add(made)
        sitting = correct(coach, made.id)
        prompt = sitting.walk.checklist.prompt(RETELL)
        assert (prompt.form if prompt else None) == opened
        assert sitting.walk.checklist.prompt("land.word") is None
        sitting.answer("moment.stayed", Text("A long look."))
        new = sitting.keep()
        assert [each.form for each in new.asked] == [each.form for each in made.asked]
        assert [each.outcome for each in new.asked] == [each.outcome for each in made.asked]
        assert new.answer_to(RETELL) == one.answer


async def test_the_one_word_says_whether_it_is_kept(coach: Coach) -> None:
    for keeps, said in ((False, "gone when you finish"), (True, "kept, yours alone")):
        coach.__dict__["settings"] = replace(coach.settings, keep_words=keeps)
        sitting = begun(coach, Kind.REFLECTION, LANDED, at="land.word")
        async with painted(coach) as screen:
            await screen.app.push_screen(WalkScreen(sitting))
            await screen.until("One word", said)
        sitting.leave()
