"""What only a checklist about a visit may say, and what only one that is about none.

A field in the wrong kind of file would change nothing, and whoever wrote it would not know.
"""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from tipcoach.library.checklist_models import ChecklistModel, SectionModel
from tipcoach.library.lines import Path_
from tipcoach.library.load import Problem
from tipcoach.library.references import Authored
from tipcoach.library.resolve import PHASES

ONLY_AFTER_A_VISIT = "is only for a question after a visit"
_ONLY_ABOUT_NO_VISIT = "is only for a checklist about no visit"
_ONLY_ABOUT_A_VISIT = "is only for a checklist about a visit"
_OF_A_SECTION = ("forms", "principle", "strand", "draw_watched", "together")
_OF_A_PROMPT = (
    ("phase",),
    ("quick",),
    ("forms",),
    ("channels",),
    ("card",),
    ("looks_back",),
    ("when", "channel"),
    ("when", "hat"),
    ("unless", "channel"),
    ("unless", "hat"),
)


def out_of_place(files: Sequence[Authored]) -> Iterator[Problem]:
    """Every field that stands in the wrong kind of checklist."""
    for file in files:
        match file.model:
            case ChecklistModel(kind=kind, rhythm=rhythm, sections=sections) if kind in PHASES:
                if rhythm:
                    yield file.problem(("rhythm",), _ONLY_ABOUT_NO_VISIT)
                for n, section in enumerate(sections):
                    if section.minutes:
                        yield file.problem(("sections", n, "minutes"), _ONLY_ABOUT_NO_VISIT)
                yield from _looking_back_before(file, PHASES[kind])
            case ChecklistModel(sections=sections):
                for n, section in enumerate(sections):
                    yield from _in_section(file, ("sections", n), section)
            case _:
                yield from _looking_back_before(file)


def _looking_back_before(file: Authored, phase: str = "") -> Iterator[Problem]:
    """Before a visit there is no plan of it to look back on. `phase` is that of the whole file."""
    for place, prompt in file.prompts():
        if prompt.looks_back and (prompt.phase or phase) == "before":
            yield file.problem((*place, "looks_back"), ONLY_AFTER_A_VISIT)


def wrong_kind(file: Authored, *, about_a_visit: bool) -> Iterator[Problem]:
    """That a checklist is not of the kind it is walked as."""
    assert isinstance(file.model, ChecklistModel)  # noqa: S101  (read as such)
    kind = file.model.kind
    if (kind in PHASES) != about_a_visit:
        what = f"is “{kind}”, which is about {'no' if about_a_visit else 'a'} visit"
        yield file.problem(("kind",), what)


def _in_section(file: Authored, place: Path_, section: SectionModel) -> Iterator[Problem]:
    places: list[Path_] = [(*place, name) for name in _OF_A_SECTION if _is_written(section, name)]
    for n, prompt in enumerate(section.prompts):
        here: Path_ = (*place, "prompts", n)
        places += [(*here, *name) for name in _OF_A_PROMPT if _is_written(prompt, *name)]
        if section.landing:
            continue
        for c, choice in enumerate(prompt.choices):
            if choice.pathway:
                where = (*here, "choices", c, "pathway")
                yield file.problem(where, "wants a section with landing: true")
    for each in places:
        yield file.problem(each, _ONLY_ABOUT_A_VISIT)


def _is_written(part: BaseModel, name: str, *inside: str) -> bool:
    """Whether a field stands in the file; what it says does not matter."""
    if name not in part.model_fields_set:
        return False
    return not inside or _is_written(getattr(part, name), *inside)
