"""The lenses as they are read from `lenses/`, made into what reads a text."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from tipcoach.library.lens_models import FamilyModel, WordingModel
from tipcoach.library.load import load
from tipcoach.practice.lenses.phrases import Context, Phrase
from tipcoach.practice.lenses.quoted import Speech
from tipcoach.practice.lenses.wording import Family, Say, WordingLens

WORDING = "lenses/wording.yaml"
ReadPhrase = Callable[[str], Phrase]


def read_wording(folder: Path) -> WordingLens:
    """The wording lens of a folder of prompts. Raises `LibraryFault`."""
    return wording_lens(load(folder / WORDING, WordingModel)[0])


def wording_lens(model: WordingModel) -> WordingLens:
    said = model.quoted
    # What rules a family out is the same for each of its forms, so it is read once.
    phrase = cache(model.phrase)
    speech = Speech(*(_context(phrase, each) for each in (said.ours, said.theirs, said.dropped)))
    return WordingLens([_family(phrase, each) for each in model.families], speech)


def _family(phrase: ReadPhrase, authored: FamilyModel) -> Family:
    return Family(
        id=authored.id,
        term=authored.term,
        why=authored.why,
        ask=authored.ask or "",
        instead=authored.instead or "",
        sources=authored.sources,
        says=tuple(
            Say(
                tuple(map(phrase, form.say)),
                _context(phrase, form.only),
                _context(phrase, (*form.unless, *authored.unless)),
            )
            for form in authored.forms
        ),
    )


def _context(phrase: ReadPhrase, phrases: Sequence[str]) -> Context:
    return Context(tuple(map(phrase, phrases)))
