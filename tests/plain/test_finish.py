"""The end: nothing is kept or let go but by the officer's own word."""

from collections.abc import Callable

import pytest
from making import pick, prompt, section, when

from plain.talking import PREPARE, REFLECT, Heard, asks, type_lines
from tipcoach.coach.coach import Coach
from tipcoach.errors import NotSaved
from tipcoach.journal.writing import Writer
from tipcoach.practice.answer import MOST_CHARACTERS, AnswerForm, Promised, Text
from tipcoach.practice.checklist import Choice
from tipcoach.practice.promises import Promise

TEXT = section("first", prompt("one.a"))
GATED = section(
    "gate",
    pick("gate.open", Choice("open", "Open"), Choice("closed", "Closed")),
    prompt("behind.a", when=when("gate.open", "open")),
)
CLOSE_THE_GATE = ["open", "Behind it.", "back", "back", "closed"]


def prepare(coach: Coach, *typed: str) -> Heard:
    return type_lines(asks(coach, TEXT), PREPARE, *typed)


def entries(coach: Coach) -> list[object]:
    return list(coach.journal.records())


@pytest.mark.parametrize("typed", ["keep", "Keep", ""])
def test_keep_puts_the_entry_in_the_journal(coach: Coach, typed: str) -> None:
    heard = prepare(coach, "Words.", typed)
    assert "Kept in your journal. Shared with nobody." in heard
    assert f"Its id is {heard.kept.id}." in heard
    assert entries(coach) == [heard.kept]
    assert list(coach.drafts.all()) == []


def test_a_reflection_has_no_card(coach: Coach) -> None:
    heard = type_lines(asks(coach, TEXT), REFLECT, "Words.", "keep")
    assert heard.after("Shared with nobody.") == f" Its id is {heard.kept.id}."


def test_one_line_keeps_that_line_and_the_promises(coach: Coach) -> None:
    promise = section("last", prompt("q.promise", AnswerForm.PROMISE))
    asks(coach, TEXT, promise)
    typed = ["A long story.", "Ring", "", "", "", "one line", "It was the silence."]
    heard = type_lines(coach, PREPARE, *typed)
    assert "A long story." not in str(heard.kept)
    assert [asked.answer for asked in heard.kept.asked] == [
        Text("It was the silence."),
        Promised((Promise("Ring"),)),
    ]


def test_no_line_typed_leads_back_to_the_choice(coach: Coach) -> None:
    heard = prepare(coach, "Words.", "one line", "", "keep")
    assert heard.answer_to("one.a") == Text("Words.")


def test_one_line_that_is_too_long_is_refused_and_the_words_stay(coach: Coach) -> None:
    heard = prepare(coach, "Words.", "one line", "x" * (MOST_CHARACTERS + 1), "keep")
    assert "Nothing was cut." in heard
    assert heard.answer_to("one.a") == Text("Words.")


def test_let_go_asks_once_more_and_keeps_nothing(coach: Coach) -> None:
    heard = prepare(coach, "Words.", "let go", "let go")
    assert heard.entry is None
    assert "Let go. Nothing of it is kept." in heard
    assert entries(coach) == []
    assert list(coach.drafts.all()) == []


@pytest.mark.parametrize("typed", ["", "keep", "yes"])
def test_anything_but_the_words_again_lets_nothing_go(coach: Coach, typed: str) -> None:
    heard = prepare(coach, "Words.", "let go", typed, "keep")
    assert heard.answer_to("one.a") == Text("Words.")


def test_back_leads_to_the_last_question(coach: Coach) -> None:
    heard = prepare(coach, "Words.", "back", "Other words.", "keep")
    assert heard.answer_to("one.a") == Text("Other words.")


def test_quit_at_the_end_leaves_the_draft_there(coach: Coach) -> None:
    heard = prepare(coach, "Words.", "quit")
    assert "Saved. You stopped at the end, and it waits for you there." in heard
    resumed = prepare(coach, "continue", "keep")
    assert "Stopped at the end." in resumed
    assert resumed.answer_to("one.a") == Text("Words.")


@pytest.mark.parametrize("typed", ["finish", "skip"])
def test_the_end_is_said_to_be_the_end(coach: Coach, typed: str) -> None:
    heard = prepare(coach, "Words.", typed, "keep")
    assert "This is the end already." in heard
    assert heard.entry is not None


