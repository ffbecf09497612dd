"""Whole walks, and the words that lead through them."""

import io
import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from making import Clock, pick, prompt, real_checklist, section

from plain.talking import IN_WORDS, PREPARE, REFLECT, asks, lines, type_lines
from tipcoach.coach.coach import Coach
from tipcoach.plain import run
from tipcoach.practice.answer import AnswerForm, IfThen, Picked, Promised, Sorted, Text, YesNotYet
from tipcoach.practice.checklist import Choice, Principle
from tipcoach.practice.entry import Kind, Outcome
from tipcoach.practice.promises import Promise
from tipcoach.practice.visit import Channel, Form, Hat

PREPARED = [
    *["landlord", "I am here as your landlord."],
    *["the rent is due", "", "how much", "", "whether we talk today", ""],
    *["2", "We said we would ring, and did not.", ""],
    *["yes", "it goes quiet", "count to ten", "keep"],
]
"""A quick preparation, with the second of the five opened."""

REFLECTED = [
    *["yes", "nothing", "tired"],
    "The quiet after the letter.",
    *["2", "I said soon.", ""],
    *["Send the plan", "friday", "", ""],
    *["I hear myself explain", "ask what they make of it", "keep"],
]

ONE = section("first", prompt("one.a"))
TWO = section("second", prompt("two.a"))
THREE = section("third", prompt("three.a"))


# -- whole walks ------------------------------------------------------------------------


def test_a_quick_preparation_by_phone_ends_with_the_entry_and_its_card(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE, *PREPARED)
    assert heard.kept.kind is Kind.PREPARATION
    assert heard.kept.hat is Hat.LANDLORD
    assert heard.answer_to("business.sort") == Sorted(
        ("the rent is due",), ("how much",), ("whether we talk today",)
    )
    assert heard.answer_to("plan.if-then") == IfThen("it goes quiet", "count to ten")
    assert coach.journal.read(heard.kept.id) == heard.kept
    card = heard.after(f"Shared with nobody. Its id is {heard.kept.id}.")
    assert card.startswith(" Your card, rent arrears, phone. Open with: Hello")
    assert card.index("Open with: ") < card.index("Then say: I am here as your landlord.")
    assert "If, then: If it goes quiet, then I will count to ten" in card


def test_the_five_not_opened_are_recorded_as_shown(coach: Coach) -> None:
    asked = type_lines(coach, PREPARE, *PREPARED).kept.asked
    five = [one.outcome for one in asked if one.principle is not None]
    assert five == [Outcome.SHOWN, Outcome.ANSWERED, *[Outcome.SHOWN] * 3]


def test_a_reflection_quotes_the_preparation_it_follows(coach: Coach) -> None:
    prepared = type_lines(coach, PREPARE, *PREPARED).kept
    landed, told = REFLECTED[:3], REFLECTED[3:]
    typed = [*landed, "It came, and I did it", *told]
    heard = type_lines(coach, REFLECT, *typed, channel=None, of=prepared.id)
    assert heard.kept.follows == prepared.id
    assert "Following what you prepared on Sunday 22 November." in heard
    assert "After a visit. Rent arrears. Phone. Quick." in heard
    in_its_row_and_when_opened = 2
    assert (
        heard.said.count("You wrote before: We said we would ring, and did not.")
        == in_its_row_and_when_opened
    )
    question = real_checklist("reflect", channel=Channel.PHONE, form=Form.QUICK)
    planned = "You wrote before: If it goes quiet, then I will count to ten"
    plan = question.prompt("decide.if-then")
    assert plan is not None
    assert f"{planned} {plan.question} Two lines, what may happen and what you will do." in heard
    assert f"{planned} Did the “if” come? 1. It came, and I did it" in heard
    assert heard.answer_to("plan.came") == Picked("did-it")
    assert heard.answer_to("promises.made") == Promised(
        (Promise("Send the plan", date(2026, 11, 27)),)
    )
    assert heard.answer_to("land.safe") == YesNotYet(True)


def test_the_next_preparation_says_the_last_plan_and_what_came_of_it(
    coach: Coach, clock: Clock
) -> None:
    prepared = type_lines(coach, PREPARE, *PREPARED).kept
    clock.advance(days=1)
    typed = [*REFLECTED[:3], "1", *REFLECTED[3:]]
    type_lines(coach, REFLECT, *typed, channel=None, of=prepared.id)
    heard = type_lines(coach, PREPARE, *PREPARED)
    assert "Last time: If it goes quiet, then I will count to ten" in heard
    assert "What came of it: It came, and I did it For next time: If I hear myself" in heard
    assert "You wrote before" not in heard


