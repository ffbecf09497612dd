"""An organisation's own prompts: laid over ours, in its own folder, and never the other way."""

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from making import real_library

from tipcoach.coach.begin import draw
from tipcoach.library.check import check_overlay
from tipcoach.library.finder import find_prompts
from tipcoach.library.library import Library
from tipcoach.practice.checklist import NO_ROUTE, Checklist, Prompt
from tipcoach.practice.visit import Channel, Form

NAME = "Sample Homes (a sample)"
HEAD = f"""\
overlay: {NAME}
provenance:
  author: the practice lead of {NAME}
  lived_experience: a tenant panel, November 2026
"""
OWN_PROMPT = """
adds:
  - id: ours.interpreter
    phase: before
    principle: safety
    question: Is an interpreter booked, and do they know it is free?
    quick: Is an interpreter booked?
    why: Nobody should have to bring a relative to be understood.
"""
OWN_PURPOSE = f"""\
purpose: parking
name: Parking
label: parking
letter: z
about: {{hurts: A fine frightens., good: Say what can be undone., do_not_ask: Whose car.}}
provenance:
  author: the practice lead of {NAME}
  lived_experience: none yet
adds:
  - id: parking.letter
    phase: before
    principle: trust
    question: What did our last letter about the car say, and was it right?
    why: A wrong letter has to be put right first.
rewords:
  - prompt: trust.last-promise
    question: What did we last say we would do about parking?
drops: [trust.early-no]
stops:
  - id: threats
    label: Threats over a space
    pathway: neighbour-threats
card:
  opening: {{home: Hello., doorstep: Hello., phone: Hello., office: Hello., video: Hello.}}
  way_out: {{home: Bye., doorstep: Bye., phone: Bye., office: Bye., video: Bye.}}
"""
OWN_PATHWAY = """\
pathways:
  - id: neighbour-threats
    name: Threats from a neighbour
    say: ["In danger now, ring 999."]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "overlay"
    (made / "purposes").mkdir(parents=True)
    return made


def put(folder: Path, said: str, name: str = "ours.yaml") -> None:
    (folder / name).write_text(HEAD + said, encoding="utf-8")


def laid(
    folder: Path,
    id_: str = "prepare",
    purpose: str = "arrears",
    channel: Channel = Channel.PHONE,
    form: Form = Form.FULL,
) -> Checklist:
    library = Library(find_prompts(), overlay=folder)
    assert library.overlay_fault is None, str(library.overlay_fault)
    return library.checklist(id_, purpose, channel, form)


def one(checklist: Checklist, prompt_id: str) -> Prompt:
    found = checklist.prompt(prompt_id)
    assert found, prompt_id
    return found


def faults(folder: Path) -> tuple[str, ...]:
    """What is wrong; and whatever it is, our own words stand, landing among them."""
    library = Library(find_prompts(), overlay=folder)
    fault = library.overlay_fault
    assert fault
    ours = real_library()
    for id_ in ("prepare", "reflect"):
        visit = (id_, "arrears", Channel.HOME, Form.QUICK)
        assert library.checklist(*visit) == ours.checklist(*visit)
    assert library.purposes == ours.purposes
    problems = tuple(map(str, fault.problems))
    assert all(said.endswith(".") and "\n" not in said for said in problems), problems
    return problems


def fault(folder: Path, said: str, name: str = "ours.yaml") -> str:
    put(folder, said, name)
    (problem,) = faults(folder)
    return problem


def lines_with(said: str, word: str) -> int:
    """The line of the file that `word` is on."""
    return 1 + next(n for n, line in enumerate((HEAD + said).split("\n")) if word in line)


# -- adding ------------------------------------------------------------------------------


def test_an_added_prompt_is_asked_with_its_principle_and_says_whose_it_is(folder: Path) -> None:
    put(folder, OWN_PROMPT)
    for purpose in ("arrears", "damp"):
        made = one(laid(folder, purpose=purpose), "ours.interpreter")
        assert made.principle == "safety"
        assert made.words_of == NAME
        assert made.reviewed == "a tenant panel, November 2026"
    assert laid(folder, "reflect").prompt("ours.interpreter") is None


def test_ours_stay_ours(folder: Path) -> None:
    put(folder, OWN_PROMPT)
    plain = real_library().checklist("prepare", "arrears", Channel.PHONE, Form.FULL)
    made = laid(folder)
    assert [p for p in made.prompts if p.id != "ours.interpreter"] == list(plain.prompts)


def test_a_prompt_added_for_some_purposes_is_asked_for_those_alone(folder: Path) -> None:
    put(folder, OWN_PROMPT.rstrip() + "\n    purposes: [damp, offer]\n")
    assert one(laid(folder, purpose="damp"), "ours.interpreter").own_to_purpose
    assert laid(folder, purpose="arrears").prompt("ours.interpreter") is None


def test_after_a_visit_that_always_stops_it_is_asked_only_by_that_name(folder: Path) -> None:
    always = "domestic-abuse"
    after = OWN_PROMPT.replace("phase: before", "phase: after")
    put(folder, after)
    assert laid(folder, "reflect").prompt("ours.interpreter")
    assert laid(folder, "reflect", always).always_stops
    assert laid(folder, "reflect", always).prompt("ours.interpreter") is None
    put(folder, after.rstrip() + f"\n    purposes: [{always}]\n")
    assert laid(folder, "reflect", always).prompt("ours.interpreter")


SECTIONED = """
adds:
  - id: ours.keys
    checklist: prepare
    section: landed
    question: Which of our letters is still on its way to them?
    why: A letter that crosses with you undoes what you said.
    sources: [OURS-1]
