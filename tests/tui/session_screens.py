"""Two people who sit down together, on the screens of one of them."""

from datetime import date, timedelta

from making import Clock, asked, entry
from sharing_between import OFFICER, Pair

from tipcoach.coach.begin import Standalone, begin
from tipcoach.coach.reviewing import mark, open_copy
from tipcoach.coach.session_records import send_record, write_record
from tipcoach.coach.session_views import answer_record, collect_records
from tipcoach.coach.sitting import Sitting
from tipcoach.practice.answer import Lines, PickedMany, Promised, Text
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.session import ACTIONS, HELPED, ONE_TO_ONE, RAISE, THEMES
from tipcoach.tui.screens.walk import WalkScreen
from tui.painted import Painted
from tui.sharing_screens import to_supervision

ACTION, OTHERS = "Count to five after the hard sentence", "Take the wording of the letter upstairs"
NO_RAIL = (71, 30)
"""So that what wraps is not mixed with what stands beside it."""
UPWARDS = "The second letter goes out before anybody has rung."
QUIET = "The quiet at the start."
AGREED = SessionView(agreed=True)
DIFFERENTLY = SessionView(agreed=False, words="I said I would try it, not that I will.")
ACTIONS_OF_BOTH = (
    Promise(ACTION, date(2026, 12, 4), Whose.THEIRS),
    Promise(OTHERS, None, Whose.MINE),
)


def held(pair: Pair, *actions: Promise, helped: str = QUIET, with_whom: str = OFFICER) -> Entry:
    """A session that is kept in the supervisor's journal."""
    made = entry(
        asked(RAISE[0], Lines((UPWARDS,)), question="What shall be raised upwards?"),
        asked(ACTIONS, Promised(actions or ACTIONS_OF_BOTH), question="What will each of us do?"),
        asked(THEMES[0], PickedMany(("trust", "our-system")), question="What did we talk of?",
              label="Trustworthiness, What our system did"),
        asked(HELPED[0], Text(helped), question="What helped today? A few words will do."),
        id=pair.supervisor.new_id(),
        kind=Kind.SESSION,
        checklist_id=ONE_TO_ONE,
        created=pair.supervisor.clock(),
        visit=None,
        visit_label="",
        with_whom=with_whom,
    )  # fmt: skip
    pair.supervisor.journal.add(made)
    return made


def sent(pair: Pair, *actions: Promise, helped: str = QUIET) -> Entry:
    """One whose record lies where the officer finds it."""
    made = held(pair, *actions, helped=helped)
    send_record(pair.supervisor, write_record(pair.supervisor, made), made)
    return made


def seen(pair: Pair, view: SessionView) -> Entry:
    """The officer says how they see what waits; the entry of theirs."""
    (waiting,) = collect_records(pair.officer).waiting
    return answer_record(pair.officer, waiting, view)


def brought(pair: Pair) -> str:
    """A copy that is opened and marked for the session; its id."""
    copy = pair.share().copy
    found = next(row.brought for row in pair.brought() if row.brought.id == copy)
    open_copy(pair.supervisor, found)
    mark(pair.supervisor, copy, on=True)
    return copy


def a_session(pair: Pair) -> Sitting:
    """A session of the supervisor's with the officer, just begun."""
    return begin(pair.supervisor, Standalone(Kind.SESSION, with_whom=OFFICER))


def with_answers(sitting: Sitting, *actions: Promise) -> Sitting:
    """All that is written in a session, written."""
    for prompt, answer in (
        (ACTIONS, Promised(actions or ACTIONS_OF_BOTH)),
        (RAISE[0], Lines((UPWARDS,))),
        (THEMES[0], PickedMany(("trust", "our-system"))),
        (HELPED[0], Text(QUIET)),
    ):
        sitting.answer(prompt, answer)
    return sitting


def past_its_day(clock: Clock) -> None:
    """No agreement holds any more."""
    clock.advance(days=200)


def a_month_on(clock: Clock) -> None:
    clock.advance(days=timedelta(weeks=4).days)


async def read_to_its_end(screen: Painted) -> None:
    await screen.press("end")
    await screen.settle()


async def to_sessions(screen: Painted, words: str = "Begin a session with") -> str:
    await to_supervision(screen)
    return await screen.until(words)


async def begun(screen: Painted) -> str:
    """From Home into a session with the one person there is."""
    await to_sessions(screen)
    await screen.press("b")
    await screen.until("How are you as you come in")
    return await screen.settle()


async def on_to(screen: Painted, step_id: str) -> str:
    """Go on in the walk under way to a question further on."""
    walk = screen.app.screen
    assert isinstance(walk, WalkScreen)
    while walk.sitting.walk.at != step_id:
        walk.sitting.next()
    walk.show()
    return await screen.settle()
