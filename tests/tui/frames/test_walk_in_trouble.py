"""A walk when something is wrong: not saved, full, and questions that have changed since."""

import errno
import shutil
from pathlib import Path

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.coach.resume import find_drafts, has_newer_questions, resume
from tipcoach.journal.writing import not_saved
from tipcoach.library.finder import find_prompts
from tipcoach.practice.answer import MOST_CHARACTERS, Text
from tui.frames.golden import Looks
from tui.frames.visits import LONG, PREPARED, begun, many_lines
from tui.frames.walking import walking


def fill_the_disk(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(path: Path, data: bytes, *, once: bool) -> None:
        raise not_saved(path, OSError(errno.ENOSPC, "full"))

    monkeypatch.setattr(coach.writer, "write", write)


async def test_not_saved(coach: Coach, looks: Looks, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = begun(coach, answers=PREPARED, at="orient.hat-sentence")
    fill_the_disk(coach, monkeypatch)
    offered = "/home/first.last/tipcoach-kept"
    monkeypatch.setattr("tipcoach.tui.screens.leaving.folder_to_offer", lambda: offered)
    async with walking(coach, looks, sitting) as walk:
        await walk.with_answer(Text("As your landlord. " + LONG))
        await walk.looks_like("walk_not_saved")
        await walk.screen.press("escape")
        await walk.looks_like("pause_not_saved", way_out="Esc ")
        await walk.screen.press("escape", "ctrl+q")
        await walk.looks_like("leave_not_saved", way_out="Esc ")
        await walk.screen.press("escape", "ctrl+s")
        await walk.looks_like("not_saved_sheet", way_out="Esc ")
        await walk.screen.press("o")
        await walk.looks_like("another_folder", way_out="Esc ")
        await walk.screen.press("escape")
        await walk.on_to("business.sort")
        await walk.with_answer(many_lines(9))
        await walk.looks_like("walk_not_saved_sort_overfull")
        await walk.on_to("plan.if-then")
        await walk.screen.press("ctrl+g")
        await walk.looks_like("walk_not_saved_guide")


@pytest.mark.thorough
async def test_an_answer_that_is_full(coach: Coach, looks: Looks) -> None:
    sitting = begun(coach, at="orient.hat-sentence")
    async with walking(coach, looks, sitting) as walk:
        await walk.with_answer(Text("w" * MOST_CHARACTERS))
        await walk.screen.write("one too many")
        await walk.looks_like("walk_full")


@pytest.mark.thorough
async def test_questions_that_have_changed_since(
    coach: Coach, looks: Looks, tmp_path: Path
) -> None:
    begun(coach, answers=PREPARED, at="five").leave()
    prompts = Path(shutil.copytree(find_prompts(), tmp_path / "en-GB"))
    trust = prompts / "principles" / "trust.yaml"
    changed = trust.read_text(encoding="utf-8").replace("What did we", "What have we")
    trust.write_text(changed, encoding="utf-8")
    later = Coach(coach.places, clock=coach.clock, prompts=prompts)
    (draft,) = find_drafts(later).drafts
    sitting = resume(later, draft.id)
    newer = has_newer_questions(later, sitting)
    async with walking(later, looks, sitting, newer_questions=newer) as walk:
        await walk.looks_like("walk_newer_questions")
