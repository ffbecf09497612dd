"""The page of a walk: where I am, what is asked, what was planned, and where to write.

What the question in front shows is here from the start. The forms of the others, and boxes with
nothing in them yet, come once it has been painted, before the next key is acted on: the question
is there sooner, and going on swaps nothing out from under a key already typed.
"""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tipcoach.practice.answer import AnswerForm as Form
from tipcoach.practice.checklist import Principle, Prompt, Section
from tipcoach.practice.minutes import time_of
from tipcoach.practice.session import ACTIONS
from tipcoach.practice.visit import Form as Length
from tipcoach.practice.walk import Step, Walk
from tipcoach.reports.guides import guide
from tipcoach.reports.routes_over import route_over
from tipcoach.reports.what_is_kept import KEPT_AMID_TALK, SAID_ALOUD, what_becomes_of_it
from tipcoach.tui import keys
from tipcoach.tui.widgets.actions import DONE, NEXT, SKIP_IT, ActionButton, Actions, KeysHere
from tipcoach.tui.widgets.answers import AnswerForm, Forms, IfThenForm, TextForm
from tipcoach.tui.widgets.ground import Across, Down
from tipcoach.tui.widgets.line_forms import CarryForm, LineGroup, LinesForm, SortForm
from tipcoach.tui.widgets.more import More
from tipcoach.tui.widgets.notice_line import NoticeLine
from tipcoach.tui.widgets.pasts import Pasts
from tipcoach.tui.widgets.planned import Planned
from tipcoach.tui.widgets.promise_form import PromiseForm
from tipcoach.tui.widgets.rail import Rail, Trail, marks_within
from tipcoach.tui.widgets.rows import Row, Rows
from tipcoach.tui.widgets.walk_boxes import Aside, guide_box, heads_box, route_box
from tipcoach.tui.widgets.walk_rows import GO_ON, current_row, five_rows, heavy_rows, rows_for
from tipcoach.tui.widgets.writing_area import WritingArea

PLANNED_TITLE, LAST_TIME_TITLE = "You wrote before", "Last time"

OPENS_ONE, OR_TYPE = (
    "Press 1 to 5. One is enough.",
    "Press 1 to 5, or type to answer {}. One is enough.",
)
"""Said of the five."""


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

PARTS: tuple[type[Widget], ...] = (
    Across, VerticalScroll, Trail, Rail, Planned, Forms, NoticeLine, KeysHere, Actions,
    ActionButton, *dict.fromkeys(FORMS.values()), WritingArea, LineGroup,
)  # fmt: skip
"""What the page of a walk is made of, beside what Home is made of too."""


