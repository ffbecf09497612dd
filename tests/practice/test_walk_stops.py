"""Stop rules, an officer who was not safe, and a purpose that always stops."""

import pytest
from making import (
    checklist,
    name_of,
    pick,
    prompt,
    real_checklist,
    real_library,
    section,
    visit,
    when,
)

from practice.walking import NOT_YET, PLANNED, YES, all_of, open_ids
from tipcoach.errors import AnswerNotTaken
from tipcoach.practice.answer import (
    AnswerForm,
    IfThen,
    Picked,
    Promised,
    Sorted,
    Text,
)
from tipcoach.practice.checklist import (
    RECORDED_PROMPT,
    Checklist,
    Choice,
    Principle,
    Prompt,
)
from tipcoach.practice.promises import Promise
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walk import Walk

PURPOSES = [purpose.id for purpose in real_library().purposes]


ALL_OF_THEM_MINE = Promised((Promise("Ring back"), Promise("Send the plan")))


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
