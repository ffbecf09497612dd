"""Drafts from another day: continue one, leave them for later, or discard one."""

from datetime import date

from tipcoach.coach.begin import Wanted
from tipcoach.coach.coach import Coach
from tipcoach.coach.resume import Found, discard, find_drafts, has_newer_questions, resume
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import InUse
from tipcoach.plain.talk import Asking, Command, Talk, Turned, ask_again, capitalised
from tipcoach.practice.entry import Kind
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.promises import say_date

CONTINUE, LATER, DISCARD = "continue", "later", "discard"
WORDS = (CONTINUE, LATER, DISCARD)
WHY = (
    "Why we ask: what you wrote then is still here, and is yours to go on with or to discard. "
    "Left for later, it waits.",
)


def offer_drafts(talk: Talk, coach: Coach, wanted: Wanted) -> Sitting | None:
    """The sitting of a draft that is continued; `None` when there is none, or it is for later.

    Where `wanted` looks back on a preparation, only drafts that do so too.
    Raises `Turned` for quit.
    """
    try:
        return ask_again(
            talk,
            lambda: _offer_until_settled(talk, coach, wanted),
            "The questions come after this one.",
            leads=(Command.SKIP, Command.QUIT),
        )
    except Turned as turned:
        if turned.command is Command.SKIP:
            return None
        raise


def _offer_until_settled(talk: Talk, coach: Coach, wanted: Wanted) -> Sitting | None:
    """Offer what there is, and after a discard what is left."""
    found = find_drafts(coach)
    for name, reason in found.unused:
        talk.say(f"A draft cannot be used, and is left alone: {name}: {reason}.")
    drafts = [draft for draft in found.drafts if _is_wanted(draft, wanted)]
    while drafts:
        word, draft = _ask(talk, drafts, coach.clock().date())
        if word == CONTINUE:
            try:
                return _continue(talk, coach, draft)
            except InUse as trouble:
                talk.say(str(trouble))
                continue
        if word == LATER:
            return None
        if _is_sure(talk, draft):
            try:
                discard(coach, draft.id)
            except InUse as trouble:
                talk.say(str(trouble))
                continue
            drafts.remove(draft)
            talk.say("Discarded.")
    return None


def _is_wanted(draft: Found, wanted: Wanted) -> bool:
    follows = wanted.of is None or draft.follows == wanted.of
    form = wanted.kind is not Kind.SESSION or draft.checklist == wanted.checklist_id
    # What was agreed with one person must never go to another.
    same_person = wanted.with_whom in (None, draft.with_whom)
    return draft.kind is wanted.kind and form and follows and same_person


def _ask(talk: Talk, drafts: list[Found], today: date) -> tuple[str, Found]:
    several = len(drafts) > 1
    talk.say(
        "",
        "Drafts not finished, newest first:" if several else "A draft not finished:",
        *(f"{number}. {_row(draft, today)}" for number, draft in enumerate(drafts, 1)),
        "Answer continue, later or discard. An empty line is later.",
    )
    if several:
        talk.say("A number after the word says which, as in continue 2; none is the newest.")
    said = Asking(talk, WHY).understood(
        lambda line: _understand(line, drafts), "Answer continue, later or discard."
    )
    return said or (LATER, drafts[0])


def _row(draft: Found, today: date) -> str:
    where = f"Stopped at {draft.stopped_at}." if draft.stopped_at else ""
    when = f"Written {say_date(draft.written.date(), today)} at {draft.written:%H:%M}."
    whom = f", with {clean_line(draft.with_whom)}" if draft.with_whom else ""
    what = f"{capitalised(draft.concerning)}{whom}."
    in_use = "Open in another window." if draft.in_use else ""
    recorded = "Not yet recorded where it belongs." if draft.unrecorded else ""
    return " ".join(part for part in (what, where, when, in_use, recorded) if part)


def _understand(line: str, drafts: list[Found]) -> tuple[str, Found] | None:
    """`continue 2` as the word and the draft; without a number the newest is meant."""
    by_number = {str(number): draft for number, draft in enumerate(drafts, 1)}
    word, _, number = line.casefold().partition(" ")
    draft = by_number.get(number.strip() or "1")
    return (word, draft) if word in WORDS and draft else None


def _continue(talk: Talk, coach: Coach, draft: Found) -> Sitting:
    sitting = resume(coach, draft.id)
    if has_newer_questions(coach, sitting):
        talk.say("The questions have changed since. You get the ones you began with.")
    return sitting


def _is_sure(talk: Talk, draft: Found) -> bool:
    talk.say(f"Discard: {draft.concerning}. It cannot be brought back.")
    talk.say("Type discard once more to be sure; an empty line keeps it.")
    return Asking(talk, WHY).agreed(DISCARD)
