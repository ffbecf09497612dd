"""What a prompt author does at the command line: look up, check, try."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from making import real_library

from cli.program import Done, files_under, tipcoach
from tipcoach.library.finder import find_prompts
from tipcoach.practice.visit import Channel, Form
from tipcoach.reports.wrapping import width_of

WIDTH = 78
ALONE = (
    "staff-mirror", "walk-it-as-them", "agreement", "session", "session-group", "team-time",
    "after-session",
)  # fmt: skip

Here = Callable[..., Done]
"""Run in this process, where the prompts are read once; one of each command runs for real."""


def temporary(folder: Path) -> dict[str, str]:
    """Where temporary files go, so that a test sees what is left of them."""
    folder.mkdir()
    return {"TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}


def listed(here: Here, *more: str) -> list[dict[str, Any]]:
    done = here("prompts", "list", "--json", *more)
    assert (done.code, done.err) == (0, "")
    found: list[dict[str, Any]] = done.document["prompts"]
    return found


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A copy of the prompts to make mistakes in."""
    return Path(shutil.copytree(find_prompts(), tmp_path / "en-GB"))


def change(path: Path, old: str, new: str) -> int:
    """Put `new` in the place of the first `old`; the number of its line."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


# -- list --------------------------------------------------------------------------------


def test_every_prompt_of_every_walk_is_in_the_list(here: Here) -> None:
    library = real_library()
    asked = {
        prompt.id
        for checklist in ("prepare", "reflect")
        for purpose in library.purposes
        for form in Form
        for prompt in library.checklist(checklist, purpose.id, Channel.HOME, form).prompts
    }
    alone = {prompt.id for checklist in ALONE for prompt in library.standalone(checklist).prompts}
    assert {*library.checklists} == {"prepare", "reflect", *ALONE}
    assert alone - {one["id"] for one in listed(here)} == set()
    assert not alone & {one["id"] for one in listed(here, "--purpose", "arrears")}
    assert asked - {one["id"] for one in listed(here)} == set()


@pytest.mark.thorough
def test_a_purpose_leaves_what_its_visits_are_asked(here: Here) -> None:
    found = {one["id"] for one in listed(here, "--purpose", "notice")}
    own = {one["id"] for one in listed(here) if one["purposes"] == ["notice"]}
    assert own <= found
    assert own
    assert {one["id"] for one in listed(here, "--purpose", "arrears")} & own == set()
    for checklist in ("prepare", "reflect"):
        for channel in Channel:
            made = real_library().checklist(checklist, "notice", channel, Form.FULL)
            assert {prompt.id for prompt in made.prompts} <= found
    dropped = [one for one in listed(here) if "notice" in one["not_asked_for"]]
    assert [one["id"] for one in dropped if one["id"] in found] == []


def test_what_is_said_of_the_forms_is_what_is_asked(here: Here) -> None:
    made = real_library().checklist("prepare", "arrears", Channel.HOME, Form.QUICK)
    quick = {one["id"] for one in listed(here, "--purpose", "arrears") if "quick" in one["forms"]}
    assert {prompt.id for prompt in made.prompts} <= quick
    assert "watch.principle" not in quick
    assert "arrears.letters" not in quick


def test_the_list_is_in_columns_under_the_file_and_fits(home: Path) -> None:
    done = tipcoach(home, "prompts", "list", "--purpose", "arrears")
    lines = done.out.split("\n")
    assert lines[0] == "checklists/prepare.yaml"
    assert "purposes/arrears.yaml" in lines
    rows = [line for line in lines if line.startswith("  ")]
    assert len({row.index("before") for row in rows if "before" in row}) == 1
    assert max(map(width_of, lines)) <= WIDTH
    assert lines[-2] == f"{len(rows)} prompts."


def test_a_purpose_that_does_not_exist_is_said_with_the_nearest(here: Here) -> None:
    done = here("prompts", "list", "--purpose", "arears")
    assert (done.code, done.out) == (1, "")
    assert "did you mean “arrears”" in done.err


# -- show --------------------------------------------------------------------------------


def test_a_prompt_is_shown_whole(home: Path) -> None:
    said = " ".join(tipcoach(home, "prompts", "show", "arrears.court").out.split())
    for part in (
        "Question: Does court need mentioning today?",
        "Why: Court hinted at",
        "Hint: Not today",
        "Example: “I have to tell you",
        "Answer: words, few or many.",
        "Asked only if the hat is landlord or both.",
        "The law in it is that of Scotland.",
        "Pre-action requirements, Scotland (Ask CPAG) https://askcpag.org.uk/",
        "Reviewed by nobody yet.",
        "people with lived experience have had: none yet.",
    ):
        assert part in said
    assert "Before a visit · trust · only for arrears" in said


def test_the_line_it_is_said_to_stand_on_is_where_it_stands(here: Here) -> None:
    for one in listed(here):
        lines = (find_prompts() / one["file"]).read_text(encoding="utf-8").split("\n")
        assert lines[one["line"] - 1].strip() == f"- id: {one['id']}"


def test_other_words_are_labelled_by_channel_and_purpose(here: Here) -> None:
    done = here("prompts", "show", "choice.real-choices")
    said = " ".join(done.out.split())
    assert "Other words when you meet by phone (principles/choice.yaml, line" in said
    assert "Other words for absence, when you meet at home (purposes/absence.yaml, line" in said
    assert "Not asked if nothing is theirs to decide (business.sort)." in said
    lines = done.out.split("\n")
    assert max(width_of(line) for line in lines if "http" not in line) <= WIDTH


def test_choices_and_stop_rules_are_shown(here: Here) -> None:
    said = " ".join(here("prompts", "show", "land.heard").out.split())
    assert "a stop rule: domestic-abuse" in said
    assert "the officer was not safe" in said


def test_a_notice_is_shown_with_what_is_sensitive(here: Here) -> None:
    heavy = next(one for one in listed(here) if one["heavy"])
    said = " ".join(here("prompts", "show", heavy["id"]).out.split())
    assert f"Sensitive. Shown first: {heavy['heavy']}" in said


def test_as_json_it_is_the_one_in_the_list(here: Here) -> None:
    done = here("prompts", "show", "arrears.court", "--json")
    assert done.document == next(one for one in listed(here) if one["id"] == "arrears.court")
    assert done.document["reviewed_by"] == []


def test_an_id_that_does_not_exist_is_said_with_the_nearest(here: Here) -> None:
    done = here("prompts", "show", "arrears.cort")
    assert (done.code, done.out) == (1, "")
    assert "did you mean “arrears.court”" in done.err


# -- check -------------------------------------------------------------------------------


def test_our_own_have_nothing_wrong_with_them(home: Path) -> None:
    done = tipcoach(home, "prompts", "check")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("\nNothing wrong.\n")
    assert "Note: pathways.yaml has no route for “hazard”" in done.out


@pytest.mark.thorough
def test_a_mistake_is_said_with_its_file_and_line(here: Here, prompts: Path) -> None:
    line = change(prompts / "principles" / "trust.yaml", "    hint:", "    hnt:")
    done = here("prompts", "check", str(prompts))
    assert (done.code, done.err) == (1, "")
    assert f"trust.yaml, line {line}: prompts[1].hnt is not a field here" in done.out
    assert done.out.endswith("\n1 problem.\n")


@pytest.mark.thorough
def test_as_json_a_mistake_has_its_place(here: Here, prompts: Path) -> None:
    line = change(prompts / "purposes" / "arrears.yaml", "sources: [C-SC-Nerys", "sources: [C-XX")
    done = here("prompts", "check", str(prompts), "--json")
    assert done.code == 1
    (problem,) = done.document["problems"]
    assert (problem["file"], problem["line"]) == ("arrears.yaml", line)
    assert problem["field"] == "adds[1].sources[1]"
    assert "“C-XX”, which does not exist" in problem["what"]
    assert all({"file", "line", "field", "what"} == {*note} for note in done.document["notes"])


@pytest.mark.thorough
def test_a_mistake_in_the_organisations_routes_is_one_too(home: Path, here: Here) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "pathways.yaml").write_text("hazrd: [Ring 7]\n", encoding="utf-8")
    done = here("prompts", "check")
    assert done.code == 1
    assert "line 1: hazrd is not a pathway; did you mean “hazard”." in done.out


def test_a_folder_that_is_not_there_is_wrong_usage(here: Here, tmp_path: Path) -> None:
    assert here("prompts", "check", str(tmp_path / "nowhere")).code == 2


# -- preview -----------------------------------------------------------------------------

PHONE = ("--purpose", "arrears", "--channel", "phone")


def asked_in(done: Done) -> Iterator[dict[str, Any]]:
    assert (done.code, done.err) == (0, "")
    for section in done.document["sections"]:
        yield from section["prompts"]


@pytest.mark.thorough
def test_with_no_terminal_the_questions_are_printed_and_nothing_is_saved(
    home: Path, tmp_path: Path
) -> None:
    more = temporary(tmp_path / "temporary")
    done = tipcoach(home, "prompts", "preview", "prepare", *PHONE, more=more)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("A preview: nothing is asked of you and nothing is saved.\n")
    said = " ".join(done.out.split())
    assert "Before a visit · rent arrears · phone · full form" in said
    places = []
    made = real_library().checklist("prepare", "arrears", Channel.PHONE, Form.FULL)
    for prompt in made.prompts:
        places.append(said.index(f" {prompt.question} "))
        assert f"Why: {prompt.why}" in said
    assert places == sorted(places)
    assert "Not asked if nothing is theirs to decide (business.sort)." in said
    assert "2 come up on one visit; chance picks." in said
    assert "Reviewed by nobody yet." in said
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not home.exists()


def test_each_question_says_where_its_words_stand(here: Here) -> None:
    done = here("prompts", "preview", "prepare", *PHONE, "--quick", "--json")
    for prompt in asked_in(done):
        words = prompt["words"]
        lines = (find_prompts() / words["file"]).read_text(encoding="utf-8").split("\n")
        from_here = " ".join(" ".join(lines[words["line"] - 1 :]).split())
        assert prompt["question"] in from_here.replace(" >- ", " ")[:2000], prompt["id"]
        assert words["author"]
    channels = [one for one in asked_in(done) if "Could you reach someone" in one["question"]]
    assert [one["id"] for one in channels] == ["alone.cover"]


def test_the_first_purpose_stands_where_none_is_given(here: Here) -> None:
    done = here("prompts", "preview", "reflect", "--json")
    assert done.document["purpose"] == real_library().purposes[0].id
    assert (done.document["channel"], done.document["form"]) == ("home", "full")


def test_a_hat_leaves_out_what_it_is_not_asked(here: Here) -> None:
    both = here("prompts", "preview", "prepare", *PHONE, "--json")
    support = here("prompts", "preview", "prepare", *PHONE, "--hat", "support", "--json")
    gone = {one["id"] for one in asked_in(both)} - {one["id"] for one in asked_in(support)}
    assert {"arrears.court", "landed.no-power"} <= gone
    assert "orient.hat" not in gone


@pytest.mark.thorough
def test_in_plain_lines_it_walks_and_keeps_nothing(home: Path, tmp_path: Path) -> None:
    more = temporary(tmp_path / "temporary")
    typed = "I am your landlord.\nfinish\nkeep\n"
    done = tipcoach(
        home, "prompts", "preview", "prepare", *PHONE, "--hat", "both", "--quick", "--plain",
        typed=typed, more=more,
    )  # fmt: skip
    assert done.code == 0
    assert done.err.startswith("A preview: ")
    assert "Your card" in done.out
    assert "Kept in your journal" not in done.out
    assert "nothing of this is kept" in done.out
    assert list((tmp_path / "temporary").iterdir()) == []
    assert files_under(home) == []


@pytest.mark.thorough
def test_left_half_way_it_does_not_say_that_it_waits(home: Path) -> None:
    done = tipcoach(
        home, "prompts", "preview", "prepare", *PHONE, "--hat", "both", "--quick", "--plain",
        typed="I am your landlord.\nquit\n",
    )  # fmt: skip
    assert done.code == 0
    assert "Saved." not in done.out
    assert "nothing of this is kept" in done.out


def test_a_preview_shows_the_organisations_own_routes(here: Here, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    routes = home / "config" / "pathways.yaml"
    routes.write_text("domestic-abuse: [Ring the duty line]\n", encoding="utf-8")
    typed = "yes\nAbuse, told or suspected\n"
    done = here("prompts", "preview", "reflect", *PHONE, "--quick", "--hat", "both", "--plain",
        typed=typed,
    )  # fmt: skip
    assert "Ring the duty line" in done.out
    assert files_under(home) == [routes]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["prepair"], 1, "did you mean “prepare”"),
        (["prepare", "--purpose", "arears"], 1, "did you mean “arrears”"),
        (["prepare", "--plain", "--json"], 2, "give one of them"),
        ([], 2, "CHECKLIST"),
    ],
    ids=["checklist", "purpose", "two ways", "none"],
)
def test_a_preview_of_nothing_is_refused(
    here: Here, words: list[str], code: int, said: str
) -> None:
    done = here("prompts", "preview", *words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err


# -- schema ------------------------------------------------------------------------------


@pytest.mark.thorough
def test_every_kind_of_file_has_a_schema_by_its_name(home: Path) -> None:
    every = tipcoach(home, "prompts", "schema").document
    assert {"checklists", "principles", "purposes", "pathways", "sources", "house-style"} <= {
        *every
    }
    one = tipcoach(home, "prompts", "schema", "purposes", "--json").document
    assert one == every["purposes"]
    assert "letter" in one["required"]
    assert one["properties"]["letter"]["description"]


def test_a_kind_that_does_not_exist_is_said_with_the_nearest(here: Here) -> None:
    done = here("prompts", "schema", "purpose")
    assert (done.code, done.out) == (1, "")
    assert "did you mean “purposes”" in done.err


# -- nothing is left behind ----------------------------------------------------------------


@pytest.mark.thorough
def test_no_file_of_ones_own_is_made_by_looking(home: Path) -> None:
    for words in (["list"], ["show", "orient.hat"], ["check"], ["schema"]):
        assert tipcoach(home, "prompts", *words).code == 0
    assert not home.exists()
