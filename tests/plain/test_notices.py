"""What the lenses see, line by line: said once, opened by a word, and never in the way."""

from dataclasses import replace

import pytest
from making import prompt, section
from seeing import GUESS, NAME, WORDING, that_see

from plain.talking import PREPARE, REFLECT, Heard, asks, type_lines
from tipcoach.coach.coach import Coach
from tipcoach.dismissals import read_dismissals
from tipcoach.practice.answer import MOST_CHARACTERS, AnswerForm, Lines, Promised, Sorted, Text
from tipcoach.practice.lenses.notice import Lens

TEXT = section("one", prompt("one.text"))
NEXT = section("two", prompt("two.text"))
SAID = "Notice, wording: “at fault”. What was seen? Such as: not in. Type look to look at it."


@pytest.fixture
def looked_over(coach: Coach) -> Coach:
    return that_see(asks(coach, TEXT, NEXT), WORDING, NAME, GUESS)


def type_(coach: Coach, *typed: str) -> Heard:
    return type_lines(coach, PREPARE, *typed)


def test_it_is_said_once_after_the_answer_and_asks_for_nothing(looked_over: Coach) -> None:
    heard = type_(looked_over, "At ease, they were at fault.", "next", "keep")
    assert heard.out.count("Notice,") == 1
    assert SAID in heard.after("one.text?")[:140]
    assert heard.answer_to("one.text") == Text("At ease, they were at fault.")
    assert heard.answer_to("two.text") == Text("next")


def test_of_several_one_is_said_an_identifier_first(looked_over: Coach) -> None:
    heard = type_(looked_over, "Mr Quill was at fault, Wort said. At fault.")
    assert (
        "Notice, identifiers: “Mr Quill”. Perhaps: the tenant. And three more. Type look" in heard
    )


def test_a_guess_says_that_it_is_one(looked_over: Coach) -> None:
    heard = type_(looked_over, "It was Wort.")
    assert "Notice, identifiers, perhaps: “Wort”. It may be a name. Type look" in heard


def test_an_empty_line_or_nothing_to_see_says_nothing(looked_over: Coach) -> None:
    assert "Notice," not in type_(looked_over, "", "All quiet.", "keep")


def test_with_both_lenses_off_nothing_is_said(looked_over: Coach) -> None:
    for lens in (Lens.WORDING, Lens.IDENTIFIERS):
        looked_over.lenses.switch(lens, on=False)
    heard = type_(looked_over, "Mr Quill was at fault.", "finish", "keep")
    assert "Notice," not in heard
    assert "Not looked at" not in heard


@pytest.mark.parametrize("typed", ["use that", "1", "use", "Use"])
def test_the_other_words_are_put_in_when_they_are_chosen(looked_over: Coach, typed: str) -> None:
    heard = type_(looked_over, "At fault again.", "look", typed, "next", "keep")
    shown = heard.after("Wording: “At fault”. It blames. What was seen? Such as: not in")
    assert "1. use that, if that is what you saw 2. keep" in shown
    assert "Now it says: Not in again. two.text?" in heard
    assert heard.answer_to("one.text") == Text("Not in again.")
    assert heard.answer_to("two.text") == Text("next")


@pytest.mark.parametrize("lens", [Lens.WORDING, Lens.IDENTIFIERS])
def test_words_put_in_for_a_notice_get_none_but_for_who_somebody_is(
    coach: Coach, lens: Lens
) -> None:
    put = replace(NAME, lens=lens, quote="not in")
    heard = type_(that_see(asks(coach, TEXT), WORDING, put), "At fault.", "finish", "look", "use")
    assert "Now it says: Not in." in heard
    assert ("“Not in”" in heard) == (lens is Lens.IDENTIFIERS)


@pytest.mark.parametrize("typed", ["", "2", "keep my words", "back"])
def test_an_empty_line_keeps_the_words_and_the_question_goes_on(
    looked_over: Coach, typed: str
) -> None:
    heard = type_(looked_over, "At fault.", "look", typed, "next", "keep")
    assert heard.answer_to("one.text") == Text("At fault.")
    assert heard.answer_to("two.text") == Text("next")


