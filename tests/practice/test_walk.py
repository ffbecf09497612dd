"""The walk: what is asked, and when; what was said is kept, and the same answers mean the same."""

import pytest
from making import (
    checklist,
    every_checklist,
    hat_prompt,
    name_of,
    pick,
    prompt,
    real_checklist,
    real_library,
    section,
    visit,
    when,
)

from practice.walking import NOT_YET, PLANNED, YES, all_of, open_ids, to_the_end
from tipcoach.errors import AnswerNotTaken
from tipcoach.practice.answer import (
    MOST_CHARACTERS,
    AnswerForm,
    IfThen,
    Picked,
    Sorted,
    Text,
)
from tipcoach.practice.checklist import (
    HAT_PROMPT,
    WATCH_SECTION,
    Checklist,
    Gate,
    Principle,
)
from tipcoach.practice.entry import Outcome, asked_on
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walk import END, Planned, Standing, Walk

PURPOSES = [purpose.id for purpose in real_library().purposes]


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


@pytest.mark.thorough
def test_the_same_words_have_the_same_fingerprint_in_any_order_and_other_words_another() -> None:
    made = real_checklist("prepare")
    turned = made.in_order(
        {s.id: tuple(p.id for p in reversed(s.prompts)) for s in made.sections if s.asks}
    )
    assert turned != made
    assert turned.fingerprint() == made.fingerprint()
    others = {name_of(one): one.fingerprint() for one in every_checklist()}
    assert len(set(others.values())) == len(others)
