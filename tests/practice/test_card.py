"""The card: one screen to read in the car, with the way out and the route always whole."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import asked, entry, new_id, real_checklist, some_words, visit

from tipcoach.practice.answer import AnswerForm, IfThen, Picked, Sorted, Text, YesNotYet
from tipcoach.practice.card import COVER, COVERED, HAT_SENTENCE, TOLD, Card, CardRow, card_of
from tipcoach.practice.checklist import (
    NO_ROUTE,
    CardWords,
    Pathway,
    Principle,
    PrincipleName,
    StopRule,
)
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import Became, PromiseOutcome
from tipcoach.practice.ledger import LedgerLine, PromiseId
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.reports.cards import LABEL_WIDTH, card_lines, card_text
from tipcoach.reports.wrapping import MORE, width_of

NAMES = (
    PrincipleName(Principle.SAFETY, "Safety", "⌂"),
    PrincipleName(Principle.TRUST, "Trustworthiness", "≡"),
    PrincipleName(Principle.CHOICE, "Choice", "◊"),
)
STOPS = (
    StopRule("No heating", "destitution"),
    StopRule("Threats from a lender", "lender"),
    StopRule("No food", "destitution"),
)
WORDS = CardWords("Hello, can you talk?", "We can stop here.", STOPS)
FILLED = Pathway("destitution", "No food or no heating", (), ("Ring 7.", "Then the office."))
UNFILLED = Pathway("lender", "Threats from a lender")


def prepared(**more: object) -> Entry:
    return entry(
        asked(HAT_SENTENCE, Text("Both hats today.")),
        asked("business.sort", Sorted(("The rent",), (), ("Which day", "How"))),
        asked("safety.cornered", principle=Principle.SAFETY),
        asked("trust.last-promise", Text("The key."), principle=Principle.TRUST),
        asked("plan.if-then", IfThen("it goes quiet", "count to ten")),
        visit=visit(Hat.BOTH),
        **{"card": WORDS, **more},
    )


def rows(card: Card) -> dict[str, str]:
    return {row.label: row.text for row in card.rows}


def routes(*pathways: Pathway) -> list[str]:
    """The routes on the card when the pathways are as they are given."""
    return [row.text for row in card_of(prepared(), NAMES, pathways).rows if row.label == "If so"]


def test_a_card_holds_what_is_needed_at_the_door_in_order() -> None:
    card = card_of(prepared(), NAMES, (FILLED, UNFILLED))

    assert card.title == "rent arrears · phone"
    assert [row.label for row in card.rows] == [
        "Open with", "Then say", "Must", "Theirs", "Think of", "If … then", "Way out", "Stop if",
        "If so", "If so", "Due back",
    ]  # fmt: skip
    said = rows(card)
    assert said["Then say"] == "Both hats today."
    assert said["Open with"] == "Hello, can you talk?"
    assert said["Theirs"] == "Which day · How"
    assert said["Think of"] == "Trustworthiness: The key."
    assert said["If … then"] == "If it goes quiet, then I will count to ten"
    assert said["Way out"] == "We can stop here."
    assert said["Stop if"] == "No heating · Threats from a lender · No food"
    assert "May" not in said, "nothing was said there, so nothing stands there"


def test_the_watched_principle_stands_on_the_card_with_its_question_if_need_be() -> None:
    def shown(watched: Principle | None) -> str:
        return rows(card_of(prepared(watched=watched), NAMES, ()))["Think of"]

    assert shown(Principle.TRUST) == "Trustworthiness: The key."
    assert shown(Principle.SAFETY) == "Safety: safety.cornered?", "unanswered: the question itself"
    assert shown(None) == "Trustworthiness: The key.", "else the first that was answered"


def test_where_none_was_picked_two_that_were_answered_stand_on_the_card() -> None:
    about = [
        asked("safety.cornered", Text("Not in the kitchen."), principle=Principle.SAFETY),
        asked("safety.second", Text("The hall."), principle=Principle.SAFETY),
        asked("trust.last-promise", Text("The key."), principle=Principle.TRUST),
        asked("choice.real", Text("Which day."), principle=Principle.CHOICE),
    ]
    said = rows(card_of(entry(*about), NAMES, ()))
    assert said["Think of"] == "Safety: Not in the kitchen."
    assert said["And of"] == "Trustworthiness: The key."
    assert list(said.values()).count("Which day.") == 0, "three are no longer glanced at"
    assert said["Also for"] == "Choice: in the whole entry"
    picked = rows(card_of(entry(*about, watched=Principle.TRUST), NAMES, ()))
    assert picked["Think of"] == "Trustworthiness: The key."
    assert "And of" not in picked


TODAY = date(2026, 11, 25)


def owed(text: str, days: int, purpose: str = "repairs-access", **more: Any) -> LedgerLine:
    """A promise due in so many days, made at a visit of some other purpose."""
    promise = Promise(text, TODAY + timedelta(days=days), more.pop("whose", Whose.MINE))
    return LedgerLine(PromiseId(new_id(), 1), promise, purpose, purpose, **more)


def overdue(*ledger: LedgerLine) -> str:
    card = card_of(prepared(), NAMES, (), ledger, TODAY)
    if "Overdue" in rows(card):
        assert card.rows[0].label == "Overdue"
    return rows(card).get("Overdue", "")


def test_a_card_is_headed_by_what_is_overdue_and_that_of_its_purpose_comes_first() -> None:
    ledger = (
        owed("Chase the part", -9),
        owed("Ring back", -2, "arrears"),
        owed("Find a slot", -1, whose=Whose.ANOTHER_TEAM),
    )
    assert overdue(*ledger) == (
        "Ring back, 2 days over · Chase the part, 9 days over · Find a slot, 1 day over"
    )
    more = [owed("Another", -1), owed("And another", -1)]
    assert overdue(*ledger, *more).endswith("Find a slot, 1 day over · and two more in Promises")


def test_a_card_does_not_open_with_what_a_tenant_did_not_do_or_what_is_settled() -> None:
    assert overdue() == ""
    assert (
        overdue(
            owed("Send the page", -2, "arrears", whose=Whose.THEIRS),
            owed("Ring today", 0, "arrears"),
            owed("Rang", -3, outcome=PromiseOutcome(1, Became.KEPT)),
            owed("Said so", -3, outcome=PromiseOutcome(1, Became.NOT_KEPT, told=True)),
            owed("Later", -3, outcome=PromiseOutcome(1, Became.RENEGOTIATED, date(2026, 11, 26))),
        )
        == ""
    )
    late = PromiseOutcome(1, Became.RENEGOTIATED, date(2026, 11, 24))
    assert overdue(owed("Twice", -9, outcome=late)) == "Twice, 1 day over"


def test_a_card_of_hardly_anything_still_has_the_way_out() -> None:
    bare = entry(card=CardWords("Hello.", "We can stop.", ()))
    assert [row.label for row in card_of(bare, NAMES, ()).rows] == [
        "Open with", "Way out", "Due back",
    ]  # fmt: skip


def test_what_is_said_first_is_first_whichever_words_there_are() -> None:
    own = entry(asked(HAT_SENTENCE, Text("Both hats today.")), card=CardWords("", "", ()))
    assert [row.label for row in card_of(own, NAMES, ()).rows] == ["Say first", "Due back"]


def test_where_nobody_knows_yet_the_card_says_to_tell_somebody_first() -> None:
    said = {
        yes: rows(card_of(entry(asked("alone.cover", YesNotYet(yes))), NAMES, ()))["Due back"]
        for yes in (True, False)
    }
    assert said[False].startswith("Tell somebody before you start")
    assert said[True] == "Write on paper when you are due back."


def test_our_own_questions_have_the_two_answers_the_card_asks_for() -> None:
    questions = real_checklist("prepare", "arrears", Channel.HOME, Form.QUICK)
    cover, told = questions.prompt(COVER), questions.prompt(COVERED)
    assert cover is not None and cover.form is AnswerForm.YES_NOT_YET
    assert told is not None and told.choice(TOLD.value) is not None


def test_once_somebody_was_told_the_card_asks_for_the_time_alone() -> None:
    not_yet = asked("alone.cover", YesNotYet(False))
    said = {
        now: rows(card_of(entry(not_yet, asked("alone.not-yet", Picked(now))), NAMES, ()))
        for now in ("told", "before-start")
    }
    assert said["told"]["Due back"] == "Write on paper when you are due back."
    assert "Tell somebody before" in said["before-start"]["Due back"]


# -- the routes --------------------------------------------------------------------------


def test_each_route_stands_once_and_those_not_filled_in_share_one_sentence() -> None:
    own = "No food or no heating: Ring 7. Then the office."
    assert routes(FILLED, UNFILLED) == [own, NO_ROUTE]
    assert routes(Pathway("destitution", "x"), UNFILLED) == [NO_ROUTE], "two unfilled, one sentence"
    filled_too = Pathway("lender", "Threats", (), ("Ring 101.",))
    assert routes(FILLED, filled_too) == [own, "Threats: Ring 101."]


def test_a_pathway_that_is_gone_from_the_library_still_sends_somebody_to_ring() -> None:
    assert routes() == [NO_ROUTE]


def test_the_sentence_for_a_route_nobody_filled_in_is_the_one_promised() -> None:
    assert NO_ROUTE == (
        "Your organisation has not put its route here. "
        "Ring your manager or duty line now. In danger, ring 999."
    )


# -- on paper ----------------------------------------------------------------------------

LONG = "a long sentence that goes on and on " * 20


@given(
    text=some_words | st.just(LONG) | st.just("w" * 300) | st.just("漢字 " * 60),
    whole=st.booleans(),
    width=st.integers(40, 120),
)
def test_a_long_row_folds_to_two_lines_and_says_there_is_more_unless_it_is_whole(
    text: str, whole: bool, width: int
) -> None:
    lines = card_lines(Card("t", (CardRow("Label", text, whole),)), width)

    assert all(width_of(line.text) <= width - LABEL_WIDTH for line in lines)
    assert [line.label for line in lines] == ["Label"] + [""] * (len(lines) - 1)
    shown = "".join(line.text for line in lines)
    if whole:
        assert MORE not in shown
        assert "".join(shown.split()) == "".join(text.split()), "not a word of it is cut"
    else:
        assert len(lines) <= 2
        assert ("".join(shown.split()) == "".join(text.split())) != shown.endswith(MORE.strip())


@pytest.mark.parametrize("width", [40, 60, 80])
def test_the_way_out_the_stop_rules_and_the_routes_are_never_cut(width: int) -> None:
    words = CardWords(LONG, LONG, tuple(StopRule(f"{LONG}{n}", f"p{n}") for n in range(3)))
    pathways = tuple(Pathway(f"p{n}", "Name", (), (LONG,)) for n in range(3))
    at_length = asked("plan.if-then", IfThen(LONG, LONG))
    card = card_of(entry(at_length, card=words), NAMES, pathways)
    whole = "".join(line.text for line in card_lines(card, width))

    assert "".join(LONG.split()) * 7 in "".join(whole.split()).replace("·", "").replace(
        "Name:", ""
    ).replace("0", "").replace("1", "").replace("2", "")
    folded = next(line for line in card_lines(card, width) if line.text.endswith(MORE.strip()))
    assert folded, "what may be folded says that there is more"


def test_a_card_reads_well_as_plain_text() -> None:
    text = card_text(card_of(prepared(), NAMES, (FILLED, UNFILLED)), 60)
    lines = text.splitlines()
    assert lines[0] == "Your card · rent arrears · phone"
    assert lines[2].startswith("Open with  Hello, can you talk?")
    assert all(len(line) <= 60 and line == line.rstrip() for line in lines)
    assert text.endswith("\n")


def test_the_words_to_open_with_are_whole_where_they_stand_nowhere_else() -> None:
    opening = prepared(card=CardWords(LONG, "", ()))
    own = entry(asked(HAT_SENTENCE, Text(LONG)), card=CardWords(LONG, "", ()))
    for made, whole in ((opening, True), (own, False)):
        (row,) = (row for row in card_of(made, NAMES, ()).rows if row.label == "Open with")
        assert row.whole is whole


def test_a_card_with_no_names_of_principles_still_says_what_to_watch() -> None:
    assert rows(card_of(prepared(), (), ()))["Think of"] == "The key."
