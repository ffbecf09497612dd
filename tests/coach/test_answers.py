"""A whole walk from a file: kept as from the screens, or refused with all that is wrong."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import Clock, entry, visit

from tipcoach.coach.answers import keep_answers
from tipcoach.coach.begin import Wanted
from tipcoach.coach.coach import Coach
from tipcoach.errors import AnswersRefused, NotFound
from tipcoach.practice.answer import (
    IfThen,
    Picked,
    Promised,
    Sorted,
    Text,
    YesNotYet,
)
from tipcoach.practice.entry import Entry, Kind, Outcome
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.visit import Channel, Form, Hat

PREPARE = """\
visit:
  purpose: arrears
  channel: phone
  hat: both
form: quick
answers:
  orient.hat-sentence: I look after the tenancy side.
  business.sort:
    must: [The rent]
    may: []
    theirs: [Which day, "How: by phone or text"]
  trust.last-promise: |
    The key.
    It is late.
  alone.cover: yes
  plan.if-then: {if: it goes quiet, then: count to ten}
"""
REFLECT = {
    "form": "quick",
    "answers": {
        "land.safe": True,
        "land.heard": "nothing",
        "land.word": "tired",
        "moment.stayed": "The quiet.",
        "trust.left-unsure": "Whether another letter is coming.",
        "promises.made": [
            {"text": "Send the plan", "due": "2026-12-01", "whose": "mine"},
            {"text": "Ring the lender", "whose": "another-team"},
        ],
        "decide.if-then": {"if": "it goes quiet"},
    },
}
BEFORE, AFTER = Wanted(Kind.PREPARATION), Wanted(Kind.REFLECTION)

Write = Callable[[Any], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(said: Any) -> Path:
        path = tmp_path / "answers.yaml"
        if isinstance(said, bytes):
            path.write_bytes(said)
        else:
            path.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
        return path

    return written


def refused(coach: Coach, path: Path, how: Wanted = BEFORE) -> tuple[str, ...]:
    """Everything that is said to be wrong; nothing may have been written."""
    with pytest.raises(AnswersRefused) as trouble:
        keep_answers(coach, path, how)
    assert not coach.places.data.exists(), "nothing was written"
    assert "Nothing was written." in str(trouble.value)
    return trouble.value.problems


# -- whole walks -------------------------------------------------------------------------


def check_prepared(kept: Entry) -> None:
    assert kept.kind is Kind.PREPARATION
    assert (kept.purpose, kept.channel, kept.hat) == (
        "arrears", Channel.PHONE, Hat.BOTH,
    )  # fmt: skip
    assert kept.form is Form.QUICK
    answers = {asked.prompt: asked.answer for asked in kept.asked if asked.answer is not None}
    assert answers == {
        "orient.hat": Picked("both"),
        "orient.hat-sentence": Text("I look after the tenancy side."),
        "business.sort": Sorted(("The rent",), (), ("Which day", "How: by phone or text")),
        "trust.last-promise": Text("The key.\nIt is late.\n"),
        "alone.cover": YesNotYet(True),
        "plan.if-then": IfThen("it goes quiet", "count to ten"),
    }
    shown = [asked.prompt for asked in kept.asked if asked.outcome is Outcome.SHOWN]
    assert len(shown) == 4, "the four of the five that were not answered were shown"
    assert kept.card is not None


def test_a_preparation_is_kept_from_a_file_of_answers(coach: Coach, write: Write) -> None:
    kept = keep_answers(coach, write(PREPARE), BEFORE)
    check_prepared(kept)
    assert coach.journal.read(kept.id) == kept
    assert not coach.places.drafts.exists(), "and no draft is left"


def test_the_same_file_in_json_says_the_same(coach: Coach, write: Write) -> None:
    import yaml

    said = yaml.safe_load(PREPARE)
    check_prepared(keep_answers(coach, write(json.dumps(said, indent=1)), BEFORE))


def test_a_reflection_on_a_preparation_needs_no_visit_of_its_own(
    coach: Coach, write: Write, clock: Clock
) -> None:
    before = keep_answers(coach, write(PREPARE), BEFORE)
    clock.advance(hours=2)
    kept = keep_answers(coach, write(REFLECT), Wanted(Kind.REFLECTION, of=before.id))

    assert kept.kind is Kind.REFLECTION
    assert kept.follows == before.id
    assert kept.visit == before.visit
    assert kept.answer_to("promises.made") == Promised(
        (
            Promise("Send the plan", date(2026, 12, 1), Whose.MINE),
            Promise("Ring the lender", None, Whose.ANOTHER_TEAM),
        )
    )
    assert kept.answer_to("land.heard") == Picked("nothing")
    assert kept.answer_to("land.safe") == YesNotYet(True)
    assert kept.answer_to("decide.if-then") == IfThen("it goes quiet", "")
    assert coach.journal.read(kept.id) == kept


def test_the_command_line_wins_over_the_file(coach: Coach, write: Write) -> None:
    path = write(PREPARE.replace("quick", "full").replace("phone", "home", 1))
    how = Wanted(Kind.PREPARATION, channel=Channel.PHONE, hat=Hat.BOTH, form=Form.QUICK)
    check_prepared(keep_answers(coach, path, how))


def test_without_a_form_it_is_the_quick_one(coach: Coach, write: Write) -> None:
    path = write(PREPARE.replace("form: quick\n", ""))
    assert keep_answers(coach, path, BEFORE).form is Form.QUICK


def test_no_answers_at_all_is_a_walk_of_skips(coach: Coach, write: Write) -> None:
    kept = keep_answers(coach, write("visit: {purpose: arrears, channel: home}\n"), BEFORE)
    assert kept.asked
    assert {asked.answer for asked in kept.asked} == {None}


def test_rotation_hides_nothing_from_a_file(coach: Coach, write: Write) -> None:
    """It may answer any question of the form, whatever the draw."""
    made = coach.library.checklist("prepare", "arrears", Channel.HOME, Form.FULL)
    trust = [p.id for s in made.sections if s.id == "trust" for p in s.prompts]
    assert len(trust) > 4
    said = {
        "visit": {"purpose": "arrears", "channel": "home", "hat": "both"},
        "form": "full",
        "answers": {id_: f"About {id_}" for id_ in trust},
    }
    kept = keep_answers(coach, write(said), BEFORE)
    assert {a.prompt for a in kept.asked if a.answer is not None} == {"orient.hat", *trust}


def test_an_answer_left_empty_is_a_skip(coach: Coach, write: Write) -> None:
    path = write(PREPARE.replace("I look after the tenancy side.", '" "'))
    assert keep_answers(coach, path, BEFORE).answer_to("orient.hat-sentence") is None


def test_text_that_acts_is_kept_so_that_it_can_be_seen(coach: Coach, write: Write) -> None:
    said = json.loads(json.dumps(REFLECT))
    said["visit"] = {"purpose": "arrears", "channel": "home"}
    said["answers"]["moment.stayed"] = "a\x1b[2Jb\u202ec"
    kept = keep_answers(coach, write(said), AFTER)
    assert kept.answer_to("moment.stayed") == Text("a\\u{1b}[2Jb\\u{202e}c")


def test_json_as_other_programs_write_it_is_read(coach: Coach, write: Write) -> None:
    """They write a family as a row of halves, which is right in JSON and wrong in YAML."""
    said = {
        "visit": {"purpose": "arrears", "channel": "home"},
        "answers": {"moment.stayed": "The 👩‍👩‍👧‍👦 at the door"},
    }
    path = write(json.dumps(said, ensure_ascii=True))
    assert "\\ud83d" in path.read_text(encoding="utf-8")
    kept = keep_answers(coach, path, AFTER)
    assert kept.answer_to("moment.stayed") == Text("The 👩‍👩‍👧‍👦 at the door")


def test_a_stopped_visit_may_be_kept_from_a_file(coach: Coach, write: Write) -> None:
    said = {
        "visit": {"purpose": "arrears", "channel": "home"},
        "answers": {"land.heard": "hazard", "stop.recorded": "not yet"},
    }
    kept = keep_answers(coach, write(said), AFTER)
    assert (kept.stopped, kept.purpose) == ("hazard", None)
    assert kept.answer_to("stop.recorded") == YesNotYet(False)


# -- refused -----------------------------------------------------------------------------


def test_everything_wrong_with_the_answers_is_said_at_once_with_its_line(
    coach: Coach, write: Write
) -> None:
    path = write(
        """\
