"""An agreement is sent from where it is said that it is not, and says on whom it waits."""

from pathlib import Path

import pytest
from making import Clock, asked, entry
from sharing_between import Pair, a_coach, connect_all, hold_keys

from tipcoach.coach.agreeing import (
    NoAgreement,
    Stage,
    require_current,
    send,
    standing_with,
    was_sent,
    write_agreement,
)
from tipcoach.coach.begin import Wanted
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Entry, Kind
from tipcoach.reports.agreements import stage_sentence
from tui.painted import Painted, painted
from tui.sharing_screens import a_pair, to_supervision

PURPOSE = "To think about visits that stay with one of us."


def filled_in(pair: Pair) -> Entry:
    made = entry(asked("agreement.purpose", Text(PURPOSE)), kind=Kind.AGREEMENT, visit=None)
    pair.officer.journal.add(made)
    return made


async def to_the_letter(screen: Painted) -> str:
    await screen.press("j")
    await screen.until("This week")
    await screen.settle()
    await screen.press("enter")
    await screen.until(PURPOSE)
    await screen.settle()
    await screen.press("s")
    await screen.until("○ not sent")
    return await screen.settle()


def last_row(frame: str) -> str:
    return frame.rstrip().splitlines()[-1].strip()


def test_who_waits_is_told_that_their_own_yes_is_said(tmp_path: Path, clock: Clock) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    supervisor = pair.supervisor.keys.card
    send(pair.officer, write_agreement(pair.officer, filled_in(pair), supervisor.folder))
    said = stage_sentence(standing_with(pair.officer, supervisor), clock().date())
    assert said.startswith("Sent, with your yes. It waits for the yes of Supervisor B")
    with pytest.raises(NoAgreement, match="Yours is said"):
        require_current(pair.officer, supervisor)


async def test_the_journal_does_not_call_it_sharing_nor_sending_what_may_be_sent(
    tmp_path: Path, clock: Clock
) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    filled_in(pair)
    async with painted(pair.officer) as screen:
        await screen.press("j")
        await screen.until("Supervision agreement", "s what they get ")


async def test_it_is_seen_as_they_get_it_and_sent_after_one_more_yes(
    tmp_path: Path, clock: Clock
) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    made = filled_in(pair)
    supervisor = pair.supervisor.keys.card
    async with painted(pair.officer) as screen:
        said = await to_the_letter(screen)
        assert "for Supervisor B" in said and PURPOSE in said
        await screen.press("s")
        await screen.until("Send it to Supervisor B?")
        await screen.press("escape")
        await screen.settle()
        assert not was_sent(pair.officer, made, supervisor.folder)
        await screen.press("s")
        await screen.until("Send it to Supervisor B?")
        await screen.press("s")
        await screen.until("● sent")
        await screen.settle()
        assert was_sent(pair.officer, made, supervisor.folder)
        assert standing_with(pair.officer, supervisor).stage is Stage.SENT
        await screen.press("escape", "escape")
        await screen.until("Before a visit")
        assert "you said yes; waits for theirs" in await to_supervision(screen)


async def test_at_its_end_no_one_line_is_offered_and_the_key_that_sends_it_is_said(
    tmp_path: Path, clock: Clock
) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    async with painted(pair.officer, opening=Wanted(Kind.AGREEMENT)) as screen:
        await screen.write(PURPOSE)
        await screen.press("escape", "d")
        said = await screen.until("Keep this as it is?")
        assert "Write one line instead" not in said
        await screen.press("k")
        said = await screen.until("It is not sent yet")
        assert "s sends it: first you read it to its end" in " ".join(said.split())
        assert last_row(await screen.settle()).startswith("s send ")
        await screen.press("s")
        await screen.until("○ not sent", PURPOSE)
        await screen.settle()
        await screen.press("s", "s")
        await screen.until("● sent")
        said = await screen.settle()
        assert "It is not sent yet" not in said and "s what was sent" in last_row(said)
        assert "Next, for Supervisor B, to say yes to it:" in said
        assert "  tipcoach agreement read" in said


async def test_opened_again_it_is_only_looked_at(tmp_path: Path, clock: Clock) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    supervisor = pair.supervisor.keys.card
    send(pair.officer, write_agreement(pair.officer, filled_in(pair), supervisor.folder))
    async with painted(pair.officer) as screen:
        await screen.press("j")
        await screen.until("This week")
        await screen.press("enter")
        assert "s what was sent" in last_row(await screen.until(PURPOSE, "what was sent"))


async def test_it_was_sent_once_everybody_who_is_known_has_it(tmp_path: Path, clock: Clock) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    third = a_coach(tmp_path / "third", clock)
    hold_keys(third, "supervisor-c", "Supervisor C")
    connect_all(pair.folder, pair.officer, pair.supervisor, third)
    filled_in(pair)
    async with painted(pair.officer) as screen:
        await screen.press("j")
        await screen.until("This week")
        await screen.press("enter")
        for name, then in (("Supervisor B", "s send "), ("Supervisor C", "s what was sent ")):
            assert last_row(await screen.settle()).startswith("s send ")
            await screen.press("s")
            await screen.until("Share with whom?")
            await screen.press(*["down"] * (name == "Supervisor C"), "enter")
            await screen.until("○ not sent", f"for {name}")
            await screen.settle()
            await screen.press("s", "s")
            await screen.until(f"Next, for {name}")
            assert last_row(await screen.settle()).startswith(then)
            await screen.press("escape")
            await screen.until("This week")
            await screen.press("enter")
            await screen.until(PURPOSE)
            assert last_row(await screen.settle()).startswith(then)


async def test_while_nobody_is_known_it_was_not_sent(tmp_path: Path, clock: Clock) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    filled_in(pair)
    pair.officer.places.people.unlink()
    async with painted(pair.officer) as screen:
        await screen.press("j")
        await screen.until("This week")
        await screen.press("enter")
        await screen.until(PURPOSE)
        assert last_row(await screen.settle()).startswith("s send ")


@pytest.mark.parametrize("which", ["people", "employer_promise"])
async def test_whether_it_was_sent_cannot_be_read_and_the_rest_can_be_done(
    tmp_path: Path, clock: Clock, which: str
) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    filled_in(pair)
    unread: Path = getattr(pair.officer.places, which)
    unread.parent.mkdir(parents=True, exist_ok=True)
    unread.write_text("not: [as it was", encoding="utf-8")
    async with painted(pair.officer) as screen:
        await screen.press("j")
        await screen.until("This week")
        await screen.press("enter")
        await screen.until(PURPOSE, unread.name)
        said = await screen.settle()
        assert last_row(said).startswith("s send ") and "To look at again on" in said
        await screen.press("o")
        await screen.until("Erase")


async def test_the_key_that_sends_it_is_said_once_its_end_was_seen(
    tmp_path: Path, clock: Clock
) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    filled_in(pair)
    async with painted(pair.officer, (60, 12)) as screen:
        said = await to_the_letter(screen)
        assert "↓ more below: PgDn. Once read: s send it" in said
        assert "s send it" not in last_row(said)
        await screen.press("s")
        assert "Read it to its end first." in await screen.settle()
        await screen.press(*["pagedown"] * 6)
        said = await screen.until("s sends it, after one more yes")
        assert "s send it" in last_row(said) and "Once read" not in said
