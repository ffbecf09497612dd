"""The passphrase: masked, tried away from the keys, and said to be wrong when it is."""

from pathlib import Path

import pytest
from making import Clock
from sharing_between import Pair
from textual.events import Key, Paste

from tipcoach.coach.keys import Keys
from tipcoach.supervision.identity import NotUnlocked
from tui.painted import Painted, painted
from tui.sharing_screens import a_pair, to_the_last_sheet

RIGHT = "four words of no kin"


@pytest.fixture
def pair(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Pair:
    """The officer's keys are locked; `RIGHT` opens them, at no cost."""
    pair = a_pair(tmp_path, clock)
    keys = pair.officer.keys
    identity, keys._identity = keys.identity, None

    def unlock(self: Keys, passphrase: str) -> None:
        if passphrase != RIGHT:
            raise NotUnlocked("That passphrase does not open your keys.", "Try again.")
        self._hold(identity)

    monkeypatch.setattr(Keys, "unlock", unlock)
    return pair


async def ask(screen: Painted) -> str:
    await screen.press("s")
    return await screen.until("Your passphrase")


async def test_it_is_masked_and_opens_what_was_wanted(pair: Pair) -> None:
    async with painted(pair.officer) as screen:
        await ask(screen)
        for letter in RIGHT:
            screen.app.post_message(key(letter))
        await screen.until("•" * len(RIGHT))
        assert "four" not in screen.frame()
        await screen.press("enter")
        await screen.until("What I have shared")
        await screen.press("escape", "s")
        await screen.until("What I have shared")


async def test_a_wrong_one_says_so_and_can_be_tried_again(pair: Pair) -> None:
    async with painted(pair.officer) as screen:
        await ask(screen)
        await screen.press("x", "y", "enter")
        said = await screen.until("does not open your keys.")
        assert "•" not in said
        for letter in RIGHT:
            screen.app.post_message(key(letter))
        await screen.press("x", "backspace", "enter")
        await screen.until("What I have shared")


async def test_escape_goes_back_and_nothing_is_opened(pair: Pair) -> None:
    async with painted(pair.officer) as screen:
        await ask(screen)
        await screen.press("x", "escape")
        await screen.until("Before a visit")
        assert not pair.officer.keys.are_unlocked


@pytest.mark.thorough
async def test_it_is_asked_before_sharing(pair: Pair) -> None:
    pair.entry()
    async with painted(pair.officer) as screen:
        await screen.press("j")
        await screen.until("This week")
        await screen.settle()
        await ask(screen)
        await screen.press("escape")
        await screen.until("This week")
        await ask(screen)
        for letter in RIGHT:
            screen.app.post_message(key(letter))
        await screen.press("enter")
        await screen.until("Choose the answers")


@pytest.mark.thorough
async def test_a_pasted_one_is_masked_too(pair: Pair) -> None:
    async with painted(pair.officer) as screen:
        await ask(screen)
        screen.app.post_message(Paste(f"{RIGHT}\n"))
        said = await screen.until("•" * len(RIGHT))
        assert "four" not in said
        await screen.press("enter")
        await screen.until("What I have shared")


@pytest.mark.thorough
async def test_a_copy_begun_on_the_command_line_asks_for_it_before_it_is_sealed(
    pair: Pair,
) -> None:
    preparing = pair.prepare()
    async with painted(pair.officer, opening=preparing) as screen:
        await screen.until("Choose the answers", "[x]")
        await to_the_last_sheet(screen)
        await screen.press("s")
        await screen.until("Your passphrase")
        await screen.press("escape")
        await screen.until("[x]")
        await screen.press("enter")
        await screen.until("Share this with")
        await screen.press("s")
        await screen.until("Your passphrase")
        for letter in RIGHT:
            screen.app.post_message(key(letter))
        await screen.press("enter")
        await screen.until("Shared with Supervisor B.")
        await screen.press("enter")
        await screen.until("Before a visit")


def key(letter: str) -> Key:
    return Key("space" if letter == " " else letter, letter)
