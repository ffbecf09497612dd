"""A shared copy, and an agreement, as their readers see them: the preview is this same page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from tipcoach.practice import employer_promise
from tipcoach.practice.checklist import Principle, PrincipleName
from tipcoach.practice.employer_promise import EmployerPromise
from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.practice.promises import say_date
from tipcoach.practice.shared_copy import SharedCopy
from tipcoach.reports.entries import MONTHS, TITLES
from tipcoach.reports.wrapping import wrap
from tipcoach.supervision.documents import Agreement

NO_QUESTION = "No question was written."
WARNING = "It holds heavy detail. Its officer says so, that you can be ready for it."
INDENT = "  "


class Voice(Enum):
    """What a line of a page is, for whoever paints it. An empty line is a `GAP`."""

    HEADLINE = auto()
    NOTE = auto()
    WARNING = auto()
    HEADING = auto()
    QUESTION = auto()
    ANSWER = auto()
    GAP = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a page. Its text is clean, and has no line ends."""

    voice: Voice
    text: str = ""


def copy_page(copy: SharedCopy, principles: Sequence[PrincipleName]) -> list[Line]:
    """All a reader sees of a copy, word for word: the question first, then each part."""
    lines = [*before_opening(copy, principles), Line(Voice.GAP)]
    lines += [Line(Voice.NOTE, text) for text in (copy_title(copy), said_month(copy.month))]
    last = ""
    for part in copy.parts:
        lines.append(Line(Voice.GAP))
        heading = principle_name(part.principle, principles)
        if heading and heading != last:
            lines.append(Line(Voice.HEADING, heading))
        last = heading
        lines += _paragraphs(Voice.QUESTION, part.question)
        lines += _paragraphs(Voice.ANSWER, part.answer)
    return lines


def before_opening(copy: SharedCopy, principles: Sequence[PrincipleName]) -> list[Line]:
    """What a reader sees of a copy before it is opened."""
    lines = [*_paragraphs(Voice.HEADLINE, copy.question.strip() or NO_QUESTION)]
    if copy.principle is not None:
        lines.append(Line(Voice.NOTE, f"Named: {principle_name(copy.principle, principles)}"))
    if copy.heavy:
        lines.append(Line(Voice.WARNING, WARNING))
    return lines


def agreement_page(agreement: Agreement) -> list[Line]:
    """All of an agreement: each question with what was agreed, the promise, the two days."""
    lines = [Line(Voice.NOTE, text) for text in agreement_days(agreement)]
    for term in agreement.terms:
        lines.append(Line(Voice.GAP))
        lines += _paragraphs(Voice.QUESTION, term.question)
        lines += _paragraphs(Voice.ANSWER, term.answer)
    lines += [Line(Voice.GAP), Line(Voice.HEADING, "The employer’s promise")]
    lines += [Line(Voice.ANSWER, text) for text in promise_lines(agreement.promise)]
    return lines


def agreement_days(agreement: Agreement) -> tuple[str, str]:
    """`Made on Monday 2 November 2026`, and by when it is looked at again."""
    return (
        f"Made on {_day(agreement.made_on)}.",
        f"To be looked at again by {_day(agreement.look_again)}.",
    )


def promise_lines(promise: EmployerPromise | None) -> list[str]:
    """The employer's written promise with who gave it and when, or in one line that none is."""
    lines = [clean_line(line) for line in employer_promise.promise_lines(promise)]
    return lines if promise else [" ".join(lines)]


def page_text(lines: Sequence[Line], width: int = 78) -> str:
    """A page as plain text; an answer stands a little in from its question."""
    written: list[str] = []
    for line in lines:
        indent = INDENT if line.voice is Voice.ANSWER else ""
        written += [f"{indent}{piece}".rstrip() for piece in wrap(line.text, width - len(indent))]
    return "\n".join(written) + "\n"


def copy_title(copy: SharedCopy) -> str:
    """`After a visit · rent arrears · phone`."""
    return clean_line(" · ".join(part for part in (TITLES[copy.kind], copy.concerning) if part))


def said_month(month: str) -> str:
    """`November 2026`, of `2026-11`."""
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"


def principle_name(principle: Principle | None, principles: Sequence[PrincipleName]) -> str:
    """`≡ Trustworthiness`, or nothing where there is none."""
    if principle is None:
        return ""
    named = (f"{name.mark} {name.name}" for name in principles if name.principle is principle)
    return clean_line(next(named, principle.value.title())).strip()


def _paragraphs(voice: Voice, text: str) -> Iterator[Line]:
    return (Line(voice, line) for line in clean(text).split("\n"))


def _day(day: date) -> str:
    return say_date(day, date.min)
