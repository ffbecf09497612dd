"""Looking at a notice: its reason, other words, and what to do. The words stay unless asked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tipcoach.errors import NotSaved, TipcoachError
from tipcoach.practice.answer import AnswerForm
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.counting import in_words
from tipcoach.practice.lenses.fitting import fits
from tipcoach.practice.lenses.notice import Lens, Notice
from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.other_words import called_instead
from tipcoach.reports.wrapping import width_of
from tipcoach.tui.screens.noticing import Seen, same_words
from tipcoach.tui.screens.sheet import Sheet, choice
from tipcoach.tui.widgets.frame import Strip
from tipcoach.tui.widgets.notice_line import CUT, heading_of
from tipcoach.tui.widgets.rows import Row
from tipcoach.tui.widgets.written_texts import go_to_quote, put_instead

if TYPE_CHECKING:
    from tipcoach.tui.screens.walk import WalkScreen

MISSES = "This lens misses things. Nothing else shown does not mean nothing else is there."
BRIEFLY = 7
WRITE_IT = "Write it myself", "what you type replaces it"
"""Where no other words are at hand that fit: with the words selected, typing puts one's own."""
KEEP = choice("k", "Keep my words")


async def look_at_notice(screen: "WalkScreen", wanted: Notice | None = None) -> None:
    """Open the notice that is wanted, or the one on the page; where there is none, nothing."""
    before = screen.noticing.shown
    if wanted is None and before:
        wanted = before[0].notice
    seen = await screen.noticing.read()
    if not seen:
        return
    same = (one for one in seen if wanted and same_words(one.notice) == same_words(wanted))
    await _open(screen, next(same, seen[0]))


async def _open(screen: "WalkScreen", seen: Seen) -> None:
    prompt, notice = screen.prompt, seen.notice
    if prompt is None:
        return
    looking = screen.noticing.looking

    async def then(letter: str) -> None:
        try:
            match letter:
                case "u":
                    put_instead(seen.written, notice)
                case "w":
                    screen.set_focus(go_to_quote(seen.written, notice))
                case "k":
                    looking.keep(prompt.id, notice)
                case "n":
                    looking.do_not_ask_again(notice)
                case "o":
                    looking.switch_off(notice.lens)
                    screen.query_one(Strip).say(_how_to_switch_on(notice.lens))
                case _:
                    return
        except NotSaved as trouble:
            screen.query_one(Strip).say(trouble)
        await screen.noticing.read()

    can_be_used = bool(notice.instead) and fits(seen.written.text, notice)
    rows = [choice("u", "Use that") if can_be_used else choice("w", *WRITE_IT), KEEP]
    # What is on the screen alone is never written down.
    if prompt.form is not AnswerForm.ON_SCREEN_ONLY and looking.may_be_left_alone(notice):
        rows.append(choice("n", "Keep them, and do not ask about this again"))
    rows += [
        choice("o", f"Switch the {notice.lens.value} lens off"),
        choice("Esc", "Carry on"),
    ]
    await screen.app.push_screen(Sheet(heading_of(notice), _lines(notice), rows, then, current="k"))


def _lines(notice: Notice) -> list[str]:
    lines = [notice.why]
    if notice.ask or notice.instead:
        lines.append("")
    if notice.ask:
        lines.append(notice.ask)
    if notice.instead:
        lines.append(f"{called_instead(notice)}   {notice.instead}")
    if notice.lens is Lens.IDENTIFIERS:
        lines += ["", MISSES]
    return lines


def _how_to_switch_on(lens: Lens) -> TipcoachError:
    return TipcoachError(
        f"The {lens.value} lens is off.", f"To switch it on again: tipcoach lenses on {lens.value}"
    )


def rows_to_look_first(not_looked_at: Sequence[tuple[Prompt, Notice]]) -> list[Row]:
    """The row of the finish sheet that names what nobody has looked at; none where all was."""
    if not not_looked_at:
        return []
    notice = not_looked_at[0][1]
    many = in_words(len(not_looked_at))
    label = f"Look at {many} {'notice' if len(not_looked_at) == 1 else 'notices'} first"
    named = heading_of(notice, _briefly(notice.quote)).replace("  ", " ")
    return [choice("n", label, named)]


def _briefly(quote: str) -> str:
    """As much of it as tells which it is, on a sheet that others may see."""
    words = clean_line(quote).split()
    short = words[0] if words else ""
    more = len(words) > 1
    while width_of(short) > BRIEFLY:
        short, more = short[:-1], True
    if not more:
        return short
    return f"{short} {CUT}" if short == words[0] else f"{short}{CUT}"


async def look_first(screen: "WalkScreen", prompt: Prompt, notice: Notice) -> None:
    """Go to the question a notice is about, and open it there."""
    step = next(step for step in screen.sitting.walk.path if prompt in step.prompts)
    screen.sitting.go_to(step.id)
    if screen.mending:
        screen.mending.send()
    if step.section.together:
        screen.open(prompt.id)
    else:
        screen.show()
    await look_at_notice(screen, notice)