def test_a_hat_said_on_the_command_line_is_not_asked(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE, "quit", hat=Hat.SUPPORT)
    assert "Question 2 of 6, Your hat." in heard
    assert "Question 1 of " not in heard


def test_a_full_walk_gives_the_hint_and_a_quick_one_does_not(coach: Coach) -> None:
    hinted = section("only", prompt("q.text", hint="One line will do."))
    assert "One line will do." in type_lines(asks(coach, hinted, form=Form.FULL), PREPARE)
    assert "One line will do." not in type_lines(asks(coach, hinted, form=Form.QUICK), PREPARE)


def test_a_question_says_its_place_and_its_principle_or_section(coach: Coach) -> None:
    trust = section("t", prompt("t.a", principle=Principle.TRUST), principle=Principle.TRUST)
    heard = type_lines(asks(coach, ONE, trust), PREPARE, "", "")
    assert "Question 1 of 2, First.\none.a?" in heard.out
    assert "Question 2 of 2, Trustworthiness.\nt.a?" in heard.out


# -- commands ---------------------------------------------------------------------------


def test_the_opening_says_what_this_is_and_what_it_is_not(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE)
    assert heard.out.startswith("tipcoach, plain lines. Before a visit.\n")
    assert "Words alone on a line: back, skip, why, look, finish, quit." in heard
    assert (
        "Kept on this machine, and sent nowhere unless you share it. This is not the case record."
        in heard
    )


def test_back_goes_to_the_question_before_with_its_answer(coach: Coach) -> None:
    heard = type_lines(asks(coach, ONE, TWO), PREPARE, "First.", "back", "Anew.", "", "keep")
    assert "Question 1 of 2, First. one.a? Your answer so far: First." in heard
    assert heard.answer_to("one.a") == Text("Anew.")


def test_back_at_the_first_question_says_so_and_asks_it_again(coach: Coach) -> None:
    heard = type_lines(asks(coach, ONE, TWO), PREPARE, "back")
    assert "This is the first question. Question 1 of 2, First." in heard


def test_skip_goes_on(coach: Coach) -> None:
    heard = type_lines(asks(coach, ONE, TWO), PREPARE, "skip")
    assert f"one.a? {IN_WORDS} Skipped. Question 2 of 2, Second." in heard


def test_skip_keeps_an_answer_that_is_there_and_says_so(coach: Coach) -> None:
    heard = type_lines(asks(coach, ONE, TWO), PREPARE, "First.", "back", "skip", "", "keep")
    assert "Your answer stays as it was. Question 2 of 2, Second." in heard
    assert heard.answer_to("one.a") == Text("First.")


def test_why_says_why_with_an_example_and_where_it_comes_from(coach: Coach) -> None:
    asked = prompt(
        "q.text",
        example="The key was late.",
        probe="What will you say first?",
        sources=("A guide", "A slide"),
        reviewed="a panel in Leeds",
    )
    heard = type_lines(asks(coach, section("only", asked)), PREPARE, "why", "Answered.", "keep")
    assert (
        "Why we ask: It helps to ask. An example: The key was late. "
        "One question further: What will you say first? From A guide; A slide. "
        "Reviewed by people with lived experience: a panel in Leeds." in heard
    )
    assert heard.answer_to("q.text") == Text("Answered.")


def test_why_says_when_nobody_with_lived_experience_has_reviewed_it(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE, "why")
    assert "Not yet reviewed by people with lived experience." in heard


def test_why_in_the_middle_of_an_answer_loses_none_of_it(coach: Coach) -> None:
    plan = section("only", prompt("q.plan", AnswerForm.IF_THEN))
    heard = type_lines(asks(coach, plan), PREPARE, "it rains", "why", "go in", "keep")
    assert heard.answer_to("q.plan") == IfThen("it rains", "go in")


def test_a_question_mark_says_the_commands(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE, "?")
    assert "quit: save and leave." in heard
    assert "A backslash before such a word, as in \\skip, types the word itself." in heard


