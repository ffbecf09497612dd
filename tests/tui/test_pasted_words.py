"""What a terminal says was pasted is read as words, whatever is in it and wherever it is cut."""

from textual.events import Key, Paste

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import IfThen, Text
from tipcoach.practice.visit import Form
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.textual_private import BEGINS, ENDS, LettersComing, PastesAreWords
from tui.frames.visits import begun
from tui.painted import painted

WORDS = "ring\r\n\x1bq\x1b\x1b[A\x1b[200~ \x1b[20 \x11\x1bOS“Café”\x1b"
TYPED = f"\x1b[A{BEGINS}{WORDS}{ENDS}c\x1b[B{BEGINS}{ENDS}b"


def read(*parts: str) -> list[str]:
    """The keys, and what was pasted, of what comes in so many parts."""
    parser = PastesAreWords()
    events = [event for part in parts for event in parser.feed(part)]
    assert all(isinstance(event, Key | Paste | LettersComing) for event in events)
    return [
        event.key if isinstance(event, Key) else event.text
        for event in events
        if isinstance(event, Key | Paste)
    ]


def test_all_of_it_is_words_and_what_is_typed_round_it_are_keys() -> None:
    assert read(TYPED) == ["up", WORDS, "c", "down", "", "b"]


def test_wherever_it_is_cut() -> None:
    whole = read(TYPED)
    for place in range(1, len(TYPED)):
        assert read(TYPED[:place], TYPED[place:]) == whole, place
    assert read(*TYPED) == whole


async def test_what_is_written_after_enter_is_in_the_next_field(coach: Coach) -> None:
    plan = "plan.if-then"
    sitting = begun(coach, at=plan, form=Form.FULL)
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        for event in (Paste("it goes\nquiet"), Key("enter", "\r")):
            screen.app.post_message(event)
        await screen.settle()
        screen.app.post_message(Paste("count\rto five"))
        await screen.settle()
        assert sitting.walk.answers[plan] == IfThen("it goes quiet", "count to five")
    sitting.leave()


async def test_many_lines_are_undone_and_redone_whole(coach: Coach) -> None:
    hat, lines = "orient.hat-sentence", "a line of it\n" * 60
    sitting = begun(coach, at=hat, form=Form.FULL)
    async with painted(coach, (60, 20)) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        await screen.write("Before. ")
        screen.app.post_message(Paste(lines))
        await screen.settle()
        await screen.press("ctrl+z")
        assert sitting.walk.answers[hat] == Text("Before. ")
        await screen.until("Before.")
        await screen.press("ctrl+y")
        assert sitting.walk.answers[hat] == Text(f"Before. {lines}")
        await screen.press("ctrl+z", "ctrl+z")
        assert hat not in sitting.walk.answers
    sitting.leave()
