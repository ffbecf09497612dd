"""An entry, and a list of entries, as people read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tipcoach.practice.answer import (
    Answer,
    IfThen,
    Promised,
    YesNotYet,
    as_text,
)
from tipcoach.practice.checklist import PrincipleName, concerning
from tipcoach.practice.entry import Asked, Entry, Kind, Outcome
from tipcoach.practice.follow_up import (
    FollowUp,
    Hold,
    PromiseOutcome,
    Recorded,
    Review,
    Said,
    SessionView,
)
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.promises import say_date
from tipcoach.practice.session import TITLES as SESSION_TITLES
from tipcoach.reports.promises import what_came_in_full
from tipcoach.reports.wrapping import wrap

TITLES = {
    Kind.PREPARATION: "Before a visit",
    Kind.REFLECTION: "After a visit",
    Kind.FOLLOW_UP: "Follow-up",
    Kind.STAFF_MIRROR: "Staff mirror",
    Kind.WALK_IT_AS_THEM: "Walk it as them",
    Kind.AGREEMENT: "Supervision agreement",
    Kind.SESSION: "Session",
    Kind.AFTER_SESSION: "After a session",
}
PRIVATE = "private"
OUTCOMES = {
    Outcome.SKIPPED: "skipped",
    Outcome.SHOWN: "shown, not opened",
    Outcome.NOT_KEPT: "answered, and not kept",
}

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One question of an entry as it is read: whose principle, the question, the answer."""

    heading: str
    question: str
    lines: tuple[str, ...]
    answered: bool


def entry_title(entry: Entry) -> str:
    """`After a visit · rent arrears · phone`; a stopped visit names no purpose."""
    return " · ".join(part for part in (title_of(entry), entry.concerning) if part)


def title_of(entry: Entry) -> str:
    """What an entry is called; a session by its form."""
    if entry.kind is Kind.SESSION:
        return SESSION_TITLES.get(entry.checklist_id, TITLES[entry.kind])
    return TITLES[entry.kind]


def entry_note(entry: Entry, other: str = "") -> str:
    """The line under the title: the month, and what it follows or was stopped for.

    `other` is how whoever a session was with is called, where they are known.
    """
    month = f"{MONTHS[int(entry.month[5:]) - 1]} {entry.month[:4]}"
    notes = [month]
    if entry.hat:
        notes.append(f"hat: {entry.hat.value}")
    if entry.with_whom:
        notes.append(f"with {clean_line(other or entry.with_whom)}")
    if entry.kind.is_for_one_alone:
        notes.append(PRIVATE)
    if entry.follows:
        notes.append("follows a preparation")
    if entry.stopped:
        notes.append(f"stopped: {entry.stopped.replace('-', ' ')}")
    return " · ".join(notes)


def entry_parts(entry: Entry, principles: Sequence[PrincipleName], today: date) -> list[Part]:
    """Every question as it was asked, with what was answered, or that it was skipped."""
    names = {name.principle: f"{name.mark} {name.name}".strip() for name in principles}
    return [_part(asked, names.get(asked.principle, "") if asked.principle else "", today)
            for asked in entry.asked]  # fmt: skip


def _part(asked: Asked, heading: str, today: date) -> Part:
    if asked.set_aside:
        heading = f"{heading} · set aside, and kept".lstrip(" ·")
    if asked.answer is None:
        return Part(heading, asked.question, (OUTCOMES[asked.outcome],), answered=False)
    return Part(heading, asked.question, tuple(answer_lines(asked, today)), answered=True)


def answer_lines(asked: Asked, today: date) -> list[str]:
    """An answer as lines, choices by the words that were on the screen."""
    if asked.label:
        return [asked.label]
    return lines_of(asked.answer, today) if asked.answer is not None else []


def lines_of(answer: Answer, today: date) -> list[str]:
    match answer:
        case YesNotYet(yes):
            return ["Yes" if yes else "Not yet"]
        case Promised(promises):
            return [
                " · ".join(
                    [f"□ {promise.text}", promise.whose.label]
                    + ([say_date(promise.due, today)] if promise.due else [])
                )
                for promise in promises
            ]
        case IfThen(if_, then):
            return [f"If {if_}", f"then I will {then}"]
        case _:
            return as_text(answer).split("\n")


