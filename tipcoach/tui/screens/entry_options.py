"""What can be done with an entry that is kept: put it right, keep it on, hold it, erase it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from tipcoach.coach.coach import Coach
from tipcoach.coach.correcting import correct
from tipcoach.coach.erasing import Erasing, erase, plan_erasing
from tipcoach.coach.keeping import Standing, hold, keep_on, lift_hold, standing_of
from tipcoach.errors import Held, TipcoachError
from tipcoach.practice.entry import Entry
from tipcoach.reports.erasing import (
    ASKED_FOR,
    ERASED,
    THEN_IT_STAYS,
    WHO_ASKS,
    out_of_reach,
    what_goes,
)
from tipcoach.tui.page import Page
from tipcoach.tui.screens.sheet import CLOSED, LineSheet, Sheet, choice
from tipcoach.tui.widgets.frame import Strip

if TYPE_CHECKING:
    from tipcoach.tui.screens.entry import EntryScreen


async def ask_what_to_do(screen: "EntryScreen", standing: Standing) -> None:
    """Offer what can be done with the entry on the screen."""
    entry_id = screen.entry.id
    doing: dict[str, Callable[[], Awaitable[None]]] = {
        "p": lambda: put_right(screen, entry_id),
        "k": lambda: _do(screen, lambda: keep_on(screen.desk.coach, entry_id)),
        "h": lambda: _ask_why_hold(screen),
        "l": lambda: _do(screen, lambda: lift_hold(screen.desk.coach, entry_id)),
        "x": lambda: ask_to_erase(screen, earlier_only=False),
        "v": lambda: ask_to_erase(screen, earlier_only=True),
    }

    async def then(letter: str) -> None:
        if letter in doing:
            await doing[letter]()

    rows = [] if standing.later else [choice("p", "Put it right", "a new entry; this one stays")]
    if standing.holds:
        rows.append(choice("l", "Lift the hold", "it can be erased again"))
    else:
        rows += [
            choice("k", "Keep it another year", "it asks again then"),
            choice("h", "Hold it", "so that it is not erased"),
        ]
        if standing.earlier and not standing.later:
            rows.append(choice("v", "Erase the version before…", "asks first"))
        rows.append(choice("x", "Erase it…", "all its versions; asks first"))
    rows.append(choice("Esc", "Leave it as it is"))
    await screen.app.push_screen(Sheet("This entry", (), rows, then))


async def put_right(screen: Page, entry_id: str) -> None:
    """Open the walk over what was asked then."""
    from tipcoach.tui.screens.walk import WalkScreen

    try:
        sitting = correct(screen.desk.coach, entry_id)
    except TipcoachError as trouble:
        screen.query_one(Strip).say(trouble)
        return
    await screen.app.push_screen(WalkScreen(sitting))


async def ask_to_erase(screen: "EntryScreen", *, earlier_only: bool) -> None:
    """Ask whether anybody has asked for it, show what goes, and only then erase."""
    coach, entry_id = screen.desk.coach, screen.entry.id
    try:
        erasing = plan_erasing(coach, entry_id, earlier_only=earlier_only)
    except TipcoachError as trouble:
        screen.look_again(_by_key(trouble))
        return

    async def then(letter: str) -> None:
        if letter == "n":
            await _ask_if_sure(screen, erasing)
        elif letter in ("y", "s"):
            await _offer_a_hold(screen)

    rows = [
        choice("s", "I am not sure"),
        choice("y", "Yes, or they may"),
        choice("n", "No, nobody has"),
    ]
    await screen.app.push_screen(Sheet(ASKED_FOR, [WHO_ASKS], rows, then))


async def _offer_a_hold(screen: "EntryScreen") -> None:
    async def then(letter: str) -> None:
        if letter == "h":
            await _ask_why_hold(screen)

    rows = [choice("l", "Leave it as it is"), choice("h", "Hold it", "so that it is not erased")]
    await screen.app.push_screen(Sheet("It stays for now", [THEN_IT_STAYS], rows, then))


async def _ask_if_sure(screen: "EntryScreen", erasing: Erasing) -> None:
    async def then(letter: str) -> None:
        if letter == "x":
            await _erase(screen, erasing)

    lines = ["This goes, for good:", *(f"· {line}" for line in what_goes(erasing)), ""]
    lines += ["This is out of reach:", *(f"· {line}" for line in out_of_reach(erasing))]
    rows = [choice("s", "Stay"), choice("x", "Erase it", "it cannot be brought back")]
    await screen.app.push_screen(Sheet("Erase for good?", lines, rows, then))


async def _erase(screen: "EntryScreen", erasing: Erasing) -> None:
    try:
        erase(screen.desk.coach, erasing)
    except TipcoachError as trouble:
        screen.look_again(_by_key(trouble))
        return
    if screen.entry.id in erasing.versions:
        await _leave_the_erased(screen)
    else:
        screen.look_again()


async def _leave_the_erased(screen: "EntryScreen") -> None:
    """Back to the list, or Home: nothing that still shows the entry is left under it."""
    from tipcoach.tui.screens.journal import JournalScreen

    desk = screen.desk
    while not isinstance(desk.screen, JournalScreen) and desk.screen is not desk.home:
        await desk.pop_screen()
    if isinstance(desk.screen, JournalScreen):
        desk.screen.look_again()
    desk.home.look_again()

    async def then(letter: str) -> None:
        return

    await desk.push_screen(Sheet("Erased", [ERASED], [choice("Esc", "Close")], then))


async def ask_about_earlier(screen: "EntryScreen") -> None:
    """After a correction: keep the version before it, or erase that."""

    async def then(letter: str) -> None:
        if letter == "v":
            await ask_to_erase(screen, earlier_only=True)

    rows = [
        choice("k", "Keep the version before too"),
        choice("v", "Erase the version before…", "asks first"),
    ]
    lines = ["Your correction is kept. The version before it is still in your journal."]
    names = await asyncio.to_thread(_names_somebody, screen.desk.coach, screen.entry)
    if names:
        lines.append("It may say who somebody is.")
    current = "v" if names else "k"
    await screen.app.push_screen(Sheet("Kept", lines, rows, then, current=current))


def _names_somebody(coach: Coach, entry: Entry) -> bool:
    """Whether a version before it, as far as it can be read, has what tells who somebody is."""
    from tipcoach.coach.looking import sees_identifiers

    # The choice is asked all the same where a lens cannot get through one.
    with suppress(Exception):
        before = map(coach.journal.read, standing_of(coach, entry).earlier)
        return any(isinstance(one, Entry) and sees_identifiers(coach, one) for one in before)
    return False


async def _ask_why_hold(screen: "EntryScreen") -> None:
    async def then(reason: str) -> None:
        if reason != CLOSED:
            await _do(screen, lambda: hold(screen.desk.coach, screen.entry.id, reason, None))

    lines = ["Such as: a request for records, a complaint. No names.", "Enter when it is written."]
    await screen.app.push_screen(LineSheet("Why is it held?", lines, then))


async def _do(screen: "EntryScreen", follow_up: Callable[[], object]) -> None:
    try:
        follow_up()
    except TipcoachError as trouble:
        screen.query_one(Strip).say(trouble)
        return
    screen.look_again()


def _by_key(trouble: TipcoachError) -> TipcoachError:
    """On the screen a hold is lifted by a key, not by a command."""
    return Held(trouble.sentence, "o lifts the hold.") if isinstance(trouble, Held) else trouble
