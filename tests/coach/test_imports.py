"""Each floor of the house loads only what is its own: proved in a fresh interpreter."""

import pkgutil
import subprocess
import sys

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