def entry_text(
    entry: Entry,
    principles: Sequence[PrincipleName],
    today: date,
    width: int = 78,
    *,
    said_aloud: bool = False,
) -> str:
    """A whole entry as plain text. `said_aloud` has a word before each answer, and no indent."""
    lines = [entry_title(entry), entry_note(entry), f"Written {written(entry)} · {entry.id}"]
    last = ""
    for part in entry_parts(entry, principles, today):
        lines.append("")
        if part.heading and part.heading != last:
            lines.append(part.heading)
        last = part.heading
        lines += wrap(part.question, width)
        if said_aloud:
            lines += [*wrap(f"Answer: {part.lines[0]}", width)] if part.lines else []
            lines += [piece for line in part.lines[1:] for piece in wrap(line, width)]
            continue
        for line in part.lines:
            lines += [f"  {piece}" for piece in wrap(line, width - 2)]
    return "\n".join(lines) + "\n"


def follow_up_text(follow_up: FollowUp) -> str:
    said = what_is_said(follow_up.said)
    return f"Follow-up to {follow_up.about}\n{follow_up.created:%Y-%m-%d %H:%M}: {said}\n"


def what_is_said(said: Said) -> str:
    """What a follow-up says, in a few words."""
    match said:
        case Recorded(yes):
            return "recorded where it belongs" if yes else "not yet recorded"
        case Hold(False):
            return "hold lifted"
        case Hold(_, look_again, reason):
            until = f", to look at again on {look_again.isoformat()}" if look_again else ""
            return f"held, so that it cannot be erased{until}" + (f": {reason}" if reason else "")
        case Review(again):
            return f"looked at and kept, to look at again on {again.isoformat()}"
        case PromiseOutcome():
            return f"promise {said.number}: {what_came_in_full(said, date.min)}"
        case SessionView(agreed, words):
            return "agreed" if agreed else f"seen differently: {words}"


def written(entry: Entry) -> str:
    """`Sunday 22 November 2026, 16:05`."""
    return f"{say_date(entry.created.date(), date.min)}, {entry.created:%H:%M}"


@dataclass(frozen=True, slots=True)
class Row:
    """One entry in a list. `mark` is that of the principle watched.

    `columns` are `Before ` and `rent arrears · phone`; one alone where it is not about a visit.
    """

    id: str
    mark: str
    columns: tuple[str, ...]
    written_on: date

    def when(self, today: date) -> str:
        """`today`, a weekday within the week, else `12 Nov`, with the year when it is another."""
        days = (today - self.written_on).days
        if days == 0:
            return "today"
        if 0 < days < 7:
            return say_date(self.written_on, today)[:3]
        day = f"{self.written_on.day} {MONTHS[self.written_on.month - 1][:3]}"
        return day if self.written_on.year == today.year else f"{day} {self.written_on.year}"

    def group(self, today: date) -> str:
        """The heading it stands under: this week, earlier in this month, or its month."""
        if (today - self.written_on).days < 7:
            return "This week"
        month = MONTHS[self.written_on.month - 1]
        if (self.written_on.year, self.written_on.month) == (today.year, today.month):
            return f"Earlier in {month}"
        return month if self.written_on.year == today.year else f"{month} {self.written_on.year}"


def row_of(entry: Entry, principles: Sequence[PrincipleName]) -> Row:
    mark = next((name.mark for name in principles if name.principle is entry.watched), "")
    return Row(entry.id, mark, _columns(entry), entry.created.date())


def _columns(entry: Entry) -> tuple[str, ...]:
    if entry.kind.is_about_a_visit:
        kinds = {Kind.PREPARATION: "Before", Kind.REFLECTION: "After"}
        label = "stopped" if entry.stopped else entry.visit_label
        return f"{kinds[entry.kind]:<7}", concerning(label, entry.channel)
    private = PRIVATE if entry.kind.is_for_one_alone else ""
    # Somebody may be looking over a shoulder, so the row does not say that one was stopped.
    return (" · ".join(part for part in (title_of(entry), private) if part),)
