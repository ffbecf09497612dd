"""Lines that are printed in a terminal: broken between words, and otherwise as they were."""

import pytest

from tipcoach.reports.wrapping import break_between_words


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("one two three", "one two\nthree"),
        ("a  b   c\n", "a  b   c\n"),
        ("  in from the margin", "  in from\n  the\n  margin"),
        ("/a/path/that/is/long and on", "/a/path/that/is/long\nand on"),
        ("see /a/path/that/is/long", "see\n/a/path/that/is/long"),
        ("見る 見る 見る", "見る 見る\n見る"),
        ("exactly ten and", "exactly\nten and"),
        ("", ""),
        ("            ", "            "),
    ],
)
def test_a_line_breaks_where_words_let_it(text: str, broken: str) -> None:
    assert break_between_words(text, 10) == broken
