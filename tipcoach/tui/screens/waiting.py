"""What waits on Home: a draft to continue, or something to be recorded where it belongs."""

from typing import TYPE_CHECKING

from tipcoach.coach.people import name_of
from tipcoach.coach.records import say_recorded
from tipcoach.coach.resume import Found, discard, has_newer_questions, resume
from tipcoach.errors import TipcoachError
from tipcoach.practice.checklist import NO_ROUTE
from tipcoach.practice.entry import Entry
from tipcoach.practice.promises import say_date
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.widgets.frame import Strip

if TYPE_CHECKING:
    from tipcoach.tui.screens.home import HomeScreen
    from tipcoach.tui.screens.supervision import SupervisionScreen


async def offer_draft(home: "HomeScreen | SupervisionScreen", draft: Found) -> None:
    """A draft was found: continue, keep for later, or discard, which asks once more."""

    async def then(answer: str) -> None:
        if answer == "c":
            await go_on_with(home, draft)
        elif answer == "d":
            await _ask_discard(home, draft)

    whom = f"with {name_of(home.desk.coach, draft.with_whom)}" if draft.with_whom else ""
    written = f"{say_date(draft.written.date(), draft.written.date())}, {draft.written:%H:%M:%S}"
    lines = [
        " · ".join(part for part in (draft.title, whom, draft.label, draft.channel) if part),
        f"Stopped at {draft.stopped_at}. Everything up to {written} is here.",
    ]
    rows = [
        choice("c", "Continue", "where you stopped"),
        choice("l", "Later", "it waits on Home"),
        choice("d", "Discard…", "asks once more"),
    ]
    await home.app.push_screen(Sheet("You were in the middle of something", lines, rows, then))


async def go_on_with(home: "HomeScreen | SupervisionScreen", draft: Found) -> None:
    """Open a draft where it stopped."""
    from tipcoach.tui.screens.walk import WalkScreen

    coach = home.desk.coach
    try:
        sitting = resume(coach, draft.id)
        newer = has_newer_questions(coach, sitting)
    except TipcoachError as trouble:
        home.query_one(Strip).say(trouble)
        return
    await home.app.push_screen(WalkScreen(sitting, newer_questions=newer))


async def _ask_discard(home: "HomeScreen | SupervisionScreen", draft: Found) -> None:
    async def then(answer: str) -> None:
        if answer == "x":
            try:
                discard(home.desk.coach, draft.id)
            except TipcoachError as trouble:
                home.query_one(Strip).say(trouble)
            home.look_again()

    rows = [choice("k", "Keep it"), choice("x", "Discard it", "it cannot be brought back")]
    await home.app.push_screen(Sheet("Discard this draft?", (), rows, then))


async def ask_recorded(home: "HomeScreen", entry: Entry) -> None:
    """Show the pathway again, and ask whether it is recorded there now."""

    async def then(answer: str) -> None:
        if answer == "y":
            try:
                say_recorded(home.desk.coach, entry.id)
            except TipcoachError as trouble:
                home.query_one(Strip).say(trouble)
            home.look_again()

    rows = [choice("n", "Not yet"), choice("y", "Yes, it is recorded there")]
    title = "Is it recorded where it belongs?"
    await home.app.push_screen(Sheet(title, _route(home, entry), rows, then))


def _route(home: "HomeScreen", entry: Entry) -> list[str]:
    try:
        known = {pathway.id: pathway for pathway in home.desk.coach.questions.pathways}
    except TipcoachError:
        return [NO_ROUTE]
    pathway = known.get(entry.stopped or "")
    return [pathway.name, *pathway.lines] if pathway else [NO_ROUTE]
