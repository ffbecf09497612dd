"""House style: how long a question may be, and the words that are kept out of it.

The words are data (`house-style.yaml` beside the prompts), so a practice lead can add to
them; the measures are those of the guide for prompt authors.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from tipcoach.library.house_style_model import HouseStyleModel
from tipcoach.library.lines import Path_
from tipcoach.library.load import Problem
from tipcoach.library.overlay_models import OverlayModel
from tipcoach.library.prompt_models import PromptModel, Rewording
from tipcoach.library.purpose_models import PurposeModel, PurposeReword
from tipcoach.library.references import Authored

MOST_WORDS, MOST_SENTENCES = 25, 2
_SENTENCE_ENDS = re.compile(r"[.?!…]+[”’)]*(?:\s+|$)")
_ASKED = ("question", "quick")
_SAID = ("question", "quick", "why", "hint", "probe")


def against_house_style(
    looked_at: Sequence[Authored], files: Sequence[Authored], style: HouseStyleModel
) -> Iterator[Problem]:
    """Every wording in the files `looked_at` that the house would not use, one problem each.

    `files` are all there are: no two questions among them share their words.
    """
    kept_out = {"jargon": any_of(style.jargon), "praise": any_of(style.praise)}
    for file in looked_at:
        for field, words in wordings(file):
            name = str(field[-1])
            if name in _ASKED:
                yield from _too_long(file, field, words)
            if "!" in words:
                yield file.problem(field, "has an exclamation mark")
            if name in _SAID:
                yield from _kept_out(file, field, words, kept_out)
    yield from _read_alike(looked_at, files)


def wordings(file: Authored) -> Iterator[tuple[Path_, str]]:
    """Every text a prompt of this file may put on a screen, with its place."""
    written = file.document.lines
    yield from ((field, words) for field, words in _all_wordings(file) if field in written)


def _all_wordings(file: Authored) -> Iterator[tuple[Path_, str]]:
    for place, prompt in file.prompts():
        yield from _of_prompt(place, prompt)
    for n, reword in enumerate(rewords_of(file)):
        yield from _of_rewording(("rewords", n), reword)
        for channel, layer in reword.channels.items():
            yield from _of_rewording(("rewords", n, "channels", channel.value), layer)


def _of_prompt(place: Path_, prompt: PromptModel) -> Iterator[tuple[Path_, str]]:
    yield from _texts(place, prompt, (*Rewording.model_fields, "heavy"))
    for channel, layer in prompt.channels.items():
        yield from _of_rewording((*place, "channels", channel.value), layer)
    for n, choice in enumerate(prompt.choices):
        yield from _texts((*place, "choices", n), choice, ("label", "note"))


def _of_rewording(place: Path_, layer: Rewording) -> Iterator[tuple[Path_, str]]:
    yield from _texts(place, layer, tuple(Rewording.model_fields))


def _texts(place: Path_, model: object, names: Sequence[str]) -> Iterator[tuple[Path_, str]]:
    for name in names:
        words = getattr(model, name)
        if words:
            yield (*place, name), words


def _too_long(file: Authored, field: Path_, words: str) -> Iterator[Problem]:
    count = len(words.split())
    if count > MOST_WORDS:
        yield file.problem(field, f"has {count} words; a question has at most {MOST_WORDS}")
    sentences = [part for part in _SENTENCE_ENDS.split(words) if part.strip()]
    if len(sentences) > MOST_SENTENCES:
        yield file.problem(field, f"has {len(sentences)} sentences; at most {MOST_SENTENCES}")


def any_of(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of `words`; a star at the end stands for any ending."""
    each = [re.escape(word).replace(r"\*", r"\w*") for word in words]
    return re.compile(rf"\b(?:{'|'.join(each)})\b" if each else r"(?!)", re.IGNORECASE)


def _kept_out(
    file: Authored, field: Path_, words: str, kept_out: Mapping[str, re.Pattern[str]]
) -> Iterator[Problem]:
    for kind, pattern in kept_out.items():
        for found in pattern.finditer(words):
            yield file.problem(field, f"says “{found[0]}”, which is {kind} here")


def _read_alike(looked_at: Sequence[Authored], files: Sequence[Authored]) -> Iterator[Problem]:
    """Questions of different prompts in the very same words."""
    first: dict[str, str] = {}
    blamed = {id(file) for file in looked_at}
    for file in files:
        for field, words in wordings(file):
            if field[-1] != "question":
                continue
            prompt_id = prompt_of(file, field)
            other = first.setdefault(" ".join(words.casefold().split()), prompt_id)
            if other != prompt_id and id(file) in blamed:
                yield file.problem(field, f"reads the same as that of “{other}”")


def prompt_of(file: Authored, field: Path_) -> str:
    """The id of the prompt that a wording of `file` belongs to."""
    if field[0] == "rewords":
        return rewords_of(file)[int(field[1])].prompt
    return next(prompt.id for place, prompt in file.prompts() if place == field[: len(place)])


def rewords_of(file: Authored) -> Sequence[PurposeReword]:
    """Those of a purpose or of an overlay; other files have none."""
    return file.model.rewords if isinstance(file.model, PurposeModel | OverlayModel) else ()
