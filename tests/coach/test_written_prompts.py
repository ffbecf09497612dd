"""What a practice lead reads of the prompts with their organisation's own among ours."""

import json
import re
from pathlib import Path

import pytest

from tipcoach.coach.begin import Wanted
from tipcoach.coach.coach import Coach
from tipcoach.coach.prompts import check_prompts, every_prompt, preview
from tipcoach.library.written import WrittenPrompt
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel, Form
from tipcoach.reports.prompt_documents import list_document
from tipcoach.reports.prompts import list_text, preview_text, prompt_text
from tipcoach.settings import Places

NAME = "Sample Homes (a sample)"
OVERLAY = f"""\
overlay: {NAME}
provenance: {{author: a sample, lived_experience: a tenant panel}}
adds:
  - id: ours.interpreter
    phase: before
    principle: safety
    question: Is an interpreter booked, and do they know it is free?
    why: Nobody should have to bring a relative to be understood.
    purposes: [damp, offer]
    sources: [OURS-1]
  - {{id: ours.after, phase: after, principle: trust, question: What now?, why: It helps.}}
  - id: ours.letter
    checklist: prepare
    section: landed
    question: Which letter is on its way?
    why: It may cross with you.
rewords:
  - {{prompt: trust.last-promise, purposes: [damp], question: What of the damp?}}
  - prompt: trust.last-promise
    channels: {{phone: {{question: What did we last say on the phone that we would do?}}}}
hides:
  - landed.story
  - {{prompt: landed.from-us, purposes: [damp]}}
"""


@pytest.fixture(scope="module")
def lead(tmp_path_factory: pytest.TempPathFactory) -> Coach:
    home = tmp_path_factory.mktemp("lead")
    places = Places(home / "data", home / "config", home / "cache")
    places.overlay.mkdir(parents=True)
    (places.overlay / "ours.yaml").write_text(OVERLAY, encoding="utf-8")
    sources = "sources: [{key: OURS-1, title: Our own panel}]\n"
    (places.overlay / "sources.yaml").write_text(sources, encoding="utf-8")
    return Coach(places)


@pytest.fixture(scope="module")
def prompts(lead: Coach) -> dict[str, WrittenPrompt]:
    return {one.id: one for one in every_prompt(lead)}


def said(text: str) -> str:
    return " ".join(text.split())


def test_the_list_says_what_they_made_of_each(prompts: dict[str, WrittenPrompt]) -> None:
    text = said(list_text(tuple(prompts.values())))
    assert f"ours.yaml · {NAME} ours.interpreter before safety full" in text
    assert "ours.letter before What has landed quick, full" not in text, "its section is full only"
    assert f"landed.story before What has landed full Hidden by {NAME} (ours.yaml, line " in text
    assert f"landed full Hidden for damp by {NAME} (ours.yaml, line " in text
    assert re.search(rf"trust.last-promise .{{0,40}} In other words of {re.escape(NAME)}", text)
    assert text.count(NAME) == 4


def test_each_line_is_where_it_stands(prompts: dict[str, WrittenPrompt]) -> None:
    lines = OVERLAY.split("\n")
    for prompt_id in ("landed.story", "landed.from-us"):
        (hidden,) = prompts[prompt_id].hidden
        assert prompt_id in lines[hidden.origin.line - 1]
    assert "ours.interpreter" in lines[prompts["ours.interpreter"].origin.line - 1]
    phone, damp = prompts["trust.last-promise"].others[-2:]
    assert "phone" in lines[phone.origin.line - 1]
    assert "damp" in lines[damp.origin.line - 1], "what is for one purpose is nearer, so it is last"


