"""Words that come where letters act, dictated or typed without a look: they do nothing there."""

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key

from tipcoach.coach.coach import Coach
from tipcoach.coach.resume import find_drafts
from tipcoach.tui.letters import ENDED, MOST, QUIET, TOGETHER, Letters
from tui.painted import Painted, painted
from tui.test_slide import says

SAID = "She did not open the door.\nI waited ten minutes, then left."
FELL = "What you typed or said came where nothing is written"


async def say(screen: Painted, words: str, *, apart: float = 0.0, start: float = 0.0) -> None:
    """Hand over each letter `apart` seconds after the one before, by the time it bears."""
    for number, letter in enumerate(words):
        name = {"\n": "enter", " ": "space"}.get(letter, letter)
        key = Key(name, letter)
        key.time = 10_000.0 + start + number * apart
        screen.app.post_message(key)
    await screen.settle()


def keys_of(words: str, gaps: Iterator[float]) -> Iterator[Key]:
    time = 100.0
    for letter in words:
        key = Key(letter, letter)
        key.time = time = time + next(gaps)
        yield key


def test_as_many_as_are_pressed_as_keys_act_and_the_rest_of_a_row_falls() -> None:
    letters = Letters()
    apart = (TOGETHER * 0.9 for _ in count())
    fell = [letters.fall(key, is_written=False) for key in keys_of("jshort", apart)]
    assert fell == [False] * MOST + [True] * (6 - MOST)


def test_what_was_read_together_falls_from_its_first_letter() -> None:
    letters = Letters()
    letters.are_coming(4)
    together = (0.0 for _ in count())
    fell = [letters.fall(key, is_written=False) for key in keys_of("quit", together)]
    assert all(fell)


def test_after_a_pause_a_letter_is_a_key_again() -> None:
    letters = Letters()
    letters.are_coming(5)
    for key in keys_of("words", (0.0 for _ in count())):
        letters.fall(key, is_written=False)
    late = Key("b", "b")
    late.time = 100.1 + QUIET
    assert not letters.fall(late, is_written=False)


def test_the_enter_that_ends_such_words_chooses_nothing_and_the_next_does() -> None:
    letters = Letters()
    letters.are_coming(5)
    for key in keys_of("words", (0.0 for _ in count())):
        letters.fall(key, is_written=False)
    fell = []
    for after in (QUIET * 2, QUIET * 3, QUIET * 4 + ENDED):
        enter = Key("enter", "\r")
        enter.time = 100.0 + after
        fell.append(letters.fall(enter, is_written=False))
    assert fell == [True, False, False]


def test_an_enter_long_after_them_is_a_key() -> None:
    letters = Letters()
    letters.are_coming(5)
    for key in keys_of("words", (0.0 for _ in count())):
        letters.fall(key, is_written=False)
    enter = Key("enter", "\r")
    enter.time = 100.1 + ENDED
    assert not letters.fall(enter, is_written=False)


@given(st.text(st.characters(codec="utf-8", categories=("L", "P", "Zs")), max_size=40), st.data())
def test_what_is_written_in_never_loses_a_letter(words: str, data: st.DataObject) -> None:
    letters = Letters()
    if data.draw(st.booleans()):
        letters.are_coming(len(words))
    gaps = iter(data.draw(st.lists(st.floats(0, 2), min_size=40, max_size=40)))
    assert not any(letters.fall(key, is_written=True) for key in keys_of(words, gaps))


async def test_words_dictated_at_home_open_nothing_and_it_is_said(coach: Coach) -> None:
    async with painted(coach) as screen:
        before = screen.frame()
        screen.app.letters_are_coming(len(SAID))
        await say(screen, SAID)
        frame = await screen.until(FELL)
        assert "Before a visit" in frame
        assert frame.split("\n")[:14] == before.split("\n")[:14]
        await screen.press("down")
        assert FELL not in await screen.settle()
        await screen.press("j")
        await screen.until("Journal")
    assert find_drafts(coach).drafts == ()


async def test_words_typed_without_a_look_do_little_at_the_pause(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write("I am ringing about the rent.")
        await screen.press("escape")
        await screen.until("Paused.")
        await say(screen, "zz" + SAID, apart=0.1)
        frame = await screen.until(FELL)
        assert "Paused." in frame, "an Enter among the words is one of them"
        await screen.press("escape")
        await screen.until("I am ringing about the rent.")


async def test_what_is_meant_for_a_question_goes_there(coach: Coach) -> None:
    """A digit picks the hat, and what is typed behind it is written in what that opens."""
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter")
        await screen.until("Which hat today?")
        screen.app.letters_are_coming(0)
        await say(screen, "3" + SAID.partition("\n")[0])
        await screen.until(SAID.partition("\n")[0])


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_it_is_said_whole_on_a_sheet_too(coach: Coach, size: tuple[int, int]) -> None:
    async with painted(coach, size) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write("I am ringing.")
        await screen.press("escape")
        await screen.until("Paused.")
        screen.app.letters_are_coming(len(SAID))
        await say(screen, SAID)
        frame = await screen.until(FELL)
        assert says(frame.replace("▌", ""), "say it again.")


async def test_what_is_dictated_to_the_five_is_written_in_the_one_stood_on(coach: Coach) -> None:
    """Read in one piece, as dictation is; it was not let fall before its question was open."""
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3", *["ctrl+n"] * 2)
        await screen.until("Five principles")
        words = SAID.partition("\n")[0]
        screen.app.letters_are_coming(len(words))
        await say(screen, words)
        frame = await screen.until(words)
        assert FELL not in frame
