"""The walk: nothing is lost, the end is always in reach, and the same answers mean the same."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from making import (
    EMPTY,
    answers_to,
    checklist,
    checklists,
    every_checklist,
    hat_prompt,
    name_of,
    pick,
    prompt,
    real_checklist,
    real_checklists,
    real_library,
    section,
    visit,
    when,
)

from tipcoach.errors import AnswerNotTaken
from tipcoach.practice.answer import (
    MOST_CHARACTERS,
    Answer,
    AnswerForm,
    IfThen,
    Picked,
    Promised,
    Sorted,
    Text,
    YesNotYet,
    is_empty,
    words_for_gates,
)
from tipcoach.practice.checklist import (
    HAT_PROMPT,
    RECORDED_PROMPT,
    WATCH_SECTION,
    Checklist,
    Choice,
    Gate,
    Principle,
    Prompt,
)
from tipcoach.practice.entry import Outcome, asked_on
from tipcoach.practice.promises import Promise
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walk import END, Planned, Standing, Step, Walk

PURPOSES = [purpose.id for purpose in real_library().purposes]
YES, NOT_YET = YesNotYet(True), YesNotYet(False)
LEFT_AFTER_A_STOP = {AnswerForm.PICK_ONE, AnswerForm.YES_NOT_YET}
ALL_OF_THEM_MINE = Promised((Promise("Ring back"), Promise("Send the plan")))
PLANNED = (
    Planned(Principle.TRUST, AnswerForm.TEXT, "The key to the bin store."),
    Planned(Principle.TRUST, AnswerForm.TEXT, "My first words."),
    Planned(Principle.CHOICE, AnswerForm.TEXT, "Which day."),
    Planned(None, AnswerForm.IF_THEN, "If it goes quiet, then I will count to ten"),
)


def to_the_end(walk: Walk) -> Walk:
    """Go on from the first step, as someone does who skips what is left."""
    walk = walk.go_to(walk.path[0].id) if walk.path else walk
    for _ in walk.checklist.prompts:
        walk = walk.next()
    assert walk.at == END
    return walk


def steps_of(walk: Walk) -> Iterator[Step]:
    """The steps as an officer meets them from here, one `next` after another."""
    while walk.step is not None:
        yield walk.step
        walk = walk.next()


def open_ids(walk: Walk) -> list[str]:
    return [prompt.id for prompt in walk.open_prompts()]


def all_of(id_: str, purpose: str) -> list[Checklist]:
    """One checklist for every channel and form."""
    return [real_checklist(id_, purpose, channel, form) for channel in Channel for form in Form]


class Walking(RuleBasedStateMachine):
    """Somebody going about a checklist in any way the keys allow.

    `held` is what they have written down so far, kept apart from the walk.
    """

    library = checklists()
    walk: Walk
    held: dict[str, Answer]

    @initialize(data=st.data(), hat=st.none() | st.sampled_from(Hat))
    def begin(self, data: st.DataObject, hat: Hat | None) -> None:
        made = data.draw(self.library)
        called = data.draw(st.sets(st.sampled_from([p.id for p in made.prompts]), max_size=2))
        planned = data.draw(st.sampled_from([(), PLANNED]))
        self.walk = Walk.begin(made, visit(hat), called=frozenset(called), planned=planned)
        self.held = dict(self.walk.answers)

    # -- what an officer does ------------------------------------------------------------

    @rule(data=st.data())
    def answer_every_question(self, data: st.DataObject) -> None:
        self.walk = self.walk.go_to(self.walk.path[0].id) if self.walk.path else self.walk
        for _ in self.walk.checklist.prompts:
            for asked in self.walk.step.prompts if self.walk.step else ():
                if asked.id in open_ids(self.walk):
                    self._answer(asked, data)
            self.walk = self.walk.next()

    @precondition(lambda self: self.walk.path)
    @rule(data=st.data())
    def answer_somewhere(self, data: st.DataObject) -> None:
        step = data.draw(st.sampled_from(self.walk.path))
        self.walk = self.walk.go_to(step.id)
        asked = data.draw(st.sampled_from(step.prompts))
        before = self.walk
        self._answer(asked, data)

        undone = self.walk.answer(asked.id, before.answers.get(asked.id, EMPTY))
        assert undone.path == before.path, "taking the answer back did not bring the path back"
        assert dict(undone.answers) == dict(before.answers)
        assert undone.set_aside() == before.set_aside()

    @precondition(lambda self: self.walk.step is not None)
    @rule(data=st.data())
    def take_the_answer_away(self, data: st.DataObject) -> None:
        assert self.walk.step is not None
        asked = data.draw(st.sampled_from(self.walk.step.prompts))
        self.walk = self.walk.answer(asked.id, EMPTY)
        self.held.pop(asked.id, None)

    @rule()
    def next(self) -> None:
        before = self.walk
        self.walk = before.next()
        if before.at == END:
            assert self.walk.at == END
        else:
            back = self.walk.back()
            assert (back.at, back.path) == (before.at, before.path)
            assert back.answers == before.answers

    @rule()
    def back(self) -> None:
        before = self.walk
        self.walk = before.back()
        assert self.walk.answers == before.answers
        if before.path and before.at != before.path[0].id:
            assert self.walk.next().at == before.at

    @rule(data=st.data())
    def go_to(self, data: st.DataObject) -> None:
        place = data.draw(st.sampled_from([*(step.id for step in self.walk.path), END]))
        self.walk = self.walk.go_to(place)
        assert self.walk.at == place
        assert self.walk.go_to("nowhere") == self.walk

    def teardown(self) -> None:
        """However it went: the end is in reach, and only the answers decide what is kept."""
        if not hasattr(self, "held"):
            return
        walk = self.walk
        for _ in range(len(walk.path)):
            walk = walk.next()
        assert walk.at == END

        live = {asked.id: answer for asked, answer in self.walk.live_answers()}
        kept = asked_on(to_the_end(self.walk))
        written = [one.id for one in self.walk.open_prompts() if not one.form.is_only_said]
        assert [asked.prompt for asked in kept] == written
        for other in (self._forwards(live), self._backwards(live)):
            assert asked_on(to_the_end(other)) == kept
            assert other.stopped == self.walk.stopped

    # -- what always holds ---------------------------------------------------------------

    @invariant()
    def nothing_is_lost(self) -> None:
        live = {asked.id: answer for asked, answer in self.walk.live_answers()}
        aside = {asked.id: answer for asked, answer in self.walk.set_aside()}
        assert not live.keys() & aside.keys()
        assert live | aside == self.held

    @invariant()
    def somewhere_that_is_met_once(self) -> None:
        ids = [step.id for step in self.walk.path]
        assert len(ids) == len(set(ids))
        assert self.walk.at == END or self.walk.at in ids

    @invariant()
    def what_is_closed_takes_no_answer(self) -> None:
        still_open = open_ids(self.walk)
        for asked in self.walk.checklist.prompts:
            if asked.id not in still_open:
                with pytest.raises(AnswerNotTaken):
                    self.walk.answer(asked.id, Text("words"))
                break

    @invariant()
    def each_gate_holds(self) -> None:
        """What is open may be open by the answers that stand before it, and by no others."""
        said: dict[str, frozenset[str]] = {}
        for asked in self.walk.open_prompts():
            hat = self.walk.hat
            assert asked.when.all_hold(hat, said), f"{asked.id} is open too far"
            assert not asked.unless.any_holds(hat, said), f"{asked.id} is open too far"
            if asked.id in self.held:
                said[asked.id] = words_for_gates(self.held[asked.id])

    @invariant()
    def what_is_closed_has_a_reason(self) -> None:
        walk, still_open = self.walk, open_ids(self.walk)
        said: dict[str, frozenset[str]] = {}
        for one in walk.checklist.sections:
            if one.stop if walk.stopped is None else not (one.landing or one.stop):
                continue
            most = len(one.prompts) if one.asks is None or one.together else one.asks
            if most == one.asks and one.principle and one.principle is walk.watched:
                most = one.asks_when_watched or most
            asked: list[Prompt] = []
            for each in one.prompts:
                if each.id in still_open:
                    asked.append(each)
                    if each.id in self.held:
                        said[each.id] = words_for_gates(self.held[each.id])
                    continue
                shut = not each.when.all_hold(walk.hat, said)
                shut = shut or each.unless.any_holds(walk.hat, said)
                shut = shut or (walk.officer_unsafe and each.own_conduct)
                shut = shut or (each.looks_back and not walk.has_a_plan)
                shut = shut or bool(walk.stopped and each.form not in LEFT_AFTER_A_STOP)
                rotated = len(asked) >= most and each.id not in walk.called
                twice = one.together and each.principle in {p.principle for p in asked}
                # While stopped, a closed question may still take up a place in the rotation.
                assert shut or rotated or twice or (walk.stopped and one.asks), each.id
            if not one.together:
                assert len([p for p in asked if p.id not in walk.called]) <= most

    @invariant()
    def a_stop_rule_leaves_no_room_for_words(self) -> None:
        if self.walk.stopped:
            left = {prompt.form for prompt in self.walk.open_prompts()}
            assert left <= LEFT_AFTER_A_STOP
            sections = [step.section for step in self.walk.path]
            assert all(one.landing or one.stop for one in sections)
        else:
            assert not any(step.section.stop for step in self.walk.path)
            for asked, answer in self.walk.live_answers():
                choice = asked.choice(answer.value) if isinstance(answer, Picked) else None
                assert choice is None or choice.pathway is None, "a stop rule did not stop"

    @invariant()
    def somebody_unsafe_is_not_asked_what_they_did(self) -> None:
        unsafe = [
            asked
            for asked, answer in self.walk.live_answers()
            if isinstance(answer, Picked)
            for choice in asked.choices
            if choice.value == answer.value and choice.unsafe
        ]
        assert self.walk.officer_unsafe == bool(unsafe)
        if unsafe:
            assert not any(prompt.own_conduct for prompt in self.walk.open_prompts())

    # -- how -----------------------------------------------------------------------------

    def _answer(self, asked: Prompt, data: st.DataObject) -> None:
        if asked.form is AnswerForm.SAY_ONLY:
            return
        answer = data.draw(answers_to(asked, st.sampled_from(["", "some", "words"])))
        at = self.walk.at
        self.walk = self.walk.answer(asked.id, answer)
        assert self.walk.step is not None, "the question vanished because it was answered"
        assert self.walk.at == at
        self.held.pop(asked.id, None)
        if not is_empty(answer):
            self.held[asked.id] = answer

    def _begin_again(self) -> Walk:
        walk = self.walk
        fresh = Walk.begin(walk.checklist, walk.visit, called=walk.called, planned=walk.planned)
        if HAT_PROMPT in fresh.answers and HAT_PROMPT not in walk.answers:
            fresh = fresh.answer(HAT_PROMPT, EMPTY)
        return fresh

    def _forwards(self, live: dict[str, Answer]) -> Walk:
        walk = self._begin_again()
        walk = walk.go_to(walk.path[0].id) if walk.path else walk
        for _ in walk.checklist.prompts:
            walk = self._say_here(walk, live).next()
        return walk

    def _backwards(self, live: dict[str, Answer]) -> Walk:
        walk = self._begin_again()
        for _ in live:
            walk = walk.go_to(END)
            for _ in walk.path:
                walk = self._say_here(walk.back(), live)
            if live.keys() <= walk.answers.keys():
                break
        return walk

    @staticmethod
    def _say_here(walk: Walk, live: dict[str, Answer]) -> Walk:
        """Answer all that is on this screen, with what opens on it meanwhile."""
        for asked in walk.checklist.prompts:
            if asked.id in live and walk.step is not None and asked in walk.step.prompts:
                walk = walk.answer(asked.id, live[asked.id])
        return walk


class WalkingTheLibrary(Walking):
    """The same, through the checklists people are given."""

    library = real_checklists()


TestWalking = Walking.TestCase
TestWalking.settings = settings(max_examples=70, stateful_step_count=10)
TestWalkingTheLibrary = WalkingTheLibrary.TestCase
TestWalkingTheLibrary.settings = settings(max_examples=6, stateful_step_count=6)


# -- the hat -----------------------------------------------------------------------------


def test_a_hat_known_beforehand_is_not_asked_again() -> None:
    made = real_checklist("prepare")
    walk = Walk.begin(made, visit(Hat.SUPPORT))

    assert walk.at == "orient.hat-sentence"
    assert walk.answers[HAT_PROMPT] == Picked("support")
    assert asked_on(walk)[0].answer == Picked("support")
    assert walk.back().at == HAT_PROMPT, "it can still be changed"


def test_without_a_hat_the_first_question_is_which() -> None:
    walk = Walk.begin(real_checklist("prepare"), visit())

    assert (walk.at, walk.hat) == (HAT_PROMPT, None)
    assert walk.answer(HAT_PROMPT, Picked("both")).hat is Hat.BOTH


def test_changing_the_hat_changes_what_is_asked() -> None:
    only_landlord = prompt("power", when=Gate(hats=(Hat.LANDLORD, Hat.BOTH)))
    walk = Walk.begin(checklist(section("start", hat_prompt(), only_landlord)), visit())

    assert open_ids(walk) == [HAT_PROMPT], "before the hat is said"
    assert open_ids(walk.answer(HAT_PROMPT, Picked("landlord"))) == [HAT_PROMPT, "power"]
    assert open_ids(walk.answer(HAT_PROMPT, Picked("support"))) == [HAT_PROMPT]


# -- rotation and watching ---------------------------------------------------------------


def rotated(**more: int) -> Checklist:
    watch = section(WATCH_SECTION, pick("watch.one", *(one.value for one in Principle)))
    five = [prompt(f"trust.{n}", principle=Principle.TRUST) for n in range(5)]
    return checklist(watch, section("trust", *five, principle=Principle.TRUST, asks=2, **more))


def test_a_rotated_section_asks_its_first_few_and_the_watched_one_more() -> None:
    walk = Walk.begin(rotated(asks_when_watched=3), visit())

    assert open_ids(walk) == ["watch.one", "trust.0", "trust.1"]
    watching = walk.answer("watch.one", Picked("trust"))
    assert open_ids(watching) == ["watch.one", "trust.0", "trust.1", "trust.2"]
    assert watching.watched is Principle.TRUST
    assert open_ids(walk.answer("watch.one", Picked("choice"))) == open_ids(walk)


def test_what_was_watched_before_the_visit_is_watched_after_it_until_another_is_picked() -> None:
    walk = Walk.begin(rotated(asks_when_watched=3), visit(), watched=Principle.TRUST)

    assert len(open_ids(walk)) == 4
    assert len(open_ids(walk.answer("watch.one", Picked("safety")))) == 3


@pytest.mark.parametrize("form", ["prepare", "reflect"])
def test_watching_a_principle_asks_one_more_of_it_and_of_no_other(form: str) -> None:
    walk = Walk.begin(real_checklist(form), visit(Hat.BOTH))
    picks = next(s for s in walk.path if s.section.id == WATCH_SECTION).prompts[0]

    def counts(walk: Walk) -> dict[str, int]:
        sections = [step.section.id for step in walk.path]
        return {one.value: sections.count(one.value) for one in Principle}

    before = counts(walk)
    for one in Principle:
        watching = counts(walk.answer(picks.id, Picked(one.value)))
        assert watching == before | {one.value: before[one.value] + 1}


def test_rotation_never_hides_a_prompt_that_was_called_for() -> None:
    walk = Walk.begin(rotated(), visit(), called=frozenset({"trust.4"}))

    assert open_ids(walk) == ["watch.one", "trust.0", "trust.1", "trust.4"]
    assert walk.answer("trust.4", Text("called")).answers["trust.4"] == Text("called")


def test_a_gate_that_closes_in_a_rotated_section_lets_the_next_one_up() -> None:
    first, second, third = prompt("a", unless=when("yes", "yes")), prompt("b"), prompt("c")
    asks = prompt("yes", AnswerForm.YES_NOT_YET)
    made = checklist(section("s", asks), section("r", first, second, third, asks=2))
    walk = Walk.begin(made, visit())

    assert open_ids(walk) == ["yes", "a", "b"]
    assert open_ids(walk.answer("yes", YES)) == ["yes", "b", "c"]


# -- gates and what is set aside ---------------------------------------------------------


def test_an_answer_behind_a_closed_gate_is_set_aside_and_stands_again_when_it_opens() -> None:
    made = checklist(
        section("s", prompt("yes", AnswerForm.YES_NOT_YET), prompt("why", when=when("yes", "yes")))
    )
    walk = Walk.begin(made, visit()).answer("yes", YES).answer("why", Text("because"))

    closed = walk.answer("yes", NOT_YET)
    assert [(p.id, a) for p, a in closed.set_aside()] == [("why", Text("because"))]
    assert [asked.prompt for asked in asked_on(to_the_end(closed))] == ["yes"]
    kept = asked_on(to_the_end(closed), keep=frozenset({"why"}))[-1]
    assert (kept.prompt, kept.answer, kept.set_aside) == ("why", Text("because"), True)

    opened = closed.answer("yes", YES)
    assert opened.set_aside() == ()
    assert opened.answers["why"] == Text("because")


def test_an_answer_that_is_set_aside_opens_no_gate_itself() -> None:
    made = checklist(
        section(
            "s",
            prompt("one", AnswerForm.YES_NOT_YET),
            prompt("two", AnswerForm.YES_NOT_YET, when=when("one", "yes")),
            prompt("three", when=when("two", "yes")),
        )
    )
    walk = Walk.begin(made, visit()).answer("one", YES).answer("two", YES)

    assert open_ids(walk) == ["one", "two", "three"]
    assert open_ids(walk.answer("one", NOT_YET)) == ["one"]


def test_answering_another_question_than_the_one_on_screen_leaves_a_way_to_the_end() -> None:
    made = checklist(
        section(
            "s",
            prompt("yes", AnswerForm.YES_NOT_YET),
            prompt("why", when=when("yes", "yes")),
            prompt("last"),
        )
    )
    walk = Walk.begin(made, visit()).answer("yes", YES).go_to("why").answer("yes", NOT_YET)

    for _ in walk.path:
        walk = walk.next()
    assert walk.at == END


def test_an_empty_answer_takes_the_answer_away() -> None:
    walk = Walk.begin(checklist(section("s", prompt("a"), prompt("b"))), visit())
    walk = walk.answer("a", Text("said")).answer("a", Text("  "))

    assert walk.answers == {}
    outcomes = [asked.outcome for asked in asked_on(to_the_end(walk))]
    assert outcomes == [Outcome.SKIPPED, Outcome.SKIPPED]


def test_a_question_never_reached_was_not_asked() -> None:
    walk = Walk.begin(checklist(section("s", prompt("a"), prompt("b"), prompt("c"))), visit())

    assert [asked.prompt for asked in asked_on(walk.next().go_to(END))] == ["a", "b"]


@pytest.mark.parametrize("characters", [MOST_CHARACTERS, MOST_CHARACTERS + 1])
def test_an_answer_holds_eight_thousand_characters_and_nothing_is_cut(characters: int) -> None:
    walk = Walk.begin(checklist(section("s", prompt("a"))), visit())
    said = Text("ŵ" * characters)

    if characters == 8_000:
        assert walk.answer("a", said).answers["a"] == said
    else:
        with pytest.raises(AnswerNotTaken, match="8,001 characters") as refused:
            walk.answer("a", said)
        assert "ŵ" not in str(refused.value)


# -- stop rules, and an officer who was not safe -----------------------------------------

STOPS = pick("heard", "nothing", Choice("harm", "Harm", pathway="safeguarding"), "more")


def landing(*before: Prompt) -> Checklist:
    return checklist(
        section("land", *before, STOPS, prompt("word", AnswerForm.ONE_WORD), landing=True),
        section("moment", prompt("moment")),
        section("stop", prompt("recorded", AnswerForm.YES_NOT_YET), stop=True),
        id="reflect",
    )


def test_a_stop_rule_ends_the_ordinary_questions_and_asks_its_own() -> None:
    walk = Walk.begin(landing(), visit()).answer("word", Text("tired"))
    assert "recorded" not in open_ids(walk)

    stopped = walk.answer("heard", Picked("harm"))
    assert stopped.stopped == "safeguarding"
    assert open_ids(stopped) == ["heard", "recorded"]
    assert [(p.id, a) for p, a in stopped.set_aside()] == [("word", Text("tired"))]

    taken_back = stopped.answer("heard", Picked("nothing"))
    assert taken_back.stopped is None
    assert open_ids(taken_back) == ["heard", "word", "moment"]
    assert taken_back.answers["word"] == Text("tired")


@pytest.mark.parametrize("form", [form for form in AnswerForm if form is not AnswerForm.PICK_ONE])
def test_after_a_stop_rule_only_picking_one_and_yes_or_not_yet_are_left(form: AnswerForm) -> None:
    choices = (Choice("one", "One"),) if form is AnswerForm.PICK_MANY else ()
    walk = Walk.begin(landing(prompt("other", form, choices=choices)), visit())
    assert "other" in open_ids(walk)

    stopped = walk.answer("heard", Picked("harm"))
    assert ("other" in open_ids(stopped)) == (form is AnswerForm.YES_NOT_YET)


@pytest.mark.parametrize("form", [AnswerForm.YES_NOT_YET, AnswerForm.SORT])
def test_a_stop_rule_that_was_itself_asked_for_stays_on_the_screen(form: AnswerForm) -> None:
    """A landing question may lead to the stop rule; choosing it must not close the screen."""
    leads = prompt("leads", form)
    word, answer = ("yes", YES) if form is AnswerForm.YES_NOT_YET else ("must", Sorted(("a",)))
    gated = pick("gated", Choice("harm", "Harm", pathway="safeguarding"), when=when("leads", word))
    made = checklist(section("land", leads, gated, landing=True), id="reflect")
    walk = Walk.begin(made, visit()).answer("leads", answer).next()

    stopped = walk.answer("gated", Picked("harm"))
    assert stopped.step is not None
    assert stopped.step.id == "gated"


def test_a_stop_rule_behind_a_gate_that_closed_no_longer_stops() -> None:
    made = checklist(
        section("land", prompt("safe", AnswerForm.YES_NOT_YET),
                pick("heard", Choice("harm", "Harm", pathway="hazard"), when=when("safe", "yes")),
                landing=True),
        section("moment", prompt("moment")),
    )  # fmt: skip
    walk = Walk.begin(made, visit()).answer("safe", YES).answer("heard", Picked("harm"))
    assert walk.stopped == "hazard"

    closed = walk.answer("safe", NOT_YET)
    assert closed.stopped is None
    assert open_ids(closed) == ["safe", "moment"]


def test_a_closed_question_takes_no_answer_while_stopped() -> None:
    walk = Walk.begin(landing(), visit()).answer("heard", Picked("harm"))

    for closed in ("word", "moment"):
        with pytest.raises(AnswerNotTaken):
            walk.answer(closed, Text("words"))


@pytest.mark.parametrize("purpose", PURPOSES)
def test_an_officer_who_was_not_safe_is_not_asked_about_their_own_conduct(purpose: str) -> None:
    for made in all_of("reflect", purpose):
        conduct = [prompt.id for prompt in made.prompts if prompt.own_conduct]
        walk = Walk.begin(made, visit(Hat.LANDLORD), called=frozenset(conduct), planned=PLANNED)
        if made.prompt("promises.made"):
            walk = walk.answer("promises.made", ALL_OF_THEM_MINE)
        walk = walk.answer("land.heard", Picked("not-safe"))
        assert walk.officer_unsafe
        assert not set(open_ids(walk)) & set(conduct), name_of(made)
        if made.form is Form.FULL:
            assert conduct
            safe = walk.answer("land.heard", Picked("nothing"))
            if made.always_stops:
                safe = safe.answer(RECORDED_PROMPT, YES)
            assert set(conduct) <= set(open_ids(safe))


# -- a purpose that always stops ---------------------------------------------------------


def always(form: Form = Form.FULL, id_: str = "reflect") -> Checklist:
    return real_checklist(id_, "domestic-abuse", Channel.HOME, form)


@pytest.mark.parametrize("form", Form)
def test_its_route_comes_first_whatever_was_said_and_takes_no_words(form: Form) -> None:
    for heard in ("nothing", "disclosure-abuse", None):
        walk = Walk.begin(always(form), visit())
        if heard:
            walk = walk.answer("land.heard", Picked(heard))
        assert walk.stopped == "domestic-abuse"
        assert open_ids(walk) == ["land.safe", "land.heard", "stop.recorded", "stop.need"]
        assert all(prompt.form.is_left_after_a_stop for prompt in walk.open_prompts())


@pytest.mark.parametrize("form", Form)
def test_once_it_is_recorded_only_ones_own_part_is_asked(form: Form) -> None:
    walk = Walk.begin(always(form), visit()).answer(RECORDED_PROMPT, YES)
    for prompt_id in ("moment.stayed", "promises.made", "choice.actually-chose"):
        assert prompt_id not in open_ids(walk)
    assert "decide.if-then" in open_ids(walk)
    assert {prompt.principle for prompt in walk.open_prompts()} >= {*Principle}

    taken_back = walk.answer("decide.if-then", IfThen("a", "b")).answer(RECORDED_PROMPT, NOT_YET)
    assert [prompt.id for prompt, _ in taken_back.set_aside()] == ["decide.if-then"]


def test_another_stop_rule_leaves_nothing_more_to_ask() -> None:
    walk = Walk.begin(always(), visit()).answer(RECORDED_PROMPT, YES)
    walk = walk.answer("land.heard", Picked("at-risk"))
    assert walk.stopped == "safeguarding"
    assert open_ids(walk) == ["land.safe", "land.heard", "stop.recorded", "stop.need"]


def test_before_such_a_visit_nothing_is_stopped() -> None:
    walk = Walk.begin(always(id_="prepare"), visit())
    assert walk.stopped is None
    assert "plan.if-then" in open_ids(walk)


# -- choice is always asked about --------------------------------------------------------


@pytest.mark.parametrize("purpose", PURPOSES)
def test_when_nothing_is_theirs_to_decide_choice_asks_how_to_say_so(purpose: str) -> None:
    """However the section was drawn: offering a choice that is not one does harm."""

    def about_choice(walk: Walk) -> list[str]:
        return [one.id for one in walk.open_prompts() if one.principle is Principle.CHOICE]

    for made in all_of("prepare", purpose):
        walk = Walk.begin(made, visit(Hat.BOTH), watched=Principle.CHOICE)
        assert "choice.no-choice-today" not in about_choice(walk), (
            "unsorted is not the same as none"
        )

        fixed = walk.answer("business.sort", Sorted(must=("the hearing",)))
        assert about_choice(fixed) == ["choice.no-choice-today"], name_of(made)

        free = walk.answer("business.sort", Sorted(must=("the hearing",), theirs=("the day",)))
        assert about_choice(free), name_of(made)
        assert "choice.no-choice-today" not in about_choice(free)


# -- the five ----------------------------------------------------------------------------


@pytest.mark.parametrize("id_", ["prepare", "reflect"])
@pytest.mark.parametrize("channel", Channel)
def test_the_five_are_one_screen_with_one_question_a_principle(id_: str, channel: Channel) -> None:
    walk = Walk.begin(real_checklist(id_, channel=channel, form=Form.QUICK), visit(Hat.BOTH))
    five = [step for step in walk.path if step.id == "five"]

    assert [len(step.prompts) for step in five] == [5]
    assert [prompt.principle for prompt in five[0].prompts] == list(Principle)


def test_those_of_the_five_that_are_not_opened_are_shown_and_not_answered() -> None:
    walk = Walk.begin(real_checklist("prepare", form=Form.QUICK), visit(Hat.BOTH)).go_to("five")
    assert walk.step is not None
    trust = walk.step.prompts[1]

    walk = walk.answer(trust.id, Text("The key."))
    assert walk.at == "five", "answering one leaves the other four on the screen"
    assert walk.next().at == "alone.cover", "one move goes past all five"

    outcomes = {asked.prompt: asked.outcome for asked in asked_on(to_the_end(walk))}
    about = [outcomes[prompt.id] for prompt in walk.step.prompts] if walk.step else []
    shown = Outcome.SHOWN
    assert about == [shown, Outcome.ANSWERED, shown, shown, shown]


def test_a_question_that_opens_among_the_five_while_they_are_on_screen_was_shown() -> None:
    made = checklist(
        section(
            "five",
            prompt("a", AnswerForm.YES_NOT_YET, principle=Principle.SAFETY),
            prompt("b", principle=Principle.TRUST, when=when("a", "yes")),
            together=True,
        )
    )
    walk = Walk.begin(made, visit()).answer("a", YES)

    assert [p.id for p in walk.step.prompts] == ["a", "b"] if walk.step else False
    outcomes = [asked.outcome for asked in asked_on(walk.next())]
    assert outcomes == [Outcome.ANSWERED, Outcome.SHOWN]


# -- what was planned --------------------------------------------------------------------


def test_what_was_planned_stands_beside_the_same_principle_and_the_next_plan() -> None:
    trust = prompt("t", principle=Principle.TRUST)
    safety = prompt("s", principle=Principle.SAFETY)
    plan, word = prompt("plan", AnswerForm.IF_THEN), prompt("word", AnswerForm.ONE_WORD)
    made = checklist(section("all", trust, safety, plan, word))
    walk = Walk.begin(made, visit(), planned=PLANNED)

    assert walk.plan_beside(trust) == PLANNED[:2]
    assert walk.plan_beside(safety) == ()
    assert walk.plan_beside(plan) == (PLANNED[3],)
    assert walk.plan_beside(word) == ()


def test_what_came_of_a_plan_is_asked_only_where_there_was_one() -> None:
    came = pick("came", "did", "not", looks_back=True)
    made = checklist(section("all", prompt("a"), came, prompt("b")))

    def asked_with(planned: tuple[Planned, ...]) -> list[str]:
        return [step.id for step in Walk.begin(made, visit(), planned=planned).path]

    assert asked_with(PLANNED) == ["a", "came", "b"]
    assert asked_with(PLANNED[:3]) == ["a", "b"], "a preparation with no plan"
    assert asked_with(()) == ["a", "b"]
    assert Walk.begin(made, visit(), planned=PLANNED).plan_beside(came) == (PLANNED[3],)


# -- where I am --------------------------------------------------------------------------


def test_the_rail_says_what_is_answered_skipped_here_and_ahead() -> None:
    made = checklist(section("s", prompt("a"), prompt("b"), prompt("c"), prompt("d")))
    walk = Walk.begin(made, visit()).answer("a", Text("said")).next().next()

    standings = [walk.standing(step) for step in walk.path]
    assert standings == [Standing.ANSWERED, Standing.SKIPPED, Standing.HERE, Standing.AHEAD]
    assert Standing.HERE not in [walk.go_to(END).standing(step) for step in walk.path]


def test_a_plan_in_two_halves_counts_as_said_once_either_half_is() -> None:
    walk = Walk.begin(checklist(section("s", prompt("plan", AnswerForm.IF_THEN))), visit())

    assert walk.answer("plan", IfThen("", " ")).answers == {}
    assert walk.answer("plan", IfThen("it goes quiet", "")).answers


def test_the_same_words_have_the_same_fingerprint_in_any_order_and_other_words_another() -> None:
    made = real_checklist("prepare")
    turned = made.in_order(
        {s.id: tuple(p.id for p in reversed(s.prompts)) for s in made.sections if s.asks}
    )
    assert turned != made
    assert turned.fingerprint() == made.fingerprint()
    others = {name_of(one): one.fingerprint() for one in every_checklist()}
    assert len(set(others.values())) == len(others)
