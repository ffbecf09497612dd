"""Every form of answer, as it is asked and typed line by line."""

from dataclasses import replace
from datetime import date

import pytest
from making import pick, prompt, section

from plain.talking import PREPARE, answer, asks, type_lines
from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import (
    MOST_CHARACTERS,
    MOST_LINES,
    AnswerForm,
    Carried,
    IfThen,
    Lines,
    Picked,
    PickedMany,
    Promised,
    Sorted,
    Text,
    YesNotYet,
)
from tipcoach.practice.checklist import Choice, Prompt
from tipcoach.practice.promises import Promise, Whose

TEXT = prompt("q.text")
WORD = prompt("q.word", AnswerForm.ONE_WORD)
LIST = prompt("q.list", AnswerForm.LIST)
SORT = prompt("q.sort", AnswerForm.SORT)
CARRY = prompt("q.carry", AnswerForm.MINE_OURS_SYSTEM)
PROMISE = prompt("q.promise", AnswerForm.PROMISE)
PLAN = prompt("q.plan", AnswerForm.IF_THEN)
SAY = prompt("q.say", AnswerForm.SAY_ONLY)
YES = prompt("q.yes", AnswerForm.YES_NOT_YET)
CHOICES = (
    Choice("trust", "Say it, then do it"),
    Choice("choice", "Real ones", note="however small"),
    Choice("safety", "Not cornered"),
)
ONE = pick("q.one", *CHOICES)
MANY = prompt("q.many", AnswerForm.PICK_MANY, choices=CHOICES)
HERE = prompt("q.here", AnswerForm.ON_SCREEN_ONLY)
EVERY_FORM = [TEXT, WORD, LIST, SORT, CARRY, PROMISE, PLAN, SAY, HERE, YES, ONE, MANY]


@pytest.fixture(autouse=True)
def keeps_words(coach: Coach) -> None:
    """The one word stays, so that a test can see what was made of it."""
    coach.__dict__["settings"] = replace(coach.settings, keep_words=True)


# -- text -------------------------------------------------------------------------------


def test_one_line_is_a_text_answer(coach: Coach) -> None:
    heard = answer(coach, TEXT, "We said we would ring.")
    assert heard.answer_to("q.text") == Text("We said we would ring.")


def test_keys_that_type_no_letter_are_no_answer_and_no_words_are_lost_for_one(coach: Coach) -> None:
    heard = answer(coach, TEXT, "\x1b[A", "\x1b[5~\x1b[B", "It was quiet.")
    assert heard.out.count("Keys such as PgDn and the arrows do nothing here") == 2
    assert heard.answer_to("q.text") == Text("It was quiet.")
    heard = answer(coach, TEXT, "It was quiet.\x1b[D")
    assert heard.answer_to("q.text") == Text("It was quiet.\\u{1b}[D")


def test_a_full_stop_opens_a_long_answer_and_another_ends_it(coach: Coach) -> None:
    heard = answer(coach, TEXT, ".", "First.", "", "  - then this", ".")
    assert heard.answer_to("q.text") == Text("First.\n\n  - then this")


def test_keys_that_type_no_letter_are_no_line_of_a_long_answer_and_keep_none_open(
    coach: Coach,
) -> None:
    heard = answer(coach, TEXT, ".", "First.", "\x1b[6~", "Then this.", "\x1b[B.")
    assert heard.answer_to("q.text") == Text("First.\nThen this.")
    assert "so that line was not taken. Type it again." in heard


def test_a_command_word_inside_a_long_answer_is_text_and_that_is_said(coach: Coach) -> None:
    heard = answer(coach, TEXT, ".", "They said", "quit", "\\why", ".")
    assert heard.answer_to("q.text") == Text("They said\nquit\nwhy")
    assert "Taken as text. A full stop alone on a line ends the long answer." in heard


def test_a_long_answer_cut_off_by_the_end_of_input_is_kept_as_far_as_it_went(
    coach: Coach,
) -> None:
    asks(coach, section("only", TEXT))
    left = type_lines(coach, PREPARE, ".", "The first line", "and the second")
    assert left.entry is None
    resumed = type_lines(coach, PREPARE, "continue", "", "keep")
    assert resumed.answer_to("q.text") == Text("The first line\nand the second")


