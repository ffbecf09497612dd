"""The lenses as they are read from `lenses/`, made into what reads a text."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from tipcoach.errors import LibraryFault
from tipcoach.library.identifier_models import IdentifiersModel
from tipcoach.library.lens_check import LensFile, phrase_faults, together
from tipcoach.library.lens_models import FamiliesModel, FamilyModel, WordingModel
from tipcoach.library.load import load
from tipcoach.library.moves_model import MovesModel
from tipcoach.practice.lenses.found import Kind
from tipcoach.practice.lenses.identifiers import IdentifiersLens
from tipcoach.practice.lenses.moves import Move, MovesLens
from tipcoach.practice.lenses.phrases import Context, NotAPhrase, Phrase, any_of, read_phrase
from tipcoach.practice.lenses.quoted import Speech
from tipcoach.practice.lenses.said_of import SaidOf
from tipcoach.practice.lenses.subject import Subject
from tipcoach.practice.lenses.vocabulary import Vocabulary, key
from tipcoach.practice.lenses.ways import Ways
from tipcoach.practice.lenses.wording import Family, Say, WordingLens
from tipcoach.practice.lenses.words import fold
from tipcoach.waiting import Wait, at_once

WORDING = "lenses/wording.yaml"
FAMILIES = "lenses/families"
MOVES = "lenses/moves.yaml"
IDENTIFIERS = "lenses/identifiers.yaml"


def read_wording(folder: Path, wait: Wait = at_once) -> WordingLens:
    """The wording lens of a folder of prompts. Raises `LibraryFault`."""
    files = wording_files(folder, wait)
    try:
        return wording_lens(together(files), wait)
    except NotAPhrase:
        raise LibraryFault([*phrase_faults(files)]) from None


def wording_files(folder: Path, wait: Wait = at_once) -> Sequence[LensFile]:
    """What all families share first, then the families by subject. Raises `LibraryFault`."""
    more = (path for path in sorted((folder / FAMILIES).glob("*.yaml")) if path.name[0] != ".")
    shared = folder / WORDING
    files = [LensFile(shared, *load(shared, WordingModel))]
    for path in more:
        wait()
        files.append(LensFile(path, *load(path, FamiliesModel)))
    return files


def wording_lens(model: WordingModel, wait: Wait = at_once) -> WordingLens:
    """What reads with all families of `model`. Raises `NotAPhrase`."""
    read = cache(lambda written: read_phrase(written, model.lists))
    said = model.quoted
    contexts = (
        said.ours,
        said.theirs,
        said.dropped,
        said.rejected,
        said.named,
        said.reported,
        said.answered,
        said.doubted,
        said.borne_out,
        said.feared,
    )
    speech = Speech(*(Context(tuple(map(read, each))) for each in contexts))
    whom = model.said_of
    said_of = SaidOf(
        *(
            any_of(each, model.lists)
            for each in (whom.them, whom.others, whom.reporting, whom.no, whom.goes_on, whom.things)
        )
    )
    subject = Subject(
        *(
            any_of(each, model.lists)
            for each in (whom.them, whom.others, whom.callers, whom.reporting, whom.between)
        )
    )
    ways = Ways(
        {fold(other): fold(word) for word, others in model.spelt.items() for other in others},
        frozenset(map(fold, model.fillers)),
    )
    families = []
    for each in model.families:
        wait()
        families.append(_family(each, read))
    return WordingLens(families, speech, said_of, subject, ways)


def read_moves(folder: Path) -> MovesLens:
    """The moves lens of a folder of prompts. Raises `LibraryFault`."""
    model = load(folder / MOVES, MovesModel)[0]
    return MovesLens(
        [
            Move(one.id, one.ask, tuple(map(model.phrase, one.says)), one.asked_by, one.shown_by)
            for one in model.moves
        ]
    )


def _family(authored: FamilyModel, read: Callable[[str], Phrase]) -> Family:
    never = tuple(map(read, authored.unless))
    return Family(
        id=authored.id,
        term=authored.term,
        why=authored.why,
        ask=authored.ask or "",
        instead=authored.instead or "",
        sources=authored.sources,
        of_people=authored.of_people,
        says=tuple(
            Say(
                tuple(map(read, form.say)),
                Context(tuple(map(read, form.only))),
                Context((*map(read, form.unless), *never)),
                form.of_them,
            )
            for form in authored.forms
        ),
    )


def read_identifiers(folder: Path, names: Sequence[str]) -> IdentifiersLens:
    """The identifiers lens of a folder of prompts, with the officer's own list of `names`.

    Raises `LibraryFault`.
    """
    return identifiers_lens(load(folder / IDENTIFIERS, IdentifiersModel)[0], names)


def identifiers_lens(model: IdentifiersModel, names: Sequence[str]) -> IdentifiersLens:
    kinds = {
        str(one.id): Kind(one.id, one.term, one.why, one.ask or "", one.blur or "")
        for one in model.kinds
    }
    stories = tuple(map(model.phrase, model.stories))
    return IdentifiersLens(kinds, _vocabulary(model), stories, names, model.misses)


def _vocabulary(model: IdentifiersModel) -> Vocabulary:
    said, at = model.names, model.addresses
    return Vocabulary(
        names=_keys(said.first_names),
        capital_names=_keys(said.names_with_a_capital),
        no_names=_keys(said.no_names),
        ordinary=_keys(said.ordinary),
        organisations=_keys(said.organisations),
        titles=_keys(said.titles),
        weak_titles=_keys(said.weak_titles),
        relations=_keys(said.relations),
        deeds=_keys(said.deeds),
        particles=_keys(said.particles),
        streets=frozenset(at.streets.lower().split()),
        weak_streets=frozenset(at.weak_streets.lower().split()),
        streets_first=frozenset(at.streets_first.split()),
        no_streets=model.pairs(at.no_streets),
        no_people=model.pairs(said.no_people),
        months=tuple(model.months.lower().split()),
    )


def _keys(written: str) -> frozenset[str]:
    return frozenset(map(key, written.split()))
