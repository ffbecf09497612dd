"""The way in: from what the command line said to an entry kept, a draft that waits, or nothing."""

from collections.abc import Callable
from typing import TextIO

from tipcoach.coach.autosave import Saved, Saving
from tipcoach.coach.begin import (
    Beginning,
    Timing,
    Wanted,
    begin,
    trouble_with_own_files,
)
from tipcoach.coach.coach import Coach
from tipcoach.coach.elsewhere import command_here
from tipcoach.coach.looking import looking_in
from tipcoach.coach.promises import due_if_readable
from tipcoach.coach.reading import make_card
from tipcoach.coach.rhythm import soon_again
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import NotInstalled, NotSaved, TipcoachError
from tipcoach.plain.agenda import AgendaAloud
from tipcoach.plain.drafts import offer_drafts
from tipcoach.plain.elsewhere import try_again_or_elsewhere
from tipcoach.plain.few import FewTurned, say_few, turn_few
from tipcoach.plain.finish import Finishing
from tipcoach.plain.notices import Notices
from tipcoach.plain.talk import (
    AGENDA,
    EYES,
    FEW,
    WHAT_THEY_SAY,
    Asking,
    Command,
    Talk,
    Turned,
    capitalised,
)
from tipcoach.plain.visit import ask_visit, check
from tipcoach.plain.walk import Walking
from tipcoach.practice import session
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.promises import say_date
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walk import Walk
from tipcoach.reports.cards import card_said
from tipcoach.reports.entries import TITLES
from tipcoach.reports.kept import others_due, what_follows
from tipcoach.reports.promises import due_lines
from tipcoach.reports.spoken import spoken

COMMAND_LINES = {
    Kind.PREPARATION: "tipcoach prepare --plain",
    Kind.REFLECTION: "tipcoach reflect --plain",
    Kind.STAFF_MIRROR: "tipcoach mirror --plain",
    Kind.WALK_IT_AS_THEM: "tipcoach walk-it-as-them --plain",
    Kind.AGREEMENT: "tipcoach agreement begin --plain --with WHO",
    Kind.SESSION: "tipcoach session --plain",
    Kind.AFTER_SESSION: "tipcoach after-session --plain",
}
OF_A_FORM = {
    session.GROUP: "tipcoach session --group --plain",
    session.TEAM_TIME: "tipcoach session --team-time --plain",
}
OPENING = (
    "One question at a time. Type an answer and press Enter; an empty line skips.",
    "Notes are enough: a word, a list, half a sentence, as it was dictated.",
    "A full stop alone on a line begins a long answer, and another one ends it.",
    "Words alone on a line: back, skip, why, look, finish, quit. ? says what they do.",
    "Kept on this machine, and sent nowhere unless you share it. This is not the case record.",
)

WITHOUT_WHAT_WAS_BROUGHT = "The session goes on without what was brought."
GOES = "You have left, and nothing of this is kept."


def run(
    coach: Coach,
    kind: Kind,
    *,
    purpose: str | None,
    channel: Channel | None,
    hat: Hat | None,
    form: Form | None,
    of: str | None,
    lines: TextIO,
    out: TextIO,
    checklist: str | None = None,
    timing: Timing | None = None,
    with_whom: str | None = None,
    few: bool = False,
    open_keys: Callable[[], object] | None = None,
) -> Entry | None:
    """Walk line by line. The entry kept, or `None` when it was left or let go.

    `open_keys` opens them once, where it is a session with somebody: what they brought is sealed.
    Raises the leaves of `TipcoachError` alone.
    """
    wanted = Wanted(kind, purpose, channel, hat, form, of, checklist, timing, with_whom, few)
    check(coach, wanted)
    talk = Talk(lines, out)
    talk.say(f"tipcoach, plain lines. {_kind_in_words(wanted)}.", *OPENING)
    try:
        sitting = offer_drafts(talk, coach, wanted) or _begin(talk, coach, wanted)
    except Turned:
        talk.clear()
        talk.say("", "Nothing was begun.")
        return None
    return sit(talk, coach, sitting, _agenda(talk, coach, sitting, open_keys))


def _agenda(
    talk: Talk, coach: Coach, sitting: Sitting, open_keys: Callable[[], object] | None
) -> AgendaAloud | None:
    """The agenda of a session with somebody, with the keys open as far as they can be."""
    folder = sitting.draft.with_whom
    if folder is None:
        return None
    try:
        if open_keys:
            open_keys()
    except NotInstalled as fault:
        # Then nothing of an agenda can be read.
        talk.say("", f"{WITHOUT_WHAT_WAS_BROUGHT} {fault}")
        return None
    except TipcoachError as fault:
        talk.say("", f"{fault.sentence} {WITHOUT_WHAT_WAS_BROUGHT}")
    return AgendaAloud(talk, coach, folder, coach.clock().date())


def _kind_in_words(wanted: Wanted) -> str:
    return session.TITLES.get(wanted.checklist_id, TITLES[wanted.kind])


def _begin(talk: Talk, coach: Coach, wanted: Wanted) -> Sitting:
    if trouble := trouble_with_own_files(coach):
        talk.say("", str(trouble))
    if not wanted.kind.is_about_a_visit:
        if said := soon_again(coach, wanted.kind):
            talk.say("", said)
        return begin(coach, wanted.standalone)
    beginning = ask_visit(talk, coach, wanted)
    sitting = begin(coach, beginning)
    _remember(talk, coach, beginning)
    if wanted.kind is Kind.PREPARATION:
        _say_due(talk, coach, beginning.purpose)
    if beginning.follows:
        written = say_date(beginning.follows.created.date(), coach.clock().date())
        talk.say("", f"Following what you prepared on {written}.")
    return sitting


