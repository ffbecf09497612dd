"""Families of what people are or do are left where it is plainly said of somebody else."""

import pytest

from practice.lenses.made import quotes
from tipcoach.library.lens_models import WordingModel
from tipcoach.library.lenses import wording_lens
from tipcoach.practice.lenses.wording import WordingLens

FAMILY = {"id": "one", "term": "one", "why": "Why.", "forms": ["rude", "failed to come"]}
SAID_OF = {
    "them": ["he", "she", "they", "him", "her", "tenant*", "family", "man"],
    "others": ["i", "we", "it", "gate", "boiler", "plumber*", "doctor*"],
    "callers": ["plumber*", "doctor*"],
    "reporting": ["said", "wrote", "says", "thought"],
    "things": ["gate", "letter*"],
    "between": ["was", "were", "is", "are", "never", "very", "that", "had", "did", "then"],
}


def lens(*, of_people: bool) -> WordingLens:
    family = FAMILY | {"of_people": of_people}
    return wording_lens(WordingModel.model_validate({"said_of": SAID_OF, "families": [family]}))


OTHERS = [
    "Some boys on the estate are rude.",
    "The lad upstairs was rude.",
    "We were very rude.",
    "I never was rude.",
    "The gate is rude.",
    "The new rules are that rude I laughed.",
    "Markets are rude.",
    "We gave him a day and then failed to come.",
    "The boiler man failed to come.",
    "The plumber was to ring at ten and he failed to come.",
    "Our plumber forgot the key, got lost and was rude.",
    "Failed to come, our fault.",
    "Rude of ours, that.",
    "Made to look rude by us.",
    "Rude, that gate, and heavy.",
    "It had a rude awakening.",
    "The plumber who was to ring her back on Monday was rude.",
    "The man from the boiler firm was rude.",
    "Rough plaster on the gable is rude.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_it_is_left_where_it_is_plainly_of_somebody_else(text: str) -> None:
    assert quotes(lens(of_people=True), text) == []


@pytest.mark.parametrize("of_people", [True, False])
def test_right_before_a_thing_it_describes_the_thing(*, of_people: bool) -> None:
    assert quotes(lens(of_people=of_people), "It was a rude gate.") == []
    assert quotes(lens(of_people=of_people), "It was a rude sort of gate.") == []


@pytest.mark.parametrize("text", OTHERS)
def test_only_such_a_family_is(text: str) -> None:
    assert len(quotes(lens(of_people=False), text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Rude on the phone again.",
        "He was very rude.",
        "He is a rude sort of man.",
        "Some boys came by and he was rude.",
        "I rang and he was rude.",
        "I rang twice and she never was that rude.",
        "We gave him a day, and the tenant then failed to come.",
        "When I rang and then failed to come, that was the end.",
        "The doctor said he failed to come.",
        "The plumber met her and she was rude.",
        "The plumber met the family and was rude.",
        "The man failed to come.",
        "It was rude.",
        "I thought, rude.",
        "The family's rude.",
        "The man with the rules is rude.",
        "Things were rude.",
        "Rude, he was, and by the way it was ours.",
        "Rude, that man, to all.",
        "Failed to come, the plumber says.",
        "Failed to come, the gate was locked.",
        "Failed to come, gate open.",
        "The plumber who was here says the tenant was rude.",
        "Big Mo is rude.",
    ],
)
def test_it_counts_wherever_it_may_be_of_those_visited(text: str) -> None:
    assert len(quotes(lens(of_people=True), text)) == 1
