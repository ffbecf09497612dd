"""Whether other words can be put where a notice stands: where they would not read, they are not."""

import pytest

from tipcoach.practice.lenses.fitting import fits
from tipcoach.practice.lenses.notice import Lens, Notice

FACING = "is facing several things at once"


def fitting(text: str, quote: str, instead: str, lens: Lens = Lens.WORDING) -> bool:
    start = text.index(quote)
    return fits(text, Notice(lens, "x", start, start + len(quote), quote, "Why.", "", instead))


@pytest.mark.parametrize(
    ("text", "quote", "instead"),
    [
        ("She was being difficult today.", "being difficult", FACING),
        ("They are difficult.", "are difficult", FACING),
        ("She did not engage.", "not engage", "we have not yet found a way that works for them"),
        ("He is an addict.", "addict", "person who uses drugs"),
        ("It is a void.", "void", "empty home"),
        ("The addicts upstairs.", "addicts", "person who uses drugs"),
        ("It was the perpetrator.", "perpetrator", "the person who was reported"),
        ("No access again.", "No access", "we did not get in; not yet asked why"),
        ("It was squalid.", "squalid", "say what you saw, such as no working tap"),
        ("She keeps kicking off.", "kicking off", "was very upset, and was shouting"),
        ("He broke the agreement.", "broke the agreement", "the plan has not held"),
        ("She failed the plan.", "failed the plan", "the plan did not work this time"),
    ],
)
def test_what_would_not_read_is_not_put_there(text: str, quote: str, instead: str) -> None:
    assert not fitting(text, quote, instead)


@pytest.mark.parametrize(
    ("text", "quote", "instead"),
    [
        ("She is difficult.", "is difficult", FACING),
        ("He is a drug user.", "drug user", "person who uses drugs"),
        ("It was the addict.", "the addict", "the person who was here"),
        ("We have two voids.", "voids", "homes"),
        ("I will have an empty.", "empty", "empty home"),
        ("She failed to engage.", "failed to engage", "told us when she could come"),
        ("She did it.", "She did it", "we have not asked what gets in the way"),
    ],
)
def test_what_reads_is(text: str, quote: str, instead: str) -> None:
    assert fitting(text, quote, instead)


def test_what_stands_for_a_name_always_is() -> None:
    assert fitting("The Quill.", "Quill", "the tenant", Lens.IDENTIFIERS)
