"""Putting right, holding, keeping on and erasing, as they are asked for in a shell."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import PREPARATION, REFLECTION, Done, keep, tipcoach, with_answers, write_answers
from cli.program import files_under as files

Here = Callable[..., Done]
"""Run in this process, where the prompts are read once; one of each command runs for real."""

RARE = "quillwort"


@pytest.fixture
def kept(home: Path) -> str:
    return keep(home, with_answers(PREPARATION, {"orient.hat-sentence": f"I said {RARE}."}))


def has(home: Path, word: str) -> list[Path]:
    return [path for path in files(home) if word.encode() in path.read_bytes()]


def right(home: Path) -> str:
    return str(write_answers(home.parent, {"answers": {"orient.hat-sentence": "Put right."}}))


@pytest.mark.thorough
def test_a_correction_is_shown_with_the_version_before_it(home: Path, kept: str) -> None:
    done = tipcoach(home, "journal", "supersede", kept, "--answers", right(home), "--json")
    new = done.document["id"]

    assert tipcoach(home, "journal", "show", new, "--json").document["supersedes"] == kept
    shown = tipcoach(home, "journal", "show", new)
    assert "Put right." in shown.out and f"the version before it is {kept}" in shown.out
    old = tipcoach(home, "journal", "show", kept)
    assert RARE in old.out and f"The one that stands is {new}" in old.out
    again = tipcoach(home, "journal", "supersede", kept, "--answers", right(home))
    assert (again.code, new in again.err) == (2, True)


@pytest.mark.thorough
def test_line_by_line_the_version_before_can_be_erased_at_the_end(home: Path, kept: str) -> None:
    typed = "Put right.\nfinish\nkeep\nerase\nno\nerase\n"
    done = tipcoach(home, "journal", "supersede", kept, "--plain", typed=typed)

    assert done.code == 0
    assert "Has anyone asked to see records that this may be in?" in done.out
    assert has(home, RARE) == []
    assert len(has(home, "Put right.")) == 1


def test_erasing_asks_and_takes_no_for_an_answer(here: Here, home: Path, kept: str) -> None:
    for typed in ("", "\n", "yes\n", "not sure\n", "no\n", "no\n\n", "no\nquit\n"):
        done = here("journal", "erase", kept, typed=typed)
        assert (done.code, "Nothing was erased." in done.out) == (1, True), typed
    assert len(has(home, RARE)) == 1
    done = here("journal", "erase", kept, typed="no\nerase\n")
    assert done.code == 0
    assert has(home, RARE) == []


@pytest.mark.thorough
def test_a_reflection_takes_its_promise_with_it_and_says_so(home: Path) -> None:
    made = keep(home, REFLECTION)
    done = tipcoach(home, "journal", "erase", made, typed="no\nerase\n")
    assert "- the promise made in it" in done.out and "calendar" in done.out
    assert has(home, "Send the plan") == []


@pytest.mark.thorough
def test_with_both_answers_given_it_is_erased_without_asking(home: Path, kept: str) -> None:
    for short in ((), ("--yes",), ("--not-requested",)):
        done = tipcoach(home, "journal", "erase", kept, "--json", *short)
        assert (done.code, done.out) == (2, "")
    done = tipcoach(home, "journal", "erase", kept, "--json", "--yes", "--not-requested")
    assert done.document["erased"] == [kept]
    assert any("backup" in line for line in done.document["out_of_reach"])
    assert has(home, RARE) == []


def test_a_hold_says_why_it_is_not_erased_and_how_to_lift_it(here: Here, kept: str) -> None:
    done = here("journal", "hold", kept, "--reason", "A request", "--until", "2031-03-01")
    assert (done.code, done.out) == (0, "")
    done = here("journal", "erase", kept, "--yes", "--not-requested")
    assert done.code == 1
    assert "A request" in done.err and f"tipcoach journal hold {kept} --lift" in done.err
    assert "On hold" in here("journal", "show", kept).out
    said = here("journal", "hold", kept, "--lift", "--json").document["said"]
    assert said == {"what": "hold", "holds": False, "look_again": None, "reason": ""}
    assert here("journal", "hold", kept, "--lift").code == 2
    assert here("journal", "hold", kept, "--until", "the moon").code == 2


@pytest.mark.thorough
def test_what_is_due_and_what_there_is(home: Path, kept: str) -> None:
    assert "Nothing is due" in tipcoach(home, "journal", "due").out
    assert tipcoach(home, "journal", "due", "--json").document == {
        "entries": [],
        "more": False,
        "drafts": [],
        "holds": [],
    }
    assert tipcoach(home, "journal", "keep", kept, "--until", "2031-01-31").code == 0
    assert "31 January 2031" in tipcoach(home, "journal", "show", kept).out
    about = tipcoach(home, "journal", "about")
    assert "1  preparations" in about.out and RARE not in about.out
    assert "what was shared or signed with somebody" in " ".join(about.out.split())
    found = tipcoach(home, "journal", "about", "--json").document
    assert (found["kinds"], found["follow_ups"]) == ({"preparation": 1}, 1)
