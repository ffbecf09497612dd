"""`tipcoach settings`: what holds everywhere, said and chosen anew."""

import json
from collections.abc import Callable
from pathlib import Path

from cli.program import Done

Here = Callable[..., Done]


def test_they_are_said_with_what_else_there_is(here: Here) -> None:
    done = here("settings")
    assert done.code == 0
    assert "look: as-terminal" in done.out
    assert "keep-words: no" in done.out
    assert "as-terminal" not in done.err
    assert "light, dark, high-contrast." in done.err


def test_one_is_chosen_and_a_comment_beside_it_stays(home: Path, here: Here) -> None:
    path = home / "config" / "settings.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("# mine\nlook: dark  # for now\n", encoding="utf-8")
    assert here("settings", "look", "high-contrast").code == 0
    assert here("settings", "keep-words", "yes").code == 0
    assert path.read_text(encoding="utf-8") == (
        "# mine\nlook: high-contrast  # for now\nkeep_words: true\n"
    )
    assert json.loads(here("settings", "--json").out) == {
        "look": "high-contrast",
        "keep-words": "yes",
    }


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
