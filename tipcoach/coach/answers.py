"""Walk a checklist from a file of answers, with no terminal and nothing half done.

Everything that does not fit is said at once, by name, and then nothing is written.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from tipcoach.coach.begin import Beginning, Standalone, Wanted, begin_draft, looking_back_on
from tipcoach.coach.coach import Coach
from tipcoach.coach.finish import entry_of
from tipcoach.errors import AnswerNotTaken, AnswersRefused, NotFound
from tipcoach.library.answers import AnswersFile, read_answers
from tipcoach.library.load import nearest
from tipcoach.practice.answer import Answer, is_empty
from tipcoach.practice.answer_shape import read_shape
from tipcoach.practice.checklist import HAT_PROMPT, Checklist
from tipcoach.practice.entry import Entry
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walk import END, Walk

PARTS = ("purpose", "channel", "hat", "form")

Word = TypeVar("Word", bound=StrEnum)


def keep_answers(coach: Coach, path: Path, asked: Wanted) -> Entry:
    """Walk from a file of answers to an entry in the journal.

    Raises `AnswersRefused` with every problem, or what reading and writing may raise.
    """
    file = read_answers(path)
    if asked.kind.is_about_a_visit:
        beginning: Beginning | Standalone = _beginning(coach, file, asked, path.name)
    else:
        beginning = _standalone(file, asked, path.name)
    draft = begin_draft(coach, beginning, called=frozenset(file.answers))
    walk = answered(draft.walk, file, path.name)
    entry = entry_of(coach, replace(draft, walk=walk))
    coach.journal.add(entry)
    return entry


def _beginning(coach: Coach, file: AnswersFile, asked: Wanted, name: str) -> Beginning:
    problems: list[str] = []
    where = {part: f"{name}, line {file.lines.get(part, 1)}" for part in PARTS}
    channel = asked.channel or _word(Channel, file.visit.get("channel"), where, problems)
    hat = asked.hat or _word(Hat, file.visit.get("hat"), where, problems)
    form = asked.form or _word(Form, file.form, where, problems) or Form.QUICK
    purpose = asked.purpose or file.visit.get("purpose")
    if asked.of is not None:
        if problems:
            raise AnswersRefused(problems)
        found = looking_back_on(coach, asked.of, form, channel)
        if purpose not in (None, found.purpose):
            problems.append(f"{where['purpose']}: purpose is not that of {asked.of}.")
        if not problems:
            return replace(found, hat=hat or found.hat)
    if purpose is None:
        problems.append(f"{name}: visit.purpose is missing, such as arrears.")
    elif not isinstance(purpose, str):
        problems.append(f"{where['purpose']}: purpose wants a word, such as arrears.")
    if channel is None and not any("channel" in said for said in problems):
        problems.append(f"{name}: visit.channel is missing: {', '.join(Channel)}.")
    if isinstance(purpose, str):
        try:
            coach.library.purpose(purpose)
        except NotFound as fault:
            problems.append(f"{where['purpose']}: {fault}")
    if problems or channel is None or not isinstance(purpose, str):
        raise AnswersRefused(problems)
    return Beginning(asked.kind, purpose, channel, form, hat)


def _standalone(file: AnswersFile, asked: Wanted, name: str) -> Standalone:
    """A file for a checklist that is not about a visit says nothing of one."""
    said = [*file.visit, *(["form"] if file.form is not None else [])]
    if said:
        what = "is only for a checklist about a visit."
        raise AnswersRefused([f"{name}, line {file.lines[part]}: {part} {what}" for part in said])
    return asked.standalone


def _word(
    kind: type[Word], said: object, where: Mapping[str, str], problems: list[str]
) -> Word | None:
    field = kind.__name__.lower()
    if said is None:
        return None
    known = [word.value for word in kind]
    if said in known:
        return kind(str(said))
    shown = clean_line(str(said))[:40]
    what = f"{field} is “{shown}”, not one of {', '.join(known)}{nearest(shown, known)}."
    problems.append(f"{where[field]}: {what}")
    return None


def answered(walk: Walk, file: AnswersFile, name: str) -> Walk:
    """The walk with every answer of the file, gone through to its end."""
    problems: list[str] = []
    answers: dict[str, Answer] = dict(walk.answers)
    for prompt_id, shape in file.answers.items():
        where = f"{name}, line {file.lines[prompt_id]}: {clean_line(prompt_id)[:80]}"
        answer = _read(walk.checklist, prompt_id, shape, where, problems)
        if answer is None:
            continue
        if prompt_id == HAT_PROMPT and answers.get(prompt_id, answer) != answer:
            problems.append(f"{where} says another hat than visit.hat.")
        answers[prompt_id] = answer
    walk = replace(walk, answers=MappingProxyType(answers))
    problems += _closed(walk, file.lines, name)
    if problems:
        raise AnswersRefused(problems)
    walk = walk.go_to(walk.path[0].id)
    while walk.at != END:
        walk = walk.next()
    return walk


def _read(
    checklist: Checklist, prompt_id: str, shape: object, where: str, problems: list[str]
) -> Answer | None:
    prompt = checklist.prompt(prompt_id)
    if prompt is None:
        known = nearest(prompt_id, [prompt.id for prompt in checklist.prompts])
        problems.append(f"{where} is not asked on this walk{known}.")
        return None
    if shape is None:
        return None
    try:
        answer = read_shape(prompt.form, prompt.values, shape)
    except AnswerNotTaken as fault:
        problems.append(f"{where} {fault.sentence[0].lower()}{fault.sentence[1:]}")
        return None
    return None if is_empty(answer) else answer


def _closed(walk: Walk, lines: Mapping[str, int], name: str) -> list[str]:
    why = "is closed by an earlier answer"
    if walk.stopped:
        why = "is closed: a stop rule applies, and no text is taken here"
    return [
        f"{name}, line {lines.get(prompt.id, 1)}: {prompt.id} {why}."
        for prompt, _ in walk.set_aside()
    ]