visit: {purpose: arrears, channel: phone, hat: landlord}
form: quick
answers:
  orient.hat-sentense: A misspelt id
  business.sort: [must, may]
  alone.cover: perhaps
  plan.if-then: {if: one, than: two}
  landed.story: Only the full form asks this
  land.safe: yes
  orient.hat: support
  trust.last-promise: 7
  safety.cornered: |
    """
        + "w" * 8_001
        + "\n"
    )
    problems = refused(coach, path)

    for line, id_ in enumerate(
        ["orient.hat-sentense", "business.sort", "alone.cover", "plan.if-then", "landed.story",
         "land.safe", "orient.hat", "trust.last-promise", "safety.cornered"],
        start=4,
    ):  # fmt: skip
        said = [one for one in problems if f"line {line}: {id_} " in one]
        assert len(said) == 1, (id_, problems)
        assert said[0].startswith("answers.yaml, ")
        assert said[0].endswith(".")
    assert len(problems) == 9
    assert "did you mean “orient.hat-sentence”" in problems[0]
    assert not any("www" in one for one in problems), "no message repeats the text"


def test_an_answer_behind_a_gate_that_is_closed_is_refused(coach: Coach, write: Write) -> None:
    path = write(PREPARE.replace("theirs: [Which day, \"How: by phone or text\"]", "theirs: []")
                 + "  choice.real-choices: None today\n")  # fmt: skip
    (problem,) = refused(coach, path)
    assert "choice.real-choices is closed by an earlier answer" in problem
    assert problem.startswith("answers.yaml, line 17: ")


def test_after_a_stop_rule_no_text_is_taken(coach: Coach, write: Write) -> None:
    said = {
        "visit": {"purpose": "arrears", "channel": "home"},
        "answers": {
            "land.heard": "disclosure-abuse",
            "land.word": "shaken",
            "moment.stayed": "What I was told.",
            "stop.recorded": True,
        },
    }
    problems = refused(coach, write(said), AFTER)
    assert [one.split(": ")[1].split()[0] for one in problems] == ["land.word", "moment.stayed"]
    assert all("stop rule" in one for one in problems)
    assert not any("told" in one for one in problems)


def test_every_word_about_the_visit_that_is_wrong_is_said_at_once_with_its_line(
    coach: Coach, write: Write
) -> None:
    path = write(
        "visit:\n  purpose: arears\n  channel: fone\n  hat: landlady\nform: quik\nanswers: {}\n"
    )
    problems = refused(coach, path)

    assert len(problems) == 4, problems
    for line, word, meant in (
        (2, "arears", "arrears"), (3, "fone", "phone"), (4, "landlady", "landlord"),
        (5, "quik", "quick"),
    ):  # fmt: skip
        (said,) = [one for one in problems if word in one]
        assert f"did you mean “{meant}”" in said
        assert said.startswith("answers.yaml")
        assert f"line {line}" in said, said


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("{}", "purpose"),
        ("visit: {channel: home}", "purpose"),
        ("visit: {purpose: arrears}", "channel"),
        ("visit: {purpose: [arrears], channel: home}", "purpose"),
        ("visit: {purpose: arrears, channel: [home]}", "channel"),
        ("visit: {purpose: arrears, channel: 7}", "channel"),
        ("visit: arrears", "visit"),
        ("answers: [1]\nvisit: {purpose: arrears, channel: home}", "answers"),
        ("vist: {}", "visit"),
        ("visit: {purpos: arrears}", "purpose"),
        ("visit: {name: Ann}", "name"),
        ("score: 4", "score"),
        ("- a", "wants"),
        ("just words", "wants"),
        ("a: &x 1\nb: *x", "alias"),
        ("a: 1\na: 2", "twice"),
        ("a: [", "YAML"),
        ("\t- a", "YAML"),
        ("", "empty"),
    ],
)
def test_a_file_of_another_shape_is_refused_plainly(
    coach: Coach, write: Write, said: str, about: str
) -> None:
    problems = refused(coach, write(said))
    assert any(about in one for one in problems), problems
    assert not any("\n" in one for one in problems)


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe", b"visit: \xe9", b"\x00", b"a" * 600_000, b"!!python/object/apply:os.system [ls]"],
    ids=["utf-16", "latin-1", "NUL", "large", "object"],
)
def test_bytes_that_are_no_answers_are_refused_plainly(
    coach: Coach, write: Write, data: bytes
) -> None:
    assert refused(coach, write(data))


def test_a_file_that_is_not_there_is_said_plainly(coach: Coach, tmp_path: Path) -> None:
    (problem,) = refused(coach, tmp_path / "none.yaml")
    assert "none.yaml" in problem


def test_a_preparation_that_is_not_there_or_another_purpose_is_refused(
    coach: Coach, write: Write
) -> None:
    with pytest.raises(NotFound):
        keep_answers(coach, write(REFLECT), Wanted(Kind.REFLECTION, of=entry().id))
    kept = entry(visit=visit(Hat.BOTH))
    coach.journal.add(kept)
    other = {**REFLECT, "visit": {"purpose": "repairs"}}
    with pytest.raises(AnswersRefused, match="purpose"):
        keep_answers(coach, write(other), Wanted(Kind.REFLECTION, of=kept.id))
    assert [one.id for one in coach.journal.records() if isinstance(one, Entry)] == [kept.id]


def test_what_a_file_says_to_a_question_on_screen_only_is_kept(coach: Coach, write: Write) -> None:
    """Somebody wrote it to a file on purpose; there is nothing on a screen to let go."""
    visit = {"purpose": "arrears", "channel": "phone"}
    answers = {"land.safe": True, "land.heard": "nothing", "chair.retell": "I hid.\nThen tea."}
    said = write({"visit": visit, "form": "full", "answers": answers})
    kept = keep_answers(coach, said, AFTER)
    assert kept.answer_to("chair.retell") == Text("I hid.\nThen tea.")
