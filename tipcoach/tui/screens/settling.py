"""What became of a promise: the sheets that ask, and what is then written down."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tipcoach.coach.promises import settle
from tipcoach.errors import TipcoachError
from tipcoach.practice.follow_up import Became
from tipcoach.practice.ledger import LedgerLine
from tipcoach.practice.promises import say_date, understand_date
from tipcoach.tui.screens.sheet import CLOSED, LineSheet, LongSheet, Sheet, choice
from tipcoach.tui.widgets.frame import Strip
from tipcoach.tui.widgets.rows import Row

if TYPE_CHECKING:
    from tipcoach.tui.screens.promises import PromisesScreen

SUCH_AS = "Such as friday, in two weeks, 3 Dec. Then Enter."
NOT_A_DATE = "Not a date I know. Try “Friday” or “3 Dec”."
GONE_BY = "That day has gone by. A new date lies ahead."


@dataclass(frozen=True, slots=True)
class Settled:
    """What is to be written down of a promise; `because` is the id of a barrier."""

    became: Became
    due: date | None = None
    told: bool = False
    because: str = ""


async def ask_new_date(
    screen: "PromisesScreen", line: LedgerLine, said: str = SUCH_AS, written: str = ""
) -> None:
    """Ask for the day, again while it is not understood, and then whether they were told."""
    today = screen.desk.coach.clock().date()

    async def then(answer: str) -> None:
        if answer == CLOSED:
            return
        day = understand_date(answer, today)
        if day is None:
            await ask_new_date(screen, line, NOT_A_DATE, answer)
        elif day < today:
            await ask_new_date(screen, line, GONE_BY, answer)
        else:
            await ask_if_told(screen, line, Became.RENEGOTIATED, day)

    lines = [said, "", line.promise.text]
    await screen.app.push_screen(LineSheet("What is the new date?", lines, then, written))


async def ask_if_told(
    screen: "PromisesScreen", line: LedgerLine, became: Became, due: date | None = None
) -> None:
    """Ask whether those it was made to have heard, and then what got in the way."""
    today = screen.desk.coach.clock().date()

    async def then(answer: str) -> None:
        if answer != CLOSED:
            await _ask_what_got_in_the_way(screen, line, Settled(became, due, answer == "y"))

    now = f"New date: {say_date(due, today)}." if due else "Not kept."
    rows = [
        choice("n", "Not yet"),
        choice("y", "Yes, they have been told"),
        choice("Esc", "Leave it as it is", "nothing is written"),
    ]
    lines = [now, "", line.promise.text]
    await screen.app.push_screen(Sheet("Have they been told?", lines, rows, then))


async def _ask_what_got_in_the_way(
    screen: "PromisesScreen", line: LedgerLine, settled: Settled
) -> None:
    """Ask it of a short list, to be gone past with Enter; then write all of it down."""
    try:
        barriers = screen.desk.coach.questions.barriers
    except TipcoachError:
        # What became of a promise does not wait for a list that has a mistake in it.
        barriers = ()
    if not barriers:
        write_down(screen, line, settled)
        return

    by_row = {str(number): barrier for number, barrier in enumerate(barriers, 1)}

    async def then(answer: str) -> None:
        if answer != CLOSED:
            because = by_row[answer].id if answer in by_row else ""
            write_down(screen, line, replace(settled, because=because))

    rows = [choice("g", "Go on without", "nothing is said of it")]
    for number, barrier in by_row.items():
        # There is a digit for the first nine; the rest are moved to.
        key = number if len(number) == 1 else ""
        rows.append(Row(number, ((f"{key:<4}", "accent"), (barrier.label, "ink")), key=key))
    await screen.app.push_screen(LongSheet("What got in the way?", (), rows, then))


def write_down(screen: "PromisesScreen", line: LedgerLine, settled: Settled) -> None:
    """Write down what became of a promise; when that fails, say so and look again.

    It may have been put right or erased in another window.
    """
    try:
        written = settle(
            screen.desk.coach,
            str(line.id),
            settled.became,
            due=settled.due,
            told=settled.told,
            because=settled.because,
        )
    except TipcoachError as trouble:
        screen.query_one(Strip).say(trouble)
        screen.look_again(trouble)
        return
    screen.has_written(line, written)
