"""Drafts found at the next start: continue, keep for later, or discard."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tipcoach.coach.coach import Coach
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import NotFound, NotReadable, TipcoachError
from tipcoach.practice.answer import Answer, YesNotYet
from tipcoach.practice.checklist import RECORDED_PROMPT
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.hiding import without
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.walk import END


@dataclass(frozen=True, slots=True)
class Found:
    """A draft as it is offered: what it is, where it stopped, up to when it is safe.

    `label` and `channel` are empty when it is not about a visit; `checklist` is the id of its own,
    and `with_whom` the folder of whoever a session is with.
    `in_use` when another window has it open; `unrecorded` when a stop rule applies in it and
    its pathway is not recorded yet.
    """

    id: str
    kind: Kind
    checklist: str
    title: str
    label: str
    channel: str
    stopped_at: str
    written: datetime
    follows: str | None
    unrecorded: bool
    in_use: bool
    with_whom: str | None = None

    @property
    def concerning(self) -> str:
        """What it is about, or its title where no visit is behind it."""
        return ", ".join(part for part in (self.label, self.channel) if part) or self.title


@dataclass(frozen=True, slots=True)
class FoundDrafts:
    """Every draft, newest first, and the names of those that cannot be read, with why."""

    drafts: tuple[Found, ...]
    unused: tuple[tuple[str, str], ...]


def find_drafts(coach: Coach) -> FoundDrafts:
    """Look for drafts, and clear away temporary files and answers in an editor that a crash left.

    Raises `NotReadable` when the folder itself cannot be read.
    """
    coach.writer.sweep()
    if coach.places.editing.is_dir():
        from tipcoach.coach import own_editor

        own_editor.sweep(coach.places.editing)
    drafts: list[Found] = []
    unused: list[tuple[str, str]] = []
    for draft in coach.drafts.all():
        if isinstance(draft, Draft):
            drafts.append(_found(draft, in_use=coach.drafts.is_held(draft.id)))
        else:
            unused.append((clean_line(str(draft.path)), draft.reason))
    return FoundDrafts(tuple(drafts), tuple(unused))


def resume(coach: Coach, draft_id: str) -> Sitting:
    """Continue a draft with the checklist it was begun with.

    Raises `InUse` when another window has it open, `NotFound` or `NotReadable`.
    """
    coach.drafts.find(draft_id)
    hold = coach.drafts.hold(draft_id)
    try:
        draft = coach.drafts.read(draft_id)
        return Sitting(coach, draft, hold=hold, corrects=_corrected_by(coach, draft))
    except (NotFound, NotReadable):
        hold.let_go()
        raise


def _corrected_by(coach: Coach, draft: Draft) -> Entry | None:
    """The entry a draft puts right. Without it the words can still be read and copied."""
    if draft.supersedes is None:
        return None
    try:
        found = coach.journal.read(draft.supersedes)
    except (NotFound, NotReadable):
        return None
    return found if isinstance(found, Entry) else None


def discard(coach: Coach, draft_id: str) -> None:
    """Take a draft away for good. Raises `InUse`, `NotFound` or `NotSaved`."""
    coach.drafts.find(draft_id)
    coach.drafts.hold(draft_id).let_go()
    coach.drafts.remove(draft_id)


def has_newer_questions(coach: Coach, sitting: Sitting) -> bool:
    """Whether the library would ask this walk in other words today, or cannot ask it at all."""
    if sitting.draft.supersedes:
        return False
    old = sitting.walk.checklist
    try:
        new = without(coach.questions.again(old), coach.settings.hidden)
    except TipcoachError:
        return True
    return new.fingerprint() != old.fingerprint()


def _says_recorded(answers: Mapping[str, Answer]) -> bool:
    answer = answers.get(RECORDED_PROMPT)
    return isinstance(answer, YesNotYet) and answer.yes


def _found(draft: Draft, *, in_use: bool) -> Found:
    step = draft.walk.step
    return Found(
        id=draft.id,
        kind=draft.kind,
        checklist=draft.walk.checklist.id,
        title=draft.walk.checklist.title,
        label=draft.walk.checklist.purpose_label,
        channel=draft.walk.visit.channel.value if draft.walk.visit else "",
        stopped_at=step.section.name if step else "the end" if draft.walk.at == END else "",
        written=draft.written,
        follows=draft.follows,
        unrecorded=draft.walk.sends_elsewhere and not _says_recorded(draft.walk.answers),
        in_use=in_use,
        with_whom=draft.with_whom,
    )
