"""Prompts of an organisation that is a sample, laid over ours."""

from pathlib import Path

from making import real_library

from library.overlay_planting import CLEAN
from tipcoach.library.finder import find_prompts
from tipcoach.library.library import Library
from tipcoach.practice.checklist import Checklist, Prompt
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
OWN_PATHWAY = CLEAN["pathways.yaml"]


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
