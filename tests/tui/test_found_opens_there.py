"""An entry opened from a search opens where what was looked for stands, and it is marked."""

import pytest
from making import NOW, asked, entry
from textual.containers import VerticalScroll

from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Entry
from tipcoach.tui.screens.entry import EntryScreen
from tui.painted import Painted, painted

SIZES = [(80, 24), (60, 20), (120, 40)]
FILLING = "We stood in the hall for a good while, and nobody said a thing until it was over. " * 4


@pytest.fixture(autouse=True)
def typing_never_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tipcoach.tui.screens.search.REST", 60)


def keep(coach: Coach, *answers: str) -> None:
    said = [asked(f"moment-{number}", Text(each)) for number, each in enumerate(answers, 1)]
    coach.journal.add(entry(*said, created=NOW))


async def open_what_says(screen: Painted, typed: str) -> str:
    await screen.press("slash")
    await screen.write(typed)
    await screen.press("enter")
    await screen.until("One entry.")
    await screen.press("enter")
    await screen.until("F1 help", "Esc back")
    return await screen.settle()


def marked(screen: Painted) -> list[str]:
    """What is underlined and bold on the screen, a word a piece."""
    strips = screen.app.screen._compositor.render_strips()
    return [
        part.text
        for strip in strips
        for part in strip
        if part.style and part.style.underline and part.style.bold and part.text.strip()
    ]


def top_of(screen: Painted) -> float:
    return screen.app.screen.query_one(VerticalScroll).scroll_y


@pytest.mark.parametrize("size", SIZES)
async def test_the_word_in_the_last_answer_is_on_the_screen_under_its_question(
    coach: Coach, size: tuple[int, int]
) -> None:
    keep(coach, *[FILLING] * 12, "Then she showed me the líghthouse.")
    async with painted(coach, size) as screen:
        frame = await open_what_says(screen, "lighthouse")
        assert "the líghthouse." in frame
        assert "moment-13?" in frame
        assert marked(screen) == ["líghthouse"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "place", [59, *(pytest.param(each, marks=pytest.mark.thorough) for each in range(3, 59, 8))]
)
async def test_the_word_is_on_the_screen_however_long_its_answer_is(
    coach: Coach, size: tuple[int, int], place: int
) -> None:
    words = (FILLING * 9).split()
    words[place * len(words) // 60] = "lighthouse’s"
    keep(coach, FILLING, " ".join(words), FILLING)
    async with painted(coach, size) as screen:
        assert "lighthouse’s" in await open_what_says(screen, "lightho*")


@pytest.mark.thorough
@pytest.mark.parametrize("size", [(3, 3), (10, 5), (25, 10)])
async def test_a_window_with_no_room_for_it_does_no_harm(
    coach: Coach, size: tuple[int, int]
) -> None:
    keep(coach, *[FILLING] * 9, "The lighthouse.")
    async with painted(coach, size) as screen:
        await screen.press("slash", *"lighthouse", "enter")
        await screen.settle()
        await screen.press("enter")
        await screen.settle()
        assert isinstance(screen.app.screen, EntryScreen)


async def test_what_is_in_sight_at_the_top_moves_nothing(coach: Coach) -> None:
    keep(coach, "The kettle was on, and the kettle’s lid.", *[FILLING] * 9, "A kettle.")
    async with painted(coach) as screen:
        frame = await open_what_says(screen, "kettle")
        assert "Written Sunday" in frame
        assert marked(screen) == ["kettle", "kettle"]


async def test_it_opens_at_the_sentence_the_search_showed(coach: Coach) -> None:
    keep(coach, "The kettle was on.", *[FILLING] * 9, "The lid of the kettle.", *[FILLING] * 9)
    async with painted(coach) as screen:
        frame = await open_what_says(screen, "kettle lid")
        assert "The lid of the kettle." in frame
        assert marked(screen) == ["lid", "kettle"]


async def test_words_changed_and_not_looked_for_are_not_what_it_was_found_by(
    coach: Coach,
) -> None:
    keep(coach, *[FILLING] * 9, "The lighthouse.")
    async with painted(coach) as screen:
        await screen.press("slash", *"lighthouse", "enter")
        await screen.until("One entry.")
        await screen.press("slash")
        await screen.write("s")
        await screen.press("down", "enter")
        await screen.until("The lighthouse.", "moment-10?")
        assert marked(screen) == ["lighthouse"]


async def test_found_by_no_words_or_opened_from_the_journal_it_begins_at_its_beginning(
    coach: Coach,
) -> None:
    keep(coach, *[FILLING] * 9, "The lighthouse.")
    async with painted(coach) as screen:
        await open_what_says(screen, "from:2026")
        assert (top_of(screen), marked(screen)) == (0, [])
        await screen.press("escape", "escape", "j", "enter")
        await screen.until("Written Sunday")
        await screen.settle()
        assert (top_of(screen), marked(screen)) == (0, [])


async def test_back_and_opened_again_it_opens_there_again(coach: Coach) -> None:
    keep(coach, *[FILLING] * 9, "The lighthouse.")
    async with painted(coach) as screen:
        await open_what_says(screen, "lighthouse")
        await screen.press("home")
        await screen.until("Written Sunday")
        await screen.press("escape")
        await screen.until("One entry.")
        await screen.press("enter")
        await screen.until("The lighthouse.", "moment-10?")


async def test_what_it_says_no_longer_is_not_gone_to(coach: Coach) -> None:
    keep(coach, *[FILLING] * 9, "The lighthouse.")
    async with painted(coach) as screen:
        await screen.press("slash", *"lighthouse", "enter")
        await screen.until("One entry.")
        (kept,) = coach.places.journal.rglob("*.json")
        kept.write_text(kept.read_text("utf-8").replace("lighthouse", "harbour"), "utf-8")
        await screen.press("enter")
        await screen.until("Written Sunday")
        await screen.settle()
        assert (top_of(screen), marked(screen)) == (0, [])


async def test_what_was_put_right_since_is_still_read_where_it_was_found(coach: Coach) -> None:
    keep(coach, *[FILLING] * 9, "The lighthouse.")
    async with painted(coach) as screen:
        await screen.press("slash", *"lighthouse", "enter")
        await screen.until("One entry.")
        (before,) = [one for one in coach.journal.records() if isinstance(one, Entry)]
        coach.journal.add(entry(asked("moment-1", Text("The harbour.")), supersedes=before.id))
        await screen.press("enter")
        await screen.until("The lighthouse.", "moment-10?")
        assert marked(screen) == ["lighthouse"]
