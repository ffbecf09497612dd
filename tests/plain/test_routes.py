"""What must not be handled here: the route is said, and no account of it is taken."""

from making import pick, prompt, section

from plain.talking import REFLECT, Heard, asks, type_lines
from tipcoach.coach.coach import Coach
from tipcoach.practice.answer import AnswerForm, Picked, Text, YesNotYet
from tipcoach.practice.checklist import NO_ROUTE, Choice

LANDING = section(
    "land",
    pick(
        "land.heard",
        Choice("nothing", "Nothing"),
        Choice("at-risk", "Someone at risk", pathway="safeguarding"),
        Choice("not-safe", "I was not safe", unsafe=True),
    ),
    prompt("land.word", AnswerForm.ONE_WORD),
    landing=True,
)
MOMENT = section("moment", prompt("moment.stayed"), prompt("moment.conduct", own_conduct=True))
STOP = section("stop", prompt("stop.recorded", AnswerForm.YES_NOT_YET), stop=True)


def reflect(coach: Coach, *typed: str) -> Heard:
    return type_lines(asks(coach, LANDING, MOMENT, STOP), REFLECT, *typed)


def route_of(coach: Coach, pathway_id: str) -> str:
    """The pathway as it is said: its name, and every line to say."""
    pathway = next(one for one in coach.library.pathways if one.id == pathway_id)
    return " ".join([f"{pathway.name}.", *pathway.say])


def test_a_stop_rule_says_the_route_before_its_questions(coach: Coach) -> None:
    heard = reflect(coach, "at-risk", "yes", "keep")
    route = (
        f"{route_of(coach, 'safeguarding')} {NO_ROUTE} No account of it is kept here, by design."
    )
    stops = f"The ordinary questions stop here. {route}"
    assert f"{stops} Question 2 of 2, Stop. stop.recorded?" in heard
    assert heard.kept.stopped == "safeguarding"
    assert heard.answer_to("stop.recorded") == YesNotYet(True)


def test_a_stop_rule_takes_no_words_and_keeps_no_purpose(coach: Coach) -> None:
    heard = reflect(coach, "at-risk", "yes", "keep")
    assert "land.word?" not in heard
    assert "moment.stayed?" not in heard
    assert heard.kept.purpose is None
    assert heard.answer_to("land.heard") == Picked("at-risk")


def test_a_draft_left_before_it_was_recorded_says_so_when_offered(coach: Coach) -> None:
    reflect(coach, "at-risk", "quit")
    assert "Not yet recorded where it belongs." in reflect(coach, "continue", "yes", "quit")
    assert "Not yet recorded where it belongs." not in reflect(coach)


def test_a_route_the_organisation_filled_in_is_said_instead(coach: Coach) -> None:
    coach.places.config.mkdir(parents=True)
    coach.places.pathways.write_text(
        "safeguarding:\n  - Ring the duty line on 0300 000.\n", encoding="utf-8"
    )
    routed = Coach(coach.places, clock=coach.clock)
    heard = type_lines(routed, REFLECT, "yes", "at-risk")
    assert "Your organisation’s route: Ring the duty line on 0300 000. No account" in heard
    assert NO_ROUTE not in heard


def test_words_typed_before_a_stop_are_shown_and_let_go(coach: Coach) -> None:
    heard = reflect(coach, "nothing", "shaken", "back", "back", "at-risk", "yes", "", "keep")
    assert "Set aside: you answered this, and a later answer closed the question." in heard
    assert "land.word? shaken An empty line lets it go." in heard
    assert heard.answer_to("land.word") is None


def test_words_typed_before_a_stop_may_be_kept_as_ones_own(coach: Coach) -> None:
    heard = reflect(coach, "nothing", "shaken", "back", "back", "at-risk", "yes", "keep", "keep")
    assert heard.answer_to("land.word") == Text("shaken")


def test_one_line_is_not_offered_once_stopped(coach: Coach) -> None:
    heard = reflect(coach, "at-risk", "yes", "one line", "my own words", "keep")
    assert "Answer keep, let go or back." in heard
    assert "one line:" not in heard
    assert "my own words" not in str(heard.kept)


def test_a_stop_taken_back_and_declared_again_says_its_route_again(coach: Coach) -> None:
    heard = reflect(coach, "at-risk", "back", "nothing", "back", "at-risk")
    assert heard.said.count(route_of(coach, "safeguarding")) == 2


def test_going_back_and_forth_says_a_route_once(coach: Coach) -> None:
    heard = reflect(coach, "at-risk", "back", "skip", "yes")
    assert heard.said.count(route_of(coach, "safeguarding")) == 1


def test_an_unsafe_officer_hears_the_route_once_and_is_not_asked_about_conduct(
    coach: Coach,
) -> None:
    heard = reflect(coach, "not-safe", "shaken", "back", "shaken", "The door.", "keep")
    route = route_of(coach, "incident")
    assert f"{route} {NO_ROUTE} Questions about your own conduct are not asked today." in heard
    assert heard.said.count(route) == 1
    assert "moment.conduct?" not in heard
    assert heard.answer_to("moment.stayed") == Text("The door.")


def test_a_safe_officer_hears_of_no_route(coach: Coach) -> None:
    heard = reflect(coach, "nothing", "fine", "The door.", "I rushed.", "keep")
    assert NO_ROUTE not in heard
    assert heard.answer_to("moment.conduct") == Text("I rushed.")
