"""The five on one page: words typed or pasted there are written in one of them, never lost."""

from textual.events import Paste

from tipcoach.coach.coach import Coach
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.widgets.writing_area import WritingArea
from tui.frames.visits import begun
from tui.painted import Painted, painted


async def at_the_five(screen: Painted, coach: Coach) -> None:
    sitting = begun(coach)
    while not (sitting.walk.step and sitting.walk.step.section.together):
        sitting.next()
    await screen.app.push_screen(WalkScreen(sitting))
    await screen.until("1  ⌂ Safety")


def written(screen: Painted) -> str:
    area = screen.app.screen.focused
    assert isinstance(area, WritingArea)
    return area.text


async def test_words_without_a_number_go_to_the_first_that_says_nothing(coach: Coach) -> None:
    async with painted(coach) as screen:
        await at_the_five(screen, coach)
        await screen.press(*"I sat by", "space", "2")
        await screen.settle()
        assert "⌂ Safety" in screen.frame()
        assert written(screen) == "I sat by2"
        await screen.press("enter", "W")
        await screen.settle()
        assert "≡ Trustworthiness" in screen.frame()
        assert written(screen) == "W"


async def test_they_go_to_the_row_stood_on(coach: Coach) -> None:
    async with painted(coach) as screen:
        await at_the_five(screen, coach)
        await screen.until("or type to answer 1.")
        await screen.press("home", "down", "down")
        await screen.until("or type to answer 3.")
        await screen.press("I")
        await screen.settle()
        assert "◊ Choice" in screen.frame()
        assert written(screen) == "I"


async def test_what_is_pasted_goes_there_too(coach: Coach) -> None:
    async with painted(coach) as screen:
        await at_the_five(screen, coach)
        screen.app.post_message(Paste("said on the way"))
        await screen.until("said on the way")
        assert written(screen) == "said on the way"


async def test_where_each_says_something_it_is_said_what_to_press(coach: Coach) -> None:
    async with painted(coach) as screen:
        await at_the_five(screen, coach)
        for number in "12345":
            await screen.press(number, "w", "enter")
            await screen.settle()
        assert "Press 1 to 5. One is enough." in screen.frame()
        assert "or type" not in screen.frame()
        await screen.press("w")
        assert "Press 1 to 5 first, then write." in await screen.settle()