class WalkPage(Down):
    """Shows one step of a walk, or one opened prompt of the five.

    `first` is the question in front, if there is one, and `asked` all those of the walk;
    `has_route` when a route stands over it.
    """

    def __init__(
        self,
        today: date,
        first: Prompt | None,
        asked: Iterable[Prompt],
        *,
        says_minutes: bool,
        has_route: bool = False,
        has_agenda: bool = False,
    ) -> None:
        super().__init__()
        self._today = today
        self._first = FORMS.get(first.form) if first else None
        kinds = dict.fromkeys(FORMS[prompt.form] for prompt in asked if prompt.form in FORMS)
        self._to_come = [kind for kind in kinds if kind is not self._first]
        self._coming = asyncio.Lock()
        self._pasts = Pasts()
        self._is_whole = False
        self._says_minutes = says_minutes
        self._has_route = has_route
        self._has_agenda = has_agenda
        self._route, self._guide, self._heads = route_box(), guide_box(), heads_box()
        self._aside, self._trail, self._actions = Aside(), Trail(), Actions()
        written_in = [self._made(self._first)] if self._first else []
        self._forms, self._keys_here = Forms(*written_in, id="forms", can_focus=False), KeysHere()
        more = More(self._forms)
        self.notice = NoticeLine(self._forms, more)
        self._for_writing = (self._forms, more, self.notice, self._keys_here)

    def compose(self) -> ComposeResult:
        if self.screen.has_class("-narrow"):
            yield self._trail
        with Across(id="columns"):
            yield Rail()
            with Down(id="main"):
                # As the first question leaves them, or they would be styled again for it.
                yield Static("", id="section", classes="-plain")
                yield Static("", id="prompt", classes="-said")
                yield Planned()
                if self._has_route:
                    yield self._route
                yield Static("", id="private")
                if self._has_agenda:
                    yield self._heads
                pick = Rows(id="pick", preset=False, are_answers=True)
                yield pick
                yield More(pick)
                if self._first:
                    yield from self._for_writing
                yield self._actions
            if self.screen.has_class("-wide"):
                yield self._aside

    def on_mount(self) -> None:
        self.call_after_refresh(self.be_whole)

    async def be_whole(self) -> None:
        """Have all that may be shown here; return when it is there."""
        async with self._coming:
            if self._is_whole:
                return
            main, columns = self.query_one("#main"), self.query_one("#columns")
            boxes = [box for box in (self._route, self._guide) if not box.is_attached]
            coming = [main.mount_all(boxes, before="#private")]
            if not self._forms.is_attached:
                coming.append(main.mount_all(self._for_writing, before=self._actions))
            coming.append(self._forms.mount_all(map(self._made, self._to_come)))
            if not self._aside.is_attached:
                coming.append(columns.mount(self._aside))
            if not self._trail.is_attached:
                coming.append(self.mount(self._trail, before=columns))
            for each in coming:
                await each
            self._is_whole = True

    @property
    def is_whole(self) -> bool:
        return self._is_whole

    def _made(self, kind: type[AnswerForm]) -> AnswerForm:
        return PromiseForm(self._today) if kind is PromiseForm else kind()

    @property
    def form(self) -> AnswerForm | None:
        """The form of answer on the page, if one is written in."""
        return self._forms.shown

    @property
    def pick(self) -> Rows:
        return self.query_one("#pick", Rows)

    @property
    def rows_with_letters(self) -> tuple[Row, ...]:
        """The rows under the question that a letter chooses."""
        return tuple(row for row in self.pick.rows if row.key and self.pick.display)

    # -- showing ------------------------------------------------------------------------

    def show_prompt(self, walk: Walk, step: Step, prompt: Prompt, *, heavy: bool) -> Widget:
        """Show one prompt; `heavy` shows its notice in place of the question first.

        Returns the widget to write in, or to choose with.
        """
        self._pasts.leave()
        self._show_place(walk, step.section, prompt.principle)
        self._guide.remove_class("-empty")
        question = "The next question is a heavier one." if heavy else prompt.question
        _say(self._text("prompt"), question)
        planned = "\n".join(line.text for line in walk.plan_beside(prompt))
        self._show_planned(walk, planned)
        self._show_route(walk, step.section)
        _say(self._text("private"), _for_talking(prompt) if prompt.form.is_only_said else "")
        self.remove_class("-keeps")
        self._say_guide(walk, prompt, planned)
        answer = walk.answers.get(prompt.id)
        if heavy:
            return self._show_heavy(prompt)
        if rows := rows_for(walk, prompt, answer, has_agenda=self._has_agenda):
            return self._show_pick(rows, current_row(prompt, answer))
        form = self._form_for(prompt)
        self._tint(form, prompt.principle)
        self._show_only(form)
        if isinstance(form, TextForm):
            form.one_line = prompt.form is Form.ONE_WORD
            form.on_screen_only = prompt.form is Form.ON_SCREEN_ONLY
        if isinstance(form, PromiseForm):
            form.of_us = prompt.id == ACTIONS
        form.show(answer, prompt.hint, hints=walk.checklist.form is Length.FULL)
        self._pasts.come_to(walk, prompt, form)
        return form.first()

    def show_five(self, walk: Walk, step: Step) -> Widget:
        """Show the five together: open any, or go on."""
        self._pasts.leave()
        self._show_place(walk, step.section, None)
        self._guide.add_class("-empty")
        self._show_planned(walk, "")
        for text in (self._text("prompt"), self._text("private")):
            _say(text, "")
        for text in self._guides:
            _put(text, "")
        self._show_route(walk, step.section)
        return self._show_pick(five_rows(walk, step.prompts), GO_ON)

    def show_written(
        self,
        focused: Widget | None,
        *,
        written: bool,
        enter_goes_on: bool,
        writing_opens: int | None = None,
        ends_a_mend: bool = False,
    ) -> None:
        """Say what keys do here. `writing_opens`: which of the five is written in where words are
        typed over them, 0 for none; `None` where another question is in front."""
        does = self.form.enter_does(focused) if self.form and enter_goes_on else ""
        key = "Enter" if enter_goes_on and not does else _said("{next}")
        label = DONE if ends_a_mend else NEXT if written else SKIP_IT
        also = self.form.also_here(focused) if self.form else _said_of_the_five(writing_opens)
        self._keys_here.say("   ".join(filter(None, (does, also))))
        self._actions.show(label, key=key)

    def show_what_becomes_of_it(self, walk: Walk, prompt: Prompt, *, keeps_words: bool) -> None:
        """Say what is kept of an answer, where that is not what the others lead one to expect."""
        said = what_becomes_of_it(
            prompt.form,
            prompt.id in walk.answers,
            keeps_words=keeps_words,
            amid_talk=walk.checklist.has_talk,
        )
        _say(self._text("private"), said)
        self.set_class(said == KEPT_AMID_TALK, "-keeps")

    def show_agenda(self, under: Content, beside: Content) -> None:
        """Show what heads a session: `under` the question in front, and `beside` all of them."""
        self._heads.say(under)
        self._heads.display = bool(under.plain)
        self._aside.agenda.update(beside)
        self._aside.agenda.set_class(bool(beside.plain), "-said")

    def _show_place(self, walk: Walk, section: Section, principle: Principle | None) -> None:
        label, mark = section.name, section.mark
        if principle is not None and section.principle is None:
            name = walk.checklist.principle_name(principle)
            label, mark = name.name, name.mark
        widget = self.query_one("#section", Static)
        place = f"{mark} {label}".strip()
        beside = time_of(section) if self._says_minutes else ""
        after = "".join(f"  {said}" for said in (beside, marks_within(walk, section)) if said)
        widget.update(Content.assemble(place, (after, "$muted")))
        self.query_one(Rail).show(walk)
        self._trail.show(walk, f"{place} · {beside}" if beside else place)
        for each in Principle:
            widget.set_class(each is principle, f"-{each.value}")
        widget.set_class(principle is None, "-plain")

    @property
    def shows_a_route(self) -> bool:
        return bool(self._route.display)

    def turn_route(self, *, back: bool) -> None:
        """Show the rest of a route that is longer than its room."""
        if back:
            self._route.scroll.scroll_page_up(animate=False)
        else:
            self._route.scroll.scroll_page_down(animate=False)

    def turn_page(self, *, back: bool) -> None:
        """Show more of what does not fit, from the top of the page on; no row is moved to."""
        scrolls = [self._guide.scroll, self._heads.scroll, self.pick, self._aside.scroll]
        # Where one is on no part of the screen, what it once measured settles nothing.
        shown = [each for each in scrolls if each.is_attached and each.size.width]
        if back:
            above = [each for each in reversed(shown) if each.scroll_y > 0]
            for each in above[:1]:
                each.scroll_page_up(animate=False)
        else:
            below = [each for each in shown if each.scroll_y < each.max_scroll_y]
            for each in below[:1]:
                each.scroll_page_down(animate=False)

    def turn_guide(self) -> None:
        """Open the guide, then show the rest of it where it is long, then close it.

        Where it is always open beside the question, its rest and then its start again.
        """
        beside = self._aside.display
        scroll = self._aside.scroll if beside else self._guide.scroll
        if beside and scroll.scroll_y >= scroll.max_scroll_y:
            scroll.scroll_home(animate=False)
        elif not (beside or self.has_class("-guided")):
            scroll.scroll_home(animate=False)
            self.add_class("-guided")
        elif scroll.scroll_y < scroll.max_scroll_y:
            scroll.scroll_page_down(animate=False)
        else:
            self.remove_class("-guided")

    def close_guide(self) -> None:
        self.remove_class("-guided")

    def _show_planned(self, walk: Walk, planned: str) -> None:
        """What was planned, above the answer or beside it."""
        title = _planned_title(walk)
        self.query_one(Planned).say(title, planned)
        _say(self._aside.planned, f"{title}\n{planned}" if planned else "")

    def _show_route(self, walk: Walk, section: Section) -> None:
        route = route_over(walk, section)
        self._route.say(Content("\n".join(route)))
        self._route.display = bool(route)
        self._guide.set_class(bool(route), "-short")
        self._route.scroll.set_class(section.landing, "-short")

    def _say_guide(self, walk: Walk, prompt: Prompt, planned: str) -> None:
        parts = guide(prompt, label="{}  ")
        over, beside = self._guides
        _put(beside, "\n\n".join(parts))
        # Open above the answer, it stands in place of what was planned, and has it whole.
        whole = [f"{_planned_title(walk)}  {planned}"] if planned else []
        _put(over, "\n".join([*whole, *parts]))

    @property
    def _guides(self) -> tuple[Static, Static]:
        return self._guide.text, self._aside.guide

    def _text(self, name: str) -> Static:
        return self.query_one(f"#{name}", Static)

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
        self._forms.display = shown is not None
        if shown is not None:
            self._forms.scroll_home(animate=False)

    def _show_pick(self, rows: Sequence[Row], current: str | None) -> Widget:
        self._show_only(None)
        self.pick.show(rows, current)
        return self.pick

    def _show_heavy(self, prompt: Prompt) -> Widget:
        _say(self._text("private"), prompt.heavy)
        return self._show_pick(heavy_rows(), None)


def _said(text: str) -> str:
    return keys.said(keys.WALK, text)


def _planned_title(walk: Walk) -> str:
    """Before a visit what is quoted is the plan of the last one, and what came of it."""
    return LAST_TIME_TITLE if walk.checklist.is_before_a_visit else PLANNED_TITLE


def _said_of_the_five(writing_opens: int | None) -> str:
    if writing_opens is None:
        return ""
    return OR_TYPE.format(writing_opens) if writing_opens else OPENS_ONE


def _put(widget: Static, text: str) -> None:
    if widget.content != Content(text):
        widget.update(Content(text))


def _say(widget: Static, text: str) -> None:
    """The same, where there is room for it only while something is said."""
    _put(widget, text)
    widget.set_class(bool(text), "-said")


def _for_talking(prompt: Prompt) -> str:
    """What helps to talk of it: there is no field that could say it."""
    return "\n".join(filter(None, (prompt.hint, SAID_ALOUD)))
