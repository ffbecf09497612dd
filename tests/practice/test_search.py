"""What is looked for, what is found, and the sentence that is shown for it."""

import pytest
from hypothesis import given
from making import anything, asked, entries, entry, visit

from tipcoach.errors import WrongUsage
from tipcoach.practice.answer import IfThen, Lines, Picked, Promised, Sorted, Text, YesNotYet
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.findable import findable
from tipcoach.practice.promises import Promise
from tipcoach.practice.query import CONDITIONS, read_query
from tipcoach.practice.search import Match, is_looked_for, match_of
from tipcoach.practice.visit import Channel
from tipcoach.practice.words import places_of, words_of

SAID = "The kettle was on. She asked about the bóiler and her mother’s key! Dr. Lal rang at 10:30."


def found(typed: str, one: Entry) -> Match | None:
    query, seen = read_query(typed), findable(one)
    return match_of(query, seen) if is_looked_for(query, seen) else None


def finds(typed: str, *answers: str) -> bool:
    return (
        found(typed, entry(*(asked(f"p{n}", Text(said)) for n, said in enumerate(answers))))
        is not None
    )


def words_shown(match: Match, most: int = 1_000) -> list[str]:
    said, spans = match.cut(most)
    return [said[start:end] for start, end in spans]


@pytest.mark.parametrize(
    "typed",
    [
        "kettle", "KETTLE", "kettle boiler", "bóiler", "BÓILER", "mother", "mother's",
        "mother’s key",
        '"the kettle"', '"was on she asked"', "ket*", '"her moth*"',
        "10:30", "dr", "“the kettle”", '"the kettle', "kettle:", "rent", "arrears kettle",
    ],
)  # fmt: skip
def test_it_is_found(typed: str) -> None:
    assert finds(typed, SAID)


@pytest.mark.parametrize(
    "typed",
    [
        "kettles",
        "kett",
        '"mother key"',
        "kettle shed",
        '"kettle the"',
        '"her moth"',
        "mothers",
        "oiler",
    ],
)
def test_it_is_not_found(typed: str) -> None:
    assert not finds(typed, SAID)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("strasse", "Die STRAßE"),
        ("ty", "tŷ'r ŵyl"),
        ("wyl", "tŷ'r ŵyl"),
        ("العربيه*", "قال العربيه"),
        ("final", "ﬁnal"),
        ("हिंदी", "वह हिंदी बोलती है"),
        ("naive", "nai\u0308ve"),
    ],
)
def test_case_accents_and_other_scripts(typed: str, said: str) -> None:
    assert finds(typed, said)


def test_a_phrase_does_not_reach_from_one_answer_into_the_next() -> None:
    assert finds('"one two"', "one two")
    assert not finds('"one two"', "one", "two")
    assert finds("one two", "one", "two")


def test_the_sentence_is_the_one_that_holds_most_of_it() -> None:
    match = found("she boiler the", entry(asked("p", Text(SAID))))
    assert match is not None
    assert match.sentence == "She asked about the bóiler and her mother’s key!"
    assert words_shown(match) == ["She", "the", "bóiler"]


def test_a_title_does_not_end_a_sentence() -> None:
    match = found("lal", entry(asked("p", Text(SAID))))
    assert match is not None
    assert match.sentence == "Dr. Lal rang at 10:30."


def test_a_phrase_over_the_end_of_a_sentence_is_shown_whole() -> None:
    match = found('"on she"', entry(asked("p", Text(SAID))))
    assert match is not None
    assert words_shown(match) == ["on. She"]


def test_a_long_sentence_is_cut_between_words_round_what_was_found() -> None:
    said = "a long way " * 50 + "to the kettle and on and on " + "for ever " * 50
    match = found("kettle", entry(asked("p", Text(said))))
    assert match is not None
    cut, _ = match.cut(60)
    assert len(cut) <= 60
    assert cut.startswith("…")
    assert cut.endswith("…")
    assert words_shown(match, 60) == ["kettle"]
    assert set(cut.strip("…").split()) <= set(said.split())


def test_every_form_of_answer_is_read_as_people_read_it() -> None:
    one = entry(
        asked("a", Picked("as-planned"), label="As I had planned it"),
        asked("b", Lines(("a heron", "an egret"))),
        asked("c", Sorted(("a must",), ("a may",), ("a choice",))),
        asked("d", Promised((Promise("Ring about the crane"),))),
        asked("e", IfThen("it goes quiet", "count to five")),
        asked("f", YesNotYet(True), question="Was the wren there?"),
    )
    for typed in ("planned", "egret", '"a choice"', "crane", "quiet count"):
        assert found(typed, one), typed
    for typed in ("yes", "wren", '"heron an"', "cannot", "mine"):
        assert found(typed, one) is None, typed


def test_conditions() -> None:
    one = entry(
        asked("a", Text("kettle"), principle=Principle.CHOICE),
        asked("b", None, principle=Principle.SAFETY),
        asked("c", Promised((Promise("ring"),))),
        visit=visit(channel=Channel.DOORSTEP),
        kind=Kind.REFLECTION,
        watched=Principle.TRUST,
    )
    met = (
        "purpose:arrears principle:choice principle:trust principle:trustworthiness kind:after"
        " kind:reflection channel:doorstep from:2026 from:2026-11 from:2026-11-22 to:2026"
        " to:2026-11 to:2026-11-22 has:promise PURPOSE:Arrears"
    )
    for condition in met.split():
        assert found(condition, one), condition
        assert found(f"kettle {condition}", one), condition
    not_met = (
        "purpose:offer principle:safety kind:before channel:home from:2027 from:2026-12"
        " from:2026-11-23 to:2025 to:2026-10 to:2026-11-21 has:plan has:stopped"
    )
    for condition in not_met.split():
        assert found(condition, one) is None, condition


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("prupose:arrears", "did you mean “purpose”"),
        ("channel:fone", "did you mean “phone”"),
        ("kind:walk", "mirror, team-walk, agreement, session or after-session"),
        ("has:promises", "did you mean “promise”"),
        ("principle:", "empowerment"),
        ("from:march", "2026-03"),
        ("to:2026-13", "2026-03"),
        ("kind:before kind:after", "twice"),
        ("note:kettle", "in quotes"),
        ("?! *", "no word"),
        ("", "no word"),
    ],
)
def test_what_is_not_understood_is_refused_with_what_there_is(typed: str, said: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        read_query(typed)
    assert said in str(refused.value)


@given(anything)
def test_anything_typed_is_understood_or_refused(typed: str) -> None:
    try:
        query = read_query(typed)
    except WrongUsage:
        return
    assert query.phrases or query.conditions
    assert {name for name, _ in query.conditions} <= CONDITIONS.keys()


@given(anything)
def test_the_words_and_their_places_are_the_same_words(said: str) -> None:
    assert [word for word, _, _ in places_of(said)] == words_of(said)


@pytest.mark.thorough
@given(entries)
def test_every_word_of_an_entry_finds_it_and_is_shown(one: Entry) -> None:
    for passage in findable(one).passages:
        for word in words_of(passage):
            match = found(f'"{word}"', one)
            assert match is not None
            assert words_of(words_shown(match)[0]) == [word]
            cut, spans = match.cut(12)
            assert len(cut) <= 12
            assert all(0 <= start < end <= len(cut) for start, end in spans)
