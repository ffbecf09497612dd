"""What an organisation cannot do to the prompts is said by file, line and field."""

import re
from pathlib import Path

import pytest

from library.overlays.laid import (
    OWN_PATHWAY,
    OWN_PURPOSE,
    fault,
    faults,
    laid,
    lines_with,
    put,
)

# -- what is refused ---------------------------------------------------------------------

KEPT = ["land.safe", "land.not-yet", "land.heard", "land.word", "stop.recorded", "stop.need",
        "orient.hat", "choice.no-choice-today", "business.sort"]  # fmt: skip


@pytest.mark.parametrize("prompt_id", KEPT)
def test_what_keeps_people_safe_cannot_be_hidden(folder: Path, prompt_id: str) -> None:
    said = f"\nhides:\n  - landed.story\n  - {prompt_id}\n"
    line = lines_with(said, prompt_id)
    expected = f"ours.yaml, line {line}: hides[2].prompt names “{prompt_id}”, which cannot be taken"
    assert fault(folder, said).startswith(expected)


@pytest.mark.parametrize("prompt_id", KEPT)
def test_nor_dropped_by_a_purpose_of_their_own(folder: Path, prompt_id: str) -> None:
    said = OWN_PURPOSE.replace("trust.early-no", prompt_id)
    (folder / "purposes" / "parking.yaml").write_text(said, encoding="utf-8")
    (folder / "pathways.yaml").write_text(OWN_PATHWAY, encoding="utf-8")
    (problem,) = faults(folder)
    assert problem.startswith("parking.yaml, line ")
    assert "cannot be taken out" in problem


def added(**fields: str) -> str:
    """An overlay with one prompt, some of its lines others than they should be."""
    lines = {
        "id": "ours.x",
        "checklist": "prepare",
        "section": "landed",
        "question": "What else has reached them?",
        "why": "It helps to know.",
    } | fields
    body = "\n".join(f"    {name}: {said}" for name, said in lines.items() if said)
    return f"\nadds:\n  -\n{body}\n"


