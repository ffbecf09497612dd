"""Every prompt with an organisation's own laid over ours: added, reworded and hidden ones marked.

Nothing is settled and nothing is left out: a prompt that is hidden is still in the list, with
who hides it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tipcoach.library.barriers import offered
from tipcoach.library.catalogue import (
    OurFiles,
    Shelf,
    catalogue_of,
    origin_at,
    other_words,
    read_ours,
    source_of,
    with_purposes,
    written,
)
from tipcoach.library.checklist_models import ChecklistModel
from tipcoach.library.overlay_files import Overlay
from tipcoach.library.overlay_models import AddModel, OverlayModel, OverlayReword
from tipcoach.library.prompt_models import PromptModel
from tipcoach.library.purpose_models import PurposeModel
from tipcoach.library.references import Authored
from tipcoach.library.resolve import PHASES
from tipcoach.library.written import Hidden, WrittenPrompt


def catalogue_under(overlay: Overlay, folder: Path) -> tuple[WrittenPrompt, ...]:
    """Every prompt of our `folder`, then those of the overlay, which is without a mistake.

    Raises `LibraryFault` with every file of ours that cannot be read.
    """
    ours = read_ours(folder)
    shelf, own_purposes = Shelf(overlay.folder, is_ours=False), list(overlay.purposes.values())
    sources = {**ours.sources, **{one.key: source_of(one) for one in overlay.own_sources}}
    barriers = offered(ours.barriers, overlay.own_barriers)
    added = [
        _placed(written(shelf, file, place, prompt, sources, barriers), prompt, ours)
        for file in overlay.prompt_files
        for place, prompt in file.prompts()
    ]
    laid_over = catalogue_of(ours, overlay.own_barriers)
    found = [with_purposes(shelf, prompt, own_purposes) for prompt in (*laid_over, *added)]
    return tuple(_as_they_have_it(shelf, prompt, overlay.files) for prompt in found)


def _placed(prompt: WrittenPrompt, add: PromptModel, ours: OurFiles) -> WrittenPrompt:
    """An added prompt with where its file says that it goes."""
    if not isinstance(add, AddModel):
        return prompt
    for file in ours.checklists:
        if isinstance(file.model, ChecklistModel) and file.model.checklist == add.checklist:
            section = next(one for one in file.model.sections if one.id == add.section)
            prompt = replace(
                prompt,
                section=section.name,
                phase=PHASES[file.model.kind],
                forms=tuple(form for form in prompt.forms if form in section.forms),
            )
    stops = [
        file.model.purpose
        for file in ours.purposes
        if isinstance(file.model, PurposeModel) and file.model.always_stops
    ]
    # After a visit that always stops it is asked by the name of that purpose alone.
    is_left_out = prompt.phase == "after" and not add.purposes
    return replace(prompt, purposes=add.purposes, dropped_by=tuple(stops) if is_left_out else ())


def _as_they_have_it(
    shelf: Shelf, prompt: WrittenPrompt, files: Sequence[Authored]
) -> WrittenPrompt:
    """A prompt with what the overlay files make of it: other words, or not asked."""
    rewords = list(_rewords(files, prompt.id))
    # What is for some purposes alone is nearer than what is for all of them, so it comes last.
    rewords.sort(key=lambda found: bool(found[2].purposes))
    others = [
        words
        for file, n, reword in rewords
        for purpose in reword.purposes or (None,)
        for words in other_words(shelf, file, ("rewords", n), reword, purpose)
    ]
    hidden = [
        Hidden(origin_at(shelf, file, ("hides", n)), hide.purposes)
        for file in files
        if isinstance(file.model, OverlayModel)
        for n, hide in enumerate(file.model.hides)
        if hide.prompt == prompt.id
    ]
    return replace(prompt, others=(*prompt.others, *others), hidden=tuple(hidden))


def _rewords(
    files: Sequence[Authored], prompt_id: str
) -> Iterator[tuple[Authored, int, OverlayReword]]:
    for file in files:
        if isinstance(file.model, OverlayModel):
            for n, reword in enumerate(file.model.rewords):
                if reword.prompt == prompt_id:
                    yield file, n, reword
