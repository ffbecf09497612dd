"""Share, Supervision, Review, and what is asked on the way: empty, as usual, long, in trouble."""

from pathlib import Path

import pytest
from making import Clock, asked, entry
from sharing_between import QUESTION, Pair, a_coach

from tipcoach.coach.inbox import say
from tipcoach.coach.reading import newest
from tipcoach.coach.reviewing import look_over, open_copy
from tipcoach.practice.answer import Text
from tipcoach.practice.checklist import Principle
from tui.frames.golden import Looks
from tui.painted import painted
from tui.sharing_screens import (
    BACK,
    VIEW,
    a_pair,
    choose,
    send_long_agreement,
    sharing,
    to_review,
    to_supervision,
)

QUIET = "How do I stop filling silences?"
ANSWERED = {
    Principle.TRUST: (
        "moment.vague",
        "Was there anything you left vague because it was uncomfortable?",
        "I said the part was “on its way”. I do not know that. I will ring "
        "tomorrow and say so, whatever I hear from the stores.",
    ),
    Principle.CHOICE: (
        "moment.choice",
        "What did they actually choose?",
        "To text the date rather than say it out loud.",
    ),
    Principle.SAFETY: (
        "moment.safe",
        "When did you notice your own shoulders?",
        "At the door, when Mr Quill stood in it.",
    ),
}


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    """An officer with one reflection on three of the principles."""
    pair = a_pair(tmp_path, clock)
    pair.officer.journal.add(
        entry(
            *(
                asked(id_, Text(answer), question=question, principle=principle)
                for principle, (id_, question, answer) in ANSWERED.items()
            )
        )
    )
    return pair


def shared(pair: Pair, question: str = QUESTION, **more: object) -> str:
    """Share a part of the newest entry; the id of the copy."""
    (kept, *_) = newest(pair.officer, 1).entries
    return pair.share(kept, parts=["moment.vague", "moment.choice"], question=question, **more).copy


async def test_share(pair: Pair, looks: Looks) -> None:
    async with sharing(pair, looks.size) as screen:
        await looks.like(screen, "share_nothing_chosen")
        await choose(screen, 0, 1)
        await looks.like(screen, "share")
        await screen.press("e")
        await looks.like(screen, "share_reword")
        await screen.press("escape", *["down"] * 2, "e")
        await screen.until("They see it before")
        await looks.like(screen, "share_question")
        await screen.write(QUIET)
        await screen.press("enter", "down", "e")
        await looks.like(screen, "share_principle")
        await screen.press("2")
        await looks.like(screen, "share_question_and_principle")
        await screen.press("enter")
        await looks.like(screen, "share_heavy")
        await screen.press("k")
        await screen.settle()
        if looks.size[0] < 72:
            await looks.like(screen, "share_what_they_will_see")
            await screen.press("enter")
        if "to its end first" in await screen.settle():
            await looks.like(screen, "share_read_on")
            await screen.press("pagedown", "pagedown")
            await screen.settle()
            await screen.press("enter")
        await looks.like(screen, "share_last_sheet")
        await screen.press("s")
        await screen.until("Shared with")
        await looks.like(screen, "share_shared")


@pytest.mark.thorough
async def test_share_with_what_the_lens_sees(pair: Pair, looks: Looks) -> None:
    async with sharing(pair, looks.size) as screen:
        await choose(screen, 1, 2)
        await screen.press("end")
        await looks.like(screen, "share_identifiers")
        await screen.press("e")
        await looks.like(screen, "share_look_at_identifier")


@pytest.mark.thorough
async def test_share_in_trouble(pair: Pair, looks: Looks, clock: Clock) -> None:
    async with sharing(pair, looks.size) as screen:
        await choose(screen, 1)
        clock.advance(days=300)
        await screen.press("enter")
        await screen.until("heavy")
        await screen.press("n")
        await screen.settle()
        if looks.size[0] < 72:
            await screen.press("enter")
        await screen.until("Share this with")
        await screen.press("s")
        await screen.until("The agreement with Supervisor B")
        await looks.like(screen, "share_not_shared")


@pytest.mark.thorough
async def test_supervision(pair: Pair, looks: Looks, clock: Clock) -> None:
    async with painted(pair.officer, looks.size) as screen:
        await to_supervision(screen)
        await looks.like(screen, "supervision_nothing_shared")
        await screen.press("escape")
        shared(pair)
        (first,) = look_over(pair.supervisor).brought
        open_copy(pair.supervisor, first)
        say(pair.supervisor, first.id, first.officer, BACK)
        say(pair.officer, first.id, pair.supervisor.keys.card, VIEW)
        clock.advance(days=1)
        shared(pair, QUIET)
        await to_supervision(screen)
        await looks.like(screen, "supervision")
        await screen.press("down", "enter")
        await looks.like(screen, "supervision_read_again")
        await screen.press("escape")
        await screen.settle()
        await screen.press("t")
        await looks.like(screen, "supervision_take_back")
        await screen.press("t")
        await screen.until("Taken back. If it was")
        await looks.like(screen, "supervision_taken_back")
        await screen.press("c")
        await looks.like(screen, "supervision_how_i_see_it")


@pytest.mark.thorough
async def test_an_agreement_that_waits(tmp_path: Path, clock: Clock, looks: Looks) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    send_long_agreement(pair, clock)
    async with painted(pair.supervisor, looks.size) as screen:
        await to_supervision(screen)
        await looks.like(screen, "supervision_agreement_waits")
        await screen.press("enter")
        await screen.until("Question 1?")
        await looks.like(screen, "agreement_to_say_yes_to")
        await screen.press("end")
        await screen.settle()
        await screen.press("y")
        await looks.like(screen, "agreement_yes")


async def test_before_there_are_keys(tmp_path: Path, clock: Clock, looks: Looks) -> None:
    coach = a_coach(tmp_path / "nobody", clock)
    coach.remember(welcomed=True)
    async with painted(coach, looks.size) as screen:
        await to_supervision(screen, "tipcoach agreement keys")
        await looks.like(screen, "supervision_no_keys")


async def test_the_passphrase(pair: Pair, looks: Looks, monkeypatch: pytest.MonkeyPatch) -> None:
    pair.officer.keys._identity = None
    async with painted(pair.officer, looks.size) as screen:
        await screen.press("s")
        await screen.until("Your passphrase")
        await screen.press("o", "n", "e")
        await looks.like(screen, "passphrase")


@pytest.mark.thorough
async def test_review(pair: Pair, looks: Looks, clock: Clock) -> None:
    async with painted(pair.supervisor, looks.size) as screen:
        await to_review(screen, "Nothing brought yet.")
        await looks.like(screen, "review_empty")
        await screen.press("escape", "escape")
        shared(pair)
        (first,) = look_over(pair.supervisor).brought
        open_copy(pair.supervisor, first)
        # One alone: the order of those of one month is that of their ids, which are chance.
        shared(pair, "Was that collaboration, or was I only tired of saying no?", principle=None)
        await to_review(screen, "Opened")
        await screen.press("home")
        await screen.settle()
        await screen.press("end")
        await looks.like(screen, "review_an_opened_one")
        await screen.press("m")
        await screen.settle()
        await screen.press("o")
        await screen.until("on its way")
        await looks.like(screen, "review_open")
        await screen.press("q")
        await looks.like(screen, "review_ask")
