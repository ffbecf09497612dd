"""The page of a walk: where I am, what is asked, what was planned, and where to write.

The form of the question in front is here from the start. Those of the others come once it has
been painted, before the next key is acted on, and one is shown: so that going on swaps nothing
out from under a key already typed.
"""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from tipcoach.practice.answer import Answer, Picked, PickedMany, YesNotYet, as_text
from tipcoach.practice.answer import AnswerForm as Form
from tipcoach.practice.checklist import Principle, Prompt, Section
from tipcoach.practice.minutes import time_of
from tipcoach.practice.visit import Form as Length
from tipcoach.practice.walk import Step, Walk
from tipcoach.reports.what_is_kept import SAID_ALOUD, what_becomes_of_it
from tipcoach.reports.wrapping import fold
from tipcoach.tui import keys
from tipcoach.tui.widgets.actions import Actions
from tipcoach.tui.widgets.answers import (
    AnswerForm,
    CarryForm,
    Forms,
    IfThenForm,
    LinesForm,
    PromiseForm,
    SortForm,
    TextForm,
)
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.notice_line import NoticeLine
from tipcoach.tui.widgets.rail import Rail, Trail
from tipcoach.tui.widgets.rows import Row, Rows
from tipcoach.tui.widgets.writing_area import WritingArea

PLANNED_ROWS = 3
GUIDE_BELOW = "{guide} for the rest"
AGENDA_BELOW = "{agenda} for the rest"
PLANNED_TITLE, LAST_TIME_TITLE = "What you planned", "Last time"
GO_ON = "go-on"
YES, NOT_YET = "yes", "not-yet"
OPEN, SKIP = "open", "skip"
EYES, AGENDA = "eyes", "agenda"


