"""Other words put where a notice stands: with a capital where, and only where, one belongs."""

import pytest

from tipcoach.practice.lenses.instead import with_instead
from tipcoach.practice.lenses.notice import Lens, Notice


def notice(text: str, quote: str, instead: str, lens: Lens = Lens.IDENTIFIERS) -> Notice:
    start = text.index(quote)
    return Notice(lens, "about", start, start + len(quote), quote, "why", "", instead)


@pytest.mark.parametrize(
    ("text", "goes_on", "then"),
    [
        ("Mr Fern rang.", False, "The person rang."),
        ("He left. Mr Fern rang.", False, "He left. The person rang."),
        ("I rang Mr Fern.", False, "I rang the person."),
        ("Mr Fern goes quiet", True, "the person goes quiet"),
        ("he waits. Mr Fern goes", True, "he waits. The person goes"),
    ],
)
def test_the_capital_of_a_name_goes_with_it_but_where_a_sentence_begins(
    text: str, goes_on: bool, then: str
) -> None:
    found = notice(text, "Mr Fern", "the person")
    assert with_instead(text, found, goes_on=goes_on) == then


def test_that_of_other_words_stays_wherever_it_stood() -> None:
    found = notice("so No access it was", "No access", "no way in", Lens.WORDING)
    assert with_instead("so No access it was", found) == "so No way in it was"
