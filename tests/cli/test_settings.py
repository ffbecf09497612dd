"""`tipcoach settings`: what holds everywhere, said and chosen anew."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile import NAME, TEXTS, assert_harmless, assert_read

from cli.program import Done, coach_at, tipcoach
from tipcoach.coach.own_choices import OWN_CHOICES, OwnChoice, value_now

Here = Callable[..., Done]


def test_they_are_said_with_what_else_there_is(here: Here) -> None:
    done = here("settings")
    assert done.code == 0
    assert "look: as-terminal" in done.out
    assert "keep-words: no" in done.out
    assert "as-terminal" not in done.err
    assert "light, dark, high-contrast." in done.err
    assert "`tipcoach settings session-minutes no` changes it." in done.err
    assert "`tipcoach settings wording off` changes it." in done.err


def test_one_is_chosen_and_a_comment_beside_it_stays(home: Path, here: Here) -> None:
    path = home / "config" / "settings.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("# mine\nlook: dark  # for now\n", encoding="utf-8")
    assert here("settings", "look", "high-contrast").code == 0
    assert here("settings", "keep-words", "yes").code == 0
    assert path.read_text(encoding="utf-8") == (
        "# mine\nlook: high-contrast  # for now\nkeep_words: true\n"
    )
    said = json.loads(here("settings", "--json").out)
    assert (said["look"], said["keep-words"]) == ("high-contrast", "yes")


def test_what_is_no_look_is_refused_and_a_mistake_in_the_file_left_alone(
    home: Path, here: Here
) -> None:
    assert here("settings", "look", "blue").code == 2
    path = home / "config" / "settings.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("colour: red\n", encoding="utf-8")
    done = here("settings", "look", "dark")
    assert done.code == 1
    assert "colour" in done.err
    assert path.read_text(encoding="utf-8") == "colour: red\n"


@pytest.mark.parametrize("choice", OWN_CHOICES, ids=lambda one: one.name)
def test_every_choice_can_be_made_here_and_is_kept(
    home: Path, here: Here, choice: OwnChoice
) -> None:
    for value in (*choice.values[1:], choice.values[0]):
        done = here("settings", choice.name, value.name)
        assert done.code == 0
        assert f"{choice.name}: {value.name} (" in done.out
        assert value_now(coach_at(home), choice) == value
        assert here("settings", choice.name, "--json").document == {choice.name: value.name}


def test_a_lens_switched_here_is_switched_in_the_list_of_lenses(here: Here) -> None:
    here("settings", "wording", "off")
    assert "wording      off" in here("lenses").out
    here("lenses", "on", "wording")
    assert "wording: on" in here("settings").out


def test_what_is_hidden_is_said_and_asked_again(home: Path, here: Here) -> None:
    coach_at(home).remember(hidden=("safety.echo", "moment.noticed"))
    assert "hidden: two" in here("settings").out
    said = here("settings", "hidden").out
    assert "safety.echo: " in said
    assert "hidden: two" in said
    assert "asked again" in here("settings", "hidden", "safety.echo").err
    assert here("settings", "hidden", "--json").document == {"hidden": ["moment.noticed"]}
    assert here("settings", "hidden", "safety.echo").code == 1


def test_where_the_files_are_and_what_is_wrong_with_the_keys_is_said(
    home: Path, here: Here
) -> None:
    said = here("settings").out
    assert "keys: the usual ones" in said
    assert f"Settings: {home / 'config' / 'settings.yaml'}" in said
    assert not (home / "config").exists(), "nothing is written by looking"
    (home / "config").mkdir(parents=True)
    (home / "config" / "keys.yaml").write_text("home:\n  before: v\n  nonsense: x\n")
    done = here("settings")
    assert "keys: 1 line cannot be used" in done.out
    assert "nonsense" in done.err
    keys = here("settings", "--json").document["keys"]
    assert (keys["own"], len(keys["problems"])) == (1, 1)


@pytest.mark.parametrize("choice", OWN_CHOICES, ids=lambda one: one.name)
def test_with_a_mistake_in_the_file_none_is_made(home: Path, here: Here, choice: OwnChoice) -> None:
    path = home / "config" / "settings.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("colour: red\n", encoding="utf-8")
    done = here("settings", choice.name, choice.values[1].name)
    assert (done.code, done.out) == (1, "")
    assert done.err.count("colour") == 1
    assert path.read_text(encoding="utf-8") == "colour: red\n"


def test_with_a_mistake_in_the_file_it_is_not_said_that_nothing_is_hidden(
    home: Path, here: Here
) -> None:
    path = home / "config" / "settings.yaml"
    path.parent.mkdir(parents=True)
    path.write_text('colour: red\nhidden: ["safety.echo"]\n', encoding="utf-8")
    done = here("settings", "hidden", "safety.echo")
    assert (done.code, "colour" in done.err) == (1, True)
    assert "is not hidden" not in done.err


@pytest.mark.thorough
def test_hostile_words_in_the_file_are_shown_and_not_sent(home: Path, here: Here) -> None:
    coach_at(home).remember(hidden=tuple(one.text for one in TEXTS[:3]), also_in=NAME.text)
    for done in (here("settings"), here("settings", "hidden"), here("settings", "--json")):
        assert_harmless(done.both)
    assert_read(here("settings").out, NAME)
    assert_read(here("settings", "hidden").out, *TEXTS[:3])


@pytest.mark.thorough
def test_in_plain_lines_it_is_a_room_of_home(home: Path) -> None:
    done = tipcoach(home, "--plain", typed="Settings\nsettings look dark\nquit\n")
    assert ". Settings" in done.out
    assert "keep-words: no" in done.out
    assert coach_at(home).settings.look == "dark"
