"""Type lines through the public door, and read what a person hears."""

import io
from collections.abc import Iterable
from dataclasses import dataclass

from making import checklist, section

from tipcoach.coach.coach import Coach
from tipcoach.library.finder import find_prompts
from tipcoach.library.library import Library
from tipcoach.plain import run
from tipcoach.practice.answer import Answer
from tipcoach.practice.checklist import Checklist, Prompt, Section
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.visit import Channel, Form, Hat

IN_WORDS = "In your words, or an empty line skips."
PREPARE, REFLECT = Kind.PREPARATION, Kind.REFLECTION


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of it, and every line that was printed."""

    entry: Entry | None
    out: str

    @property
    def said(self) -> str:
        """The words alone, without the places where lines were broken."""
        return " ".join(self.out.split())

    def __contains__(self, words: str) -> bool:
        return words in self.said

    def after(self, words: str) -> str:
        """What was said after the last time `words` were."""
        assert words in self.said, self.out
        return self.said.rpartition(words)[2]

    @property
    def kept(self) -> Entry:
        assert self.entry is not None, self.out
        return self.entry

    def answer_to(self, prompt_id: str) -> Answer | None:
        return self.kept.answer_to(prompt_id)


def type_lines(
    coach: Coach,
    kind: Kind,
    *typed: str,
    purpose: str | None = "arrears",
    channel: Channel | None = Channel.PHONE,
    hat: Hat | None = None,
    form: Form | None = Form.QUICK,
    of: str | None = None,
    with_whom: str | None = None,
) -> Heard:
    """Type `typed` line by line; after the last of them the input ends."""
    out = io.StringIO()
    entry = run(
        coach,
        kind,
        purpose=purpose,
        channel=channel,
        hat=hat,
        form=form,
        of=of,
        with_whom=with_whom,
        lines=io.StringIO(lines(typed)),
        out=out,
    )
    return Heard(entry, out.getvalue())


def lines(typed: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in typed)


class OneChecklist(Library):
    """The library as it is, except that every walk asks the same made-up questions."""

    def __init__(self, only: Checklist) -> None:
        super().__init__(find_prompts())
        self._only = only

    def checklist(self, *visit: object) -> Checklist:
        return self._only


def asks(coach: Coach, *sections: Section, form: Form = Form.QUICK) -> Coach:
    """The coach, asking these sections and nothing else."""
    shown = {"principles": coach.library.principles, "pathways": coach.library.pathways}
    coach.library = OneChecklist(checklist(*sections, form=form, **shown))
    return coach


def answer(coach: Coach, prompt: Prompt, *typed: str) -> Heard:
    """Type an answer to one prompt, then go to the end and keep it."""
    asks(coach, section("only", prompt))
    return type_lines(coach, PREPARE, *typed, "finish", "keep")