def test_a_text_that_is_too_long_is_refused_whole_and_asked_for_again(coach: Coach) -> None:
    heard = answer(coach, TEXT, "x" * (MOST_CHARACTERS + 1), "Shorter.")
    assert "Nothing was cut." in heard
    assert heard.out.count("q.text?") == 2
    assert heard.answer_to("q.text") == Text("Shorter.")


def test_the_rest_of_a_paste_too_long_is_not_taken_for_another_answer(coach: Coach) -> None:
    """What fitted is shown and held; the lines after it answer nothing."""
    asks(coach, section("only", TEXT, prompt("q.next")))
    paste = ["x" * 5_000, "y" * 5_000, "the rest of the paste"]
    heard = type_lines(coach, PREPARE, ".", *paste, ".", "", "", "keep")
    assert "one answer holds 8,000" in heard
    assert heard.answer_to("q.text") == Text("x" * 5_000)
    assert heard.answer_to("q.next") is None


# -- one word ---------------------------------------------------------------------------


def test_one_word_is_one_line(coach: Coach) -> None:
    assert answer(coach, WORD, "wired").answer_to("q.word") == Text("wired")


@pytest.mark.parametrize("odd", ["\x0b", "\x85", "\u2028", "\r"])
def test_one_word_stays_on_its_line_whatever_was_pasted(coach: Coach, odd: str) -> None:
    assert answer(coach, WORD, f"wired{odd}tired").answer_to("q.word") == Text("wired tired")


# -- picks ------------------------------------------------------------------------------


def test_the_choices_are_numbered_with_their_notes(coach: Coach) -> None:
    heard = answer(coach, ONE, "1")
    assert "1. Say it, then do it\n2. Real ones, however small\n3. Not cornered\n" in heard.out


@pytest.mark.parametrize("typed", ["2", "choice", "Choice", "real ones", "REAL ONES"])
def test_pick_one_takes_a_number_a_value_or_the_words(coach: Coach, typed: str) -> None:
    assert answer(coach, ONE, typed).answer_to("q.one") == Picked("choice")


@pytest.mark.parametrize("typed", ["0", "4", "real", "²", "9" * 5_000])
def test_what_is_not_a_choice_is_asked_again(coach: Coach, typed: str) -> None:
    heard = answer(coach, ONE, typed, "3")
    assert "That is not one of them. Answer with a number from 1 to 3, or the words." in heard
    assert heard.answer_to("q.one") == Picked("safety")


@pytest.mark.parametrize("typed", ["3 1", "1, 3", "3,1", "1 1 3"])
def test_pick_many_takes_numbers_in_any_order(coach: Coach, typed: str) -> None:
    assert answer(coach, MANY, typed).answer_to("q.many") == PickedMany(("trust", "safety"))


@pytest.mark.parametrize("typed", ["1 4", "one", ","])
def test_pick_many_asks_again_rather_than_take_a_part(coach: Coach, typed: str) -> None:
    heard = answer(coach, MANY, typed, "2")
    assert "Answer with numbers from 1 to 3, spaces or commas between them." in heard
    assert heard.answer_to("q.many") == PickedMany(("choice",))


@pytest.mark.parametrize(
    ("typed", "yes"), [("yes", True), ("Y", True), ("not yet", False), ("n", False)]
)
def test_yes_or_not_yet(coach: Coach, typed: str, yes: bool) -> None:
    assert answer(coach, YES, typed).answer_to("q.yes") == YesNotYet(yes)


def test_neither_yes_nor_not_yet_is_asked_again(coach: Coach) -> None:
    heard = answer(coach, YES, "perhaps", "not yet")
    assert heard.out.count("Answer yes or not yet.") == 2
    assert heard.answer_to("q.yes") == YesNotYet(False)


# -- lists and sorts --------------------------------------------------------------------


