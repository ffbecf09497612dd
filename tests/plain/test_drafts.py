"""Drafts from another day: offered once, never in the way."""

from pathlib import Path

import pytest
from making import Clock, prompt, section

from plain.talking import PREPARE, REFLECT, Heard, asks, type_lines
from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import Text
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel
from tipcoach.settings import HOME_VARIABLE, places

FIRST = section("first", prompt("one.a"))
SECOND = section("second", prompt("two.a"))


def leave(coach: Coach, clock: Clock, words: str, channel: Channel = Channel.PHONE) -> None:
    """Leave a draft a minute after the last, stopped at the second question."""
    clock.advance(minutes=1)
    type_lines(coach, PREPARE, *["later"] * any(coach.drafts.all()), words, "quit", channel=channel)


@pytest.fixture
def waiting(coach: Coach, clock: Clock) -> Coach:
    """A coach with one draft of a preparation."""
    leave(asks(coach, FIRST, SECOND), clock, "First.")
    return coach


def answers_on_disk(coach: Coach) -> list[str]:
    """What each draft answers to the first question, newest first."""
    return [
        str(draft.walk.answers["one.a"].text)  # type: ignore[union-attr]
        for draft in coach.drafts.all()
    ]


def test_a_draft_is_offered_with_what_it_is_when_and_how_far(waiting: Coach) -> None:
    heard = type_lines(waiting, PREPARE)
    assert (
        "A draft not finished: 1. Rent arrears, phone. Stopped at Second. "
        "Written Sunday 22 November at 16:06. Answer continue, later or discard." in heard
    )


def test_continue_goes_on_where_it_stopped(waiting: Coach) -> None:
    heard = type_lines(waiting, PREPARE, "continue", "Second.", "keep")
    assert heard.after("Rent arrears. Phone. Quick.").startswith(" Question 2 of 2, Second.")
    assert heard.answer_to("one.a") == Text("First.")
    assert heard.answer_to("two.a") == Text("Second.")
    assert list(waiting.drafts.all()) == []


@pytest.mark.parametrize("typed", ["later", "", "skip"])
def test_later_leaves_it_and_begins_anew(waiting: Coach, typed: str) -> None:
    heard = type_lines(waiting, PREPARE, typed, "Another.", "finish", "keep")
    assert heard.answer_to("one.a") == Text("Another.")
    assert answers_on_disk(waiting) == ["First."]


def test_discard_asks_once_more(waiting: Coach) -> None:
    heard = type_lines(waiting, PREPARE, "discard", "discard")
    assert "It cannot be brought back." in heard
    assert "Discarded." in heard
    assert list(waiting.drafts.all()) == []


@pytest.mark.parametrize("typed", ["", "no", "yes"])
def test_anything_but_the_word_again_keeps_the_draft(waiting: Coach, typed: str) -> None:
    heard = type_lines(waiting, PREPARE, "discard", typed, "later")
    assert "Discarded." not in heard
    assert answers_on_disk(waiting) == ["First."]


@pytest.mark.parametrize("key", ["\x1b[6~", "\x1b[A", "\x1bOP", "\x1b[[A", "\x1b"])
def test_a_key_that_types_no_letter_is_asked_again_and_never_taken_for_the_word(
    waiting: Coach, key: str
) -> None:
    heard = type_lines(waiting, PREPARE, "discard", key, f"{key}discard", "", "later")
    assert heard.out.count("Keys such as PgDn and the arrows do nothing here") == 2
    assert "Type it again." in heard and "Discarded." not in heard
    assert answers_on_disk(waiting) == ["First."]
    assert "Discarded." in type_lines(waiting, PREPARE, "discard", key, "discard")


def test_what_is_not_understood_is_asked_again(waiting: Coach) -> None:
    heard = type_lines(waiting, PREPARE, "continue 2", "perhaps", "continue")
    assert heard.out.count("Answer continue, later or discard.") == 3
    assert heard.after("Answer continue, later or discard.").endswith(
        "it waits for you there. To go on with it: tipcoach prepare --plain"
    )


def test_several_drafts_are_one_question_newest_first(waiting: Coach, clock: Clock) -> None:
    leave(waiting, clock, "Newer.", channel=Channel.HOME)
    heard = type_lines(waiting, PREPARE, "discard 2", "discard", "continue", "finish", "keep")
    assert "newest first: 1. Rent arrears, home. Stopped at Second. Written" in heard
    assert "2. Rent arrears, phone. Stopped at Second." in heard
    assert heard.answer_to("one.a") == Text("Newer.")


