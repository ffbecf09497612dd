"""Each family of wording finds what it is there for, and leaves what only looks like it."""

from pathlib import Path

import pytest
import yaml

from practice.lenses.made import quotes
from tipcoach.library.finder import find_prompts
from tipcoach.library.lens_check import together
from tipcoach.library.lenses import read_wording, wording_files
from tipcoach.library.load import load
from tipcoach.library.source_models import SourcesModel

LENS = read_wording(find_prompts())
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
    families = together(wording_files(find_prompts())).families
    sources = load(find_prompts() / "sources.yaml", SourcesModel)[0].sources
    keys = {one.key for one in sources}
    for family in families:
        assert set(family.sources) <= keys, family.id
        assert len(family.ask or "") <= 40, family.id
        assert len(family.instead or "") <= 60, family.id