def test_finish_goes_to_the_end_from_anywhere(coach: Coach) -> None:
    heard = type_lines(asks(coach, ONE, TWO, THREE), PREPARE, "First.", "finish", "keep")
    assert "three.a?" not in heard
    assert [asked.prompt for asked in heard.kept.asked] == ["one.a", "two.a"]


def test_a_command_may_be_in_capitals(coach: Coach) -> None:
    assert type_lines(asks(coach, ONE), PREPARE, "FINISH", "Keep").entry is not None


def test_quit_saves_and_says_where_it_waits(coach: Coach) -> None:
    heard = type_lines(asks(coach, ONE, TWO), PREPARE, "First.", "quit")
    assert heard.entry is None
    assert "Saved. You stopped at Second, and it waits for you there." in heard
    assert "To go on with it: tipcoach prepare --plain" in heard
    (draft,) = coach.drafts.all()
    assert draft.walk.answers == {"one.a": Text("First.")}  # type: ignore[union-attr]


def test_the_end_of_input_keeps_the_draft_and_says_so(coach: Coach) -> None:
    heard = type_lines(asks(coach, ONE, TWO), PREPARE, "First.")
    assert "The input ended here. Saved. You stopped at Second" in heard
    assert len(list(coach.drafts.all())) == 1


def test_quit_before_anything_is_written_leaves_nothing(coach: Coach) -> None:
    heard = type_lines(asks(coach, ONE, TWO), PREPARE, "", "quit")
    assert "Nothing was written, so nothing is kept." in heard
    assert list(coach.drafts.all()) == []


