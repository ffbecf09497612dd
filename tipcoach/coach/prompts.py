"""For whoever writes the prompts: list them, read one whole, check them, try them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tipcoach.coach.begin import KINDS, Wanted
from tipcoach.coach.coach import Coach
from tipcoach.coach.throw_away import throw_away_home
from tipcoach.errors import NotFound
from tipcoach.library.catalogue import catalogue
from tipcoach.library.check import Checked, check, check_overlay
from tipcoach.library.load import nearest
from tipcoach.library.overlay_catalogue import catalogue_under
from tipcoach.library.overlay_files import looks_like_an_overlay
from tipcoach.library.schema import Schema, schema, schemas
from tipcoach.library.written import Origin, WrittenPrompt
from tipcoach.practice.checklist import HAT_PROMPT, Checklist, Prompt, Section
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.settings import Settings


def every_prompt(coach: Coach, purpose: str | None = None) -> tuple[WrittenPrompt, ...]:
    """Every prompt, or those that a visit for `purpose` may be asked.

    Raises `LibraryFault`, or `NotFound` for a purpose that does not exist.
    """
    if purpose is not None:
        coach.library.purpose(purpose)
    found = _written_here(coach)
    return tuple(one for one in found if purpose is None or one.asked_for(purpose))


def _written_here(coach: Coach) -> tuple[WrittenPrompt, ...]:
    """Every prompt as it is asked here, with the organisation's own among ours."""
    library = coach.library
    overlay = library.overlay
    return catalogue_under(overlay, library.folder) if overlay else catalogue(library.folder)


def one_prompt(coach: Coach, prompt_id: str) -> WrittenPrompt:
    """Raises `LibraryFault`, or `NotFound` with the nearest spelling."""
    found = {one.id: one for one in every_prompt(coach)}
    if prompt_id not in found:
        raise NotFound(
            f"There is no prompt called “{prompt_id}”{nearest(prompt_id, [*found])}.",
            "`tipcoach prompts list` has them all.",
        )
    return found[prompt_id]


def check_prompts(coach: Coach, folder: Path | None = None) -> Checked:
    """Check the prompts in `folder`, or those that are asked here, and the organisation's routes.

    A folder of an organisation's own prompts is looked at as it is asked, laid over ours.
    """
    routes = coach.places.pathways
    overlay = _overlay_asked_here(coach) if folder is None else folder
    if overlay and (folder is None or looks_like_an_overlay(folder)):
        return check_overlay(overlay, coach.prompts, routes)
    return check(folder or coach.prompts, routes)


def _overlay_asked_here(coach: Coach) -> Path | None:
    """The organisation's own prompts; a folder beside the settings with nothing in it is none."""
    overlay = coach.overlay
    if overlay == coach.places.overlay and overlay.is_dir() and not any(overlay.iterdir()):
        return None
    return overlay


def prompt_schemas() -> dict[str, Schema]:
    return schemas()


def prompt_schema(kind: str) -> Schema:
    """Raises `NotFound` with the nearest spelling."""
    return schema(kind)


def kind_of(checklist: str) -> Kind:
    """What walking a checklist makes. Raises `NotFound` with the nearest spelling."""
    if checklist not in KINDS:
        raise NotFound(
            f"There is no checklist called “{checklist}”{nearest(checklist, [*KINDS])}.",
            f"Known: {', '.join(KINDS)}.",
        )
    return KINDS[checklist]


@dataclass(frozen=True, slots=True)
class Preview:
    """A walk as it would be asked, with where each question stands.

    With a `hat`, what that hat is not asked is left out.
    """

    checklist: Checklist
    hat: Hat | None
    origins: Mapping[str, Origin]

    def sections(self) -> list[tuple[Section, list[Prompt]]]:
        """The sections with what may be asked in them, and none that is empty."""
        found = [
            (section, [prompt for prompt in section.prompts if _is_for(prompt, self.hat)])
            for section in self.checklist.sections
        ]
        return [(section, prompts) for section, prompts in found if prompts]

    @property
    def reviewed(self) -> Sequence[Origin]:
        """One origin for each that says another thing about who has read it."""
        said = {(one.reviewed_by, one.lived_experience): one for one in self.origins.values()}
        return tuple(said.values())


def _is_for(prompt: Prompt, hat: Hat | None) -> bool:
    """Whether an officer in `hat` may be asked it; with none known, anybody may be."""
    if hat is None:
        return True
    named = [test.words for test in prompt.when.answers if test.prompt == HAT_PROMPT]
    return (
        (not prompt.when.hats or hat in prompt.when.hats)
        and hat not in prompt.unless.hats
        and all(hat.value in words for words in named)
    )


def preview(coach: Coach, wanted: Wanted) -> Preview:
    """The questions of a walk, to be read; nothing is begun and nothing is written.

    What is left out of `wanted` is the first purpose by name, at home, in full.
    Raises `LibraryFault` or `NotFound`.
    """
    checklist = _checklist(coach, wanted)
    written = {one.id: one for one in _written_here(coach)}
    origins = {
        prompt.id: written[prompt.id].origin_on(checklist)
        for prompt in checklist.prompts
        if prompt.id in written
    }
    return Preview(checklist, wanted.hat, origins)


def _checklist(coach: Coach, wanted: Wanted) -> Checklist:
    checklist_id = wanted.checklist_id
    if not wanted.kind.is_about_a_visit:
        return coach.library.standalone(checklist_id)
    purpose = wanted.purpose or coach.library.purposes[0].id
    channel, form = wanted.channel or Channel.HOME, wanted.form or Form.FULL
    return coach.library.checklist(checklist_id, purpose, channel, form)


@contextmanager
def trying(coach: Coach) -> Iterator[Coach]:
    """A coach that asks the same prompts, in a home that goes when it is left."""
    look = Settings(look=coach.settings.look, welcomed=True)
    with throw_away_home("preview", coach.library, look) as made:
        yield made
