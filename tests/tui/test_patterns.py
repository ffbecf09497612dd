"""From my patterns to the next visit: a question is hidden there, and asked again."""

import pytest
from making import real_library

from tipcoach.coach.begin import Wanted
from tipcoach.coach.coach import Coach
from tipcoach.errors import NotSaved
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel, Form
from tipcoach.settings import read_settings
from tui.painted import Painted, painted
from tui.visits_that_come_back import a_few_visits

NOTICED = "What did you notice in yourself?"
AFTER = Wanted(Kind.REFLECTION, "arrears", Channel.OFFICE, form=Form.FULL)


@pytest.fixture(autouse=True)
def visits(coach: Coach) -> None:
    coach.library = real_library()
    coach.remember(welcomed=True)
    a_few_visits(coach, 6)


async def open_question(screen: Painted, *downs: str) -> str:
    await screen.press("y")
    await screen.until("Most at stake")
    await screen.press("enter")
    await screen.until("Choose one")
    await screen.press(*downs, "enter")
    return await screen.settle()


async def asked_on_a_walk(screen: Painted) -> str:
    """All that is on the screen from the first question of a walk to that of what was at stake."""
    await screen.app.home.open_with(AFTER)
    frames = [await screen.settle()]
    while "most at stake" not in frames[-1]:
        await screen.press("ctrl+n")
        frames.append(await screen.settle())
    await screen.app.go_home()
    return "\n".join(frames)


@pytest.mark.thorough
async def test_a_question_is_hidden_and_not_asked_and_then_asked_again(coach: Coach) -> None:
    async with painted(coach) as screen:
        said = await open_question(screen, "down")
        assert "Still useful?" in said and "it is left out" in said
        await screen.press("h")
        assert "Still useful?" not in await screen.settle()
        assert read_settings(coach.places.settings).hidden == ("moment.noticed",)
        await screen.press("end")
        await screen.until("Questions you have hidden")
        await screen.press("escape")
        seen = await asked_on_a_walk(screen)
        assert NOTICED not in seen and "moment stayed" in seen
        said = await open_question(screen, "end")
        assert "Ask it again?" in said
        await screen.press("a")
        await screen.settle()
        assert read_settings(coach.places.settings).hidden == ()
        await screen.press("escape")
        assert NOTICED in await asked_on_a_walk(screen)


@pytest.mark.thorough
async def test_keep_asking_is_current_and_changes_nothing(coach: Coach) -> None:
    before = coach.places.settings.read_bytes()
    async with painted(coach) as screen:
        await open_question(screen, "down")
        await screen.press("enter")
        assert "Still useful?" not in await screen.settle()
    assert coach.places.settings.read_bytes() == before


@pytest.mark.thorough
async def test_one_that_stays_says_so_and_offers_no_way_to_hide_it(coach: Coach) -> None:
    async with painted(coach) as screen:
        said = await open_question(screen)
        assert "This one stays" in said and "Hide it" not in said
        await screen.press("h", "escape")
        await screen.settle()
    assert coach.settings.hidden == ()


@pytest.mark.thorough
async def test_what_could_not_be_kept_is_said(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotSaved("Not saved: the disk is full.")

    async with painted(coach) as screen:
        await open_question(screen, "down")
        monkeypatch.setattr(coach.writer, "write", full)
        await screen.press("h")
        await screen.until("Not saved: the disk is full.")
