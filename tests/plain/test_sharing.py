"""Sharing line by line: what is chosen, what is looked at once more, and what a yes is."""

import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from making import Clock, asked, entry, real_library
from sharing_between import SUPERVISOR, Pair, two_people

from plain.talking import lines
from tipcoach.coach.reviewing import open_copy
from tipcoach.coach.sharing import Preparing, prepare_to_share
from tipcoach.plain.sharing import share_in_lines
from tipcoach.plain.talk import Talk
from tipcoach.practice.answer import Text
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Kind
from tipcoach.practice.shared_copy import SharedCopy

WORDS = {
    "land.word": "Wobbly.",
    "moment.stayed": "Mr Okoro went quiet.",
    "moment.mine": "My own jaw was tight.",
}
TO_THE_END = ("", "", "", "keep", "no", "yes")
"""No other words, no question, no principle, the name stays, nothing heavy, yes."""


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    made = two_people(tmp_path, clock)
    made.officer.library = real_library()
    return made


@dataclass(frozen=True)
class Talked:
    """What was said, as running text, and whether it ended with a yes."""

    shared: bool
    said: str


def preparing(pair: Pair) -> Preparing:
    made = entry(*(asked(id_, Text(said)) for id_, said in WORDS.items()), kind=Kind.REFLECTION)
    pair.officer.journal.add(made)
    return prepare_to_share(pair.officer, made.id, SUPERVISOR)


def types(pair: Pair, *typed: str, made: Preparing | None = None, chosen: bool = False) -> Talked:
    out = io.StringIO()
    talk = Talk(io.StringIO(lines(typed)), out)
    shared = share_in_lines(talk, pair.officer, made or preparing(pair), is_chosen=chosen)
    return Talked(shared, " ".join(out.getvalue().split()))


def brought(pair: Pair) -> SharedCopy:
    """The one copy that was shared, as its reader opens it."""
    (row,) = pair.brought()
    return open_copy(pair.supervisor, row.brought)


def copies(pair: Pair) -> list[Path]:
    return list(pair.box.glob("copy.*"))


def test_what_is_chosen_by_number_goes_and_nothing_else(pair: Pair) -> None:
    heard = types(pair, "1 3", "", "What did I miss?", "choice", "no", "yes")
    assert heard.shared
    copy = brought(pair)
    assert [part.answer for part in copy.parts] == ["Wobbly.", "My own jaw was tight."]
    assert (copy.question, copy.principle) == ("What did I miss?", Principle.CHOICE)
    assert "tipcoach take-back " in heard.said


def test_it_begins_with_the_promise_and_with_nothing_chosen(pair: Pair) -> None:
    heard = types(pair, "")
    assert "There is no written promise yet" in heard.said
    assert "Nothing is chosen" in heard.said
    assert heard.said.endswith("Nothing is shared.")
    assert not heard.shared and copies(pair) == []


@pytest.mark.parametrize("typed", ["", "y", "no", "Yes please", "ok", "skip", "finish", "quit"])
def test_only_the_word_yes_is_a_yes(pair: Pair, typed: str) -> None:
    heard = types(pair, "2", *TO_THE_END[:-1], typed)
    assert not heard.shared
    assert "Nothing is shared." in heard.said
    assert copies(pair) == []


@pytest.mark.parametrize("lines_typed", range(len(TO_THE_END)))
def test_when_the_lines_end_nothing_is_shared(pair: Pair, lines_typed: int) -> None:
    heard = types(pair, "2", *TO_THE_END[:lines_typed])
    assert not heard.shared
    assert heard.said.endswith("Nothing is shared.")
    assert copies(pair) == []


def test_the_whole_of_it_is_seen_before_the_yes(pair: Pair) -> None:
    heard = types(pair, "2", *TO_THE_END)
    before, _, _ = heard.said.partition("Type yes to share exactly this")
    seen = before.rpartition("This is all of it, word for word:")[2]
    assert "Mr Okoro went quiet." in seen and "Wobbly" not in seen
    assert "Supervisor B opens it, and so can you." in seen
    assert "You see when it is opened in tipcoach, but not when" in seen
    assert "Before it is opened Supervisor B sees your name and the month." in seen


def test_what_is_seen_before_it_is_opened_is_what_is_in_this_copy(pair: Pair) -> None:
    heard = types(pair, "2", "", "What did I miss?", "choice", "keep my words", "warn", "no")
    assert (
        "Before it is opened Supervisor B sees your name, the month, your question, the principle "
        "you name and the warning."
    ) in " ".join(heard.said.split())


def test_the_lens_is_seen_again_and_its_words_can_be_taken(pair: Pair) -> None:
    heard = types(pair, "2", "", "", "", "use that", "no", "yes")
    assert "“Mr Okoro”, in answer 2." in heard.said
    assert "Read it once as a neighbour or a colleague would." in heard.said
    assert [part.answer for part in brought(pair).parts] == ["The person went quiet."]


def test_other_words_hold_in_the_copy_and_the_entry_stays(pair: Pair) -> None:
    made = preparing(pair)
    heard = types(
        pair,
        "2",
        "1",
        "2",
        ".",
        "He went quiet.",
        "So did I.",
        ".",
        "",
        "",
        "",
        "no",
        "yes",
        made=made,
    )
    assert "That is not one of the answers you chose." in heard.said
    assert [part.answer for part in brought(pair).parts] == ["He went quiet.\nSo did I."]
    assert pair.officer.journal.read(made.entry.id) == made.entry


def test_heavy_detail_is_asked_about_once_and_can_be_kept_with_a_warning(pair: Pair) -> None:
    heard = types(pair, "1", "", "", "", "keep it, and warn the reader", "yes")
    assert heard.said.count("that the reader does not need") == 1
    assert brought(pair).heavy


def test_heavy_detail_can_be_reworded_then_and_there(pair: Pair) -> None:
    types(pair, "3", "", "", "", "reword it", "3", "Something in me was tight.", "", "yes")
    (part,) = brought(pair).parts
    assert part.answer == "Something in me was tight."
    assert not brought(pair).heavy


def test_back_goes_back_to_what_was_chosen(pair: Pair) -> None:
    heard = types(pair, "2", "back", "1", "", "", "", "no", "yes")
    assert heard.shared
    assert [part.answer for part in brought(pair).parts] == ["Wobbly."]


def test_a_question_that_is_too_long_is_asked_for_again(pair: Pair) -> None:
    heard = types(pair, "1", "", "x" * 501, "Short now?", "", "no", "yes")
    assert "That is too long: 500 characters at most." in heard.said
    assert brought(pair).question == "Short now?"


def test_parts_named_beforehand_go_on_with_the_lens(pair: Pair) -> None:
    made = preparing(pair)
    made.choose("land.word")
    heard = types(pair, "no", "yes", made=made, chosen=True)
    assert heard.shared and "Which of them?" not in heard.said
    assert [part.answer for part in brought(pair).parts] == ["Wobbly."]