@pytest.mark.parametrize("end", ["", "."])
def test_a_list_is_one_thing_a_line(coach: Coach, end: str) -> None:
    heard = answer(coach, LIST, "two letters", "a missed repair", end)
    assert heard.answer_to("q.list") == Lines(("two letters", "a missed repair"))


def test_a_list_left_halfway_keeps_the_lines_it_has(coach: Coach) -> None:
    assert answer(coach, LIST, "two letters", "skip").answer_to("q.list") == Lines(("two letters",))


def test_a_list_too_long_keeps_what_fitted_and_takes_the_rest_for_nothing_else(
    coach: Coach,
) -> None:
    asks(coach, section("only", LIST, prompt("q.next")))
    typed = [str(number) for number in range(MOST_LINES + 2)]
    heard = type_lines(coach, PREPARE, *typed, "", "", "", "keep")
    assert f"has more than {MOST_LINES} lines." in heard
    assert heard.answer_to("q.list") == Lines(tuple(typed[:MOST_LINES]))
    assert heard.answer_to("q.next") is None


def test_a_sort_asks_for_its_three_groups_in_turn(coach: Coach) -> None:
    heard = answer(coach, SORT, "the rent is due", "", "how", "when", "", "whether today", "")
    assert heard.answer_to("q.sort") == Sorted(
        ("the rent is due",), ("how", "when"), ("whether today",)
    )
    asked = ["Must, cannot move today:", "May, can flex:", "Theirs, is theirs to decide:"]
    assert [line for line in heard.out.splitlines() if line in asked] == asked


def test_a_group_of_a_sort_may_be_left_empty(coach: Coach) -> None:
    assert answer(coach, SORT, "", "", "whether today", "").answer_to("q.sort") == Sorted(
        theirs=("whether today",)
    )


# -- promises ---------------------------------------------------------------------------


def test_a_promise_is_a_thing_a_day_and_an_owner(coach: Coach) -> None:
    heard = answer(coach, PROMISE, "Send the plan", "friday", "4", "Ring back", "", "", "")
    assert "Friday 27 November." in heard
    assert heard.answer_to("q.promise") == Promised(
        (
            Promise("Send the plan", date(2026, 11, 27), Whose.ANOTHER_TEAM),
            Promise("Ring back", None, Whose.MINE),
        )
    )


def test_a_day_in_another_year_is_said_with_its_year(coach: Coach) -> None:
    assert "Sunday 3 January 2027." in answer(coach, PROMISE, "Ring", "3 jan", "theirs", "")


def test_a_day_not_understood_is_said_with_an_example_and_asked_again(coach: Coach) -> None:
    heard = answer(coach, PROMISE, "Ring", "fridy", "tomorrow", "ours", "")
    assert "I do not know that day. Friday, in two weeks, 3 Dec or 2026-12-03" in heard
    assert heard.answer_to("q.promise") == Promised(
        (Promise("Ring", date(2026, 11, 23), Whose.OURS),)
    )


def test_words_that_are_no_day_stay_with_the_promise_when_they_are_said_again(
    coach: Coach,
) -> None:
    heard = answer(coach, PROMISE, "Ring", "once back", "once home", "once home", "ours", "")
    assert heard.answer_to("q.promise") == Promised((Promise("Ring, once home", None, Whose.OURS),))


def test_a_promise_left_before_its_day_is_kept_all_the_same(coach: Coach) -> None:
    heard = answer(coach, PROMISE, "Ring back", "finish", "keep")
    assert heard.answer_to("q.promise") == Promised((Promise("Ring back"),))


def test_what_was_carried_is_typed_group_by_group(coach: Coach) -> None:
    heard = answer(coach, CARRY, "I rushed", "", "the letter", "the queue", "", "")
    assert heard.answer_to("q.carry") == Carried(("I rushed",), ("the letter", "the queue"), ())
    assert "Mine:\nOurs, my organisation’s:\nThe system’s:\n" in heard.out


# -- the plan, and what is only said ----------------------------------------------------


def test_a_plan_is_two_lines(coach: Coach) -> None:
    heard = answer(coach, PLAN, "it goes quiet", "count to ten")
    assert "If:\nThen I will:\n" in heard.out
    assert heard.answer_to("q.plan") == IfThen("it goes quiet", "count to ten")