def test_what_was_looked_at_is_not_said_again_in_this_sitting(looked_over: Coach) -> None:
    heard = type_(looked_over, "At fault.", "look", "", "back", "They: at fault.", "look", "")
    assert heard.out.count("Notice,") == 1
    assert "There is nothing to look at here." in heard


def test_not_asked_again_is_remembered_on_this_machine(looked_over: Coach) -> None:
    heard = type_(looked_over, "At fault.", "look", "do not ask again", "at fault", "keep")
    assert heard.out.count("Notice,") == 1
    kept = read_dismissals(looked_over.places.dismissed)
    assert kept.words == {Lens.WORDING: ("at fault",)}


def test_what_tells_who_somebody_is_is_not_written_down_by_it(looked_over: Coach) -> None:
    heard = type_(looked_over, "Mr Quill.", "look", "do not ask again", "3", "next", "keep")
    assert "3. switch off, the identifiers lens" in heard
    assert "That is not one of them." in heard
    assert not looked_over.places.dismissed.exists()
    assert not looked_over.lenses.is_on(Lens.IDENTIFIERS)


def test_a_guess_and_a_name_of_ones_own_may_be_left_alone(looked_over: Coach) -> None:
    looked_over.lenses.look_out_for(("Mr Quill",))
    that_see(looked_over, NAME, GUESS)
    heard = type_(looked_over, "Mr Quill, Wort.", "look", "never", "never", "")
    assert heard.out.count("do not ask again, of these words") == 2


def test_switched_off_it_says_how_it_is_switched_on(looked_over: Coach) -> None:
    heard = type_(looked_over, "At fault. Mr Quill.", "look", "", "switch off", "at fault", "keep")
    assert "tipcoach lenses on wording" in heard
    assert heard.out.count("wording: “at fault”".capitalize()) == 0
    assert "Not looked at" not in heard


def test_other_words_for_the_same_may_be_used_whatever_was_seen(looked_over: Coach) -> None:
    heard = type_(looked_over, "Mr Quill rang.", "look", "", "next", "keep")
    assert "Perhaps: the tenant 1. use that 2. keep my words" in heard


def test_look_goes_from_one_to_the_next_and_back_leaves_the_rest(looked_over: Coach) -> None:
    heard = type_(looked_over, "Mr Quill at fault.", "look", "", "back", "next", "keep")
    assert "Wording: “at fault”." in heard.after("Identifiers: “Mr Quill”.")
    assert "Not looked at: wording: “at fault”. Type look" in heard


def test_the_end_names_once_what_was_not_looked_at_identifiers_first(looked_over: Coach) -> None:
    heard = type_(looked_over, "At fault, at fault.", "Mr Quill. Wort.", "let go", "", "keep")
    assert (
        "Not looked at: identifiers: “Mr Quill”; identifiers, perhaps: “Wort”; wording: “At "
        "fault”; and one more. Type look to look at it. The end." in heard
    )
    assert heard.out.count("Not looked at") == 1
    assert heard.kept


def test_at_the_end_look_shows_them_and_the_end_goes_on(looked_over: Coach) -> None:
    heard = type_(looked_over, "", "Mr Quill.", "look", "use", "keep")
    assert "Back at the end." in heard
    assert heard.answer_to("two.text") == Text("the tenant.".capitalize())


@pytest.mark.parametrize("typed", ["look", "\\look"])
def test_with_a_backslash_it_is_a_word(looked_over: Coach, typed: str) -> None:
    heard = type_(looked_over, typed, "finish", "keep")
    assert heard.answer_to("one.text") == (None if typed == "look" else Text("look"))


def test_quit_while_looking_saves_and_leaves(looked_over: Coach) -> None:
    heard = type_(looked_over, "At fault.", "look", "quit", "never heard")
    assert "Saved. You stopped at Two" in heard