class Planned(Static):
    """What was planned, as many rows of it as there is room for; the guide has it whole."""

    def __init__(self) -> None:
        super().__init__(id="planned", classes="aside-block")
        self._title = self._planned = ""

    def say(self, title: str, planned: str) -> None:
        self._title, self._planned = title, planned
        self.set_class(bool(planned), "-said")
        self.refresh(layout=True)

    def render(self) -> Content:
        return Content("\n".join(self._lines(self.content_size.width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def _lines(self, width: int) -> list[str]:
        return [self._title, *fold(self._planned, width, PLANNED_ROWS)]


FORMS: dict[Form, type[AnswerForm]] = {
    Form.TEXT: TextForm,
    Form.ONE_WORD: TextForm,
    Form.ON_SCREEN_ONLY: TextForm,
    Form.IF_THEN: IfThenForm,
    Form.LIST: LinesForm,
    Form.SORT: SortForm,
    Form.MINE_OURS_SYSTEM: CarryForm,
    Form.PROMISE: PromiseForm,
}
"""Those that are written in; the others are chosen from rows."""


class WalkPage(Vertical):
    """Shows one step of a walk, or one opened prompt of the five.

    `first` is the question in front, if there is one, and `asked` all those of the walk.
    """

    def __init__(
        self,
        today: date,
        first: Prompt | None,
        asked: Iterable[Prompt],
        *,
        says_minutes: bool,
        has_agenda: bool = False,
    ) -> None:
        super().__init__()
        self._today = today
        self._first = FORMS.get(first.form) if first else None
        kinds = dict.fromkeys(FORMS[prompt.form] for prompt in asked if prompt.form in FORMS)
        self._to_come = [kind for kind in kinds if kind is not self._first]
        self._coming = asyncio.Lock()
        self._says_minutes = says_minutes
        self._has_agenda = has_agenda

    def compose(self) -> ComposeResult:
        yield Trail()
        with Horizontal(id="columns"):
            yield Rail()
            with Vertical(id="main"):
                yield Static("", id="section")
                yield Static("", id="prompt")
                yield Planned()
                route = VerticalScroll(Static("", id="route"), id="route-scroll", can_focus=False)
                with Vertical(id="route-box"):
                    yield route
                    yield More(
                        route,
                        below="PgDn rest of the route",
                        above="PgUp back to its start",
                        held=True,
                    )
                guide = VerticalScroll(Static("", id="guide"), id="guide-scroll", can_focus=False)
                with Vertical(id="guide-box"):
                    yield guide
                    yield More(
                        guide, below=_said(GUIDE_BELOW), above=_said("{guide} closes it"), held=True
                    )
                yield Static("", id="private")
                heads = VerticalScroll(Static("", id="heads"), id="heads-scroll", can_focus=False)
                with Vertical(id="heads-box"):
                    yield heads
                    yield More(heads, below=_said(AGENDA_BELOW), held=True)
                pick = Rows(id="pick", preset=False)
                yield pick
                yield More(pick)
                with Forms(id="forms", can_focus=False) as forms:
                    if self._first:
                        yield self._made(self._first)
                more = More(forms)
                yield more
                yield NoticeLine(forms, more)
                yield Actions()
            with Vertical(id="aside"):
                with VerticalScroll(id="aside-scroll", can_focus=False) as aside:
                    yield Static("", id="agenda-beside")
                    yield Static("", id="planned-beside", classes="aside-block")
                    yield Static("", id="guide-beside")
                yield More(
                    aside, below=_said(GUIDE_BELOW), above=_said("{guide} back to its start")
                )

    def on_mount(self) -> None:
        self.call_after_refresh(self.be_whole)

    async def be_whole(self) -> None:
        """Have the forms of all that is asked here; return when they are there."""
        async with self._coming:
            if self._to_come:
                await self.query_one(Forms).mount_all(map(self._made, self._to_come))
                self._to_come.clear()

    @property
    def is_whole(self) -> bool:
        return not self._to_come

    def _made(self, kind: type[AnswerForm]) -> AnswerForm:
        return PromiseForm(self._today) if kind is PromiseForm else kind()

    @property
    def form(self) -> AnswerForm | None:
        """The form of answer on the page, if one is written in."""
        return self.query_one(Forms).shown

    @property
    def pick(self) -> Rows:
        return self.query_one("#pick", Rows)

    # -- showing ------------------------------------------------------------------------

    def show_prompt(self, walk: Walk, step: Step, prompt: Prompt, *, heavy: bool) -> Widget:
        """Show one prompt; `heavy` shows its notice in place of the question first.

        Returns the widget to write in, or to choose with.
        """
        self._show_place(walk, step.section, prompt.principle)
        self.query_one("#guide-box").remove_class("-empty")
        question = "The next question is a heavier one." if heavy else prompt.question
        self._say("prompt", question)
        planned = "\n".join(line.text for line in walk.plan_beside(prompt))
        self._show_planned(walk, planned)
        self._show_route(walk, step.section)
        self._say("private", _for_talking(prompt) if prompt.form.is_only_said else "")
        self._say_guide(walk, prompt, planned)
        answer = walk.answers.get(prompt.id)
        if heavy:
            return self._show_heavy(prompt)
        if rows := _rows_for(walk, prompt, answer, has_agenda=self._has_agenda):
            return self._show_pick(rows, _current(prompt, answer))
        form = self._form_for(prompt)
        self._tint(form, prompt.principle)
        self._show_only(form)
        if isinstance(form, TextForm):
            form.one_line = prompt.form is Form.ONE_WORD
            form.on_screen_only = prompt.form is Form.ON_SCREEN_ONLY
        form.show(answer, prompt.hint, hints=walk.checklist.form is Length.FULL)
        return form.first()

    def show_five(self, walk: Walk, step: Step) -> Widget:
        """Show the five together: open any, or go on."""
        self._show_place(walk, step.section, None)
        self.query_one("#guide-box").add_class("-empty")
        self._say("prompt", "")
        self._show_planned(walk, "")
        for name in ("guide", "guide-beside", "private"):
            self._say(name, "")
        self._show_route(walk, step.section)
        return self._show_pick(_five_rows(walk, step.prompts), GO_ON)

    def show_written(self, *, written: bool, enter_goes_on: bool) -> None:
        key = "Enter" if enter_goes_on else _said("{next}")
        self.query_one(Actions).show(written=written, key=key)

    def show_what_becomes_of_it(self, walk: Walk, prompt: Prompt, *, keeps_words: bool) -> None:
        """Say what is kept of an answer, where that is not what the others lead one to expect."""
        if self.form is not None:
            kept = prompt.id in walk.answers
            self._say("private", what_becomes_of_it(prompt.form, kept, keeps_words=keeps_words))

    def show_agenda(self, under: Content, beside: Content) -> None:
        """Show what heads a session: `under` the question in front, and `beside` all of them."""
        self.query_one("#heads", Static).update(under)
        self.query_one("#heads-box").display = bool(under.plain)
        self.query_one("#heads-scroll", VerticalScroll).scroll_home(animate=False)
        self.query_one("#agenda-beside", Static).update(beside)
        self.query_one("#agenda-beside").set_class(bool(beside.plain), "-said")

    def _show_place(self, walk: Walk, section: Section, principle: Principle | None) -> None:
        label, mark = section.name, section.mark
        if principle is not None and section.principle is None:
            name = walk.checklist.principle_name(principle)
            label, mark = name.name, name.mark
        widget = self.query_one("#section", Static)
        place = f"{mark} {label}".strip()
        time = time_of(section) if self._says_minutes else ""
        widget.update(Content.assemble(place, (f"  {time}" if time else "", "$muted")))
        self.query_one(Rail).show(walk)
        self.query_one(Trail).show(walk, f"{place} · {time}" if time else place)
        for each in Principle:
            widget.set_class(each is principle, f"-{each.value}")
        widget.set_class(principle is None, "-plain")

    @property
    def shows_a_route(self) -> bool:
        return bool(self.query_one("#route-box").display)

    def turn_route(self, *, back: bool) -> None:
        """Show the rest of a route that is longer than its room."""
        scroll = self.query_one("#route-scroll", VerticalScroll)
        if back:
            scroll.scroll_page_up(animate=False)
        else:
            scroll.scroll_page_down(animate=False)

    def turn_guide(self) -> None:
        """Open the guide, then show the rest of it where it is long, then close it.

        Where it is always open beside the question, its rest and then its start again.
        """
        beside = self.query_one("#aside").display
        scroll = self.query_one("#aside-scroll" if beside else "#guide-scroll", VerticalScroll)
        if beside and scroll.scroll_y >= scroll.max_scroll_y:
            scroll.scroll_home(animate=False)
        elif not (beside or self.has_class("-guided")):
            scroll.scroll_home(animate=False)
            self.add_class("-guided")
        elif scroll.scroll_y < scroll.max_scroll_y:
            scroll.scroll_page_down(animate=False)
        else:
            self.remove_class("-guided")

    def _show_planned(self, walk: Walk, planned: str) -> None:
        """What was planned, above the answer or beside it."""
        title = _planned_title(walk)
        self.query_one(Planned).say(title, planned)
        self._say("planned-beside", f"{title}\n{planned}" if planned else "")

    def _show_route(self, walk: Walk, section: Section) -> None:
        """The pathway of a stop rule, or the incident route once the officer was not safe.

        Before a visit that always stops, its pathway stands over the first section.
        """
        route: list[str] = []
        first = section is walk.checklist.sections[0]
        if walk.checklist.always_stops and not walk.stopped and first:
            route = _route(walk, walk.checklist.always_stops)
        elif walk.stopped and section.stop:
            route = ["This does not go through a checklist.", *_route(walk, walk.stopped),
                     "No account of it is kept here, by design."]  # fmt: skip
        elif walk.officer_unsafe and section.landing:
            route = [*_route(walk, "incident"),
                     "Questions about what you did are not asked today."]  # fmt: skip
        self.query_one("#route", Static).update(Content("\n".join(route)))
        self.query_one("#route-box").display = bool(route)
        self.query_one("#guide-box").set_class(bool(route), "-short")
        scroll = self.query_one("#route-scroll", VerticalScroll)
        scroll.set_class(section.landing, "-short")
        scroll.scroll_home(animate=False)

    def _say_guide(self, walk: Walk, prompt: Prompt, planned: str) -> None:
        parts = [f"Why we ask  {prompt.why}"]
        if prompt.example:
            parts.append(f"An example  {prompt.example}")
        if prompt.probe:
            parts.append(f"And then  {prompt.probe}")
        if prompt.nations:
            parts.append(f"The law here is that of {', '.join(prompt.nations)}.")
        if prompt.words_of:
            parts.append(f"These words are those of {prompt.words_of}.")
        if prompt.sources:
            parts.append(f"From {'; '.join(prompt.sources)}.")
        if prompt.reviewed == "none yet":
            parts.append("Not yet reviewed by people with lived experience.")
        self._say("guide-beside", "\n\n".join(parts))
        # Open above the answer, it stands in place of what was planned, and has it whole.
        whole = [f"{_planned_title(walk)}  {planned}"] if planned else []
        self._say("guide", "\n".join([*whole, *parts]))

    def _say(self, name: str, text: str) -> None:
        widget = self.query_one(f"#{name}", Static)
        if widget.content != Content(text):
            widget.update(Content(text))
        widget.set_class(bool(text), "-said")

    def _tint(self, form: AnswerForm, principle: Principle | None) -> None:
        for area in form.query(WritingArea):
            for each in Principle:
                area.set_class(each is principle, f"-{each.value}")

    # -- forms --------------------------------------------------------------------------

    def _form_for(self, prompt: Prompt) -> AnswerForm:
        kind = FORMS[prompt.form]
        return next(form for form in self.query(AnswerForm) if type(form) is kind)

    def _show_only(self, shown: AnswerForm | None) -> None:
        for form in self.query(AnswerForm):
            form.set_class(form is shown, "-shown")
        self.pick.display = shown is None
        self.query_one("#forms").display = shown is not None
        self.query_one("#forms", VerticalScroll).scroll_home(animate=False)

    def _show_pick(self, rows: Sequence[Row], current: str | None) -> Widget:
        self._show_only(None)
        self.pick.show(rows, current)
        return self.pick

    def _show_heavy(self, prompt: Prompt) -> Widget:
        self._say("private", prompt.heavy)
        return self._show_pick(
            [
                Row(OPEN, (("o  ", "accent"), ("Open it", "ink")), key="o"),
                Row(SKIP, (("s  ", "accent"), ("Skip it", "ink")), key="s"),
            ],
            None,
        )


def _said(text: str) -> str:
    return keys.said(keys.WALK, text)


def _planned_title(walk: Walk) -> str:
    """Before a visit what is quoted is the plan of the last one, and what came of it."""
    return LAST_TIME_TITLE if walk.checklist.is_before_a_visit else PLANNED_TITLE


def _route(walk: Walk, pathway_id: str) -> list[str]:
    pathway = walk.checklist.pathway(pathway_id)
    return [pathway.name, *pathway.lines, *pathway.say]


def _rows_for(walk: Walk, prompt: Prompt, answer: Answer | None, *, has_agenda: bool) -> list[Row]:
    """The rows of a prompt that is chosen from; none for one that is written."""
    match prompt.form:
        case Form.YES_NOT_YET:
            return [
                Row(YES, (("y  ", "accent"), ("Yes", "ink")), key="y"),
                Row(NOT_YET, (("n  ", "accent"), ("Not yet", "ink")), key="n"),
            ]
        case Form.PICK_ONE | Form.PICK_MANY:
            marked = answer.values if isinstance(answer, PickedMany) else ()
            rows = [
                Row(
                    choice.value,
                    (
                        (f"{_key(number):<3}", "accent"),
                        (_box(prompt, choice.value in marked), "ink"),
                        (f"{choice.label}  ", "ink"),
                        (choice.note, "muted"),
                    ),
                    key=_key(number),
                )
                for number, choice in enumerate(prompt.choices, 1)
            ]
            return [*rows, _go_on()] if prompt.form is Form.PICK_MANY else rows
        case Form.SAY_ONLY:
            rows = [_go_on(), *([_turn_the_eyes()] if walk.checklist.eyes else [])]
            return [*rows, *([_the_agenda()] if has_agenda else [])]
    return []


def _key(number: int) -> str:
    """The key of a choice. Those after the ninth have none: they are moved to."""
    return str(number) if number < 10 else ""


def _box(prompt: Prompt, marked: bool) -> str:
    if prompt.form is Form.PICK_ONE:
        return ""
    return "[x] " if marked else "[ ] "


def _go_on() -> Row:
    return Row(GO_ON, (("   ", "accent"), ("Go on", "bold")))


def _for_talking(prompt: Prompt) -> str:
    """What helps to talk of it: there is no field that could say it."""
    return "\n".join(filter(None, (prompt.hint, SAID_ALOUD)))


def _turn_the_eyes() -> Row:
    columns = (("e  ", "accent"), ("Turn the eyes  ", "ink"), ("when the talk is stuck", "muted"))
    return Row(EYES, columns, key="e")


def _the_agenda() -> Row:
    columns = (("a  ", "accent"), ("Agenda  ", "ink"), ("what was brought, and last time", "muted"))
    return Row(AGENDA, columns, key="a")


def _current(prompt: Prompt, answer: Answer | None) -> str | None:
    """The row to stand on: what was chosen before; nothing on arrival."""
    match answer:
        case Picked(value):
            return value
        case YesNotYet(yes):
            return YES if yes else NOT_YET
    return GO_ON if prompt.form in (Form.SAY_ONLY, Form.PICK_MANY) else None


def _five_rows(walk: Walk, prompts: Sequence[Prompt]) -> list[Row]:
    rows = []
    for number, prompt in enumerate(prompts, 1):
        principle = prompt.principle or Principle.SAFETY
        name = walk.checklist.principle_name(principle)
        answer = walk.answers.get(prompt.id)
        below = [(f"     {prompt.question}", "ink")]
        planned = " ".join(line.text for line in walk.plan_beside(prompt)).replace("\n", " ")
        if planned:
            below.append((f"     planned: {planned}", "muted"))
        if answer is not None:
            said = as_text(answer).replace("\n", " ")
            below.append((f"     ● {said}", principle.value))
        heading = ((f"{number}  ", "accent"), (f"{name.mark} {name.name}", principle.value))
        rows.append(Row(prompt.id, heading, key=str(number), below=tuple(below)))
    return [*rows, _go_on()]
