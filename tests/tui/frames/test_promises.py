"""Promises: none, a few, more than the screen, what is asked of one, and where else they stand."""

from datetime import date, timedelta

import pytest
from making import Clock

from tipcoach.coach.coach import Coach
from tipcoach.coach.promises import ledger, settle
from tipcoach.practice.answer import Answer, IfThen, Promised
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import Became
from tipcoach.practice.ledger import LedgerLine
from tipcoach.practice.promises import Promise, Whose
from tui.frames.golden import Looks
from tui.frames.test_home import in_place_of_a_folder, look_at_home
from tui.frames.visits import LANDED, LONG, STOPPED, begun, reflected
from tui.frames.walking import walking
from tui.painted import Painted, painted

SUNDAY = date(2026, 11, 22)

BOILER = Promise("Chase the boiler part and ring back", SUNDAY - timedelta(days=2))
TEXT = Promise("Text the payment date we agreed", SUNDAY)
PAGE = Promise("Send the bank statement page", SUNDAY + timedelta(days=1), Whose.THEIRS)
SLOT = Promise(
    "Ask the repairs team for a daytime slot, and ring either way once they have answered",
    SUNDAY + timedelta(days=5),
)
CUPBOARD = Promise("Come back about the cupboard", SUNDAY + timedelta(days=11), Whose.OURS)
LETTER = Promise("Find out who sends the letter", None, Whose.ANOTHER_TEAM)
A_FEW = (BOILER, TEXT, PAGE, SLOT, CUPBOARD, LETTER)


def promised(coach: Coach, *promises: Promise, **more: Answer) -> Entry:
    """A reflection at which these were promised."""
    answers = {**LANDED, "promises.made": Promised(promises)}
    return reflected(coach, answers, purpose="repairs-access")


def line_of(coach: Coach, promise: Promise) -> LedgerLine:
    return next(line for line in ledger(coach) if line.promise == promise)


def with_settled_ones(coach: Coach) -> None:
    """A few open, and three of which it was said what became of them."""
    ring = Promise("Ring on Monday whatever happens", SUNDAY - timedelta(days=6))
    send = Promise("Send the plan in writing", SUNDAY - timedelta(days=3))
    form = Promise("Bring the form to the door", SUNDAY - timedelta(days=4))
    promised(coach, *A_FEW, ring, send, form)
    settle(coach, str(line_of(coach, ring).id), Became.KEPT)
    new = SUNDAY + timedelta(days=12)
    settle(coach, str(line_of(coach, send).id), Became.RENEGOTIATED, due=new, told=True)
    settle(coach, str(line_of(coach, form).id), Became.NOT_KEPT, told=False)


async def open_promises(screen: Painted) -> None:
    await screen.press("p")
    await screen.settle()


async def test_none(welcomed: Coach, looks: Looks) -> None:
    async with painted(welcomed, looks.size) as screen:
        await open_promises(screen)
        await looks.like(screen, "promises_none")


@pytest.mark.thorough
async def test_a_few_and_what_is_asked_of_them(welcomed: Coach, looks: Looks) -> None:
    with_settled_ones(welcomed)
    async with painted(welcomed, looks.size) as screen:
        await open_promises(screen)
        await looks.like(screen, "promises")
        await screen.press("n")
        await looks.like(screen, "promises_new_date", way_out="Esc ")
        await screen.press(*"blursday", "enter")
        await looks.like(screen, "promises_new_date_not_understood", way_out="Esc ")
        await screen.press(*["backspace"] * 8)
        await screen.press(*"friday", "enter")
        await looks.like(screen, "promises_told", way_out="Esc ")
        await screen.press("y")
        await looks.like(screen, "promises_in_the_way", way_out="Esc ")
        await screen.press("2")
        await looks.like(screen, "promises_new_date_written_down")
        await screen.press("up", "k")
        await looks.like(screen, "promises_kept_written_down")


@pytest.mark.thorough
async def test_more_than_the_screen(welcomed: Coach, looks: Looks) -> None:
    days = [SUNDAY + timedelta(days=n - 4) for n in range(24)]
    much = [Promise(f"Promise {n}, {LONG[:200]}", day) for n, day in enumerate(days)]
    promised(welcomed, *much)
    for line in ledger(welcomed)[:12]:
        settle(welcomed, str(line.id), Became.NOT_KEPT, told=True)
    async with painted(welcomed, looks.size) as screen:
        await open_promises(screen)
        await looks.like(screen, "promises_overfull")
        await screen.press("n")
        await looks.like(screen, "promises_overfull_new_date", way_out="Esc ")
        await screen.press("escape", "x")
        await looks.like(screen, "promises_overfull_told", way_out="Esc ")
        await screen.press("escape", "end")
        await looks.like(screen, "promises_overfull_at_its_end")
        await screen.press("enter")
        await looks.like(screen, "promises_overfull_unfolded")


@pytest.mark.thorough
async def test_a_journal_that_cannot_be_read(welcomed: Coach, looks: Looks) -> None:
    in_place_of_a_folder(welcomed.places.journal)
    async with painted(welcomed, looks.size) as screen:
        await open_promises(screen)
        await looks.like(screen, "promises_journal_cannot_be_read")


@pytest.mark.thorough
async def test_home_says_how_many_are_due(welcomed: Coach, clock: Clock, looks: Looks) -> None:
    promised(welcomed, *A_FEW)
    await look_at_home(welcomed, looks, "home_promises_due")


@pytest.mark.thorough
async def test_home_with_all_that_can_wait(welcomed: Coach, clock: Clock, looks: Looks) -> None:
    promised(welcomed, *[BOILER] * 12)
    today = clock.now
    for days in reversed(range(5)):
        clock.now = today - timedelta(days=days)
        reflected(welcomed, STOPPED)
    await look_at_home(welcomed, looks, "home_promises_due_and_more_waits")


async def test_before_a_visit_what_is_due_stands_beside(welcomed: Coach, looks: Looks) -> None:
    promised(welcomed, *A_FEW)
    async with painted(welcomed, looks.size) as screen:
        await screen.press("b")
        await looks.like(screen, "visit_before_due")


@pytest.mark.thorough
async def test_before_a_visit_much_is_due(welcomed: Coach, looks: Looks) -> None:
    promised(welcomed, *[Promise(f"{n} of {LONG[:200]}", BOILER.due) for n in range(9)])
    async with painted(welcomed, looks.size) as screen:
        await screen.press("b")
        await looks.like(screen, "visit_before_much_is_due")


@pytest.mark.thorough
async def test_what_follows_from_a_reflection(coach: Coach, looks: Looks) -> None:
    answers = {
        **LANDED,
        "promises.made": Promised((TEXT, SLOT, PAGE)),
        "decide.if-then": IfThen("it goes quiet", "count to ten"),
    }
    sitting = begun(coach, Kind.REFLECTION, answers)
    async with walking(coach, looks, sitting) as walk:
        await walk.screen.press("escape", "d", "k")
        await walk.looks_like("kept_what_follows", way_out="Esc back")
