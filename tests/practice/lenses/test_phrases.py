"""Phrases as they are written in the lens files, and what they find."""

import pytest
from pydantic import ValidationError

from practice.lenses.made import lens_of, quotes
from tipcoach.practice.lenses.phrases import NotAPhrase


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("refus* to engage", "He refuses to engage. Refusing To Engage.", 2),
        ("refus* to engage", "He refuses. To engage is hard.", 0),
        ("did/do not engage", "They do not engage; we did not engage", 2),
        ("[really] hard to reach", "Hard to reach, really hard to reach", 2),
        ("[really] hard to reach", "It snowed. Hard to reach.", 1),
        ("[really] hard to reach", "It was really. Hard to reach.", 1),
        ("refused .. access", "refused access, refused us access, refused us all any access", 3),
        ("refused .. access", "refused one two three four access", 0),
        ("refused .. access", "He refused. Access was hard.", 0),
        ("non-compliant", "non-compliant, Non compliant, NON–COMPLIANT", 3),
        ("non-compliant", "noncompliant", 0),
        ("didn't open", "didnt open, didn’t open, DIDN'T OPEN", 3),
        ("hard to reach", "hard\r\nto reach", 1),
        ("hard to reach", "hard\r\n\r\nto reach", 0),
        ("addict*", "addict, addicts, addicted", 3),
        ("addict", "addicted, address", 0),
        ("no/nae access", "nae access", 1),
    ],
)
def test_a_phrase_finds(phrase: str, text: str, found: int) -> None:
    assert len(quotes(lens_of([phrase]), text)) == found


def test_any_word_of_a_list_will_do() -> None:
    lens = lens_of(["difficult <people>"], lists={"people": ["tenant*", "man"]})
    assert quotes(lens, "a difficult man, difficult tenants, a difficult visit") == [
        "difficult man",
        "difficult tenants",
    ]


@pytest.mark.parametrize(
    ("unless", "text", "found"),
    [
        ("~ to", "no access to it", 0),
        ("~ to", "no access. To it", 1),
        ("~ to", "no access today, to it", 1),
        ("we .. ~", "we have had no access", 0),
        ("we .. ~", "we had no access", 0),
        ("we .. ~", "we no access", 0),
        ("we .. ~", "we wrote. No access", 1),
        ("we .. ~", "we have had one two no access", 1),
        ("wheelchair*", "no access at all for wheelchairs", 0),
        ("wheelchair*", "no access. Wheelchairs", 1),
        ("not/no [at] ~", "not at no access", 0),
        ("~ .. lift", "no access, again, by lift", 0),
    ],
)
def test_a_phrase_is_left_alone_where_its_context_says(unless: str, text: str, found: int) -> None:
    assert len(quotes(lens_of(["no access"], [unless]), text)) == found


def test_a_phrase_may_count_in_one_context_only() -> None:
    lens = lens_of([{"say": ["clean"], "only": ["~ for .. months", "sober"], "unless": ["flat"]}])
    assert quotes(lens, "clean for six months") == ["clean"]
    assert quotes(lens, "He is clean and sober.") == ["clean"]
    assert quotes(lens, "He is clean. He is sober.") == []
    assert quotes(lens, "The flat was clean for two months") == []


def test_of_two_at_one_place_the_longer_is_said() -> None:
    lens = lens_of(["chaotic", "a chaotic lifestyle"])
    assert quotes(lens, "a chaotic lifestyle") == ["a chaotic lifestyle"]


def test_a_phrase_does_not_reach_over_a_comma_unless_words_may_stand_between() -> None:
    assert quotes(lens_of(["calm down"]), "Calm, down by the river.") == []
    lens = lens_of(["can pay .. wont pay"])
    assert quotes(lens, "can pay, won't pay") == ["can pay, won't pay"]


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "..",
        "[a/an] [the]",
        "~",
        "~ [a/an]",
        ".. access",
        "access ..",
        "~ one ~",
        "ab*",
        "hard/non-compliant",
        "hard/non-compl*",
        "hard [to get] in",
        "<nobody> is",
    ],
)
def test_a_phrase_that_cannot_be_looked_for_is_refused(phrase: str) -> None:
    with pytest.raises((ValidationError, NotAPhrase)):
        lens_of(["hard to reach", phrase])
