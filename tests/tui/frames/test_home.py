"""Home: with nothing kept, with what waits, with more than fits, and with folders that fail."""

from datetime import timedelta
from pathlib import Path

import pytest
from making import Clock

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Kind
from tipcoach.tui.screens.entry import EntryScreen
from tui.frames.golden import Looks
from tui.frames.visits import STOPPED, begun, prepared, reflected
from tui.painted import painted


async def look_at_home(coach: Coach, looks: Looks, name: str) -> None:
    async with painted(coach, looks.size) as screen:
        await looks.like(screen, name, way_out="Ctrl+Q leave")


async def test_the_first_time(coach: Coach, looks: Looks) -> None:
    await look_at_home(coach, looks, "home_first_time")


async def test_nothing_waits(welcomed: Coach, looks: Looks) -> None:
    prepared(welcomed)
    await look_at_home(welcomed, looks, "home_nothing_waits")


async def test_a_draft_waits(welcomed: Coach, looks: Looks) -> None:
    begun(welcomed, answers={"orient.hat-sentence": Text("As your landlord.")}).leave()
    await look_at_home(welcomed, looks, "home_a_draft_waits")


async def test_more_waits_than_fits(welcomed: Coach, clock: Clock, looks: Looks) -> None:
    today = clock.now
    for days in reversed(range(14)):
        clock.now = today - timedelta(days=days)
        reflected(welcomed, STOPPED)
    begun(welcomed, Kind.REFLECTION, {key: STOPPED[key] for key in list(STOPPED)[:2]}).leave()
    for purpose in ("arrears", "notice", "repairs-access", "offer"):
        clock.advance(minutes=1)
        written = {"orient.hat-sentence": Text("As your landlord.")}
        begun(welcomed, answers=written, purpose=purpose).leave()
    clock.advance(minutes=1)
    open_elsewhere = begun(welcomed, Kind.REFLECTION, {"land.word": Text("wired")})
    async with painted(welcomed, looks.size) as screen:
        await looks.like(screen, "home_more_waits_than_fits", way_out="Ctrl+Q leave")
        await screen.press("up", "enter")
        await looks.like(screen, "home_more_waits_unfolded", way_out="Ctrl+Q leave")
    open_elsewhere.leave()


async def test_a_draft_that_cannot_be_read(welcomed: Coach, looks: Looks) -> None:
    begun(welcomed, answers={"orient.hat-sentence": Text("As your landlord.")}).leave()
    damaged = welcomed.places.drafts / f"{welcomed.new_id()}.json"
    damaged.write_text("half a dra", encoding="utf-8")
    await look_at_home(welcomed, looks, "home_a_draft_cannot_be_read")


async def test_a_journal_that_cannot_be_read(welcomed: Coach, looks: Looks) -> None:
    in_place_of_a_folder(welcomed.places.journal)
    await look_at_home(welcomed, looks, "home_journal_cannot_be_read")


async def test_something_saved_in_another_folder(welcomed: Coach, looks: Looks) -> None:
    Path("stick/first.last/tipcoach-kept").mkdir(parents=True)
    welcomed.remember(also_in="stick/first.last/tipcoach-kept")
    await look_at_home(welcomed, looks, "home_saved_elsewhere")


@pytest.mark.thorough
async def test_a_sample(welcomed: Coach, looks: Looks) -> None:
    entry = prepared(welcomed)
    sample = Coach(welcomed.places, clock=welcomed.clock, is_sample=True)
    async with painted(sample, looks.size) as screen:
        await looks.like(screen, "home_sample", way_out="Ctrl+Q leave")
        await screen.app.push_screen(EntryScreen(entry))
        await looks.like(screen, "entry_sample")


async def test_a_broken_settings_file(coach: Coach, looks: Looks) -> None:
    coach.places.config.mkdir(parents=True)
    coach.places.settings.write_text("look: 2026-99-99\n", encoding="utf-8")
    await look_at_home(coach, looks, "home_settings_broken")


def in_place_of_a_folder(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("a file where a folder should be", encoding="utf-8")
