"""Our parts of one checklist with an organisation's own laid over them.

Pure: authored parts in, authored parts out. What it hides joins what the purpose drops, and
its rewording comes after the purpose's, so that the words nearest to the officer win: the
prompt's, its channel's, the purpose's, its channel's, the organisation's, its channel's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tipcoach.library.checklist_models import ChecklistModel
from tipcoach.library.models import Provenance
from tipcoach.library.overlay_files import Overlay
from tipcoach.library.overlay_models import AddModel, OverlayModel, OverlayReword
from tipcoach.library.principle_model import PrincipleModel
from tipcoach.library.prompt_models import Rewording
from tipcoach.library.purpose_models import PurposeModel, PurposeReword
from tipcoach.library.resolve import Parts, Whose

_WORDS = tuple(Rewording.model_fields)


def lay_over(parts: Parts, overlay: Overlay) -> Parts:
    """`parts` as the organisation has them. The overlay is taken to be without a problem."""
    purpose_id = parts.purpose.purpose
    models = overlay.models
    adds = [add for model in models for add in model.adds if _is_for(add.purposes, purpose_id)]
    if parts.purpose.always_stops and parts.checklist.kind == "reflection":
        # Once its route is followed only one's own part is asked, so what is meant for any
        # visit does not follow an officer here unless this purpose is named.
        adds = [add for add in adds if add.purposes]
    rewords = [(model, reword) for model in models for reword in _rewords(model, purpose_id)]
    # What is for this purpose alone is nearer than what is for all of them.
    rewords.sort(key=lambda pair: bool(pair[1].purposes))
    return replace(
        parts,
        checklist=_with_sections(parts.checklist, adds),
        principles=_with_principles(parts.principles, adds),
        purpose=_with_purpose(
            parts.purpose,
            [add for add in adds if add.principle and add.purposes],
            [hide.prompt for model in models for hide in model.hides
             if _is_for(hide.purposes, purpose_id)],
            [reword for _, reword in rewords],
        ),
        first=_first(models, parts.checklist.checklist),
        whose=_gather([*_of_the_purpose(parts.purpose, overlay), *_of_adds(models),
                       *((reword.prompt, _whose(model, reword)) for model, reword in rewords)]),
    )  # fmt: skip


def _is_for(purposes: Sequence[str], purpose_id: str) -> bool:
    return not purposes or purpose_id in purposes


def _rewords(model: OverlayModel, purpose_id: str) -> Iterator[OverlayReword]:
    return (reword for reword in model.rewords if _is_for(reword.purposes, purpose_id))


def _with_sections(checklist: ChecklistModel, adds: Sequence[AddModel]) -> ChecklistModel:
    here = [add for add in adds if add.checklist == checklist.checklist]
    sections = []
    for section in checklist.sections:
        own = tuple(add for add in here if add.section == section.id)
        sections.append(section.model_copy(update={"prompts": (*section.prompts, *own)}))
    return checklist.model_copy(update={"sections": tuple(sections)})


def _with_principles(
    principles: Mapping[str, PrincipleModel], adds: Sequence[AddModel]
) -> dict[str, PrincipleModel]:
    """What is for some purposes only is not here: it joins the purpose, and leads with it."""
    laid = {}
    for name, model in principles.items():
        own = [add for add in adds if add.principle and not add.purposes]
        own = [add for add in own if add.principle == model.principle]
        laid[name] = model.model_copy(update={"prompts": (*model.prompts, *own)})
    return laid


def _with_purpose(
    purpose: PurposeModel,
    adds: Sequence[AddModel],
    hides: Sequence[str],
    rewords: Sequence[PurposeReword],
) -> PurposeModel:
    by_prompt = {reword.prompt: reword for reword in purpose.rewords}
    for reword in rewords:
        under = by_prompt.get(reword.prompt)
        by_prompt[reword.prompt] = _laid_over(under, reword) if under else reword
    return purpose.model_copy(
        update={
            "adds": (*purpose.adds, *adds),
            "drops": (*purpose.drops, *hides),
            "rewords": tuple(by_prompt.values()),
        }
    )


def _laid_over(under: PurposeReword, over: PurposeReword) -> PurposeReword:
    """One rewording that says what both say, the second winning.

    Its words for every channel win over those of the first for one channel, as they would
    if the two were applied one after the other.
    """
    channels = {}
    for channel in (*under.channels, *over.channels):
        said = [under.channels.get(channel), over, over.channels.get(channel)]
        channels[channel] = Rewording(**_words(said))
    return PurposeReword(prompt=over.prompt, channels=channels, **_words([under, over]))


def _words(layers: Iterable[Rewording | None]) -> dict[str, str]:
    said: dict[str, str] = {}
    for layer in layers:
        if layer is not None:
            said |= {name: getattr(layer, name) for name in _WORDS if getattr(layer, name)}
    return said


def _first(models: Sequence[OverlayModel], checklist_id: str) -> dict[str, tuple[str, ...]]:
    first: dict[str, tuple[str, ...]] = {}
    for model in models:
        first |= model.order.get(checklist_id, {})
    return first


# -- whose words they are --------------------------------------------------------------------


def _of_the_purpose(purpose: PurposeModel, overlay: Overlay) -> Iterator[tuple[str, Whose]]:
    """A whole purpose of the organisation's is in the words of its author."""
    if overlay.purpose(purpose.purpose) is None:
        return
    name, provenance = purpose.provenance.author, purpose.provenance
    for add in purpose.adds:
        yield add.id, Whose(name, provenance.lived_experience)
    for reword in purpose.rewords:
        yield reword.prompt, _reworded(name, provenance, reword)


def _of_adds(models: Sequence[OverlayModel]) -> Iterator[tuple[str, Whose]]:
    for model in models:
        for add in model.adds:
            yield add.id, Whose(model.overlay, model.provenance.lived_experience)


def _whose(model: OverlayModel, reword: OverlayReword) -> Whose:
    return _reworded(model.overlay, model.provenance, reword)


def _reworded(name: str, provenance: Provenance, reword: PurposeReword) -> Whose:
    layers = (reword, *reword.channels.values())
    said = frozenset(words for layer in layers for words in _words([layer]).values())
    return Whose(name, provenance.lived_experience, said)


def _gather(found: Iterable[tuple[str, Whose]]) -> dict[str, tuple[Whose, ...]]:
    whose: dict[str, tuple[Whose, ...]] = {}
    for prompt_id, one in found:
        whose[prompt_id] = (*whose.get(prompt_id, ()), one)
    return whose
