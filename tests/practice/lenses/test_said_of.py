"""Words count where they are said of those visited, however spelt and whatever stands between."""

import pytest

from practice.lenses.made import quotes
from tipcoach.library.lens_models import WordingModel
from tipcoach.library.lenses import wording_lens

FAMILY = {
    "id": "one",
    "term": "one",
    "why": "Why.",
    "forms": [{"say": ["rude", "i doubt", "lets .. run wild", "with no manners"], "of_them": True}],
}
LENS = wording_lens(
    WordingModel.model_validate(
        {
            "said_of": {
                "them": ["he", "she", "they", "hes", "family", "tenant*"],
                "others": ["i", "it", "we", "letter*", "weather", "garden"],
                "reporting": ["wrote", "thought"],
                "no": ["not", "never", "nobody"],
                "things": ["song*"],
            },
            "spelt": {"with": ["wi"], "no": ["nae"]},
            "fillers": ["just", "totally", "like"],
            "families": [FAMILY],
        }
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "He was rude.",
        "The family's rude, the last officer says.",
        "rude on the phone again",
        "I wrote rude, and that was all.",
        "I see the tenant was rude.",
        "key worker: rude to all",
        "He was cross when I rang and rude.",
        "A rude, tired family.",
        "It is a rude family, says the garden club.",
        "We will have four rude tenants, I bought cups.",
        "Asks for a garden, rude as ever.",
        "He rang from the garden and was rude.",
        "I was cross, I thought, rude.",
        "She never waits and rude with it.",
        "Knocked at the shop, rude to me.",
        "He fiddled with it then rude.",
    ],
)
def test_it_counts_of_them_or_of_nobody_who_is_named(text: str) -> None:
    assert quotes(LENS, text) == ["rude"]


def test_what_we_say_of_them_has_its_own_subject() -> None:
    assert quotes(LENS, "The weather broke the garden but I doubt it.") == ["I doubt"]


@pytest.mark.parametrize(
    "text",
    [
        "I was rude.",
        "He got our letter, and the letter was rude.",
        "She was never rude.",
        "Nobody was rude.",
        "The poster was rude.",
        "He showed me a rude drawing.",
        "He showed me a very rude drawing.",
        "He showed me rude songs.",
        "Her coat was rude, the colour I mean.",
        "The letter that we sent him was rude.",
        "I asked whether he was rude.",
        "Nobody on the stair was ever rude.",
        "He showed me a rude wee drawing.",
    ],
)
def test_it_does_not_count_of_us_or_of_things_or_where_it_is_denied(text: str) -> None:
    assert quotes(LENS, text) == []


def test_a_filler_may_stand_between_any_two_words_of_a_phrase() -> None:
    assert quotes(LENS, "She lets him just run totally wild.") == ["lets him just run totally wild"]
    assert quotes(LENS, "She lets him run about wild.") == []
    assert quotes(LENS, "He came with like no manners.") == ["with like no manners"]


def test_a_word_is_found_however_it_is_spelt() -> None:
    assert quotes(LENS, "He cam in wi nae manners.") == ["wi nae manners"]
    assert quotes(LENS, "He cam in wi some manners.") == []