CHOICES = "[{{value: a, label: {}}}, {{value: b, label: {}}}, {{value: c, label: {}}}]"
SLIPS = {
    "landing": (added(checklist="reflect", section="land"), "section:", "nothing can be added"),
    "a stop": (added(checklist="reflect", section="stop"), "section:", "nothing can be added"),
    "a principle's": (added(section="trust"), "section:", "say principle and phase"),
    "the five": (added(section="five"), "section:", "say principle and phase"),
    "no place": (added(checklist="", section=""), "  -", "wants a place"),
    "half a place": (added(section=""), "  -", "wants a place"),
    "two places": (added(phase="before", principle="trust"), "  -", "wants a place"),
    "a section": (added(section="landde"), "section:", "did you mean “landed”"),
    "a checklist": (added(checklist="preparre"), "checklist:", "did you mean “prepare”"),
    "a source": (added(sources="[TIP-NAPC]"), "sources:", "did you mean “TIP-NAPAC”"),
    "a purpose": (added(purposes="[arears]"), "purposes:", "did you mean “arrears”"),
    "an id of ours": (added(id="orient.hat"), "id:", "already has"),
    "a gate": (added(when="{answers: {busines.sort: must}}"), "when:", "“business.sort”"),
    "required": (added(required="true"), "required:", "required is not a field"),
    "no skip": (added(skip="false"), "skip:", "skip is not a field"),
    "a stop rule in passing": (
        added(answer="pick-one", choices="[{value: a, label: A, pathway: hazard}]"),
        "choices:", "while landing only"),
    "the card": (added(card="opening"), "card:", "one question only"),
    "a name": (added(question="What is their name?"), "question:", "asks who somebody is"),
    "a name in a hint": (added(hint="Name and address."), "hint:", "asks who somebody is"),
    "a past": (added(probe="Have they ever been abused?"), "probe:", "history or diagnosis"),
    "a score": (added(question="How would you score it?"), "question:", "nobody is scored"),
    "a channel's": (
        added(channels="{phone: {question: What is their date of birth?}}"),
        "channels:", "asks who somebody is"),
    "numbers": (
        added(answer="pick-one", choices=CHOICES.format('"1"', '"2"', '"3"')),
        "choices:", "nobody is scored"),
    "a ladder": (
        added(answer="pick-one", choices=CHOICES.format("Poor", "Fair", "Good")),
        "choices:", "nobody is scored"),
    "a choice": (
        added(answer="pick-one", choices=CHOICES.format("A", "Has a criminal record", "B")),
        "choices:", "history or diagnosis"),
    "a reworded name": (
        "\nrewords: [{prompt: landed.story, quick: Who is the tenant?}]\n", "rewords:", "identify"),
    "a reworded nobody": (
        "\nrewords: [{prompt: landed.stry, why: So.}]\n", "rewords:", "“landed.story”"),
    "a reworded purpose": (
        "\nrewords: [{prompt: landed.story, purposes: [dam], why: So.}]\n", "rewords:", "“damp”"),
    "reworded twice": (
        "\nrewords:\n - {prompt: landed.story, why: A.}\n - {prompt: landed.story, hint: B.}\n",
        "hint: B", "rewords already"),
    "a choice reworded": (
        "\nrewords: [{prompt: land.heard, choices: []}]\n", "rewords:", "choices is not a field"),
    "hidden nobody": ("\nhides: [landed.stry]\n", "hides:", "“landed.story”"),
    "hidden for nobody": (
        "\nhides: [{prompt: landed.story, purposes: [dam]}]\n", "hides:", "“damp”"),
    "landing in order": (
        "\norder: {reflect: {land: [land.word]}}\n", "order:", "cannot be changed"),
    "a stop in order": ("\norder: {reflect: {stop: [stop.need]}}\n", "order:", "cannot be changed"),
    "the hat in order": (
        "\norder: {prepare: {hat: [orient.hat-sentence]}}\n", "order:", "always the first"),
    "an order of nobody": (
        "\norder: {prepare: {landed: [landed.stry]}}\n", "order:", "did you mean “landed.story”"),
    "an order elsewhere": (
        "\norder: {prepare: {landed: [orient.hat]}}\n", "order:", "is not asked here"),
    "an order of no section": ("\norder: {prepare: {landde: []}}\n", "order:", "“landed”"),
    "an order of no checklist": ("\norder: {preparre: {landed: []}}\n", "order:", "“prepare”"),
    "an unknown part": ("\nhide: [landed.story]\n", "hide:", "did you mean “hides”"),
}  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize(("said", "on", "wanted"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_refused_by_file_line_and_field(
    folder: Path, said: str, on: str, wanted: str
) -> None:
    problem = fault(folder, said)
    line = lines_with(said, on)
    # An empty dash stands a line above its first field.
    assert re.match(rf"ours\.yaml, line ({line}|{line + 1}): \S", problem), problem
    assert wanted in problem


def test_an_order_cannot_close_a_question_for_ever(folder: Path) -> None:
    follows = added(answer="yes-not-yet") + (
        "  - {id: ours.y, checklist: prepare, section: landed, question: And then what?,"
        " why: It follows., when: {answers: {ours.x: 'yes'}}}\n"
    )
    said = follows + "\norder: {prepare: {landed: [ours.y, ours.x]}}\n"
    assert "follows from “ours.x”; put that before it" in fault(folder, said)
    put(folder, said.replace("[ours.y, ours.x]", "[ours.x, ours.y]"))
    assert laid(folder).prompt("ours.y")


def test_what_another_prompt_waits_for_cannot_be_hidden_alone(folder: Path) -> None:
    said = added(answer="yes-not-yet") + (
        "  - {id: ours.y, checklist: prepare, section: landed, question: And then what?,"
        " why: It follows., when: {answers: {ours.x: 'yes'}}}\n"
    )
    assert "which “ours.y” waits for" in fault(folder, said + "hides: [ours.x]\n")
    put(folder, said + "hides: [ours.x, ours.y]\n")
    assert laid(folder).prompt("ours.x") is None


PURPOSE_SLIPS = {
    "an id of ours": ("purpose: parking", "purpose: arrears", "which there is already"),
    "a letter of ours": ("letter: z", "letter: r", "which picks arrears"),
    "another name": ("purpose: parking", "purpose: parkin", "but the file is called"),
    "a choice of ours": ("id: threats", "id: nothing", "already a choice for while landing"),
    "a pathway": ("pathway: neighbour", "pathway: neighbor", "did you mean “neighbour-threats”"),
    "a name": ("about the car say, and", "say of their name, and", "asks who somebody is"),
    "a label": ("label: Threats over a space", "label: Past abuse", "history or diagnosis"),
    "a card": ("home: Hello.", "home: What is your full name?", "asks who somebody is"),
    "no place": ("    principle: trust\n", "", "principle and phase"),
}


@pytest.mark.parametrize(("old", "new", "wanted"), PURPOSE_SLIPS.values(), ids=PURPOSE_SLIPS)
def test_a_slip_in_a_whole_purpose_is_refused(
    folder: Path, old: str, new: str, wanted: str
) -> None:
    assert old in OWN_PURPOSE
    name = "arrears.yaml" if "purpose: arrears" in new else "parking.yaml"
    (folder / "pathways.yaml").write_text(OWN_PATHWAY, encoding="utf-8")
    path = folder / "purposes" / name
    path.write_text(OWN_PURPOSE.replace(old, new, 1), encoding="utf-8")
    problems = faults(folder)
    assert all(problem.startswith(f"{name}, line ") for problem in problems)
    assert any(wanted in problem for problem in problems), problems


def test_two_purposes_of_their_own_cannot_share_a_letter(folder: Path) -> None:
    (folder / "pathways.yaml").write_text(OWN_PATHWAY, encoding="utf-8")
    for name in ("parking", "garages"):
        said = OWN_PURPOSE.replace("parking", name)
        (folder / "purposes" / f"{name}.yaml").write_text(said, encoding="utf-8")
    assert [problem[:7] for problem in faults(folder)] == ["garages", "parking"]


def test_sources_and_pathways_of_ours_are_not_theirs_to_change(folder: Path) -> None:
    (folder / "sources.yaml").write_text("sources: [{key: D, title: Ours}]\n")
    (folder / "pathways.yaml").write_text("pathways: [{id: hazard, name: A, say: [B]}]\n")
    sources, pathways = faults(folder)
    assert sources.startswith("sources.yaml, line 1: sources[1].key is “D”, which there is")
    assert pathways.startswith("pathways.yaml, line 1: pathways[1].id is “hazard”, which there is")


def test_all_that_is_wrong_in_all_files_is_said_at_once(folder: Path) -> None:
    put(folder, added(question="What is their name?", required="true") + "hides: [land.safe]\n")
    put(folder, "\nhides: [orient.hat]\norder: {reflect: {land: []}}\n", "second.yaml")
    (folder / "third.yaml").write_text("overlay: [", encoding="utf-8")
    problems = faults(folder)
    for wanted in ("required is not", "asks who somebody is", "“orient.hat”", "order.reflect.land",
                   "third.yaml"):  # fmt: skip
        assert len([one for one in problems if wanted in one]) == 1, (wanted, problems)
    assert not [one for one in problems if "does not exist" in one]
