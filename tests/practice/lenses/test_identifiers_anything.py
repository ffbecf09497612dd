"""Whatever is typed, the identifiers lens says where things stand and nothing goes wrong."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipcoach.library.lenses import read_identifiers

LENS = read_identifiers(Path(__file__).parents[3] / "prompts" / "en-GB", ("Tŷ Gwyn", "Ana"))
SAID = """
Mrs mr. Okoro darren flat 12 number nine Rowan Court rd St 3/11 the twelfth of may 07700
900142 oh seven double four at dot com a@b AB12 CDE QQ123456C ref TEN-1 only man in block
tŷ gwyn ty\u0302 Samira سلام 🌷 e\u0301 ' ’ “ ” - / . , : ( )
"""
PIECES = st.sampled_from([*SAID.split(), "\n"])
TEXTS = st.one_of(st.text(max_size=20), st.lists(PIECES, max_size=15).map(" ".join))


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_notices_stand_in_order_and_quote_what_is_there(text: str) -> None:
    end = 0
    for one in LENS.read(text):
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.quote
        end = one.end


@pytest.mark.parametrize("piece", ["a", "1", "A ", "1 ", "a-", "flat ", "1/", "the ", "@", "oh "])
def test_the_worst_text_of_the_longest_answer_is_read_at_once(piece: str) -> None:
    begun = time.process_time()
    LENS.read((piece * 8_000)[:8_000])
    assert time.process_time() - begun < 1