def test_continue_without_a_number_means_the_newest(waiting: Coach, clock: Clock) -> None:
    leave(waiting, clock, "Newer.")
    heard = type_lines(waiting, PREPARE, "continue", "finish", "keep")
    assert heard.answer_to("one.a") == Text("Newer.")


def test_a_draft_of_the_other_kind_is_not_offered(waiting: Coach) -> None:
    assert "draft" not in type_lines(waiting, REFLECT)


def test_changed_questions_are_told_and_the_old_ones_asked(waiting: Coach) -> None:
    asks(waiting, FIRST, section("second", prompt("two.b")))
    heard = type_lines(waiting, PREPARE, "continue")
    assert "The questions have changed since. You get the ones you began with." in heard
    assert "two.a?" in heard


def test_unchanged_questions_are_not_mentioned(waiting: Coach) -> None:
    assert "changed" not in type_lines(waiting, PREPARE, "continue")


def test_looking_back_offers_only_the_drafts_of_that_preparation(
    coach: Coach, clock: Clock
) -> None:
    older, newer = (
        type_lines(coach, PREPARE, "support", "finish", "keep").kept.id for _ in range(2)
    )
    type_lines(coach, REFLECT, "yes", "quit", of=older)
    assert "A draft not finished" not in type_lines(coach, REFLECT, of=newer)
    heard = type_lines(coach, REFLECT, "continue", "finish", "keep", of=older)
    assert heard.kept.follows == older


def test_a_draft_that_cannot_be_used_is_named_and_left_alone(waiting: Coach) -> None:
    broken = waiting.places.drafts / "01ARZ3NDEKTSV4RRFFQ69G5FAV.json"
    broken.write_text("{", encoding="utf-8")
    heard = type_lines(waiting, PREPARE)
    assert "A draft cannot be used, and is left alone:" in heard
    assert "".join(heard.out.split()).count("01ARZ3NDEKTSV4RRFFQ69G5FAV.json:") == 1
    assert broken.exists()


def test_a_name_on_disk_cannot_act_on_the_terminal(tmp_path: Path, clock: Clock) -> None:
    """A folder may have been named by somebody else."""
    home = Coach(places({HOME_VARIABLE: str(tmp_path / "\x1b[31mhome")}), clock=clock)
    home.places.drafts.mkdir(parents=True)
    (home.places.drafts / "01ARZ3NDEKTSV4RRFFQ69G5FAV.json").write_text("{", encoding="utf-8")
    heard = type_lines(home, PREPARE)
    assert "\x1b" not in heard.out
    assert "\\u{1b}[31mhome" in "".join(heard.out.split())


def test_quit_at_the_offer_changes_nothing(waiting: Coach) -> None:
    assert "Nothing was begun." in type_lines(waiting, PREPARE, "quit")
    assert answers_on_disk(waiting) == ["First."]


# -- of a session with somebody ---------------------------------------------------------------


def sit_down(coach: Coach, *typed: str, with_whom: str | None) -> Heard:
    return type_lines(
        coach, Kind.SESSION, *typed, purpose=None, channel=None, form=None, with_whom=with_whom
    )


@pytest.fixture
def talked(coach: Coach) -> Coach:
    """A coach with the draft of a session with officer-a."""
    sit_down(coach, "", "quit", with_whom="officer-a")
    return coach


def test_what_was_agreed_with_one_person_is_not_gone_on_with_with_another(talked: Coach) -> None:
    heard = sit_down(talked, "finish", "keep", with_whom="officer-b")
    assert "A draft not finished" not in heard
    assert heard.kept.with_whom == "officer-b"
    (left,) = talked.drafts.all()
    assert isinstance(left, Draft) and left.with_whom == "officer-a"


@pytest.mark.parametrize("asked", ["officer-a", None])
def test_it_is_offered_by_whom_it_is_with_and_stays_with_them(
    talked: Coach, asked: str | None
) -> None:
    heard = sit_down(talked, "continue", "finish", "keep", with_whom=asked)
    assert "1. Session, one to one, with officer-a. Stopped at Arrive." in heard
    assert heard.kept.with_whom == "officer-a"


def test_one_that_is_with_nobody_is_not_offered_for_somebody(coach: Coach) -> None:
    sit_down(coach, "", "quit", with_whom=None)
    assert "A draft not finished" not in sit_down(coach, "quit", with_whom="officer-a")
    heard = sit_down(coach, "quit", with_whom=None)
    assert "1. Session, one to one. Stopped at Arrive." in heard
