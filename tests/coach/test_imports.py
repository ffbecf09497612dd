"""Each floor of the house loads only what is its own: proved in a fresh interpreter."""

import pkgutil
import subprocess
import sys

import pytest

import tipcoach.coach
import tipcoach.practice


def left_by(modules: list[str], watched: list[str]) -> list[str]:
    """Which of `watched` are loaded once `modules` have been imported."""
    program = (
        "import importlib, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        f"print([name for name in {watched!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return list(eval(done.stdout))


def all_of(package: str, paths: list[str]) -> list[str]:
    found = [f"{package}.{module.name}" for module in pkgutil.iter_modules(paths)]
    assert len(found) > 4
    return [package, *found]


@pytest.mark.thorough
def test_every_use_case_can_be_had_without_a_screen() -> None:
    modules = all_of("tipcoach.coach", list(tipcoach.coach.__path__))
    assert left_by(modules, ["textual", "rich"]) == []


def test_the_first_question_waits_for_no_heavy_import() -> None:
    """What a front end imports to begin a walk reads no YAML and validates nothing yet."""
    modules = ["tipcoach.coach.coach", "tipcoach.coach.begin", "tipcoach.coach.sitting"]
    assert left_by(modules, ["textual", "pydantic", "yaml", "ulid", "filelock"]) == []


def test_practice_is_pure() -> None:
    modules = all_of("tipcoach.practice", list(tipcoach.practice.__path__))
    watched = ["textual", "rich", "yaml", "pydantic", "ulid", "filelock", "platformdirs", "click"]
    assert left_by(modules, watched) == []


def test_the_first_frame_waits_for_no_heavy_import() -> None:
    """Home, and what opens it: nothing that reads YAML, validates, or belongs to a later screen."""
    modules = ["tipcoach.cli", "tipcoach.cli.at_hand", "tipcoach.coach.coach", "tipcoach.tui.app"]
    heavy = ["pydantic", "yaml", "ulid", "filelock", "sqlite3", "pyrage", "docx", "icalendar"]
    later = [
        "tipcoach.library", "tipcoach.journal", "tipcoach.supervision", "tipcoach.practice.walk",
        "tipcoach.coach.begin", "tipcoach.tui.screens.walk", "tipcoach.tui.screens.sheet",
        "tipcoach.tui.widgets.writing_area", "textual.widgets._text_area",
        "tipcoach.tui.screens.palette", "tipcoach.tui.remapping", "tipcoach.key_settings",
    ]  # fmt: skip
    assert left_by(modules, [*heavy, *later]) == []


def test_keys_are_printed_and_checked_without_a_screen() -> None:
    modules = ["tipcoach.cli.keys", "tipcoach.tui.keys_file", "tipcoach.tui.remapping"]
    assert left_by(modules, ["textual", "rich", "yaml", "pydantic"]) == []


def test_what_is_due_is_counted_with_nothing_validated() -> None:
    """Where nothing is kept, or it is noted already, there is no file to read for it."""
    modules = ["tipcoach.coach.promises", "tipcoach.journal.journal", "tipcoach.journal.noted"]
    assert left_by(modules, ["pydantic", "yaml", "ulid", "filelock"]) == []


@pytest.mark.thorough
def test_a_walk_with_nobody_waits_for_nothing_of_sessions() -> None:
    """What is read ahead while the menu is on the screen, and held from then on."""
    modules = ["tipcoach.tui.screens.visit", "tipcoach.tui.screens.walk"]
    sessions = [
        "tipcoach.supervision", "tipcoach.coach.agenda", "tipcoach.coach.agreeing",
        "tipcoach.coach.sharing", "tipcoach.tui.screens.session_agenda",
        "tipcoach.tui.screens.session_record", "tipcoach.tui.screens.reading_view",
    ]  # fmt: skip
    assert left_by(modules, [*sessions, "pydantic", "yaml", "pyrage", "docx"]) == []
