"""`tipcoach patterns`: what comes back, for one person alone, and questions that are hidden."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from making import asked, entry, new_id

from cli.program import REFLECTION, Done, coach_at, keep, with_answers
from tipcoach.practice.answer import Picked, PickedMany, Promised, Text
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import Became, FollowUp, PromiseOutcome
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.visit import Channel, Visit

Here = Callable[..., Done]


def a_few_visits(home: Path, number: int = 5) -> list[Entry]:
    """Reflections of this month in which the same things come back."""
    coach, made = coach_at(home), []
    now = coach.clock()
    for ago in range(number):
        created = now - timedelta(seconds=60 * (number - ago))
        made.append(
            entry(
                asked("land.word", Text("hollow")),
                asked("watch.at-stake", Picked("trust")),
                asked("safety.echo"),
                asked("sense.barriers", PickedMany(("a-target",)), label="A target"),
                asked("promises.made", Promised((Promise("Ring", None, Whose.MINE),))),
                asked("decide.bring", Text("How do I stop filling the silence?")),
                kind=Kind.REFLECTION,
                visit=Visit("arrears", Channel.PHONE, f"{now:%Y-%m}"),
                created=created,
                id=new_id(created),
            )
        )
        coach.journal.add(made[-1])
        not_kept = PromiseOutcome(1, Became.NOT_KEPT, told=True, because="a-target")
        coach.journal.add(FollowUp(new_id(now), now, made[-1].id, not_kept))
    return made


def test_it_says_first_whose_it_is_and_then_what_comes_back(home: Path, here: Here) -> None:
    a_few_visits(home)
    said = here("patterns").out
    assert said.startswith("This is for you alone.")
    for words in (
        "Most at stake\n  Trustworthiness  ████████████████████  5\n",
        "What you wrote about\n  rent arrears  ████████████████████  5\n",
        "What got in the way\n  A target  ████████████████████  10\n",
        "whose they were\n  mine  ████████████████████\n",
        "what came between\n  A target  ████████████████████\n",
        "Questions you tend to leave\n  safety.echo\n    safety.echo?\n",
        "What you may bring to supervision\n",
        "How do I stop filling the silence?",
    ):
        assert words in said
    assert "hollow" not in said
    assert "%" not in said


def test_with_little_kept_it_says_that_there_is_nothing_to_reach(home: Path, here: Here) -> None:
    keep(home, REFLECTION)
    for said in (here("patterns").out, here("--home", str(home / "empty"), "patterns").out):
        assert "Once or twice is no pattern" in said
        assert "It needs a few visits" in said
        assert "█" not in said


@pytest.mark.thorough
def test_as_a_document(home: Path, here: Here) -> None:
    a_few_visits(home)
    here("patterns", "--hide", "moment.noticed")
    found = here("patterns", "--months", "1", "--json").document
    assert found["first"] == found["last"] == f"{datetime.now().astimezone():%Y-%m}"
    assert found["at_stake"] == [{"id": "trust", "label": "trust", "times": 5}]
    assert [one["prompt"] for one in found["tend_to_be_left"]] == ["safety.echo"]
    assert [one["prompt"] for one in found["hidden"]] == ["moment.noticed"]


@pytest.mark.thorough
def test_a_question_is_hidden_and_asked_again(home: Path, here: Here) -> None:
    a_few_visits(home)
    assert "another takes its place" in here("patterns", "--hide", "safety.echo").err
    said = here("patterns").out
    assert "Questions you tend to leave" not in said
    assert "Questions you have hidden\n  safety.echo\n    What in how" in said
    assert coach_at(home).settings.hidden == ("safety.echo",)
    done = here("patterns", "--ask-again", "safety.echo", "--json")
    assert done.document == {"hidden": []}
    assert "Questions you tend to leave\n  safety.echo" in here("patterns").out


def test_a_file_of_answers_may_answer_what_is_hidden(home: Path, here: Here) -> None:
    here("patterns", "--hide", "moment.stayed")
    kept = coach_at(home).journal.read(keep(home, REFLECTION))
    assert isinstance(kept, Entry)
    assert kept.answer_to("moment.stayed") == Text("The quiet after the letter")
    unanswered = with_answers(REFLECTION, {"moment.stayed": None})
    del unanswered["answers"]["moment.stayed"]
    kept = coach_at(home).journal.read(keep(home, unanswered))
    assert isinstance(kept, Entry)
    assert "moment.stayed" not in {one.prompt for one in kept.asked}


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--hide", "land.safe"), 2, "land.safe stays"),
        (("--hide", "no.such"), 1, "No visit is asked “no.such”."),
        (("--ask-again", "safety.echo"), 1, "is not hidden"),
        (("--hide", "safety.echo", "--ask-again", "safety.echo"), 2, "One at a time"),
        (("--months", "0"), 2, "--months"),
    ],
)
def test_what_cannot_be_is_said(
    here: Here, arguments: tuple[str, ...], code: int, words: str
) -> None:
    done = here("patterns", *arguments)
    assert (done.code, done.out) == (code, "")
    assert words in done.err