"""


def test_a_prompt_can_be_added_to_a_section_with_a_source_of_their_own(folder: Path) -> None:
    put(folder, SECTIONED)
    (folder / "sources.yaml").write_text("sources: [{key: OURS-1, title: Our own panel}]\n")
    made = laid(folder)
    (section,) = (section for section in made.sections if section.id == "landed")
    assert section.prompts[-1].id == "ours.keys"
    assert one(made, "ours.keys").sources == ("Our own panel",)


# -- rewording ---------------------------------------------------------------------------

EVERYWHERE = """
rewords:
  - prompt: collaboration.wants
    question: What do they want most from us?
"""
ON_THE_PHONE = EVERYWHERE + "    channels: {phone: {question: What do they want from the call?}}\n"
FOR_ARREARS = EVERYWHERE + (
    "  - prompt: collaboration.wants\n    purposes: [arrears]\n    question: Rent aside, then?\n"
)


@pytest.mark.parametrize(
    ("said", "purpose", "channel", "question"),
    [
        (EVERYWHERE, "arrears", Channel.HOME, "What do they want most from us?"),
        (EVERYWHERE, "arrears", Channel.PHONE, "What do they want most from us?"),
        (EVERYWHERE, "damp", Channel.OFFICE, "What do they want most from us?"),
        (ON_THE_PHONE, "arrears", Channel.HOME, "What do they want most from us?"),
        (ON_THE_PHONE, "arrears", Channel.PHONE, "What do they want from the call?"),
        (FOR_ARREARS, "arrears", Channel.PHONE, "Rent aside, then?"),
        (FOR_ARREARS, "damp", Channel.PHONE, "What do they want most from us?"),
    ],
)
def test_the_organisations_words_win_over_the_purposes_and_its_channels(
    folder: Path, said: str, purpose: str, channel: Channel, question: str
) -> None:
    put(folder, said)
    made = one(laid(folder, "prepare", purpose, channel), "collaboration.wants")
    assert made.question == question
    assert made.words_of == NAME


def test_what_is_not_reworded_is_still_the_purposes(folder: Path) -> None:
    put(folder, EVERYWHERE)
    plain = real_library().checklist("prepare", "arrears", Channel.PHONE, Form.FULL)
    made, before = one(laid(folder), "collaboration.wants"), one(plain, "collaboration.wants")
    assert (made.hint, made.example) == (before.hint, before.example)


def test_words_that_are_not_shown_here_are_nobodys(folder: Path) -> None:
    put(folder, "\nrewords:\n  - prompt: orient.hat\n    channels: {video: {hint: Say it.}}\n")
    assert one(laid(folder, channel=Channel.VIDEO), "orient.hat").words_of == NAME
    assert one(laid(folder, channel=Channel.PHONE), "orient.hat").words_of == ""


def test_landing_may_be_put_in_their_own_words_and_keeps_its_stop_rules(folder: Path) -> None:
    put(folder, "\nrewords: [{prompt: land.heard, question: Does anything have to go further?}]\n")
    made = one(laid(folder, "reflect"), "land.heard")
    plain = real_library().checklist("reflect", "arrears", Channel.PHONE, Form.FULL)
    assert made.question == "Does anything have to go further?"
    assert made.choices == one(plain, "land.heard").choices


# -- hiding and ordering -----------------------------------------------------------------


def test_a_hidden_prompt_is_asked_nowhere_or_not_for_those_purposes(folder: Path) -> None:
    put(folder, "\nhides:\n  - landed.story\n  - {prompt: landed.from-us, purposes: [damp]}\n")
    assert laid(folder).prompt("landed.story") is None
    assert laid(folder).prompt("landed.from-us")
    assert laid(folder, purpose="damp").prompt("landed.from-us") is None


def test_what_comes_first_comes_first(folder: Path) -> None:
    put(folder, "\norder: {prepare: {landed: [landed.no-power, landed.story]}}\n")
    (section,) = (section for section in laid(folder).sections if section.id == "landed")
    ids = [prompt.id for prompt in section.prompts]
    assert ids == ["landed.no-power", "landed.story", "landed.from-us"]


def test_what_comes_first_is_drawn_first_every_time(folder: Path) -> None:
    first = ("trust.early-no", "trust.last-promise")
    put(folder, f"\norder: {{prepare: {{trust: [{', '.join(first)}]}}}}\n")
    made = laid(folder)
    for seed in range(20):
        drawn = draw(made, random.Random(seed))["trust"]
        assert drawn[:2] == first
        assert sorted(drawn) == sorted(p.id for s in made.sections if s.id == "trust"
                                       for p in s.prompts)  # fmt: skip


def test_their_own_can_stand_for_a_principle_among_the_five(folder: Path) -> None:
    put(folder, OWN_PROMPT + "\norder: {prepare: {five: [ours.interpreter]}}\n")
    (five,) = (section for section in laid(folder, form=Form.QUICK).sections if section.together)
    assert five.prompts[0].id == "ours.interpreter"
    assert five.prompts[0].question == "Is an interpreter booked?"
    of = [prompt.principle for prompt in five.prompts if prompt.principle]
    assert list(dict.fromkeys(of)) == ["safety", "trust", "choice", "collaboration", "empowerment"]


# -- whole purposes ----------------------------------------------------------------------


def test_a_whole_purpose_of_their_own_stands_among_ours(folder: Path) -> None:
    (folder / "purposes" / "parking.yaml").write_text(OWN_PURPOSE, encoding="utf-8")
    (folder / "pathways.yaml").write_text(OWN_PATHWAY, encoding="utf-8")
    library = Library(find_prompts(), overlay=folder)
    assert "parking" in [purpose.id for purpose in library.purposes]

    made = laid(folder, purpose="parking")
    author = f"the practice lead of {NAME}"
    assert one(made, "parking.letter").words_of == author
    assert one(made, "trust.last-promise").words_of == author
    assert made.prompt("trust.early-no") is None
    assert one(laid(folder, "reflect", "parking"), "land.heard").choice("threats")


def test_a_route_for_a_pathway_of_their_own_is_found(folder: Path, tmp_path: Path) -> None:
    (folder / "pathways.yaml").write_text(OWN_PATHWAY, encoding="utf-8")
    routes = tmp_path / "pathways.yaml"
    routes.write_text("neighbour-threats: [Ring 7]\nhazard: [Ring 8]\n")
    library = Library(find_prompts(), routes, folder)
    given = {one.id: one.route for one in library.pathways if one.route}
    assert given == {"neighbour-threats": ("Ring 7",), "hazard": ("Ring 8",)}

    put(folder, "\nhides: [land.safe]\n")
    library = Library(find_prompts(), routes, folder)
    assert {one.id: one.route for one in library.pathways if one.route} == {"hazard": ("Ring 8",)}
    assert library.routes_fault is None, "a mistake in the prompts takes no route away"


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


# -- files that are no such files --------------------------------------------------------


def bomb() -> bytes:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(rows).encode()


HARMFUL = {
    "a bomb": (bomb(), "alias"),
    "brackets": (b"[" * 20_000, "nest"),
    "10 MB": (b"# x\n" * 2_500_000, "larger than"),
    "Latin-1": (HEAD.encode() + "# caf\xe9".encode("latin-1"), "not written in UTF-8"),
    "a tab": (HEAD.encode() + b"\thides: []", "not YAML"),
    "nothing": (b"", "is empty"),
    "a list": (b"- a\n", "wants a mapping"),
    "an object": (b"overlay: !!python/object/apply:os.system [x]", "tag"),
}


@pytest.mark.parametrize(("data", "wanted"), HARMFUL.values(), ids=HARMFUL)
@pytest.mark.parametrize("name", ["ours.yaml", "sources.yaml", "purposes/ours.yaml"])
def test_a_harmful_file_is_one_sentence(folder: Path, name: str, data: bytes, wanted: str) -> None:
    (folder / name).write_bytes(data)
    (problem,) = faults(folder)
    assert problem.startswith(f"{Path(name).name}, line ")
    assert wanted in problem


def link_a_file(folder: Path) -> None:
    (folder.parent / "outside.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "ours.yaml").symlink_to(folder.parent / "outside.yaml")


def link_the_purposes(folder: Path) -> None:
    (folder / "purposes").rmdir()
    (folder / "purposes").symlink_to(find_prompts() / "purposes")


def copy_ours(folder: Path) -> None:
    (folder / "principles").mkdir()


def another_ending(folder: Path) -> None:
    put(folder, "", "ours.yml")


def a_file_for_the_folder(folder: Path) -> None:
    (folder / "purposes").rmdir()
    folder.rmdir()
    folder.write_text("x")


def too_many(folder: Path) -> None:
    for number in range(201):
        (folder / f"{number}.yaml").touch()


ODD = {
    "a link": (link_a_file, "is a link"),
    "a linked folder": (link_the_purposes, "is a link"),
    "a copy of ours": (copy_ours, "is not read"),
    "another ending": (another_ending, "its name must be ours.yaml"),
    "a file": (a_file_for_the_folder, "cannot be opened as a folder"),
    "too many": (too_many, "more than 200"),
}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize(("make", "wanted"), ODD.values(), ids=ODD)
def test_what_would_be_passed_over_is_said(
    folder: Path, make: Callable[[Path], None], wanted: str
) -> None:
    make(folder)
    (problem,) = faults(folder)
    assert wanted in problem


def test_hidden_files_and_other_kinds_do_no_harm(folder: Path) -> None:
    put(folder, OWN_PROMPT)
    for name in (".ours.yaml.swp", ".git", "README.md", "ours.yaml~", "purposes/.x.yaml"):
        (folder / name).write_text("x: [", encoding="utf-8")
    assert laid(folder).prompt("ours.interpreter")


def test_an_empty_folder_changes_nothing(folder: Path) -> None:
    assert laid(folder) == real_library().checklist("prepare", "arrears", Channel.PHONE, Form.FULL)


def test_pathways_without_a_route_still_say_so(folder: Path) -> None:
    (folder / "pathways.yaml").write_text(OWN_PATHWAY, encoding="utf-8")
    assert {p.lines for p in Library(find_prompts(), overlay=folder).pathways} == {(NO_ROUTE,)}


def test_the_one_in_the_guide_for_practice_leads_is_taken(folder: Path) -> None:
    page = (find_prompts() / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (folder / "ours.yaml").write_text(shown, encoding="utf-8")
    (five,) = (section for section in laid(folder, form=Form.QUICK).sections if section.together)
    assert five.prompts[0].id == "ours.interpreter"
    assert one(laid(folder), "collaboration.wants").words_of == NAME


# -- barriers ----------------------------------------------------------------------------


def test_the_barriers_are_ours_in_their_words_and_then_their_own(folder: Path) -> None:
    ours = real_library().barriers
    assert 9 <= len(ours) <= 12
    said = "barriers: [{id: one-car, label: The pool car}, {id: rule, label: A rule of ours}]\n"
    (folder / "barriers.yaml").write_text(said, encoding="utf-8")
    theirs = Library(find_prompts(), overlay=folder).barriers
    assert [one.id for one in theirs] == [*(one.id for one in ours), "one-car"]
    labels = {one.id: one.label for one in theirs}
    assert labels["rule"] == "A rule of ours"
    assert labels["time"] == ours[0].label


def test_what_got_in_the_way_offers_theirs_as_well(folder: Path) -> None:
    said = "barriers: [{id: one-car, label: The pool car}, {id: rule, label: A rule of ours}]\n"
    (folder / "barriers.yaml").write_text(said, encoding="utf-8")
    asked = one(laid(folder, "reflect"), "sense.barriers")
    assert asked.values[-1] == "one-car"
    assert [choice.label for choice in asked.choices if choice.value == "rule"] == [
        "A rule of ours"
    ]


@pytest.mark.thorough
def test_a_question_of_theirs_can_wait_for_a_barrier_of_theirs(folder: Path) -> None:
    said = "barriers: [{id: one-car, label: The pool car}]\n"
    (folder / "barriers.yaml").write_text(said, encoding="utf-8")
    waits = """
adds:
  - id: ours.car
    checklist: reflect
    section: whose
    question: What would you have done with a car?
    why: It may be worth asking for one.
    sources: [D]
    when: {answers: {sense.barriers: WORD}}
"""
    put(folder, waits.replace("WORD", "one-car"))
    assert check_overlay(folder, find_prompts()).problems == ()
    put(folder, waits.replace("WORD", "two-cars"))
    (problem,) = check_overlay(folder, find_prompts()).problems
    assert "waits for “two-cars”" in str(problem)


def test_with_a_mistake_in_their_barriers_ours_stand(folder: Path) -> None:
    said = "barriers: [{id: one-car, lable: The pool car}]\n"
    (folder / "barriers.yaml").write_text(said, encoding="utf-8")
    assert any("did you mean “label”" in said for said in faults(folder))
    assert Library(find_prompts(), overlay=folder).barriers == real_library().barriers
