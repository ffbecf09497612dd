"""The reading view: each question whole at every size, and nothing on it that anybody wrote."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hostile import ALL_IN_ONE, TEXTS, spoilt_prompts
from making import real_library

from tipcoach.coach.begin import Standalone, begin, begin_draft
from tipcoach.coach.coach import Coach
from tipcoach.coach.sitting import Sitting
from tipcoach.practice.answer import Answer, Lines, Promised, Text
from tipcoach.practice.entry import Kind
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.session import GROUP, ONE_TO_ONE, TEAM_TIME
from tipcoach.practice.walk import END
from tipcoach.settings import HOME_VARIABLE, places
from tipcoach.tui.screens.reading_view import LARGER
from tipcoach.tui.screens.walk import WalkScreen
from tipcoach.tui.widgets.slide import Slide, SlidePage
from tui.painted import Painted, painted, painted_as
from tui.test_hostile_words import TALL, Watched
from tui.test_slide import SMALL, WINDOWS, assert_legible, every_prompt, says

RARE = "quillwort"
PAGE = "Go on"


@asynccontextmanager
async def sat_down(
    coach: Coach,
    checklist: str = GROUP,
    *,
    at: str = "",
    size: tuple[int, int] = (80, 24),
    kind: type[Painted] = Painted,
) -> AsyncIterator[tuple[Painted, Sitting]]:
    """A session under way in a window, at its first question or at another."""
    sitting = begin(coach, Standalone(Kind.SESSION, checklist=checklist))
    if at:
        sitting.go_to(at)
    async with opened(coach, sitting, size, kind) as screen:
        yield screen, sitting
    sitting.leave()


@asynccontextmanager
async def opened(
    coach: Coach, sitting: Sitting, size: tuple[int, int], kind: type[Painted] = Painted
) -> AsyncIterator[Painted]:
    async with painted_as(kind, coach, size) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        await screen.settle()
        yield screen


async def put_up(screen: Painted) -> str:
    """Open the reading view, and have its first page away."""
    await screen.press("ctrl+r")
    await screen.until(*LARGER.split())
    await screen.press("enter")
    return await screen.settle()


# -- legible ----------------------------------------------------------------------------


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("checklist_id", "size"),
    [
        pytest.param(name, size, marks=[] if name == TEAM_TIME else pytest.mark.thorough)
        for name in (ONE_TO_ONE, GROUP, TEAM_TIME)
        for size in (WINDOWS if name != TEAM_TIME else [SMALL])
    ],
)
async def test_every_question_is_whole_on_the_screen(
    coach: Coach, checklist_id: str, size: tuple[int, int]
) -> None:
    eyes = real_library().standalone(checklist_id).eyes
    talked = frozenset(one.id for _, one in every_prompt(checklist_id)) - {one.id for one in eyes}
    begun = begin_draft(coach, Standalone(Kind.SESSION, checklist=checklist_id), talked)
    sitting = Sitting(coach, begun)
    assert {step.id for step in sitting.walk.path} == talked
    async with opened(coach, sitting, size) as screen:
        frame = await put_up(screen)
        for step in sitting.walk.path:
            assert sitting.walk.at == step.id
            assert_legible(frame, size, step.prompts[0].question, step.prompts[0].hint)
            await screen.press("ctrl+n")
            frame = screen.frame()
        await screen.press("ctrl+b")
        for _ in eyes:
            await screen.press("e")
            assert_legible(screen.frame(), size, "e: another. Enter or Esc: back.")
            assert any(says(screen.frame(), one.question) for one in eyes)
    sitting.leave()


async def test_whoever_is_at_the_keyboard_is_asked_for_larger_letters_once(coach: Coach) -> None:
    async with sat_down(coach, size=(120, 40)) as (screen, _):
        await screen.press("ctrl+r")
        frame = await screen.until("120 columns now.")
        assert says(frame, "Ctrl and + in Windows Terminal, GNOME Terminal and most others")
        assert says(frame, "Cmd and + in Terminal.app")
        await screen._pilot.resize_terminal(50, 14)
        assert says(await screen.until("50 columns now."), LARGER)
        await screen.press("enter")
        assert "columns" not in await screen.settle()
        await screen.press("escape", "ctrl+r")
        assert "columns" not in await screen.settle()
        await screen.press("f1")
        await screen.until("50 columns or fewer")


# -- what it does -----------------------------------------------------------------------


@pytest.mark.thorough
async def test_it_goes_on_back_and_turns_the_eyes_without_leaving(coach: Coach) -> None:
    async with sat_down(coach) as (screen, sitting):
        prompts = [step.prompts[0] for step in sitting.walk.path]
        assert says(await put_up(screen), prompts[0].question)
        for forward in ("enter", "ctrl+n", "pagedown"):
            await screen.press(forward)
        frame = await screen.settle()
        assert sitting.walk.at == prompts[3].id
        assert says(frame, f"{prompts[3].question}Next part: The team talks")
        assert not says(frame, "Session, in a group") and "●" not in frame
        await screen.press("ctrl+b", "pageup")
        assert says(await screen.settle(), prompts[1].question)
        await screen.press("e")
        first = await screen.until("Turn the eyes")
        await screen.press("e")
        another = await screen.until("Turn the eyes")
        assert first != another
        await screen.press("enter")
        assert says(await screen.settle(), prompts[1].question)
        assert sitting.walk.at == prompts[1].id, "turning the eyes goes nowhere"
        await screen.press("escape")
        frame = await screen.until("Session, in a group", PAGE)
        assert says(frame, "Before we start")


@pytest.mark.thorough
@pytest.mark.parametrize("size", [(50, 13), (50, 14), (100, 14)])
async def test_the_page_under_it_lies_still_when_the_letters_grow(
    coach: Coach, size: tuple[int, int]
) -> None:
    async with sat_down(coach, size=(120, 40)) as (screen, _):
        page = screen.app.screen
        await screen._pilot.resize_terminal(*size)
        await screen.settle()
        laid_out: list[object] = []
        page.screen_layout_refresh_signal.subscribe(page, laid_out.append)
        await screen.settle()
        assert not laid_out, "it is laid out again and again with no key pressed"


async def test_it_has_no_eyes_where_a_session_has_none(coach: Coach) -> None:
    async with sat_down(coach, TEAM_TIME) as (screen, _):
        first = await put_up(screen)
        await screen.press("e")
        assert await screen.settle() == first
        assert " eyes " not in first
        await screen.press("f1")
        assert " eyes " not in await screen.until("One question of a session")


@pytest.mark.thorough
async def test_what_is_written_is_written_on_the_page(coach: Coach) -> None:
    async with sat_down(coach, at="group.raise") as (screen, sitting):
        await put_up(screen)
        await screen.until("Written at the keyboard.")
        await screen.press("enter")
        await screen.until("one thing a line", "Upwards", "Finish now")
        await screen.write(RARE)
        await screen.press("ctrl+r")
        assert RARE not in await screen.settle()
        await screen.press("pagedown")
        assert says(await screen.settle(), "Marked at the keyboard. Enter goes there.")
        await screen.press("pagedown")
        await screen.until("What helped the talk?")
        assert set(sitting.walk.answers) == {"group.raise"}, "each answer stays with its question"
        await screen.press("escape")
        await screen.write("The wait.")
        await screen.press("ctrl+r", "ctrl+b", "ctrl+b", "escape")
        await screen.until(RARE)
        assert sitting.walk.answers["group.raise"] == Lines((RARE,))
        assert sitting.walk.answers["group.helped"] == Text("The wait.")


async def test_the_end_is_settled_at_the_keyboard(coach: Coach) -> None:
    async with sat_down(coach, at="group.all-right") as (screen, sitting):
        await put_up(screen)
        await screen.until("This is the last part.")
        await screen.press("enter")
        await screen.until("The end")
        assert sitting.walk.at == END
        await screen.press("pagedown", "ctrl+b")
        assert sitting.walk.at == "group.all-right"
        await screen.press("enter", "enter")
        await screen.until("Keep this as it is?")
        await screen.press("escape")
        await screen.until("Session, in a group", "walks out with whom?")


@pytest.mark.thorough
async def test_it_is_for_sessions_alone(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter")
        page = await screen.until("Which hat today?")
        await screen.press("ctrl+r")
        assert await screen.settle() == page
        assert "reading view" not in page
        await screen.press("escape")
        assert "Reading view" not in await screen.until("Paused.")
        await screen.press("escape", "f1", "end")
        assert "reading view" not in (await screen.until("Help")).casefold()
    async with sat_down(coach) as (screen, _):
        assert "Ctrl+R reading view" in screen.frame()
        await screen.press("escape")
        await screen.until("Paused.", "Reading view")
        await screen.press("r")
        assert says(await screen.settle(), LARGER)


# -- what is never on it ----------------------------------------------------------------


@pytest.mark.thorough
async def test_nothing_that_was_answered_is_on_it_from_end_to_end(coach: Coach) -> None:
    sitting = begin(coach, Standalone(Kind.SESSION))
    promise = Promise(f"{RARE} rings", whose=Whose.MINE)
    answers: dict[str, Answer] = {
        "session.raise": Lines((f"The {RARE} letter",)),
        "session.actions": Promised((promise,)),
        "session.helped": Text(f"The {RARE}"),
    }
    for prompt_id, answer in answers.items():
        sitting.answer(prompt_id, answer)
    async with opened(coach, sitting, (120, 40)) as screen:
        await put_up(screen)
        for _ in sitting.walk.path:
            assert RARE not in await screen.settle()
            await screen.press("pagedown")
        assert sitting.walk.at == END
        assert RARE not in await screen.settle()
        await screen.press("escape", "escape", "escape", "h")
        assert RARE not in await screen.settle()
    sitting.leave()
    sitting.go_to("session.raise")
    async with opened(coach, sitting, (120, 40)) as screen:
        assert RARE in screen.frame()
        await screen.press("ctrl+r", "enter")
        assert RARE not in await screen.settle()


@pytest.mark.thorough
async def test_that_it_is_not_saved_is_said_and_not_where(tmp_path: Path) -> None:
    home = tmp_path / RARE
    home.mkdir()
    (home / "data").write_text("a file where the folder should be")
    coach = Coach(places({HOME_VARIABLE: str(home)}))
    async with sat_down(coach, size=SMALL) as (screen, sitting):
        await put_up(screen)
        await screen.press("enter")
        sitting.save_now()
        await screen.settle()
        await screen.press("enter")
        frame = await screen.until("Not saved yet: Esc shows why.")
        assert RARE not in frame
        await screen.press("escape")
        assert says(await screen.settle(), "Not saved to")


@pytest.mark.thorough
@pytest.mark.parametrize("size", [SMALL, (120, 40)])
async def test_hostile_words_are_painted_and_not_obeyed(
    coach: Coach, size: tuple[int, int]
) -> None:
    """Given to it as they are, though a library hands on no question like it."""
    async with sat_down(coach, size=size, kind=Watched) as (screen, _):
        assert isinstance(screen, Watched)
        await put_up(screen)
        words = ALL_IN_ONE.text
        screen.app.screen.query_one(SlidePage).show(Slide(words, words, words, words))
        await screen.settle()
        if size == (120, 40):
            screen.assert_read(ALL_IN_ONE)


@pytest.mark.thorough
async def test_prompts_made_hostile_by_somebody_else_are_read(coach: Coach, tmp_path: Path) -> None:
    coach = Coach(coach.places, clock=coach.clock, prompts=spoilt_prompts(tmp_path))
    async with sat_down(coach, size=TALL, kind=Watched) as (screen, sitting):
        assert isinstance(screen, Watched)
        await put_up(screen)
        for _ in sitting.walk.path:
            screen.assert_read(*TEXTS)
            await screen.press("e", "enter", "pagedown")
        await screen.until("That was the last question.")
