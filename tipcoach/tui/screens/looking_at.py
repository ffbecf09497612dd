"""Looking at a notice: its reason, other words, and what to do. The words stay unless asked."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from tipcoach.errors import NotSaved, TipcoachError
from tipcoach.practice.answer import AnswerForm, texts_of
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.counting import in_words
from tipcoach.practice.lenses.fitting import fits
from tipcoach.practice.lenses.instead import put_for_it, with_instead, with_text
from tipcoach.practice.lenses.notice import Lens, Notice
from tipcoach.reports.other_words import called_instead, when_to_use
from tipcoach.reports.wrapping import width_of
from tipcoach.tui.screens.noticing import Seen, same_words
from tipcoach.tui.screens.sheet import CLOSED, Sheet, choice
from tipcoach.tui.widgets.frame import Strip
from tipcoach.tui.widgets.notice_line import heading_of
from tipcoach.tui.widgets.rows import Row
from tipcoach.tui.widgets.written_texts import go_to_quote, put_instead

if TYPE_CHECKING:
    from tipcoach.tui.screens.walk import WalkScreen

MISSES = "This lens misses things. Nothing else shown does not mean nothing else is there."
WRITE_IT = "Write it myself", "what you type replaces it"
"""Where no other words are at hand that fit: with the words selected, typing puts one's own."""
MENDS = ("u", "w")
"""What lasts has letters that no sheet has from which a notice is opened: a finger that is quick
there does nothing here."""
NOW = "“{}” is “{}” now."
KEEP = choice("k", "Keep my words")
After = Callable[[Sequence[str], bool], Awaitable[None]]
"""What follows a notice that was opened at the end: with lines to say there, and whether what
else nobody has looked at is opened next."""


async def look_at_notice(
    screen: "WalkScreen", wanted: Notice | None = None, after: After | None = None
) -> None:
    """Open the notice that is wanted, or the one on the page; where there is none, nothing."""
    before = screen.noticing.shown
    if wanted is None and before:
        wanted = before[0].notice
    seen = await screen.noticing.read()
    if not seen:
        if after:
            await after((), False)
        return
    same = (one for one in seen if wanted and same_words(one.notice) == same_words(wanted))
    await _open(screen, next(same, seen[0]), after)


async def _open(screen: "WalkScreen", seen: Seen, after: After | None) -> None:
    prompt, notice = screen.prompt, seen.notice
    if prompt is None:
        return
    looking = screen.noticing.looking

    async def then(letter: str) -> None:
        said: TipcoachError | None = None
        if after and letter == "u" and (now := _put_in_its_place(screen, prompt, seen)):
            await after([now], True)
            return
        if after and letter in MENDS:
            screen.noticing.begin_answering(prompt)
        try:
            match letter:
                case "u":
                    put_instead(seen.written, notice)
                case "w":
                    screen.set_focus(go_to_quote(seen.written, notice))
                case "k":
                    looking.keep(prompt.id, notice)
                case "v":
                    looking.do_not_ask_again(notice)
                case "x":
                    looking.switch_off(notice.lens)
                    said = _how_to_switch_on(notice.lens)
        except NotSaved as trouble:
            said = trouble
        if after and letter not in MENDS:
            await after([str(said)] if said else [], letter != CLOSED)
            return
        if said:
            screen.query_one(Strip).say(said)
        if letter != CLOSED:
            await screen.noticing.read()

    can_be_used = bool(notice.instead) and fits(seen.written.text, notice)
    use = choice("u", "Use that", when_to_use(notice))
    rows = [use if can_be_used else choice("w", *WRITE_IT), KEEP]
    # What is on the screen alone is never written down.
    if prompt.form is not AnswerForm.ON_SCREEN_ONLY and looking.may_be_left_alone(notice):
        rows.append(choice("v", "Keep them, and do not ask about this again"))
    rows += [
        choice("x", f"Switch the {notice.lens.value} lens off"),
        choice("Esc", "Back" if after else "Carry on"),
    ]
    await screen.app.push_screen(Sheet(heading_of(notice), _lines(notice), rows, then, current="k"))


def _put_in_its_place(screen: "WalkScreen", prompt: Prompt, seen: Seen) -> str:
    """Put the other words of a notice in, all else of the answer staying as it is, and return what
    is said of it; nothing where its words do not stand there any more, or the answer is full."""
    notice, text = seen.notice, seen.written.text
    answer = screen.sitting.walk.answers.get(prompt.id)
    texts = texts_of(answer) if answer else []
    if answer is None or text not in texts:
        return ""
    screen.noticing.begin_answering(prompt)
    goes_on = seen.written.goes_on
    changed = with_instead(text, notice, goes_on=goes_on)
    if not screen.hold(prompt, with_text(answer, texts.index(text), changed)):
        return ""
    screen.show()
    return NOW.format(notice.quote, put_for_it(text, notice, goes_on=goes_on))


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


def rows_to_look_first(not_looked_at: Sequence[tuple[Prompt, Notice]], room: int) -> list[Row]:
    """The row of the finish sheet that names what nobody has looked at, in so many columns: one
    notice whole, else which lenses see something, as far as there is room. None where all was
    looked at."""
    if not not_looked_at:
        return []
    notice = not_looked_at[0][1]
    many = in_words(len(not_looked_at))
    label = f"Look at {many} {'notice' if len(not_looked_at) == 1 else 'notices'} first"
    taken = sum(width_of(text) for text, _ in choice("n", label).columns)
    lenses = dict.fromkeys(one.lens.value for _, one in not_looked_at)
    named = [f"» {', '.join(lenses).capitalize()}"]
    if len(not_looked_at) == 1:
        named.insert(0, heading_of(notice).replace("  ", " "))
    fitting = (said for said in named if taken + width_of(said) <= room)
    return [choice("n", label, next(fitting, f"» {notice.lens.value.capitalize()}"))]


async def look_first(screen: "WalkScreen", prompt: Prompt, notice: Notice, after: After) -> None:
    """Go to the question a notice is about, and open it there."""
    step = next(step for step in screen.sitting.walk.path if prompt in step.prompts)
    if screen.mending:
        screen.mending.send()
    screen.go_to(step.id, prompt.id if step.section.together else None)
    await look_at_notice(screen, notice, after)
