"""The end of a walk: what was set aside, then keep, keep one line, or let it go."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tipcoach.errors import NotSaved, TipcoachError
from tipcoach.practice.answer import as_text
from tipcoach.practice.counting import in_words
from tipcoach.practice.entry import Entry, Kind
from tipcoach.reports.kept import parts_that_follow
from tipcoach.tui import keys
from tipcoach.tui.screens.leaving import offer_another_folder
from tipcoach.tui.screens.looking_at import look_first, rows_to_look_first
from tipcoach.tui.screens.mending import Mending
from tipcoach.tui.screens.one_more import ask_one_more, one_more_rows
from tipcoach.tui.screens.sheet import CLOSED, LineSheet, Sheet, choice, room_in
from tipcoach.tui.widgets.frame import Strip
from tipcoach.tui.widgets.notice_line import heading_of
from tipcoach.tui.widgets.rows import Row

if TYPE_CHECKING:
    from tipcoach.tui.screens.entry import EntryScreen
    from tipcoach.tui.screens.walk import WalkScreen


async def ask_how_to_finish(screen: "WalkScreen") -> None:
    """Ask about what was set aside, once each, then how to finish."""
    await _ask_set_aside(screen, frozenset(), 0)


async def _ask_set_aside(screen: "WalkScreen", kept: frozenset[str], number: int) -> None:
    aside = screen.sitting.walk.set_aside()
    if number >= len(aside):
        await _ask_keep(screen, kept)
        return
    prompt, answer = aside[number]

    async def then(letter: str) -> None:
        if letter == CLOSED:
            await _carry_on(screen)
        else:
            chosen = kept | {prompt.id} if letter == "k" else kept
            await _ask_set_aside(screen, chosen, number + 1)

    why = "This was set aside when a later answer closed its question."
    if screen.sitting.walk.stopped:
        why = "Written before you stopped. Keep it only if it is your own part."
    lines = [why, "", prompt.question, as_text(answer)]
    rows = [
        choice("l", "Let it go"),
        choice("k", "Keep it"),
        choice("Esc", "Carry on", "and look again"),
    ]
    await screen.app.push_screen(Sheet("Set aside", lines, rows, then, heeds_held_enter=False))


async def _ask_keep(screen: "WalkScreen", kept: frozenset[str], said: Sequence[str] = ()) -> None:
    not_looked_at = await screen.noticing.not_looked_at()
    screen.mending = Mending(screen.sitting.walk)

    async def then(letter: str) -> None:
        match letter:
            case "k":
                await _finish(screen, lambda: screen.sitting.keep(kept), lambda: _carry_on(screen))
            case "q":
                await ask_one_more(screen, lambda said: _ask_keep(screen, kept, said))
            case "o":
                await _ask_one_line(screen, kept)
            case "l":
                await _ask_let_go(screen)
            case "n":
                back = partial(screen.go_to, screen.sitting.walk.at, screen.opened)
                await _look_through(screen, kept, back)
            case _:
                await _carry_on(screen)

    room = room_in(screen.size.width)
    rows = [choice("k", "Keep it"), *rows_to_look_first(not_looked_at, room)]
    draft = screen.sitting.draft
    if draft.kind.keeps_one_line and not (screen.sitting.walk.stopped or draft.supersedes):
        rows.append(choice("o", "Write one line instead", "that and promises stay"))
    rows += one_more_rows(screen)
    rows += [choice("l", "Let it go…", "nothing is kept"), _way_back()]
    record = _of_the_session(screen, kept)
    lines = [
        *said,
        *(record or ["What is written is kept. What is skipped stays skipped."]),
        "A kept entry is not changed; a correction is a new one.",
    ]
    sheet = Sheet("Keep this as it is?", lines, rows, then, heeds_held_enter=False)
    await screen.app.push_screen(sheet)


async def _look_through(
    screen: "WalkScreen",
    kept: frozenset[str],
    back: Callable[[], None],
    said: tuple[str, ...] = (),
) -> None:
    """Open one after the other what nobody has looked at; then go `back` to where it began, and
    ask again."""
    left = await screen.noticing.not_looked_at()

    async def then(more: Sequence[str], goes_on: bool) -> None:
        if goes_on:
            await _look_through(screen, kept, back, (*said, *more))
        else:
            back()
            await _ask_keep(screen, kept, (*said, *more))

    if left:
        await look_first(screen, *left[0], then)
    else:
        await then((), False)


def _way_back() -> Row:
    return choice("Esc", "Carry on", keys.said(keys.WALK, "mend it; {previous} goes back further"))


def _of_the_session(screen: "WalkScreen", kept: frozenset[str]) -> Sequence[str]:
    """What will be in the record of a session. Most walks are none, and are not to wait for it."""
    if screen.sitting.draft.kind is not Kind.SESSION:
        return ()
    from tipcoach.tui.screens.session_record import what_is_recorded

    return what_is_recorded(screen.desk.coach, screen.sitting, kept)


async def _ask_one_line(screen: "WalkScreen", kept: frozenset[str], written: str = "") -> None:
    async def then(line: str) -> None:
        if line == CLOSED:
            await _carry_on(screen)
        else:
            await _ask_is_it_the_line(screen, kept, line)

    lines = [
        "Enter when it is written. It is saved once you have said yes to it, not before.",
    ]
    await screen.app.push_screen(LineSheet("The one line to keep", lines, then, written))


async def _ask_is_it_the_line(screen: "WalkScreen", kept: frozenset[str], line: str) -> None:
    """Ask before the rest goes: a sentence typed on past the end may have landed here."""

    async def then(letter: str) -> None:
        async def back_to_it() -> None:
            await _ask_one_line(screen, kept, line)

        if letter == "x":
            await _finish(screen, lambda: screen.sitting.keep_one_line(line, kept), back_to_it)
        else:
            await back_to_it()

    rows = [
        choice("s", "Go back to it"),
        choice("x", "Keep this line", "and promises; the rest goes"),
    ]
    lines = [line]
    if seen := await screen.noticing.in_line(line):
        more = f", and {in_words(len(seen) - 1)} more" if len(seen) > 1 else ""
        lines += ["", f"{heading_of(seen[0])}{more}", seen[0].why]
    await screen.app.push_screen(Sheet("Keep this line alone?", lines, rows, then))


async def _ask_let_go(screen: "WalkScreen") -> None:
    async def then(letter: str) -> None:
        if letter != "x":
            await _carry_on(screen)
            return
        try:
            screen.sitting.let_go()
        except TipcoachError as trouble:
            await _carry_on(screen)
            screen.query_one(Strip).say(trouble)
            return
        await screen.desk.go_home()

    rows = [choice("s", "Stay"), choice("x", "Let it go", "it cannot be brought back")]
    await screen.app.push_screen(Sheet("Let all of it go?", (), rows, then))


async def _finish(
    screen: "WalkScreen", finish: Callable[[], Entry], otherwise: Callable[[], Awaitable[None]]
) -> None:
    """Keep; only then show that it is kept. When it fails the walk is as it was."""
    from tipcoach.tui.screens.card import CardScreen
    from tipcoach.tui.screens.entry import EntryScreen

    async def again() -> None:
        await _finish(screen, finish, otherwise)

    try:
        entry = finish()
    except TipcoachError as trouble:
        await _give_back(screen, trouble, again, otherwise)
        return
    kept = "● kept in your journal"
    follows = parts_that_follow(entry, screen.desk.coach.clock().date())
    if entry.kind is Kind.AGREEMENT:
        from tipcoach.tui.screens.agreement_sending import how_to_send

        follows = (how_to_send(),)
    if entry.supersedes:
        await _show_correction(screen, EntryScreen(entry, badge=kept, first=follows))
    elif entry.kind is Kind.PREPARATION:
        await screen.app.switch_screen(CardScreen(entry, badge=kept))
    else:
        shown = EntryScreen(entry, badge=kept, first=follows)
        await screen.app.switch_screen(shown)
        if entry.kind is Kind.SESSION:
            from tipcoach.tui.screens.session_record import offer_record

            await offer_record(shown, entry, shown.say)


async def _show_correction(screen: "WalkScreen", shown: "EntryScreen") -> None:
    """The entry put right, in place of the walk and of the screen of the version before it."""
    from tipcoach.tui.screens.entry import EntryScreen
    from tipcoach.tui.screens.entry_options import ask_about_earlier

    desk = screen.desk
    await desk.pop_screen()
    if isinstance(desk.screen, EntryScreen):
        await desk.switch_screen(shown)
    else:
        await desk.push_screen(shown)
    await ask_about_earlier(shown)


async def _give_back(
    screen: "WalkScreen",
    trouble: TipcoachError,
    again: Callable[[], Awaitable[None]],
    otherwise: Callable[[], Awaitable[None]],
) -> None:
    """Say what went wrong, with the words where they were; a disk may be tried otherwise."""

    async def back() -> None:
        await otherwise()
        screen.query_one(Strip).say(trouble)

    if isinstance(trouble, NotSaved):
        await offer_another_folder(screen, trouble, again, back)
    else:
        await back()


async def _carry_on(screen: "WalkScreen") -> None:
    """Back to the last question, when the end had been reached."""
    if screen.sitting.walk.step is None:
        screen.sitting.back()
    screen.show()