def _say_due(talk: Talk, coach: Coach, purpose: str | None) -> None:
    """Begin with what was said would happen, for that may be what is asked about first."""
    if lines := due_lines(due_if_readable(coach), purpose, coach.clock().date()):
        talk.say("", *lines)


def _remember(talk: Talk, coach: Coach, beginning: Beginning) -> None:
    """Keep channel and form for next time; a walk does not wait for that."""
    try:
        coach.remember(channel=beginning.channel, form=beginning.form)
    except NotSaved as trouble:
        talk.say(str(trouble))


def sit(
    talk: Talk, coach: Coach, sitting: Sitting, agenda: AgendaAloud | None = None
) -> Entry | None:
    """Ask to the end and finish. The entry kept, or `None` when it was left or let go."""
    talk.say("", _title(sitting.walk))
    talk.say(*([WHAT_THEY_SAY[EYES]] if sitting.walk.checklist.eyes else []))
    if sitting.walk.few:
        say_few(talk, sitting.walk)
    elif sitting.walk.checklist.few:
        talk.say(WHAT_THEY_SAY[FEW])
    try:
        if agenda:
            talk.say(WHAT_THEY_SAY[AGENDA])
            agenda.say()
        entry = _walk_and_finish(talk, coach, sitting, agenda)
    except Turned as turned:
        _leave(talk, coach, sitting, turned)
        return None
    except KeyboardInterrupt:
        # The quickest way out there is: what was typed must not stay in sight.
        talk.cleared()
        raise
    finally:
        # An interrupt or a closed pipe must not cost what is not on the disk yet.
        sitting.leave()
    _say_what_became(talk, coach, entry)
    return entry


def _title(walk: Walk) -> str:
    checklist = walk.checklist
    parts = [checklist.title]
    if checklist.channel:
        parts += [checklist.purpose_label, checklist.channel.value, checklist.form.value]
    return " ".join(f"{capitalised(part)}." for part in parts)


def _walk_and_finish(
    talk: Talk, coach: Coach, sitting: Sitting, agenda: AgendaAloud | None
) -> Entry | None:
    """The entry kept, or `None` when it was let go. Raises `Turned` for quit."""
    today = coach.clock().date()
    notices = Notices(talk, looking_in(coach, sitting.draft), sitting)
    walking = Walking(talk, sitting, today, notices, agenda)
    while True:
        walking.to_the_end()
        try:
            return Finishing(talk, coach, sitting, today, notices).finish()
        except Turned as turned:
            if turned.command is not Command.BACK:
                raise
            sitting.back()
        except FewTurned:
            turn_few(talk, sitting)


def _say_what_became(talk: Talk, coach: Coach, entry: Entry | None) -> None:
    if entry is None:
        talk.clear()
        talk.say("", "Let go. Nothing of it is kept.")
        return
    if coach.is_sample:
        talk.say("", GOES)
    else:
        talk.say("", "Kept in your journal. Shared with nobody.", f"Its id is {entry.id}.")
    _say_what_follows(talk, coach, entry)
    if entry.kind is Kind.PREPARATION:
        talk.say("")
        # It is kept whatever becomes of the card.
        try:
            talk.say(*map(spoken, card_said(make_card(coach, entry))))
        except TipcoachError as trouble:
            talk.say(str(trouble))


def _say_what_follows(talk: Talk, coach: Coach, entry: Entry) -> None:
    today = coach.clock().date()
    if lines := what_follows(entry, today):
        talk.say("", *lines)
    if others := others_due(entry, due_if_readable(coach)):
        talk.say("", others)


def _leave(talk: Talk, coach: Coach, sitting: Sitting, turned: Turned) -> None:
    """Save, clear the screen, and say truly what is saved and where it waits."""
    saved = sitting.save_now()
    talk.clear()
    talk.say("")
    if turned.input_ended:
        talk.say("The input ended here.")
    if coach.is_sample:
        talk.say(GOES)
        return
    if saved.state is Saving.FAILED and not turned.input_ended:
        saved = _try_until_left(talk, coach, sitting, saved)
    talk.say(*_left(sitting, saved))
    if saved.state is Saving.SAVED:
        talk.say("To go on with it:")
        # Not wrapped: it is to be copied.
        talk.show(command_here(coach, _to_go_on(sitting)))


def _to_go_on(sitting: Sitting) -> str:
    corrects = sitting.draft.supersedes
    if corrects:
        return f"tipcoach journal supersede {corrects} --plain"
    if sitting.draft.with_whom:
        return f"tipcoach session --with {sitting.draft.with_whom} --plain"
    form = sitting.walk.checklist.id
    return OF_A_FORM.get(form, COMMAND_LINES[sitting.draft.kind])


def _try_until_left(talk: Talk, coach: Coach, sitting: Sitting, saved: Saved) -> Saved:
    """Offer to save again, or elsewhere, until it is saved or the officer leaves all the same."""
    asking = Asking(
        talk, ("Why we ask: what you wrote since it was last saved is only held here.",)
    )
    while saved.state is Saving.FAILED:
        talk.say(str(saved.trouble), "Your words are still held here.")
        try:
            try_again_or_elsewhere(talk, asking, coach, sitting)
        except Turned as turned:
            if turned.command is Command.QUIT:
                return saved
        saved = sitting.save_now()
    return saved


def _left(sitting: Sitting, saved: Saved) -> tuple[str, ...]:
    match saved.state:
        case Saving.NOTHING_YET:
            return ("Nothing was written, so nothing is kept.",)
        case Saving.FAILED:
            return (str(saved.trouble), "What you wrote since it was last saved is not kept.")
    step = sitting.walk.step
    where = step.section.name if step else "the end"
    return (f"Saved. You stopped at {where}, and it waits for you there.",)