def test_an_interrupt_keeps_what_was_typed(coach: Coach) -> None:
    class Interrupted(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            line = super().readline()
            if not line:
                raise KeyboardInterrupt
            return line

    typed = Interrupted(lines([".", "Half of"]))
    with pytest.raises(KeyboardInterrupt):
        run(
            asks(coach, ONE),
            PREPARE,
            purpose="arrears",
            channel=Channel.PHONE,
            hat=None,
            form=Form.QUICK,
            of=None,
            lines=typed,
            out=io.StringIO(),
        )
    (draft,) = coach.drafts.all()
    assert draft.walk.answers == {"one.a": Text("Half of")}  # type: ignore[union-attr]


# -- heavy questions and the five -------------------------------------------------------

HEAVY = section("heavy", prompt("h.a", heavy="The next question is a heavier one."))


def test_a_heavy_question_gives_notice_and_waits_to_be_opened(coach: Coach) -> None:
    heard = type_lines(asks(coach, HEAVY), PREPARE, "perhaps", "open", "A line.", "keep")
    notice = "The next question is a heavier one. Answer open or skip."
    assert f"{notice} Answer open or skip. h.a?" in heard
    assert heard.answer_to("h.a") == Text("A line.")


@pytest.mark.parametrize("typed", ["", "skip"])
def test_a_heavy_question_not_opened_is_never_said(coach: Coach, typed: str) -> None:
    heard = type_lines(asks(coach, HEAVY), PREPARE, typed, "keep")
    assert "h.a?" not in heard
    assert "Skipped. The end." in heard


FIVE = section(
    "five",
    prompt("s.a", principle=Principle.SAFETY),
    prompt("t.a", principle=Principle.TRUST, heavy="The next one is heavier."),
    together=True,
)


def test_the_five_are_numbered_and_a_number_opens_one(coach: Coach) -> None:
    heard = type_lines(asks(coach, ONE, FIVE), PREPARE, "", "1", "Not cornered.", "", "keep")
    assert "Question 2 of 2, Five. 1. Safety. s.a?" in heard
    assert f"goes on. Safety. s.a? {IN_WORDS} A number opens one; an empty line goes on." in heard
    assert heard.answer_to("s.a") == Text("Not cornered.")


def test_a_heavy_one_of_the_five_is_not_read_out_before_its_notice(coach: Coach) -> None:
    heard = type_lines(asks(coach, FIVE), PREPARE, "2", "open", "A line.", "", "keep")
    assert "2. Trustworthiness. The next one is heavier." in heard
    assert "t.a?" not in heard.said.partition("Answer open or skip.")[0]
    assert heard.answer_to("t.a") == Text("A line.")


@pytest.mark.parametrize("typed", ["back", "skip"])
def test_back_and_skip_lead_from_one_of_the_five_to_the_five(coach: Coach, typed: str) -> None:
    heard = type_lines(asks(coach, ONE, FIVE), PREPARE, "", "1", typed)
    assert heard.after(f"s.a? {IN_WORDS}").startswith(
        " Back to the five principles. A number opens one;"
    )


def test_back_at_the_five_leads_to_the_question_before(coach: Coach) -> None:
    heard = type_lines(asks(coach, ONE, FIVE), PREPARE, "First.", "back")
    assert heard.out.count("Question 1 of 2, First.") == 2


def test_what_is_typed_at_the_five_without_opening_one_is_not_held(coach: Coach) -> None:
    heard = type_lines(asks(coach, FIVE), PREPARE, "They were safe.")
    assert "Open one first, by a number from 1 to 2. What you typed is not held." in heard


def test_one_of_the_five_that_has_an_answer_says_so(coach: Coach) -> None:
    heard = type_lines(asks(coach, FIVE, ONE), PREPARE, "1", "Words.", "", "back")
    assert "1. Safety. s.a? Answered. 2. Trustworthiness." in heard


# -- what is printed --------------------------------------------------------------------

HOSTILE = "\x1b]52;c;eA==\x07 \x9b31m [/oops] \u202edesrever \x00 \u2066 \x08\x7f"


def test_nothing_typed_can_act_on_the_terminal(coach: Coach) -> None:
    answered = pick("q.one", Choice("a", "A")), prompt("q.list", AnswerForm.LIST)
    asked = asks(
        coach,
        section("only", *answered, prompt("q.text"), prompt("q.plan", AnswerForm.IF_THEN)),
    )
    typed = [HOSTILE, "1", HOSTILE, "", ".", HOSTILE, ".", HOSTILE, HOSTILE]
    heard = type_lines(asked, PREPARE, *typed, "back", "back", "finish", HOSTILE, "keep")
    acts = {c for c in heard.out if unicodedata.category(c) in ("Cc", "Cf", "Cs")}
    assert acts == {"\n"}
    assert "\\u{1b}]52;c;eA==\\u{7}" in heard
    assert "[/oops]" in heard


def test_no_line_is_wider_than_eighty_columns(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE, *PREPARED, "why", form=Form.FULL)
    assert max(map(len, heard.out.splitlines())) < 80


def test_every_walk_as_it_is_can_be_skipped_to_its_end(coach: Coach) -> None:
    for kind in (PREPARE, REFLECT):
        for form in Form:
            heard = type_lines(coach, kind, *["skip"] * 60, form=form)
            assert "The end. What is skipped stays skipped." in heard


def test_a_person_at_a_terminal_sees_where_to_type_and_a_pipe_does_not(coach: Coach) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def printed(typed: io.StringIO) -> str:
        out = io.StringIO()
        run(
            asks(coach, ONE),
            PREPARE,
            purpose="arrears",
            channel=Channel.PHONE,
            hat=None,
            form=Form.QUICK,
            of=None,
            lines=typed,
            out=out,
        )
        return out.getvalue()

    assert f"one.a?\n{IN_WORDS}\n> " in printed(Terminal("quit\n"))
    assert "> " not in printed(io.StringIO("quit\n"))


def test_the_clock_says_which_friday_is_meant(coach: Coach, clock: Clock) -> None:
    clock.advance(days=7)
    promise = section("only", prompt("q.promise", AnswerForm.PROMISE))
    assert "Friday 4 December." in type_lines(asks(coach, promise), PREPARE, "Ring", "friday")


def test_a_pick_steers_what_is_asked_next(coach: Coach) -> None:
    heard = type_lines(coach, REFLECT, "not yet", "1")
    assert heard.entry is None
    resumed = type_lines(coach, REFLECT, "continue", "finish", "keep")
    assert resumed.answer_to("land.not-yet") == Picked("checked-out")


def test_the_one_word_says_whether_it_is_kept(coach: Coach) -> None:
    word = section("only", prompt("only.word", AnswerForm.ONE_WORD))
    heard = type_lines(asks(coach, word), REFLECT, "tired", "keep")
    assert "Gone when you finish." in heard
    assert heard.answer_to("only.word") is None
    coach.__dict__["settings"] = replace(coach.settings, keep_words=True)
    heard = type_lines(asks(coach, word), REFLECT, "tired", "keep")
    assert "Kept, yours alone." in heard
    assert heard.answer_to("only.word") == Text("tired")
