"""The prompts are found both in a checkout and in an installed package."""

from pathlib import Path

import pytest

from tipcoach.errors import LibraryFault
from tipcoach.library.finder import LANGUAGE, find_prompts
from tipcoach.library.library import Library


def package(tmp_path: Path) -> Path:
    folder = tmp_path / "site" / "tipcoach"
    folder.mkdir(parents=True)
    return folder


def test_an_installed_package_carries_its_prompts_inside(tmp_path: Path) -> None:
    folder = package(tmp_path)
    inside = folder / "prompts" / LANGUAGE
    inside.mkdir(parents=True)
    assert find_prompts(folder) == inside


def test_a_checkout_has_them_beside_the_package(tmp_path: Path) -> None:
    folder = package(tmp_path)
    beside = folder.parent / "prompts" / LANGUAGE
    beside.mkdir(parents=True)
    assert find_prompts(folder) == beside


def test_those_inside_the_package_are_the_ones_it_was_made_with(tmp_path: Path) -> None:
    folder = package(tmp_path)
    for place in (folder, folder.parent):
        (place / "prompts" / LANGUAGE).mkdir(parents=True)
    assert find_prompts(folder) == folder / "prompts" / LANGUAGE


def test_without_prompts_it_is_said_where_they_should_be(tmp_path: Path) -> None:
    folder = package(tmp_path)
    (folder / "prompts" / "cy").mkdir(parents=True)
    with pytest.raises(LibraryFault, match="prompts are missing") as fault:
        find_prompts(folder)
    assert str(folder / "prompts") in str(fault.value)


def test_the_prompts_of_this_very_checkout_are_found() -> None:
    assert Library(find_prompts()).purposes
