"""What the page of settings opens: hidden questions, keys of one's own, where the files are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tipcoach.coach.hiding import Hidden, ask_again, hidden_questions
from tipcoach.coach.own_keys import own_keys
from tipcoach.errors import TipcoachError
from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.own_choices import own_keys_said, places_said
from tipcoach.reports.patterns import HIDDEN
from tipcoach.tui import keys
from tipcoach.tui.remapping import how_many_own, in_use
from tipcoach.tui.screens.asking_again import ask_whether_again, question_rows
from tipcoach.tui.screens.sheet import LongSheet, Sheet, choice

if TYPE_CHECKING:
    from tipcoach.tui.screens.settings import SettingsScreen

NONE_HIDDEN = "No question is hidden. One is hidden from My patterns, {patterns} on Home."
HOW = "Choose one to have it asked again."
BEGINS = "There is no such file yet. `tipcoach keys --write` begins one, with every key in it."
AS_IT_OPENS = "What you change in it is read when the app opens. `tipcoach keys` prints it whole."


async def show_hidden(under: "SettingsScreen") -> None:
    """List what is hidden; the one chosen is asked again where that is said once more."""
    hidden = hidden_questions(under.desk.coach)
    if not hidden:
        under.say_for_now(keys.said(keys.HOME, NONE_HIDDEN))
        return

    async def then(prompt_id: str) -> None:
        for one in hidden:
            if one.prompt == prompt_id:
                await ask_whether_again(under, one, again)

    async def again(one: Hidden) -> None:
        trouble: TipcoachError | None = None
        try:
            ask_again(under.desk.coach, one.prompt)
        except TipcoachError as said:
            trouble = said
        under.look_again(trouble)

    await under.app.push_screen(LongSheet(HIDDEN, [HOW], question_rows(hidden), then))


async def show_own_keys(under: "SettingsScreen") -> None:
    coach = under.desk.coach
    registry, problems = in_use(coach)
    path = clean_line(str(coach.places.keys))
    if own_keys(coach) is None:
        lines = [BEGINS, "", path]
    else:
        said = own_keys_said(how_many_own(registry), ())
        lines = [f"{said[0].upper()}{said[1:]}.", *map(str, problems), "", path, "", AS_IT_OPENS]
    await _show(under, "Keys of your own", lines)


async def show_files(under: "SettingsScreen") -> None:
    said = places_said(under.desk.coach)
    lines = [line for what, path in said for line in (f"{what}:", path)]
    await _show(under, "Where your files are", lines)


async def _show(under: "SettingsScreen", title: str, lines: Sequence[str]) -> None:
    async def then(_: str) -> None:
        # What it was about may have been changed meanwhile, in an editor.
        under.look_again()

    rows = [choice("Esc", "Back to settings")]
    await under.app.push_screen(Sheet(title, lines, rows, then))
