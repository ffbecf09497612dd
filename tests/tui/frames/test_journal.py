"""The journal and its entries: nothing kept, a few, more than the screen, and files that fail."""

from datetime import timedelta

import pytest
from making import Clock, entry

from tipcoach.coach import leafing
from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Promised, Text
from tipcoach.practice.entry import Entry
from tipcoach.practice.promises import Promise, Whose
from tipcoach.tui.screens.entry import EntryScreen
from tui.frames.golden import Looks
from tui.frames.visits import (
    LANDED,
    PREPARED_AT_LENGTH,
    STOPPED,
    kept_every_few_days,
    prepared,
    reflected,
)
from tui.painted import Painted, painted


async def open_journal(screen: Painted, words: str) -> None:
    await screen.press("j")
    await screen.until(words)
    # The row that says there is more comes a moment after the entries.
    await screen.settle()


async def test_nothing_kept(welcomed: Coach, looks: Looks) -> None:
    async with painted(welcomed, looks.size) as screen:
        await open_journal(screen, "Nothing kept yet.")
        await looks.like(screen, "journal_empty")


async def test_a_few_kept(welcomed: Coach, clock: Clock, looks: Looks) -> None:
    before = prepared(welcomed)
    clock.advance(hours=3)
    reflected(welcomed, {**LANDED, "land.word": Text("wired")}, of=before)
    clock.advance(minutes=5)
    reflected(welcomed, STOPPED)
    async with painted(welcomed, looks.size) as screen:
        await open_journal(screen, "This week")
        await looks.like(screen, "journal")
        await screen.press("down", "down")
        await looks.like(screen, "journal_long_preview")


@pytest.mark.thorough
async def test_more_than_the_screen(welcomed: Coach, clock: Clock, looks: Looks) -> None:
    kept_every_few_days(welcomed, clock, 40, days=11)
    async with painted(welcomed, looks.size) as screen:
        await open_journal(screen, "This week")
        await looks.like(screen, "journal_overfull")
        await screen.press("end")
        await looks.like(screen, "journal_overfull_at_its_end")


@pytest.mark.thorough
async def test_a_long_journal_in_its_middle_and_at_its_oldest_end(
    welcomed: Coach, clock: Clock, looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than is held at once: what is in view stays where it is while more is read."""
    monkeypatch.setattr(leafing, "PAGE", 60)
    monkeypatch.setattr(leafing, "PAGES_HELD", 2)
    for number in range(200):
        welcomed.journal.add(entry(created=clock.now - timedelta(days=9 * number)))
    async with painted(welcomed, looks.size) as screen:
        await open_journal(screen, "This week")
        for _ in range(4):
            await screen.press("pagedown")
            await screen.settle()
        await looks.like(screen, "journal_long_in_its_middle")
        await screen.press("end")
        await looks.like(screen, "journal_long_at_its_oldest")
        await screen.press("home")
        await screen.until("This week")


async def test_files_that_are_found_but_not_used(
    welcomed: Coach, clock: Clock, looks: Looks
) -> None:
    kept_every_few_days(welcomed, clock, 2)
    month = welcomed.places.journal / "2026-11"
    (month / "01KAPA2M0000000000000000AA.json").write_text("half an ent", encoding="utf-8")
    for name in ("notes for me.txt", "a copy.json", "old", "shopping.txt"):
        (month / name).write_text("mine", encoding="utf-8")
    async with painted(welcomed, looks.size) as screen:
        await open_journal(screen, "Found but not used")
        await looks.like(screen, "journal_files_not_used")


async def test_a_folder_that_cannot_be_read(welcomed: Coach, looks: Looks) -> None:
    welcomed.places.data.mkdir(parents=True, exist_ok=True)
    welcomed.places.journal.write_text("a file where a folder should be", encoding="utf-8")
    async with painted(welcomed, looks.size) as screen:
        await open_journal(screen, "The folder")
        await looks.like(screen, "journal_cannot_be_read")


@pytest.mark.thorough
async def test_entries(coach: Coach, looks: Looks) -> None:
    promise = Promise("Ring about the boiler", None, Whose.MINE)
    after = {**LANDED, "land.word": Text("wired"), "promises.made": Promised((promise,))}
    shown: list[tuple[str, Entry]] = [
        ("entry", prepared(coach)),
        ("entry_after", reflected(coach, after)),
        ("entry_stopped", reflected(coach, STOPPED)),
        ("entry_overfull", prepared(coach, PREPARED_AT_LENGTH)),
    ]
    async with painted(coach, looks.size) as screen:
        for name, entry in shown:
            await screen.app.push_screen(EntryScreen(entry))
            await looks.like(screen, name)
        await screen.press("end")
        await looks.like(screen, "entry_overfull_at_its_end")
