"""`tipcoach keys`: every action with its key, and one's own written down where they are read."""

from collections.abc import Callable
from pathlib import Path

from cli.program import Done
from tipcoach.tui import keys

Here = Callable[..., Done]


def own_keys(home: Path, text: str) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "keys.yaml").write_text(text, encoding="utf-8")


def test_it_prints_a_file_that_is_ready_and_says_where_it_goes(home: Path, here: Here) -> None:
    done = here("keys")
    assert (done.code, done.err) == (0, "")
    assert str(home / "config" / "keys.yaml") in done.out.splitlines()[0]
    own_keys(home, done.out)
    assert here("keys") == done
    assert "Fine        Keys you press. They are the usual ones.\n" in here("doctor").out


def test_it_prints_the_keys_as_they_are_now(home: Path, here: Here) -> None:
    own_keys(home, "walk:\n  next: F5\n")
    assert "  next: F5 " in here("keys").out
    assert "Keys you press. 1 of your own." in here("doctor").out


def test_it_writes_the_file_where_none_is_and_leaves_one_that_is(home: Path, here: Here) -> None:
    done = here("keys", "--write")
    path = home / "config" / "keys.yaml"
    assert (done.code, done.out) == (0, "")
    assert str(path) in done.err
    path.write_text("walk:\n  next: F5\n", encoding="utf-8")
    again = here("keys", "--write")
    assert (again.code, again.out) == (1, "")
    assert "was left as it is" in again.err
    assert path.read_text(encoding="utf-8") == "walk:\n  next: F5\n"


def test_what_is_wrong_is_said_by_its_line_here_and_in_doctor(home: Path, here: Here) -> None:
    own_keys(home, "walk:\n  nexxt: F5\n  guide: F12\n")
    wrong = "keys.yaml, line 2: there is no action called “nexxt” in walk. Perhaps “next”."
    done = here("keys")
    assert (done.code, done.err) == (1, f"{wrong}\n")
    assert "  guide: F12 " in done.out
    doctor = here("doctor")
    assert doctor.code == 1
    assert wrong in " ".join(doctor.out.split())


def test_as_json_every_action_says_what_does_the_same_without_a_screen(here: Here) -> None:
    found = here("keys", "--json").document
    assert found["problems"] == []
    assert {(one["place"], one["action"]) for one in found["keys"]} == {
        (screen, action.name.replace("_", "-"))
        for action in keys.REGISTRY
        for screen in action.screens
    }
    assert all(one["plain"] and one["keys"] for one in found["keys"])
    assert {one["stays"] for one in found["keys"] if one["action"] == "leave"} == {True}
