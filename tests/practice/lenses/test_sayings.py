"""Each family of wording finds what it is there for, and leaves what only looks like it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from practice.lenses.made import quotes
from tipcoach.library.finder import find_prompts
from tipcoach.library.identifier_models import IdentifiersModel, KindModel
from tipcoach.library.lens_check import together
from tipcoach.library.lens_models import FamilyModel
from tipcoach.library.lenses import read_identifiers, read_wording, wording_files
from tipcoach.library.load import load
from tipcoach.library.source_models import SourcesModel

LENS = read_wording(find_prompts())
IDENTIFIERS = read_identifiers(find_prompts(), ())
FAMILIES = together(wording_files(find_prompts())).families
KINDS = load(find_prompts() / "lenses" / "identifiers.yaml", IdentifiersModel)[0].kinds
STANDS_IN = (
    "{}", "{}.", "She {}.", "He {} on Monday.", "They {}, at the door.", "He is {}.", "Today {}.",
    "They are a {}.", "The family was here, {}.", "He said {}.", "I wrote that she {}.",
    "I met a {} today.", "We saw {} at the door.", "The {}",
)  # fmt: skip
SAYINGS = yaml.load(
    Path(__file__).with_name("sayings.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)


@pytest.mark.parametrize("family", SAYINGS)
def test_a_family_is_noticed(family: str) -> None:
    said = SAYINGS[family]["notice"]
    assert [one for one in said if family not in {each.about for each in LENS.read(one)}] == []


@pytest.mark.parametrize("family", SAYINGS)
def test_what_only_looks_like_it_is_left_alone(family: str) -> None:
    said = SAYINGS[family]["leave"]
    assert len(said) >= 2
    assert {one: quotes(LENS, one) for one in said if quotes(LENS, one)} == {}


def test_every_source_is_named_and_what_is_said_fits_the_screen() -> None:
    sources = load(find_prompts() / "sources.yaml", SourcesModel)[0].sources
    keys = {one.key for one in sources}
    for family in FAMILIES:
        assert set(family.sources) <= keys, family.id
        assert len(family.ask or "") <= 40, family.id
        assert len(family.instead or "") <= 60, family.id


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.id)
def test_what_it_asks_and_suggests_is_noticed_by_no_lens(family: FamilyModel) -> None:
    said = [family.ask] if family.ask else []
    said += [sentence.format(family.instead) for sentence in STANDS_IN if family.instead]
    assert _seen_in(said) == {}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_vaguer_word_is_noticed_by_no_lens(kind: KindModel) -> None:
    assert _seen_in([sentence.format(kind.blur) for sentence in STANDS_IN]) == {}


def _seen_in(sentences: Sequence[str]) -> dict[str, list[str]]:
    """What is noticed in sentences, as they stand and with a capital in front."""
    both = [each for one in sentences for each in (one, one[:1].upper() + one[1:])]
    seen = {one: [each.quote for each in (*LENS.read(one), *IDENTIFIERS.read(one))] for one in both}
    return {one: quotes for one, quotes in seen.items() if quotes}
