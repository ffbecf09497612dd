"""Each family of wording finds what it is there for, and leaves what only looks like it."""

from pathlib import Path

import pytest
import yaml

from practice.lenses.made import quotes
from tipcoach.library.finder import find_prompts
from tipcoach.library.lenses import read_wording

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
