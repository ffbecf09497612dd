"""A page on one's own learning: four fields, a month, and nobody in it (practice evidence 4.4).

The fields are those of the form for nurses and midwives, which is the nearest there is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tipcoach.practice.standard import Standard

WAS, LEARNED, CHANGED, STANDARDS = "was", "learned", "changed", "standards"
IN_WORDS = {
    WAS: "What it was",
    LEARNED: "What I learned",
    CHANGED: "What I changed in how I work",
}
"""The three fields that are written in words, with what stands over each."""
WHICH_STANDARD = "Which standard it speaks to"
MOST_IN_A_FIELD = 4_000
"""Characters of one field: the whole is a page."""


@dataclass(frozen=True, slots=True)
class LearningPage:
    """`month` is `YYYY-MM`; `words` are those of the fields that were answered, by field."""

    month: str
    words: Mapping[str, str]
    standards: tuple[Standard, ...]
