"""The shortest version of a walk: what it asks, and that turning to it and back loses nothing."""

from dataclasses import replace

from making import checklist, pick, prompt, section

from tipcoach.practice.answer import AnswerForm, Picked, Text
from tipcoach.practice.checklist import Checklist, Choice, Few, Principle
from tipcoach.practice.walk import END, Walk

LANDING = section(
    "land",
    pick("land.heard", Choice("no", "No"), Choice("risk", "Risk", pathway="x")),
    landing=True,
)
FIVE = section(
    "five",
    prompt("s.a", principle=Principle.SAFETY),
    prompt("t.a", principle=Principle.TRUST),
    together=True,
)
DRAWN = section("drawn", prompt("d.a"), prompt("d.b"), asks=1)
LAST = section("last", prompt("l.a"), prompt("l.b"))
STOP = section("stop", prompt("stop.recorded", AnswerForm.YES_NOT_YET), stop=True)


def asked(*few: str) -> Checklist:
    made = checklist(LANDING, FIVE, DRAWN, LAST, STOP)
    return replace(made, few=Few("Few.", few))


def begun(*few: str) -> Walk:
    return Walk.begin(asked(*few), None, few=True)


def ids(walk: Walk) -> list[str]:
    return [step.id for step in walk.path]


def test_it_asks_landing_and_the_few_one_at_a_time_and_what_chance_had_left_out() -> None:
    walk = begun("t.a", "d.b")
    assert ids(walk) == ["land.heard", "t.a", "d.b"]
    assert not any(step.section.together for step in walk.path)


def test_a_stop_rule_stops_it_and_asks_its_own_questions() -> None:
    walk = begun("t.a").answer("land.heard", Picked("risk"))
    assert walk.stopped == "x"
    assert ids(walk) == ["land.heard", "stop.recorded"]


def test_what_was_answered_stays_and_is_not_set_aside() -> None:
    walk = Walk.begin(asked("l.b"), None).go_to("l.a").answer("l.a", Text("kept"))
    few = walk.with_few(True)
    assert few.at == "l.a"
    assert few.answers == walk.answers
    assert ids(few) == ["land.heard", "l.a", "l.b"]
    assert few.set_aside() == ()
    assert few.with_few(False).answers == walk.answers


def test_a_question_that_is_none_of_the_few_gives_way_to_the_next_that_is() -> None:
    walk = Walk.begin(asked("s.a", "l.b"), None).go_to("d.a")
    assert walk.with_few(True).at == "l.b"
    assert walk.go_to("five").with_few(True).at == "s.a"
    assert walk.go_to("l.b").with_few(True).next().at == END


def test_back_to_all_of_them_it_stays_where_it_was() -> None:
    walk = begun("t.a", "l.b")
    assert walk.go_to("t.a").with_few(False).at == "five"
    assert walk.go_to("l.b").with_few(False).at == "l.b"


def test_back_to_all_of_them_at_the_end_goes_to_the_first_not_asked() -> None:
    walk = begun("s.a", "t.a", "l.b")
    while walk.at != END:
        walk = walk.next()
    assert walk.with_few(False).at == "d.a"


def test_next_and_back_go_through_the_few() -> None:
    walk = begun("t.a", "l.b").next()
    assert [walk.at, walk.next().at, walk.next().back().at] == ["t.a", "l.b", "t.a"]


def test_a_checklist_without_a_few_has_no_shorter_version() -> None:
    walk = Walk.begin(replace(asked("l.b"), few=None), None, few=True)
    assert not walk.few
    assert not walk.with_few(True).few


def test_which_are_the_few_makes_no_other_question() -> None:
    assert asked("l.b").fingerprint() == asked("l.a").fingerprint()
