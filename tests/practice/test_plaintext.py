"""Text that could act is made visible, ordinary text is left alone, and both for good."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from making import anything

from tipcoach.practice.plaintext import clean, clean_line

# U+061C, the marks and overrides of U+200E to U+202E, the isolates of U+2066 to U+2069.
DIRECTIONS = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def acts(character: str) -> bool:
    """Whether a terminal or a reader of text obeys it and shows nothing."""
    code = ord(character)
    return (
        (code < 0x20 and character != "\n")
        or 0x7F <= code <= 0x9F
        or code in DIRECTIONS
        or 0xD800 <= code <= 0xDFFF
        or 0xE0000 <= code <= 0xE007F
        or character in "\u200b\u2060\ufeff\u2028\u2029"
    )


@settings(max_examples=400)
@given(anything)
@example("".join(map(chr, range(0x2100))))
@example("".join(map(chr, range(0xD7FF, 0xE001))))
@example("".join(map(chr, range(0xE0000, 0xE0100))))
@example("\r\r\n\n\r")
def test_nothing_that_acts_comes_out(text: str) -> None:
    assert not [character for character in clean(text) if acts(character)]
    line = clean_line(text)
    assert "\n" not in line
    assert not [character for character in line if acts(character)]
    clean(text).encode("utf-8")


@settings(max_examples=400)
@given(anything)
@example("a" + "\u0301" * 200)
@example("\u0301" * 5 + "\u200d" + "\u0301" * 5)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


ORDINARY = [
    "", " ", "a", "two\nlines", "“I am from the housing team.”", "naïve café – 5 × £3 … €2",
    "Ysgol Gŵyr, tŷ'r ŵyl", "Łódź, Čeština, Việt Nam, İstanbul", "العربية أب", "עברית", "हिन्दी",
    "فارسی می‌خواهم",
    "👩‍👩‍👧‍👦 👍🏽 🏴 ❤️ 1️⃣", "中文 日本語 한국어", "e\u0301 o\u0302\u0323",
    "[/oops] [b] {0} %s $HOME \\n \\u{1b}",
    "=cmd|' /C calc'!A0", "</script>", "w" * 4_000, "a\u00a0b", "soft\u00adhyphen",
]  # fmt: skip


@pytest.mark.parametrize("text", ORDINARY, ids=lambda text: ascii(text)[:24])
def test_ordinary_text_of_any_language_is_left_as_it_is(text: str) -> None:
    assert clean(text) == text


@given(
    st.text(
        st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\u1680").filter(
            lambda character: unicodedata.category(character) not in ("Mn", "Me")
        )
    )
)
def test_letters_digits_and_signs_are_left_as_they_are(text: str) -> None:
    assert clean(text) == text


MADE_VISIBLE = [
    ("\x1b[2J", "\\u{1b}[2J"),
    ("\x1b]52;c;aGk=\x07", "\\u{1b}]52;c;aGk=\\u{7}"),
    ("\x9b31m", "\\u{9b}31m"),
    ("\x1b]8;;http://x\x1b\\", "\\u{1b}]8;;http://x\\u{1b}\\"),
    ("\b\b\r", "\\u{8}\\u{8}\n"),
    ("a\x00b\x7f", "a\\u{0}b\\u{7f}"),
    ("\u202eabc\u202c", "\\u{202e}abc\\u{202c}"),
    ("\u2066abc\u2069", "\\u{2066}abc\\u{2069}"),
    ("a\u200bb\ufeffc\u2060d", "a\\u{200b}b\\u{feff}c\\u{2060}d"),
    ("\u200e\u200f\u061c", "\\u{200e}\\u{200f}\\u{61c}"),
    ("\U000e0041\U000e007f", "\\u{e0041}\\u{e007f}"),
    ("\ud800", "\N{REPLACEMENT CHARACTER}"),
    ("a" + "\u0301" * 200, "a" + "\u0301" * 4),
    ("a\u0301\u0302\u0303\u0304\u0305b\u0301", "a\u0301\u0302\u0303\u0304b\u0301"),
    ("\tx", "    x"),
    ("one\r\ntwo\rthree\x0bfour\x0cfive\x85six\u2028seven\u2029eight",
     "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "seen"), MADE_VISIBLE, ids=lambda text: ascii(text)[:24])
def test_what_could_act_is_made_visible_so_that_nothing_typed_is_lost(text: str, seen: str) -> None:
    assert clean(text) == seen
    assert clean_line(text) == seen.replace("\n", " ")