def test_what_is_not_one_of_the_words_is_asked_again(coach: Coach) -> None:
    heard = prepare(coach, "Words.", "perhaps", "keep")
    assert heard.out.count("Answer keep, one line, let go or back.") == 2


# -- what was set aside -----------------------------------------------------------------


def test_a_set_aside_answer_is_shown_and_let_go_by_an_empty_line(coach: Coach) -> None:
    asks(coach, GATED)
    heard = type_lines(coach, PREPARE, *CLOSE_THE_GATE, "", "keep")
    assert "behind.a? Behind it. An empty line lets it go. Answer keep or let go." in heard
    assert heard.answer_to("behind.a") is None


def test_a_set_aside_answer_may_be_kept(coach: Coach) -> None:
    asks(coach, GATED)
    heard = type_lines(coach, PREPARE, *CLOSE_THE_GATE, "keep", "keep")
    assert heard.answer_to("behind.a") == Text("Behind it.")
    assert [asked.set_aside for asked in heard.kept.asked] == [False, True]


def test_back_from_a_set_aside_answer_reopens_the_gate_with_it(coach: Coach) -> None:
    asks(coach, GATED)
    heard = type_lines(coach, PREPARE, *CLOSE_THE_GATE, "back", "open", "", "keep")
    assert heard.answer_to("behind.a") == Text("Behind it.")
    assert [asked.set_aside for asked in heard.kept.asked] == [False, False]


# -- a disk that does not take it -------------------------------------------------------


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], None]:
    """`failing(folder, times)`: the next writes under a folder of that name do not succeed."""

    def fail(folder: str, times: int) -> None:
        left = [times]
        write = Writer.write

        def refuse(self: Writer, path: object, data: bytes, *, once: bool) -> None:
            if folder in str(path) and left[0]:
                left[0] -= 1
                raise NotSaved("Not saved. The disk is full.", "Free some space.")
            write(self, path, data, once=once)  # type: ignore[arg-type]

        monkeypatch.setattr(Writer, "write", refuse)

    return fail


Failing = Callable[[str, int], None]


def test_an_entry_not_saved_is_said_and_tried_again(coach: Coach, failing: Failing) -> None:
    failing("/journal/", 2)
    heard = prepare(coach, "Words.", "keep", "again", "again")
    trouble = "Not saved. The disk is full. Free some space. Your words are still held here."
    assert heard.said.count(trouble) == 2
    assert "Kept in your journal." in heard
    assert entries(coach) == [heard.kept]


def test_an_entry_not_saved_may_be_left_as_a_draft(coach: Coach, failing: Failing) -> None:
    failing("/journal/", 1)
    heard = prepare(coach, "Words.", "keep", "quit")
    assert heard.entry is None
    assert "Saved. You stopped at the end" in heard
    assert prepare(coach, "continue", "keep").answer_to("one.a") == Text("Words.")


def test_a_draft_not_saved_is_said_once_and_once_more_when_it_is(
    coach: Coach, failing: Failing
) -> None:
    failing("/drafts/", 2)
    asks(coach, TEXT, section("s", prompt("s.a"), prompt("s.b")), section("t", prompt("t.a")))
    heard = type_lines(coach, PREPARE, "One.", "Two.", "Three.", "Four.")
    assert heard.said.count("Not saved. The disk is full.") == 1
    assert heard.said.count("Saved again.") == 1
    assert "The input ended here. Saved." in heard


def test_quit_with_a_draft_not_saved_offers_to_try_again(coach: Coach, failing: Failing) -> None:
    failing("/drafts/", 2)
    heard = type_lines(asks(coach, TEXT, GATED), PREPARE, "One.", "quit", "again")
    assert "quit leaves without what is not saved." in heard
    assert "Saved. You stopped at Gate" in heard
    assert len(list(coach.drafts.all())) == 1


def test_quit_twice_leaves_and_says_truly_that_it_is_not_saved(
    coach: Coach, failing: Failing
) -> None:
    failing("/drafts/", 100)
    heard = type_lines(asks(coach, TEXT, GATED), PREPARE, "One.", "quit", "quit")
    assert heard.out.endswith("What you wrote since it was last saved is not kept.\n")


def test_the_end_of_input_with_a_draft_not_saved_does_not_say_saved(
    coach: Coach, failing: Failing
) -> None:
    failing("/drafts/", 100)
    heard = type_lines(asks(coach, TEXT, GATED), PREPARE, "One.")
    assert heard.out.endswith("What you wrote since it was last saved is not kept.\n")
