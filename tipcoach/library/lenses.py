"""The lenses as they are read from `lenses/`, made into what reads a text."""

from collections.abc import Sequence
from pathlib import Path

from tipcoach.errors import LibraryFault
from tipcoach.library.lens_check import phrase_faults
from tipcoach.library.lens_models import FamilyModel, WordingModel
from tipcoach.library.load import load
from tipcoach.practice.lenses.phrases import Context
from tipcoach.practice.lenses.quoted import Speech
from tipcoach.practice.lenses.wording import Family, Say, WordingLens

WORDING = "lenses/wording.yaml"


def read_wording(folder: Path) -> WordingLens:
    """The wording lens of a folder of prompts. Raises `LibraryFault`."""
    path = folder / WORDING
    model, document = load(path, WordingModel)
    if faults := [*phrase_faults(path, model, document)]:
        raise LibraryFault(faults)
    return wording_lens(model)


def wording_lens(model: WordingModel) -> WordingLens:
    said = model.quoted
    speech = Speech(*(_context(model, each) for each in (said.ours, said.theirs, said.dropped)))
    return WordingLens([_family(model, each) for each in model.families], speech)


def _family(model: WordingModel, authored: FamilyModel) -> Family:
    return Family(
        id=authored.id,
        term=authored.term,
        why=authored.why,
        ask=authored.ask or "",
        instead=authored.instead or "",
        sources=authored.sources,
        says=tuple(
            Say(
                tuple(map(model.phrase, form.say)),
                _context(model, form.only),
                _context(model, (*form.unless, *authored.unless)),
            )
            for form in authored.forms
        ),
    )


def _context(model: WordingModel, phrases: Sequence[str]) -> Context:
    return Context(tuple(map(model.phrase, phrases)))
