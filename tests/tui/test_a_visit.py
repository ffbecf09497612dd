"""One visit on the screens, end to end, by keyboard alone."""

import pytest

from tipcoach.coach.begin import Beginning, begin
from tipcoach.coach.coach import Coach
from tipcoach.coach.records import not_yet_recorded
from tipcoach.practice.answer import Text
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Kind, Outcome
from tipcoach.practice.visit import Channel, Form, Hat
from tui.a_visit import entries, prepare_quickly
from tui.painted import painted


async def test_three_keys_from_home_to_the_first_question(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter")
        assert "Which hat today?" in screen.frame()


async def test_a_purpose_is_never_chosen_beforehand(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "enter")
        assert "Pick what it is about" in await screen.until("What is it about?")


async def test_what_it_is_about_stays_marked_while_another_column_is_stood_in(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r")
        assert "▌ r  Rent arrears" in await screen.settle()
        await screen.press("right")
        said = await screen.settle()
        assert "● r  Rent arrears" in said and "▌ (●) home" in said
        await screen.press("left")
        assert "▌ r  Rent arrears" in await screen.settle()


async def test_a_quick_preparation_ends_in_a_card_and_an_entry(coach: Coach) -> None:
    async with painted(coach) as screen:
        await prepare_quickly(screen)
        await screen.press("k")
        card = await screen.until("Your card", "kept in your journal")
    assert "I am ringing as your landlord, and to help if it is useful." in card
    assert "The rent is due every week" in card
    assert "Due back" in card
    (entry,) = entries(coach)
    assert entry.kind is Kind.PREPARATION
    assert entry.hat is Hat.BOTH
    assert entry.channel is Channel.PHONE
    shown = [asked.prompt for asked in entry.asked if asked.outcome is Outcome.SHOWN]
    assert len(shown) == 4
    assert not list(coach.places.drafts.iterdir()), "the draft is taken away once it is kept"


@pytest.mark.thorough
async def test_a_reflection_quotes_the_plan_beside_the_outcome(coach: Coach) -> None:
    async with painted(coach) as screen:
        await prepare_quickly(screen)
        await screen.press("k")
        await screen.until("Your card")
        await screen.press("a")
        await screen.until("Call over")
        await screen.press("y", "1")
        await screen.write("tired")
        await screen.press("enter")
        await screen.until("Did the “if” come?", "You wrote before", "say the balance twice")
        await screen.press("2")
        await screen.write("The silence after I said what the letter was.")
        await screen.press("enter")
        await screen.until("Five principles", "before: We said the boiler part")
        await screen.press("2")
        await screen.until("You wrote before", "We said the boiler part would be chased.")
        await screen.write("Whether the plan stops the letter.")
        await screen.press("enter", "enter")
        await screen.write("Ring about the boiler")
        await screen.press("enter")
        await screen.write("friday")
        await screen.until("Friday 27 November")
        await screen.press("enter", "1", "enter", "enter")
        await screen.until("If I hear myself say the balance twice")
        await screen.press("enter", "k")
        await screen.until("kept in your journal")
        await screen.press("end")
        await screen.until("□ Ring about the boiler · mine · Friday 27 November")
    reflection, preparation = entries(coach)
    assert reflection.follows == preparation.id
    assert reflection.answer_to("moment.stayed") == Text(
        "The silence after I said what the letter was."
    )


@pytest.mark.thorough
async def test_both_are_found_in_the_journal(coach: Coach) -> None:
    async with painted(coach) as screen:
        await prepare_quickly(screen)
        await screen.press("k")
        await screen.until("Your card")
        await screen.press("escape", "j")
        await screen.until("This week", "Before rent arrears · phone", "The rent")
        await screen.press("enter")
        await screen.until("How will you say that", "I am ringing as your landlord")


async def test_back_shows_the_answer_as_it_was(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "1")
        await screen.write("As your landlord today.")
        await screen.press("enter")
        await screen.until("Must · cannot move today")
        await screen.press("ctrl+b")
        await screen.until("As your landlord today.")
        await screen.press("f3")
        assert "▌ 1  Landlord" in await screen.until("Which hat today?")


async def test_an_empty_answer_is_a_skip_and_the_button_says_so(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "2")
        await screen.until("Skip  Enter")
        await screen.write("x")
        await screen.until("Next  Enter")
        await screen.press("backspace")
        await screen.until("Skip  Enter")
        await screen.press("enter")
        await screen.until("Must · cannot move today", "● Your hat")


@pytest.mark.thorough
async def test_finish_is_reached_from_the_first_question(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "escape", "d")
        await screen.until("Keep this as it is?")
        await screen.press("escape")
        await screen.until("Which hat today?")


async def test_enter_out_of_habit_answers_no_question_that_is_chosen(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("a", "r", "enter", "enter")
        await screen.until("Does someone know you are safely out?")
        assert not list(coach.places.drafts.parent.glob("drafts/*")), "nothing was answered"


@pytest.mark.thorough
async def test_a_long_answer_opens_in_place(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3", "f9")
        await screen.until("Skip  Ctrl+N")
        await screen.write("first line")
        await screen.press("enter")
        await screen.write("second line")
        await screen.press("f4")
        await screen.until("Must · cannot move today")
        await screen.press("f3")
        await screen.until("first line", "second line")


async def test_a_full_answer_says_so_and_loses_nothing(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write("w" * 8000)
        await screen.write("one too many")
        await screen.until("This answer is full")
        await screen.press("ctrl+s")
        await screen.until("● saved")
        (draft,) = coach.drafts.all()
        assert isinstance(draft, Draft)
        assert draft.walk.answers["orient.hat-sentence"] == Text("w" * 8000)


@pytest.mark.thorough
async def test_when_nothing_is_theirs_choice_asks_how_to_say_so(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3", "enter")
        await screen.write("Everything is fixed today")
        await screen.press("enter", "enter", "enter", "enter")
        assert "How will you say it is fixed?" in await screen.until("Five principles")


@pytest.mark.thorough
@pytest.mark.parametrize(("letter", "kept"), [("k", True), ("l", False)])
async def test_set_aside_answers_are_let_go_unless_kept(
    coach: Coach, letter: str, kept: bool
) -> None:
    async with painted(coach) as screen:
        await screen.press("a", "r", "enter", "y", "1", "enter")
        await screen.write("My own part in it.")
        await screen.press("ctrl+b", "ctrl+b", "2")
        await screen.until("Its own route")
        await screen.press("escape", "d")
        await screen.until("Set aside", "My own part in it.")
        await screen.press(letter, "k")
        await screen.until("stopped: destitution")
    (entry,) = entries(coach)
    assert ("My own part in it." in str(entry.asked)) is kept


async def test_a_stop_rule_ends_ordinary_questions(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("a", "r", "enter", "y", "5")
        frame = await screen.until("Its own route", "Has the route been followed")
        assert "Your organisation has not put its route here." in frame
        assert "The moment" not in frame
        await screen.press("n", "1", "k")
        await screen.until("stopped: domestic abuse")
        await screen.press("escape")
        home = await screen.until("■ not yet recorded")
        assert "domestic" not in home, "what it is shows only when it is opened"
    (entry,) = entries(coach)
    assert entry.purpose is None
    assert entry.stopped == "domestic-abuse"
    assert not_yet_recorded(coach) == (entry,)


@pytest.mark.thorough
async def test_what_waits_to_be_recorded_heads_home_until_it_is_answered(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("a", "r", "enter", "y", "2", "n", "1", "k")
        await screen.until("stopped: destitution")
        await screen.press("escape")
        first = (await screen.until("■ not yet recorded")).splitlines()[2]
        assert "not yet recorded" in first
        await screen.press("home", "enter")
        await screen.until("Is it recorded where it belongs?", "No food or no heating")
        await screen.press("y")
        await screen.settle()
        assert "not yet recorded" not in screen.frame()


async def test_an_officer_who_was_not_safe_is_shown_the_incident_route(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("a", "r", "enter", "y", "8")
        await screen.until("You were not safe", "Your organisation has not put its route here.")


async def test_a_heavy_prompt_gives_notice_first(coach: Coach) -> None:
    beginning = Beginning(Kind.REFLECTION, "arrears", Channel.HOME, Form.FULL)
    heavy = [p for p in begin(coach, beginning).walk.checklist.prompts if p.heavy]
    assert heavy, "there is a heavy prompt in the library"
    from dataclasses import replace

    from tipcoach.tui.screens.walk import WalkScreen

    sitting = begin(coach, beginning)
    walk = replace(sitting.walk, called=frozenset({heavy[0].id})).go_to(heavy[0].id)
    sitting._become(walk)
    async with painted(coach) as screen:
        await screen.app.push_screen(WalkScreen(sitting))
        frame = await screen.until("The next question is a heavier one.", "Open it", "Skip it")
        assert heavy[0].question[:40] not in frame
        await screen.press("o")
        await screen.until(heavy[0].question[:30])


async def test_pause_covers_every_word(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write("private words")
        await screen.press("escape")
        assert "private words" not in await screen.until("Paused.")
        await screen.press("escape")
        await screen.until("private words")


@pytest.mark.thorough
async def test_a_letter_typed_fast_after_escape_is_the_pause_letter(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write("words")
        await screen.press("alt+s")
        await screen.until("Today’s business", "Must · cannot move today")


@pytest.mark.thorough
async def test_keys_typed_ahead_end_where_they_belong(coach: Coach) -> None:
    async with painted(coach) as screen:
        burst = ["b", "r", "enter", "1", *"one", "enter", *"two", "enter", "ctrl+n", "4", *"three"]
        await screen.press(*burst)
        await screen.until("three")
        await screen.press("escape", "d", "k")
        await screen.until("kept in your journal")
    (entry,) = entries(coach)
    said = {asked.prompt: asked.answer for asked in entry.asked}
    assert said["orient.hat-sentence"] == Text("one")
    assert "two" in str(said["business.sort"])
    assert "three" in str([asked.answer for asked in entry.asked if asked.principle])


@pytest.mark.thorough
async def test_typing_on_past_the_end_loses_nothing(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter", "3", *["ctrl+n"] * 4)
        await screen.until("One plan to take with you.")
        await screen.write("it goes quiet")
        await screen.press("enter")
        await screen.write("count to five")
        await screen.press("enter", *"and_I_will_also_wait_and_look_or_ask", "enter", "escape")
        await screen.settle()
    assert entries(coach) or list(coach.drafts.all()), "it is kept, or it is still a draft"


@pytest.mark.thorough
async def test_a_date_that_is_not_understood_stays_with_the_promise(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("a", "r", "enter", *["ctrl+n"] * 5)
        await screen.write("Ring back")
        await screen.press("enter")
        await screen.write("end of the week")
        await screen.until("Not a date I know.")
        await screen.press("ctrl+n", "ctrl+b")
        await screen.until("□ Ring back, end of the week", "no date")


@pytest.mark.thorough
async def test_a_long_route_can_be_read_to_its_end_by_keys(coach: Coach) -> None:
    coach.places.config.mkdir(parents=True)
    lines = "\n".join(f'  - "Route line {number}."' for number in range(30))
    coach.places.pathways.write_text(f"domestic-abuse:\n{lines}\n", encoding="utf-8")
    async with painted(coach) as screen:
        await screen.press("a", "r", "enter", "y", "5")
        assert "Route line 29." not in await screen.until("Route line 0.", "PgDn rest of the route")
        for _ in range(9):
            if "Route line 29." not in screen.frame():
                await screen.press("pagedown")
                await screen.settle()
        assert "Route line 29." in screen.frame()


async def test_a_mistake_in_the_routes_is_said_and_keeps_nobody_from_landing(coach: Coach) -> None:
    coach.places.config.mkdir(parents=True)
    coach.places.pathways.write_text('safegarding:\n  - "Ring."\n', encoding="utf-8")
    async with painted(coach) as screen:
        await screen.press("a")
        await screen.until("safegarding is not a pathway", "safeguarding")
        await screen.press("r", "enter", "y", "5")
        await screen.until("Your organisation has not put its route here.")


async def test_a_broken_settings_file_is_said_and_left_alone(coach: Coach) -> None:
    coach.places.config.mkdir(parents=True)
    coach.places.settings.write_text("look: 2026-99-99\n", encoding="utf-8")
    async with painted(coach) as screen:
        await screen.until("cannot be understood")
        await screen.press("b", "r", "enter", "3")
        await screen.until("How will you say that")
    assert coach.places.settings.read_text(encoding="utf-8") == "look: 2026-99-99\n"


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_it_says_that_enter_comes_after_a_letter_until_one_is_marked(
    coach: Coach, size: tuple[int, int]
) -> None:
    async with painted(coach, size) as screen:
        await screen.press("b")
        frame = await screen.until("What is it about?", "press its key, then Enter")
        assert "Enter begin" not in frame
        await screen.press("r")
        frame = await screen.until("Enter begin")
        assert "press its key" not in frame and "Enter begin" in frame
        await screen.press("enter")
        await screen.until("Which hat today?")
