"""Prompts for those who write them, as text: a list, one whole, a walk to be read, a check."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from tipcoach.coach.prompts import Preview
from tipcoach.library.check import Checked
from tipcoach.library.written import (
    Hidden,
    Origin,
    OtherWords,
    WrittenPrompt,
)
from tipcoach.practice.answer import AnswerForm
from tipcoach.practice.checklist import Choice, Prompt, Section
from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.conditions import MEETING, conditions, either
from tipcoach.reports.wrapping import width_of, wrap

WIDTH = 78
GAP = 2
NOTHING_KEPT = "A preview: it begins in an empty home, which goes with all of it when you leave."
NOT_SAVED = "A preview: nothing is asked of you and nothing is saved."
LOOKS_BACK = "Asked only after a visit that was prepared for and had a plan, which is shown again."
NOTHING_WRONG = "Nothing wrong."

LABELS = {
    "question": "Question",
    "quick": "Quick",
    "why": "Why",
    "hint": "Hint",
    "example": "Example",
    "probe": "One question further",
}
ANSWERS = {
    AnswerForm.TEXT: "words, few or many",
    AnswerForm.ONE_WORD: "one word",
    AnswerForm.PICK_ONE: "one of these",
    AnswerForm.PICK_MANY: "any of these",
    AnswerForm.YES_NOT_YET: "yes, or not yet",
    AnswerForm.LIST: "a list, one thing a line",
    AnswerForm.SORT: "a list sorted into what must, what may and what is theirs to decide",
    AnswerForm.MINE_OURS_SYSTEM: "a list sorted into what was mine, ours and the system’s",
    AnswerForm.PROMISE: "promises, each with whose it is and by when",
    AnswerForm.IF_THEN: "a plan: if something happens, then what you will do",
    AnswerForm.SAY_ONLY: "none: it is to be said aloud, and not written down",
    AnswerForm.ON_SCREEN_ONLY: "words on screen only, let go unless one chooses to keep them",
}


# -- a list ------------------------------------------------------------------------------


def list_text(prompts: Sequence[WrittenPrompt], width: int = WIDTH) -> str:
    """One row a prompt under the name of its file: id, before or after, principle, forms.

    Under the name of an organisation's file it says whose it is, and under a row what an
    organisation has made of the prompt.
    """
    rows = [(one.id, one.phase, one.strand or one.section, _forms(one)) for one in prompts]
    columns = _columns(rows, width - GAP)
    lines: list[str] = []
    last = ""
    for one, row in zip(prompts, rows, strict=True):
        if one.origin.file != last:
            heading = " · ".join(part for part in (one.origin.file, one.origin.words_of) if part)
            lines += ["", heading] if lines else [heading]
            last = one.origin.file
        lines += [" " * GAP + line for line in _row(row, columns)]
        for sentence in _made_of(one):
            lines += _hanging(sentence, width, 2 * GAP)
    return "\n".join([*lines, "", f"{_count(len(prompts), 'prompt')}."]) + "\n"


def _made_of(prompt: WrittenPrompt) -> list[str]:
    """What organisations have made of a prompt: a sentence each, and none for most."""
    said = [f"In other words of {either(prompt.reworded_by)}."] if prompt.reworded_by else []
    return said + [_hidden(one) for one in prompt.hidden]


def _hidden(hidden: Hidden) -> str:
    where = f" for {either(hidden.purposes)}" if hidden.purposes else ""
    return f"Hidden{where} by {hidden.origin.words_of} ({_place(hidden.origin)})."


def _forms(prompt: WrittenPrompt) -> str:
    return ", ".join(form.value for form in prompt.forms)


def _columns(rows: Sequence[tuple[str, ...]], width: int) -> list[int]:
    """How wide each column is; where all are wider than `width`, the first gives way."""
    wanted = [max(map(width_of, cells)) for cells in zip(*rows, strict=True)]
    others = sum(wanted[1:]) + GAP * len(wanted[1:])
    return [min(wanted[0], max(width - others, 12)), *wanted[1:]] if wanted else []


def _row(cells: Sequence[str], columns: Sequence[int]) -> Iterator[str]:
    folded = [wrap(cell, columns[n]) for n, cell in enumerate(cells)]
    for pieces in zip_longest(*folded, fillvalue=""):
        padded = [
            piece + " " * (columns[n] - width_of(piece) + GAP) for n, piece in enumerate(pieces)
        ]
        yield "".join(padded).rstrip()


# -- one prompt whole --------------------------------------------------------------------


def prompt_text(prompt: WrittenPrompt, width: int = WIDTH) -> str:
    """One prompt whole, each part under its own name."""
    lines = [prompt.id, _belongs(prompt), _place(prompt.origin), ""]
    lines += _wordings(prompt.words, width)
    lines += [*_answer_lines(prompt.answer, prompt.choices, width), ""]
    lines += _open_lines(prompt, width)
    for other in prompt.others:
        lines += ["", *wrap(f"Other words {_which(other)} ({_place(other.origin)})", width)]
        lines += _wordings(other.words, width, GAP)
    lines += ["", "Sources"]
    for source in prompt.sources:
        lines += _hanging(f"{source.key}: {source.title}", width, GAP)
        # Not wrapped: it is to be copied.
        lines += [f"    {source.address}"] if source.address else []
    if not prompt.sources:
        lines.append("  none named")
    lines += ["", "Where the words come from"]
    for sentence in _provenance(prompt.origin):
        lines += _hanging(sentence, width, GAP)
    return "\n".join(lines) + "\n"


def _belongs(prompt: WrittenPrompt) -> str:
    half = {"before": "before a visit", "after": "after a visit"}.get(prompt.phase, "")
    for_whom = f"only for {either(prompt.purposes)}" if prompt.purposes else ""
    forms = f"{' and '.join(form.value for form in prompt.forms)} form"
    parts = (half, prompt.strand or prompt.section, for_whom, forms)
    said = " · ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def _place(origin: Origin) -> str:
    return f"{origin.file}, line {origin.line}"


def _wordings(words: Mapping[str, str], width: int, indent: int = 0) -> list[str]:
    lines = []
    for name, said in words.items():
        lines += _hanging(f"{LABELS[name]}: {said}", width, indent)
    return lines


def _hanging(text: str, width: int, indent: int = 0) -> list[str]:
    """`text` wrapped, what follows its first line set in a little further."""
    first, *rest = wrap(text, width - indent - GAP)
    return [" " * indent + first, *(" " * (indent + GAP) + line for line in rest)]


def _answer_lines(form: AnswerForm, choices: Sequence[Choice], width: int) -> list[str]:
    lines = _hanging(f"Answer: {ANSWERS[form]}.", width)
    for choice in choices:
        said = [f"{choice.label} ({choice.value})"]
        said += [choice.note] if choice.note else []
        said += [f"a stop rule: {choice.pathway}"] if choice.pathway else []
        said += ["the officer was not safe"] if choice.unsafe else []
        lines += _hanging("; ".join(said), width, GAP)
    return lines


def _open_lines(prompt: WrittenPrompt, width: int) -> list[str]:
    """When it is asked and when it is not, and what has to be known of it, in sentences."""
    when, unless = prompt.when, prompt.unless
    said = conditions(when, unless)
    said += [LOOKS_BACK] if prompt.looks_back else []
    said = said or ["Asked whatever was answered before."]
    if prompt.dropped_by:
        said.append(f"Not asked at all for {either(prompt.dropped_by)}.")
    said += [_hidden(one) for one in prompt.hidden]
    if prompt.own_conduct:
        said.append(
            "It asks about what the officer did, so it is not asked on a day they were not safe."
        )
    if prompt.strengths:
        said.append("It looks for what is strong, and no walk goes without one that does.")
    if prompt.heavy:
        said.append(f"Sensitive. Shown first: {prompt.heavy}")
    if prompt.opens_the_card:
        said.append("Its answer opens the card.")
    said.append(_nations(prompt.nations) or "The law makes no difference to it.")
    return [line for sentence in said for line in _hanging(sentence, width)]


def _which(other: OtherWords) -> str:
    """For which visits, and of which organisation."""
    whose = f"of {other.origin.words_of}" if other.origin.words_of else ""
    return ", ".join(part for part in (_for(other), whose) if part)


def _for(other: OtherWords) -> str:
    purpose = f"for {other.purpose}" if other.purpose else ""
    channel = f"when you meet {MEETING[other.channel]}" if other.channel else ""
    return ", ".join(part for part in (purpose, channel) if part)


def _provenance(origin: Origin) -> list[str]:
    laid = [f"The words are those of {origin.words_of}."] if origin.words_of else []
    return [
        *laid,
        f"Written by {origin.author}.",
        f"Reviewed by {'; '.join(origin.reviewed_by) or 'nobody yet'}.",
        f"Part that people with lived experience have had: {origin.lived_experience}.",
    ]


def _nations(nations: Sequence[str]) -> str:
    return f"The law in it is that of {', '.join(nations)}." if nations else ""


# -- a walk to be read -------------------------------------------------------------------


def preview_text(preview: Preview, width: int = WIDTH) -> str:
    """The walk to be read from top to bottom."""
    made = preview.checklist
    hat = f"hat: {preview.hat.value}" if preview.hat else ""
    form = f"{made.form.value} form" if made.is_about_a_visit else ""
    parts = (made.title, made.concerning, form, hat)
    lines = [NOT_SAVED, "", " · ".join(part for part in parts if part)]
    for section, prompts in preview.sections():
        lines += ["", f"{section.mark} {section.name}".strip(), *_drawn(section, len(prompts))]
        for prompt in prompts:
            lines += ["", *_asked_lines(prompt, preview.origins.get(prompt.id), width)]
    lines += ["", "Where the words come from"]
    for origin in preview.reviewed:
        for sentence in _provenance(origin):
            lines += _hanging(sentence, width, GAP)
    return "\n".join(lines) + "\n"


def _drawn(section: Section, there: int) -> list[str]:
    if section.asks is None or section.asks >= there:
        return []
    if section.only_when_called:
        return ["None of these is asked by itself. After the writing one may be offered."]
    return [f"Of these {there}, {section.asks} come up on one visit; chance picks."]


def _asked_lines(prompt: Prompt, origin: Origin | None, width: int) -> list[str]:
    lines = _hanging(prompt.question, width, GAP)
    said = [f"Shown first: {prompt.heavy}"] if prompt.heavy else []
    said += [f"Hint: {prompt.hint}"] if prompt.hint else []
    said.append(f"Why: {prompt.why}")
    said += conditions(prompt.when, prompt.unless)
    said += [LOOKS_BACK] if prompt.looks_back else []
    said += [_nations(prompt.nations)] if prompt.nations else []
    choices = "; ".join(choice.label for choice in prompt.choices)
    said.append(f"Answer: {ANSWERS[prompt.form]}{f': {choices}' if choices else ''}.")
    where = f"{_place(origin)}; words of {origin.words_of or origin.author}" if origin else ""
    said.append(": ".join(part for part in (prompt.id, where) if part))
    return lines + [line for sentence in said for line in _hanging(sentence, width, 2 * GAP)]


# -- a check -----------------------------------------------------------------------------


def check_text(checked: Checked) -> str:
    """What was looked at where it is an overlay, a sentence a problem, the notes, how many."""
    lines = [f"Looked at {checked.overlay}, laid over ours."] if checked.overlay else []
    lines += [*map(str, checked.problems), *(f"Note: {note}" for note in checked.notes)]
    count = len(checked.problems)
    lines.append(f"{_count(count, 'problem')}." if count else NOTHING_WRONG)
    return "\n".join(clean_line(line) for line in lines) + "\n"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
