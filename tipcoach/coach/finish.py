"""From a walk that is done to the entry that is kept."""

from dataclasses import replace

from tipcoach.coach.coach import Coach
from tipcoach.errors import NotFound
from tipcoach.practice.answer import as_text
from tipcoach.practice.checklist import CardWords
from tipcoach.practice.correction import corrected
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Asked, Entry, asked_on, one_line_of
from tipcoach.practice.visit import Visit
from tipcoach.practice.walk import Walk

ONE_LINE_QUESTION = "The one line I keep"


def entry_of(
    coach: Coach,
    draft: Draft,
    set_aside: frozenset[str] = frozenset(),
    corrects: Entry | None = None,
) -> Entry:
    """The entry a draft becomes, with the set-aside answers named.

    The draft of a correction becomes the entry `corrects`, put right. Raises `NotFound` when
    that was not found.
    """
    if draft.supersedes:
        return _correction(coach, draft, corrects)
    asked = asked_on(draft.walk, set_aside, keep_words=coach.settings.keep_words)
    return _entry(coach, draft, asked)


def one_line_entry_of(
    coach: Coach, draft: Draft, line: str, set_aside: frozenset[str] = frozenset()
) -> Entry:
    """The entry that keeps one line, any promises, and the set-aside answers named."""
    return _entry(coach, draft, one_line_of(draft.walk, line, ONE_LINE_QUESTION, set_aside))


def _entry(coach: Coach, draft: Draft, asked: tuple[Asked, ...]) -> Entry:
    walk = draft.walk
    entry = Entry(
        id=coach.new_id(),
        kind=draft.kind,
        created=coach.clock().replace(microsecond=0),
        visit=replace(walk.visit, hat=walk.hat) if walk.visit else None,
        visit_label=walk.checklist.purpose_label,
        form=walk.checklist.form,
        checklist_id=walk.checklist.id,
        checklist_hash=walk.checklist.fingerprint(),
        asked=asked,
        follows=draft.follows,
        watched=walk.watched,
        card=_card(walk),
        with_whom=draft.with_whom,
    )
    if walk.stopped:
        return _without_purpose(entry, walk.stopped)
    if walk.checklist.always_stops:
        # Its name alone would say it. The label, which says nothing, stays.
        return replace(entry, visit=_unnamed(entry.visit), checklist_hash="")
    return entry


def _correction(coach: Coach, draft: Draft, before: Entry | None) -> Entry:
    if before is None:
        raise NotFound(
            f"{draft.supersedes} is not in your journal any more, so it cannot be put right.",
            "Your words stay in the draft.",
        )
    return replace(
        corrected(before, draft.walk),
        id=coach.new_id(after=before.id),
        created=coach.clock().replace(microsecond=0),
        supersedes=before.id,
    )


def _without_purpose(entry: Entry, pathway: str) -> Entry:
    """A stopped visit says only that it was stopped, and for which pathway.

    The purpose, or the preparation or the questions that name it, would tell what was disclosed.
    """
    return replace(
        entry,
        visit=_unnamed(entry.visit),
        visit_label="",
        stopped=pathway,
        follows=None,
        watched=None,
        card=None,
        checklist_hash="",
    )


def _unnamed(visit: Visit | None) -> Visit | None:
    return replace(visit, purpose=None) if visit else None


def _card(walk: Walk) -> CardWords | None:
    """The library's words for the card; the officer's own opening wins over them."""
    words = walk.checklist.card
    if words is None:
        return None
    for prompt, answer in walk.live_answers():
        if prompt.opens_the_card:
            return replace(words, opening=as_text(answer))
    return words
