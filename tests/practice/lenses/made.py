"""A wording lens of a few phrases, as a practice lead might write them."""

from collections.abc import Mapping, Sequence
from typing import Any

from tipcoach.library.lens_models import WordingModel
from tipcoach.library.lenses import wording_lens
from tipcoach.practice.lenses.wording import WordingLens

Forms = Sequence[str | Mapping[str, Sequence[str]]]


def lens_of(
    forms: Forms,
    unless: Sequence[str] = (),
    lists: Mapping[str, Sequence[str]] | None = None,
    quoted: Mapping[str, Sequence[str]] | None = None,
) -> WordingLens:
    family: Any = {"id": "one", "term": "one", "why": "Why.", "forms": forms, "unless": unless}
    said = {"lists": lists or {}, "quoted": quoted or {}, "families": [family]}
    return wording_lens(WordingModel.model_validate(said))


def quotes(lens: WordingLens, text: str) -> list[str]:
    """What is noticed in a text, as it stands there."""
    notices = lens.read(text)
    assert [text[one.start : one.end] for one in notices] == [one.quote for one in notices]
    return [one.quote for one in notices]
