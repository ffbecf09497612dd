"""Text in columns: however it is measured it is as wide, and lines hold as many words as fit."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcoach.reports.wrapping import width_of, wrap

WIDE = "見"
PLAIN = st.text(st.characters(codec="ascii"), max_size=80)
ODD = st.sampled_from(f"  ab’–{WIDE}é\u0301\u200d\u00ad\ufe0f\x00\x7f")
ANY = st.text(st.one_of(ODD, st.characters(exclude_categories=["Cs"])), max_size=80)
LONGEST = 8
WORD = st.text(st.sampled_from(f"ab’–{WIDE}\u0301"), min_size=1, max_size=LONGEST)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("as it is", 8),
        ("it’s – so", 9),
        (WIDE * 3, 6),
        ("e\u0301", 1),
        ("soft\u00adly", 6),
        ("\x7f", 1),
    ],
)
def test_a_text_takes_the_columns_a_terminal_gives_it(text: str, columns: int) -> None:
    assert width_of(text) == columns


@given(PLAIN)
def test_plain_letters_are_as_wide_alone_as_beside_others(text: str) -> None:
    assert width_of(text) == width_of(text + WIDE) - width_of(WIDE)


@given(ANY)
def test_a_text_is_as_wide_as_its_characters_one_by_one(text: str) -> None:
    assert width_of(text) == sum(map(width_of, text))


@given(ANY, st.integers(2, 40))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).split(" ")) == "".join(text.replace("\n", "").split(" "))


@given(st.lists(WORD, min_size=10, max_size=30), st.integers(LONGEST * 2, 24))
def test_a_line_ends_just_where_the_next_word_has_no_room(words: list[str], width: int) -> None:
    lines = wrap(" ".join(words), width)
    assert " ".join(lines) == " ".join(words)
    assert all(width_of(line) <= width for line in lines)
    for line, following in pairwise(lines):
        assert width_of(f"{line} {following.split(' ')[0]}") > width
