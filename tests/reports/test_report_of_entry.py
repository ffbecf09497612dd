"""What a report says of an entry and of a session: what was chosen, the month, and no more."""

from datetime import UTC, date, datetime

import pytest
from making import asked, entry, real_library

from tipcoach.practice.answer import (
    Carried,
    IfThen,
    Lines,
    Picked,
    PickedMany,
    Promised,
    Text,
    YesNotYet,
)
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import SessionView
from tipcoach.practice.learning import LearningPage
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.standard import Standard
from tipcoach.reports.as_markdown import markdown_text
from tipcoach.reports.as_text import report_text
from tipcoach.reports.entry_report import entry_report
from tipcoach.reports.learning import learning_report
from tipcoach.reports.report import Block, Listed, Report, Table, Words
from tipcoach.reports.session_records import names_of
from tipcoach.reports.session_report import (
    seen_by_both,
    session_report,
)

TODAY = date(2026, 11, 28)
CREATED = datetime(2026, 11, 22, 16, 5, tzinfo=UTC)
DUE = date(2026, 12, 4)

SUPERVISOR, OFFICER = "the supervisor", "the officer"


def reported(made: Entry, *chosen: str) -> Report:
    return entry_report(made, chosen, real_library().principles, TODAY)


def contents(report: Report) -> list[object]:
    return [block.content for block in report.blocks]


# -- an entry -----------------------------------------------------------------------------


def test_only_what_was_chosen_is_in_it_in_the_order_it_was_asked() -> None:
    made = entry(*(asked(name, Text(f"to {name}")) for name in ("a.one", "a.two", "a.three")))
    report = reported(made, "a.three", "a.one")
    assert [block.content for block in report.blocks] == [
        (Words("to a.one"),),
        (Words("to a.three"),),
    ]
    assert "a.two" not in markdown_text(report)


def test_it_says_the_month_and_no_day_no_id_and_no_day_of_a_promise() -> None:
    said_so = Promised((Promise("Send it", DUE, Whose.MINE),))
    promise = asked("promises.made", said_so, question="What was promised?")
    made = entry(promise, kind=Kind.REFLECTION, created=CREATED)
    report = reported(made, "promises.made")
    said = markdown_text(report)
    assert (report.title, report.note.split(" · ")[-1]) == ("After a visit", "November 2026")
    assert "Send it · mine · due" in said
    for telling in (made.id, "22", "Sunday", "2026-", "4 December", "promises.made", "16:05"):
        assert telling not in said, telling


def test_a_stop_rule_is_not_told() -> None:
    made = entry(asked("own.part", Text("I was quiet")), stopped="domestic-abuse")
    assert "domestic" not in markdown_text(reported(made, "own.part"))


@pytest.mark.parametrize(
    ("answer", "content"),
    [
        (Lines(("one", "two")), (Listed(("one", "two")),)),
        (IfThen("it goes quiet", "wait"), (Words("If it goes quiet\nthen I will wait"),)),
        (YesNotYet(False), (Words("Not yet"),)),
        (Carried(mine=("hurry",), system=("the letter", "the wait")), (
            Listed(("hurry",), "Mine"),
            Listed(("the letter", "the wait"), "The system’s"),
        )),
    ],
    ids=["list", "if-then", "not yet", "mine ours system"],
)  # fmt: skip
def test_an_answer_has_the_shape_it_was_given_in(answer: Lines, content: object) -> None:
    assert contents(reported(entry(asked("a", answer)), "a")) == [content]


def test_a_choice_is_in_the_words_that_were_on_the_screen() -> None:
    made = entry(asked("a", Picked("nothing"), label="No, nothing"))
    assert contents(reported(made, "a")) == [(Words("No, nothing"),)]


def test_several_choices_are_a_list() -> None:
    made = entry(asked("a", PickedMany(("x", "y")), label="The rule, The wait"))
    assert contents(reported(made, "a")) == [(Listed(("The rule", "The wait")),)]


def test_a_principle_is_named_without_its_mark() -> None:
    made = entry(asked("a", Text("b"), principle=Principle("trust")))
    assert reported(made, "a").blocks[0].note == "Trustworthiness"


# -- a session ----------------------------------------------------------------------------


def session(checklist_id: str = "session") -> Entry:
    actions = (
        Promise("Ask about the letter", DUE, Whose.MINE),
        Promise("Try the opening", None, Whose.THEIRS),
        Promise("Look at the rota", None, Whose.OURS),
        Promise("Move the queue", None, Whose.ANOTHER_TEAM),
    )
    return entry(
        asked("session.raise", Lines(("The letter goes out first",))),
        asked("session.actions", Promised(actions)),
        asked(
            "session.themes",
            PickedMany(("safety", "our-system")),
            label="Safety, What our system did",
        ),
        asked("session.helped", Text("The quiet")),
        asked("ours.more", Text("not of the record")),
        kind=Kind.SESSION,
        checklist_id=checklist_id,
        visit=None,
        visit_label="",
        created=CREATED,
    )


def test_the_record_has_actions_with_who_and_when_themes_what_goes_up_and_what_helped() -> None:
    report = session_report(session(), names_of(SUPERVISOR, OFFICER))
    assert report == Report(
        "Session: the record",
        "November 2026",
        (
            Block("Actions", (Table(("What", "Who", "By when"), (
                ("Ask about the letter", "The supervisor", "Friday 4 December 2026"),
                ("Try the opening", "The officer", "no day was said"),
                ("Look at the rota", "Ours", "no day was said"),
                ("Move the queue", "Another team", "no day was said"),
            )),)),
            Block("What we talked of", (Listed(("Safety", "What our system did")),)),
            Block("To be raised upwards", (Listed(("The letter goes out first",)),)),
            Block("What helped", (Words("The quiet"),)),
        ),
    )  # fmt: skip


def test_from_the_other_chair_mine_and_theirs_are_the_other_way_round() -> None:
    (table,) = session_report(session(), names_of(OFFICER, SUPERVISOR)).blocks[0].content
    assert isinstance(table, Table)
    assert [row[1] for row in table.rows[:2]] == ["The officer", "The supervisor"]


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (None, "not said yet"),
        (SessionView(True), "Agreed."),
        (SessionView(False, "The rota was mine"), "I see it differently:\nThe rota was mine"),
    ],
)
def test_how_each_sees_it_stands_side_by_side(view: SessionView | None, said: str) -> None:
    views = seen_by_both(view, SUPERVISOR, OFFICER)
    last = session_report(session(), names_of(SUPERVISOR, OFFICER), views).blocks[-1]
    assert last.heading == "How each of us sees it"
    both = ("The supervisor", "The officer")
    assert last.content == (Table(both, (("As it is written here.", said),)),)


# -- a page on one's own learning ---------------------------------------------------------


def test_a_page_has_all_four_fields_and_says_which_was_left_empty() -> None:
    page = LearningPage(
        "2026-11", {"learned": "Wait"}, (Standard("cih-skilled", "CIH", "Skilled"),)
    )
    assert report_text(learning_report(page)) == (
        "Learning from practice\nNovember 2026\n\n"
        "What it was\n  Nothing is written here.\n\n"
        "What I learned\n  Wait\n\n"
        "What I changed in how I work\n  Nothing is written here.\n\n"
        "Which standard it speaks to\n  – CIH: Skilled\n"
    )