def test_a_plan_with_no_moment_is_skipped_at_once(coach: Coach) -> None:
    heard = answer(coach, PLAN, "")
    assert "Skipped." in heard
    assert "Then I will:" not in heard


def test_what_is_only_said_is_not_kept(coach: Coach) -> None:
    heard = answer(coach, SAY, "the words I said")
    assert "Nothing of it is kept." in heard
    assert "What you typed is not kept." in heard
    assert heard.answer_to("q.say") is None


# -- every form -------------------------------------------------------------------------


@pytest.mark.parametrize("asked", EVERY_FORM, ids=lambda asked: asked.form.value)
def test_an_empty_line_skips_and_nothing_is_made_of_it(coach: Coach, asked: Prompt) -> None:
    heard = answer(coach, asked, "")
    assert heard.answer_to(asked.id) is None


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        (TEXT, ["Words."]),
        (WORD, ["tired"]),
        (LIST, ["one", "two", ""]),
        (SORT, ["a", "", "b", "", "c", ""]),
        (CARRY, ["a", "", "b", "", "c", ""]),
        (PROMISE, ["Ring", "friday", "theirs", ""]),
        (PLAN, ["it rains", "wait"]),
        (YES, ["yes"]),
        (ONE, ["2"]),
        (MANY, ["1 2"]),
    ],
    ids=lambda value: value.form.value if isinstance(value, Prompt) else "",
)
def test_going_back_says_the_answer_and_an_empty_line_keeps_it(
    coach: Coach, asked: Prompt, typed: list[str]
) -> None:
    once = answer(coach, asked, *typed)
    again = answer(coach, asked, *typed, "back", "", "", "", "keep")
    assert "Your answer so far:" in again
    assert "Your answer stays as it was." in again
    assert again.answer_to(asked.id) == once.answer_to(asked.id) is not None


@pytest.mark.parametrize(
    ("asked", "typed", "words"),
    [
        (ONE, ["choice"], "Real ones An empty line keeps it"),
        (MANY, ["1 2"], "Say it, then do it, Real ones An empty line"),
        (YES, ["y"], "so far: Yes An empty line"),
        (PROMISE, ["Ring", "friday", "4", ""], "Ring, another team’s, by Friday 27 November An"),
        (SORT, ["a", "b", "", "", ""], "Must, cannot move today: a; b An empty line"),
        (CARRY, ["", "a", "b", "", ""], "Ours, my organisation’s: a; b An empty line"),
    ],
    ids=lambda value: value.form.value if isinstance(value, Prompt) else "",
)
def test_an_answer_is_said_back_in_words_rather_than_marks(
    coach: Coach, asked: Prompt, typed: list[str], words: str
) -> None:
    assert words in answer(coach, asked, *typed, "back", "finish")


def test_what_is_typed_takes_the_place_of_the_answer_before(coach: Coach) -> None:
    heard = answer(coach, LIST, "one", "two", "", "back", "three", "")
    assert heard.answer_to("q.list") == Lines(("three",))


def test_one_group_of_a_sort_is_typed_anew_and_the_others_stay(coach: Coach) -> None:
    heard = answer(coach, SORT, "a", "", "b", "", "c", "", "back", "", "new", "", "")
    assert heard.answer_to("q.sort") == Sorted(("a",), ("new",), ("c",))


def test_one_half_of_a_plan_is_typed_anew_and_the_other_stays(coach: Coach) -> None:
    heard = answer(coach, PLAN, "it rains", "wait", "back", "", "go in")
    assert heard.answer_to("q.plan") == IfThen("it rains", "go in")


@pytest.mark.parametrize("word", ["skip", "Back", "?", "quit"])
def test_a_backslash_types_the_word_itself(coach: Coach, word: str) -> None:
    assert answer(coach, TEXT, f"\\{word}").answer_to("q.text") == Text(word)


def test_any_other_backslash_is_left_alone(coach: Coach) -> None:
    assert answer(coach, TEXT, "\\o/ they said").answer_to("q.text") == Text("\\o/ they said")
