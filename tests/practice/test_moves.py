"""The moves lens: what nothing in a text suggests, and which of it is asked for."""

from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from making import checklist, pick, prompt, section, visit, when

from tipcoach.library.finder import find_prompts
from tipcoach.library.lenses import read_moves
from tipcoach.practice.answer import AnswerForm, Picked, Text
from tipcoach.practice.checklist import Choice
from tipcoach.practice.lenses.moves import FEWEST_WORDS, Move, MovesLens, choose
from tipcoach.practice.lenses.phrases import read_phrase
from tipcoach.practice.walk import Walk

DULL = (
    "The kettle was on and so was the radio. Tea in a blue cup, a clean table, a plant on the "
    "sill. Three chairs and a good view of the hill from there."
)


@cache
def real() -> MovesLens:
    return read_moves(find_prompts())


def missing(*texts: str) -> list[str]:
    return [move.id for move in real().missing(texts)]


def test_what_nothing_suggests_is_missing_and_the_least_sign_is_enough() -> None:
    assert "feeling" in missing(DULL)
    assert "feeling" not in missing(DULL, "Knackered.")
    assert "another-explanation" not in missing(f"{DULL} Prob the nightshift.")
    assert "assumption" not in missing(f"{DULL} I’d made my mind up.")


def test_of_a_fragment_nothing_is_missing() -> None:
    few = "word " * (FEWEST_WORDS - 1)
    assert missing(few) == []
    assert missing(few, "word") != []


SIGNS = ["i", "sad", "torn", "her side", "maybe", "assumed", "rule", "learnt", "tomorrow"]
WRITTEN = st.lists(st.text(max_size=60) | st.sampled_from([DULL, *SIGNS]), max_size=6)


@settings(max_examples=30)
@given(WRITTEN, st.sampled_from(["", "feeling", "learning"]), st.floats(0, 1, exclude_max=True))
def test_of_any_texts_at_most_one_is_chosen_and_never_one_that_was_made(
    texts: list[str], last: str, chance: float
) -> None:
    left = real().missing(texts)
    chosen = choose(left, last, chance)
    assert (chosen is None) == (not left)
    assert chosen is None or (chosen in left and (chosen.id != last or len(left) == 1))
    made = zip(("i-am-in-it", "feeling", "dilemma"), SIGNS, strict=False)
    assert not {move.id for move in left} & {id_ for id_, sign in made if sign in texts}


# -- on a walk ---------------------------------------------------------------------------

LANDED = pick(
    "land.heard", "nothing", Choice("hazard", "Danger", pathway="hazard"),
    Choice("not-safe", "I was not safe", unsafe=True),
)  # fmt: skip
WALK = Walk.begin(
    checklist(
        section("land", LANDED, landing=True),
        section("written", prompt("moment"), prompt("asks.same"), asks=None),
        section("word", prompt("word", AnswerForm.ONE_WORD)),
        section(
            "more",
            prompt("more.sad"),
            prompt("more.shut", when=when("land.heard", "hazard")),
            prompt("more.other"),
            asks=0,
        ),
        section("stop", prompt("stop.recorded", AnswerForm.YES_NOT_YET), stop=True),
    ),
    visit(),
).answer("moment", Text(DULL))
SAD = Move("sad", "more.sad", (read_phrase("sad", {}),))


def asked(walk: Walk, *moves: Move) -> list[str]:
    return [move.id for move in MovesLens(moves).may_be_asked(walk)]


def test_a_question_that_waits_is_on_no_walk_until_it_is_called() -> None:
    assert not any(each.id.startswith("more.") for each in WALK.open_prompts())
    called = WALK.call("more.sad")
    assert called.at == "more.sad"
    assert [each.id for each in called.open_prompts() if each.id[:5] == "more."] == ["more.sad"]
    assert WALK.call("more.shut") == WALK.call("nowhere") == WALK


def test_it_is_asked_where_it_can_be_and_was_not() -> None:
    assert asked(WALK, SAD) == ["sad"]
    assert asked(WALK, replace(SAD, prompt="more.shut")) == []
    assert asked(WALK, replace(SAD, prompt="nowhere")) == []
    assert asked(WALK, replace(SAD, prompt="moment")) == []
    assert asked(WALK, replace(SAD, asked_by=("asks.same",))) == []
    assert asked(WALK.answer("word", Text("wired")), replace(SAD, shown_by=("word",))) == []
    assert asked(WALK.answer("asks.same", Text("Sad.")), SAD) == []


def test_only_one_on_a_walk_and_none_when_it_stopped_or_the_officer_was_not_safe() -> None:
    assert asked(WALK.call("more.other"), SAD) == []
    assert asked(WALK.answer("land.heard", Picked("hazard")), SAD) == []
    assert asked(WALK.answer("land.heard", Picked("not-safe")), SAD) == []