def test_as_json_it_says_the_same(prompts: dict[str, WrittenPrompt]) -> None:
    listed = json.loads(list_document(tuple(prompts.values())))["prompts"]
    by_id = {one["id"]: one for one in listed}
    assert by_id["ours.interpreter"]["words_of"] == NAME
    assert by_id["ours.interpreter"]["purposes"] == ["damp", "offer"]
    assert by_id["ours.letter"]["phase"] == "before"
    assert by_id["landed.story"]["words_of"] is None
    (hidden,) = by_id["landed.from-us"]["hidden"]
    assert (hidden["words_of"], hidden["file"], hidden["purposes"]) == (NAME, "ours.yaml", ["damp"])
    others = by_id["trust.last-promise"]["other_words"]
    assert [other["words_of"] for other in others[-2:]] == [NAME, NAME]
    assert {other["words_of"] for other in others[:-2]} == {None}


@pytest.mark.parametrize(
    ("prompt_id", "purposes"),
    [
        ("landed.story", {}),
        ("landed.from-us", {"damp": False, "offer": True}),
        ("ours.interpreter", {"damp": True, "arrears": False}),
        ("ours.after", {"arrears": True, "domestic-abuse": False}),
        ("ours.letter", {"arrears": True, "domestic-abuse": True}),
    ],
)
def test_a_purpose_is_asked_what_its_visits_are(
    prompts: dict[str, WrittenPrompt], prompt_id: str, purposes: dict[str, bool]
) -> None:
    wanted = purposes or dict.fromkeys(("damp", "arrears"), False)
    assert {one: prompts[prompt_id].asked_for(one) for one in wanted} == wanted


def test_one_shown_whole_says_whose_each_word_is(prompts: dict[str, WrittenPrompt]) -> None:
    added = said(prompt_text(prompts["ours.interpreter"]))
    assert "Before a visit · safety · only for damp or offer · full form ours.yaml, line 4" in added
    assert f"The words are those of {NAME}. Written by a sample." in added
    assert "have had: a tenant panel." in added
    assert "OURS-1: Our own panel" in added
    reworded = said(prompt_text(prompts["trust.last-promise"]))
    assert f"Other words when you meet by phone, of {NAME} (ours.yaml, line" in reworded
    assert f"Other words for damp, of {NAME} (ours.yaml, line" in reworded
    assert "Written by the tipcoach authors." in reworded
    assert f"Hidden by {NAME} (ours.yaml, line" in said(prompt_text(prompts["landed.story"]))


def test_a_preview_says_whose_words_they_are(lead: Coach) -> None:
    wanted = Wanted(Kind.PREPARATION, purpose="damp", channel=Channel.PHONE, form=Form.FULL)
    text = said(preview_text(preview(lead, wanted)))
    assert f"ours.interpreter: ours.yaml, line 4; words of {NAME}" in text
    line = 1 + next(n for n, one in enumerate(OVERLAY.split("\n")) if "What of the damp" in one)
    assert f"trust.last-promise: ours.yaml, line {line}; words of {NAME}" in text
    assert "landed.from-us" not in text


def test_a_strength_is_said_to_be_one(prompts: dict[str, WrittenPrompt]) -> None:
    assert "looks for what is strong" in said(prompt_text(prompts["empowerment.kept-going"]))
    assert "looks for what is strong" not in said(prompt_text(prompts["empowerment.disagree"]))


# -- which of them is looked at by a check ------------------------------------------------


@pytest.mark.thorough
def test_a_check_looks_at_theirs_over_ours(lead: Coach, tmp_path: Path) -> None:
    found = check_prompts(lead)
    assert (found.problems, found.overlay) == ((), lead.places.overlay)
    assert check_prompts(lead, lead.prompts).overlay is None, "a whole folder is looked at as one"
    (tmp_path / "other.yaml").write_text("overlay: x\n", encoding="utf-8")
    assert check_prompts(lead, tmp_path).overlay == tmp_path


@pytest.mark.thorough
def test_an_empty_folder_beside_the_settings_is_passed_over(coach: Coach, tmp_path: Path) -> None:
    coach.places.overlay.mkdir(parents=True)
    assert check_prompts(coach).overlay is None
    (problem,) = check_prompts(Coach(coach.places, overlay=tmp_path)).problems
    assert "holds no prompts" in str(problem), "asked for by name, it is not passed over"