def test_what_does_not_fit_is_not_put_in(looked_over: Coach) -> None:
    long = "Mr Quill" + "x" * (MOST_CHARACTERS - 8)
    heard = type_(looked_over, long, "look", "use", "keep", "next", "keep")
    assert "Now it says" not in heard
    assert heard.answer_to("one.text") == Text(long)


LISTED = section("list", prompt("q.list", AnswerForm.LIST))
SORTED = section("sort", prompt("q.sort", AnswerForm.SORT))
PROMISED = section("promise", prompt("q.promise", AnswerForm.PROMISE))


def test_it_is_put_in_where_it_stands_among_several_texts(coach: Coach) -> None:
    that_see(asks(coach, LISTED, SORTED, PROMISED, NEXT), WORDING, NAME)
    heard = type_(
        coach,
        *("fine", "they are at fault", "", "look", "use"),
        *("one", "", "two", "Mr Quill", "", "", "look", "use"),
        *("ring", "", "", "ask Mr Quill", "", "", "", "look", "use", "next", "keep"),
    )
    assert heard.answer_to("q.list") == Lines(("fine", "they are not in"))
    assert heard.answer_to("q.sort") == Sorted(("one",), ("two", "The tenant"))
    promised = heard.answer_to("q.promise")
    assert isinstance(promised, Promised)
    assert [one.text for one in promised.promises] == ["ring", "ask the tenant"]


def test_an_answer_changed_while_it_is_asked_again_is_asked_anew(coach: Coach) -> None:
    that_see(asks(coach, SORTED, NEXT), WORDING)
    heard = type_(
        coach, "at fault", "", "may", "", "", "back", "look", "use", "", "", "", "", "keep"
    )
    assert "Must, cannot move today: not in" in heard.after("Now it says:")
    assert heard.answer_to("q.sort") == Sorted(("not in",), ("may",))


@pytest.mark.parametrize("kept", [True, False])
def test_told_on_the_screen_only_it_is_looked_at_once_it_is_kept(coach: Coach, kept: bool) -> None:
    retell = section("retell", prompt("q.retell", AnswerForm.ON_SCREEN_ONLY))
    that_see(asks(coach, retell, NEXT), WORDING)
    said = "keep" if kept else "let go"
    heard = type_lines(coach, REFLECT, "At fault.", ".", said, "look", "never", "", "quit")
    assert ("Notice, wording" in heard) == kept
    assert ("There is nothing to look at here." in heard) != kept
    assert "do not ask again" not in heard
    assert not coach.places.dismissed.exists()


def test_a_file_that_cannot_be_read_is_said_once_and_stops_nothing(looked_over: Coach) -> None:
    looked_over.places.config.mkdir(parents=True)
    looked_over.places.dismissed.write_text("wording: 3\n", encoding="utf-8")
    heard = type_(looked_over, "At fault.", "at fault", "keep")
    assert heard.out.count("wants a list of words") == 1
    assert heard.out.count("Notice,") == 2
    assert heard.kept


def test_of_the_one_line_it_is_said_before_it_is_kept(looked_over: Coach) -> None:
    heard = type_(looked_over, "Words.", "", "one line", "Mr Quill rang.", "They rang.")
    assert "Notice, identifiers: “Mr Quill”." in heard.after("The one line you keep.")
    assert [each.answer for each in heard.kept.asked if each.answer] == [Text("They rang.")]
    as_it_is = type_(looked_over, "Words.", "", "one line", "Mr Quill rang.", "")
    assert [each.answer for each in as_it_is.kept.asked if each.answer] == [Text("Mr Quill rang.")]


def test_where_there_are_no_other_words_it_says_how_to_write_it_oneself(
    looked_over: Coach,
) -> None:
    heard = type_(looked_over, "It was Wort.", "look", "back", "back", "It was loud.", "", "keep")
    assert "To write it yourself: back, and back again until its question is asked." in heard
    assert heard.answer_to("one.text") == Text("It was loud.")
    with_words = type_(looked_over, "At fault.", "look", "back", "", "keep")
    assert "To write it yourself" not in with_words
