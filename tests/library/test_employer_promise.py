"""The employer's written promise: whole, with a name and a date, or none."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tipcoach.errors import LibraryFault
from tipcoach.library.employer_promise import read_employer_promise
from tipcoach.practice.employer_promise import NO_PROMISE, EmployerPromise, promise_lines

WHOLE = """\
promise: |
  Journals are not used for appraisal or discipline.
  Nobody is asked to show one.
exceptions:
  - Serious harm to somebody, or the risk of it.
  - What a court orders.
given_by: "the director of housing"
given_on: 2026-10-01
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "employer-promise.yaml"


def read(path: Path, text: str) -> EmployerPromise | None:
    path.write_text(text, encoding="utf-8")
    return read_employer_promise(path)


def refused(path: Path, text: str) -> Sequence[str]:
    with pytest.raises(LibraryFault) as fault:
        read(path, text)
    return [str(problem) for problem in fault.value.problems]


def test_a_promise_is_shown_with_its_exceptions_its_giver_and_its_day(path: Path) -> None:
    assert promise_lines(read(path, WHOLE)) == (
        "Journals are not used for appraisal or discipline.",
        "Nobody is asked to show one.",
        "Except:",
        "- Serious harm to somebody, or the risk of it.",
        "- What a court orders.",
        "Given by the director of housing on 1 October 2026.",
    )


def test_no_exceptions_are_a_promise_too_and_said_as_that(path: Path) -> None:
    start, _, _ = WHOLE.partition("exceptions:")
    end = "given_by: A\ngiven_on: 2026-10-01\n"
    found = read(path, f"{start}exceptions: None\n{end}")
    assert found is not None
    assert found.exceptions == ()
    assert promise_lines(found)[2] == "It names no exceptions."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# promise:\n#   nothing yet\n",
        "---\n",
        "promise:\nexceptions:\ngiven_by:\ngiven_on:\n",
        'promise: ""\ngiven_by: ""\n',
    ],
    ids=["empty", "comments", "a start", "four fields", "two fields"],
)
def test_where_nothing_is_filled_in_there_is_no_promise(path: Path, text: str) -> None:
    assert read(path, text) is None


def test_without_a_file_it_is_said_that_there_is_none(path: Path) -> None:
    assert read_employer_promise(path) is None
    assert promise_lines(None)[0] == NO_PROMISE


EMPTY = "exceptions is empty; where there are none, write `exceptions: none`."
SLIPS = {
    "a field misspelt": ("given_by:", "given_bye:", 7, "is not a field here; did you mean"),
    "no giver": ('given_by: "the director of housing"\n', "", None, "given_by is missing."),
    "a blank giver": ('"the director of housing"', '"  "', 7, "given_by is empty."),
    "a day in words": ("2026-10-01", "last autumn", 8, "given_on wants a day, such as 2026-10-01."),
    "a moment": ("2026-10-01", "2026-10-01T09:00:00", 8, "given_on wants a day"),
    "no such day": ("2026-10-01", "2026-02-31", 8, "has a value that cannot be read."),
    "a number": ('"the director of housing"', "7", 7, "given_by wants text."),
    "one line": ("\n  - What a court orders.", "\n  - none", 4, "has “none” among its lines;"),
    "a line that is no text": ("What a court orders.", "7", 6, "wants text."),
    "a giver too long": ("the director", "the director" * 11, 7, "given_by is too long."),
    "a promise too long": ("Nobody", "Nobody " * 600, 1, "promise is too long."),
    "twice": ("given_by:", "given_on: 2026-10-01\ngiven_by:", 9, "has `given_on` twice"),
    "an alias": ("given_on: 2026-10-01", "given_on: &a 2026-10-01\nx: *a", 9, "uses an alias"),
    "no YAML": ("exceptions:", "exceptions: [", None, "is not YAML"),
}


@pytest.mark.parametrize(("old", "new", "line", "said"), SLIPS.values(), ids=SLIPS)
def test_a_mistake_is_said_with_its_line_and_makes_no_promise(
    path: Path, old: str, new: str, line: int | None, said: str
) -> None:
    assert old in WHOLE
    problems = refused(path, WHOLE.replace(old, new, 1))
    (problem,) = [problem for problem in problems if said in problem]
    assert problem.startswith("employer-promise.yaml, line ")
    if line:
        assert problem.startswith(f"employer-promise.yaml, line {line}:")


@pytest.mark.parametrize("exceptions", ["", " []", ' ""'])
def test_exceptions_left_empty_may_have_been_forgotten(path: Path, exceptions: str) -> None:
    start, _, _ = WHOLE.partition("exceptions:")
    text = f"{start}exceptions:{exceptions}\ngiven_by: A\ngiven_on: 2026-10-01\n"
    assert refused(path, text) == [f"employer-promise.yaml, line 4: {EMPTY}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [("- promise\n", "wants a mapping of fields."), ("Trust us.\n", "wants a mapping of fields.")],
)
def test_what_is_no_list_of_fields_is_refused(path: Path, text: str, said: str) -> None:
    (problem,) = refused(path, text)
    assert problem.endswith(said)


def test_what_is_out_of_size_or_a_link_is_not_read(path: Path, tmp_path: Path) -> None:
    (large,) = refused(path, WHOLE + "# more\n" * 100_000)
    assert "is larger than 512 KB" in large
    path.rename(tmp_path / "elsewhere.yaml")
    path.symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(LibraryFault, match="is a link"):
        read_employer_promise(path)


def test_nothing_in_it_acts_on_a_terminal(path: Path) -> None:
    text = (
        'promise: "One\\e[2J"\nexceptions: ["Two\\u202e\\nthree"]\n'
        'given_by: "A\\nB\\a"\ngiven_on: 2026-10-01\n'
    )
    assert read(path, text) == EmployerPromise(
        "One\\u{1b}[2J", ("Two\\u{202e} three",), "A B\\u{7}", date(2026, 10, 1)
    )
