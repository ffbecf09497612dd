"""What was ever written can still be read, and still says what it said.

See `golden/README.md`: the files are never changed. What each says is written out here.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tipcoach.journal.format import read_record
from tipcoach.journal.written import write_entry, write_follow_up
from tipcoach.practice.answer import (
    AnswerForm,
    IfThen,
    Lines,
    Picked,
    PickedMany,
    Promised,
    Sorted,
    Text,
    YesNotYet,
)
from tipcoach.practice.checklist import CardWords, Principle, StopRule
from tipcoach.practice.entry import Asked, Entry, Kind, Outcome
from tipcoach.practice.follow_up import (
    Became,
    FollowUp,
    Hold,
    PromiseOutcome,
    Recorded,
    Review,
    SessionView,
)
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.visit import Channel, Form, Hat, Visit

FOLDER = Path(__file__).parent / "golden" / "version-1"

WINTER = timezone(timedelta())
SUMMER = timezone(timedelta(hours=1))
WRITTEN = datetime(2026, 11, 22, 16, 5, 9, tzinfo=WINTER)
SHA = "sha256:8f0e2f76e22b43e2855189877e7dc1e1e7d98c226c95db247cd1d547928334a9"

PREPARATION_ID = "01KAPC2G8H3QY7V5T9W4ZBXN1M"
REFLECTION_ID = "01KAPJ9R5D6SE8K2F4H0GCTV3Y"
STOPPED_ID = "01KAPM31QXW9J7A5RNY4E6ZPDB"
HELD_ID = "01KAPN0AVC2H8T6MFK5S3YWQ7R"

PREPARATION = Entry(
    id=PREPARATION_ID,
    kind=Kind.PREPARATION,
    created=WRITTEN,
    visit=Visit("arrears", Channel.HOME, "2026-11", Hat.BOTH),
    visit_label="rent arrears",
    form=Form.FULL,
    checklist_id="prepare",
    checklist_hash=SHA,
    asked=(
        Asked(
            "orient.hat-sentence", None, "What will you say about why you are there?",
            AnswerForm.TEXT, Outcome.ANSWERED,
            Text("I am your landlord’s officer, and I would like to help.\nBoth are true."),
        ),
        Asked(
            "orient.hat", None, "Which hat are you wearing?", AnswerForm.PICK_ONE,
            Outcome.ANSWERED, Picked("both"), label="Both",
        ),
        Asked(
            "business.sort", None, "What is fixed, what can flex, what is theirs?",
            AnswerForm.SORT, Outcome.ANSWERED,
            Sorted(("The rent is due",), ("How much", "From when"), ("Whether we talk today",)),
        ),
        Asked(
            "safety.where", Principle.SAFETY, "Where could you both sit?", AnswerForm.LIST,
            Outcome.ANSWERED, Lines(("By the door", "Not across a table")),
        ),
        Asked(
            "trust.last-promise", Principle.TRUST, "What did we say last time?",
            AnswerForm.TEXT, Outcome.SKIPPED,
        ),
        Asked(
            "choice.real", Principle.CHOICE, "What is theirs to decide?",
            AnswerForm.PICK_MANY, Outcome.ANSWERED, PickedMany(("when", "where")),
            label="When, Where",
        ),
        Asked(
            "collaboration.wants", Principle.COLLABORATION, "What do they want from it?",
            AnswerForm.ONE_WORD, Outcome.ANSWERED, Text("sŵn’n llai"),
        ),
        Asked(
            "empowerment.strength", Principle.EMPOWERMENT, "What are they good at?",
            AnswerForm.TEXT, Outcome.SHOWN,
        ),
        Asked(
            "alone.cover", None, "Does somebody know where you are?", AnswerForm.YES_NOT_YET,
            Outcome.ANSWERED, YesNotYet(True),
        ),
        Asked(
            "plan.if-then", None, "One plan", AnswerForm.IF_THEN, Outcome.ANSWERED,
            IfThen("it goes quiet", "count to five"),
        ),
        Asked(
            "office.room", None, "Which room?", AnswerForm.TEXT, Outcome.ANSWERED,
            Text("The small one"), set_aside=True,
        ),
    ),
    watched=Principle.CHOICE,
    card=CardWords(
        "Hello, it is about the rent, and there is no hurry.",
        "We can stop here.",
        (StopRule("No food or no heating", "safeguarding"),),
    ),
)  # fmt: skip

REFLECTION = Entry(
    id=REFLECTION_ID,
    kind=Kind.REFLECTION,
    created=datetime(2026, 7, 3, 9, 0, 0, tzinfo=SUMMER),
    visit=Visit("arrears", Channel.PHONE, "2026-07", None),
    visit_label="rent arrears",
    form=Form.QUICK,
    checklist_id="reflect",
    checklist_hash=SHA,
    asked=(
        Asked(
            "land.safe", None, "Are you safe?", AnswerForm.YES_NOT_YET, Outcome.ANSWERED,
            YesNotYet(True),
        ),
        Asked(
            "land.word", None, "One word", AnswerForm.ONE_WORD, Outcome.ANSWERED,
            Text("steadier"),
        ),
        Asked(
            "promises.made", None, "What was promised?", AnswerForm.PROMISE, Outcome.ANSWERED,
            Promised(
                (
                    Promise("Send the plan", date(2026, 12, 4), Whose.MINE),
                    Promise("Ring about the form", None, Whose.ANOTHER_TEAM),
                )
            ),
        ),
    ),
    follows=PREPARATION_ID,
    supersedes=HELD_ID,
)  # fmt: skip

STOPPED = Entry(
    id=STOPPED_ID,
    kind=Kind.REFLECTION,
    created=WRITTEN,
    visit=Visit(None, Channel.VIDEO, "2026-11", None),
    visit_label="",
    form=Form.QUICK,
    checklist_id="reflect",
    checklist_hash="",
    asked=(
        Asked(
            "stop.recorded", None, "Is it recorded where it belongs?", AnswerForm.YES_NOT_YET,
            Outcome.ANSWERED, YesNotYet(False),
        ),
    ),
    stopped="domestic-abuse",
)  # fmt: skip

AGREEMENT = Entry(
    id="01KAPYWQ5B8T3XCJ6D0RN7VZ2F",
    kind=Kind.AGREEMENT,
    created=WRITTEN,
    visit=None,
    visit_label="",
    form=Form.FULL,
    checklist_id="agreement",
    checklist_hash=SHA,
    asked=(
        Asked(
            "agreement.limits", None, "What stays between us, and what has to be passed on?",
            AnswerForm.TEXT, Outcome.ANSWERED, Text("Danger to a child.\nI hear of it first."),
        ),
        Asked(
            "agreement.written", None, "What is written down?", AnswerForm.TEXT, Outcome.SKIPPED,
        ),
        Asked(
            "agreement.look-again", None, "When do we look at this again?", AnswerForm.PICK_ONE,
            Outcome.ANSWERED, Picked("three-months"), label="In three months",
        ),
    ),
)  # fmt: skip

SESSION = replace(
    AGREEMENT,
    id="01KAPZ0R6C9V4YDK7E1SP8WB3G",
    kind=Kind.SESSION,
    checklist_id="session",
    asked=(
        Asked(
            "session.raise", None, "What shall be raised upwards?", AnswerForm.LIST,
            Outcome.ANSWERED, Lines(("The second letter goes out too soon.",)),
        ),
        Asked(
            "session.actions", None, "What will each of us do?", AnswerForm.PROMISE,
            Outcome.ANSWERED,
            Promised(
                (
                    Promise("Ask about the letter", date(2026, 12, 4), Whose.MINE),
                    Promise("Count to five", None, Whose.THEIRS),
                )
            ),
        ),
        Asked(
            "session.themes", None, "What did we talk of?", AnswerForm.PICK_MANY,
            Outcome.ANSWERED, PickedMany(("trust", "our-system")),
            label="Trustworthiness, What our system did",
        ),
        Asked(
            "session.helped", None, "What helped today?", AnswerForm.TEXT, Outcome.SKIPPED,
        ),
    ),
)  # fmt: skip

WITH_SOMEBODY = replace(SESSION, id="01KAPZ2T8E1X6AFN9G3VR0YD5J", with_whom="officer-a")

AFTER_SESSION = replace(
    AGREEMENT,
    id="01KAPZ1S7D0W5ZEM8F2TQ9XC4H",
    kind=Kind.AFTER_SESSION,
    checklist_id="after-session",
    asked=(
        Asked(
            "after-session.curious", None, "Were you more curious or more inspecting?",
            AnswerForm.TEXT, Outcome.ANSWERED, Text("I was looking for the gap."),
        ),
    ),
)  # fmt: skip

SAID: dict[str, Entry | FollowUp] = {
    "agreement": AGREEMENT,
    "session": SESSION,
    "session-with-somebody": WITH_SOMEBODY,
    "after-session": AFTER_SESSION,
    "preparation": PREPARATION,
    "reflection": REFLECTION,
    "stopped-reflection": STOPPED,
    "follow-up-recorded": FollowUp(
        "01KAPQ6E1N4V7XBR2DHZ9JTC5S", WRITTEN, STOPPED_ID, Recorded(True)
    ),
    "follow-up-not-yet-recorded": FollowUp(
        "01KAPR3F8M5W0YAS6EJT2KVG4H",
        WRITTEN,
        STOPPED_ID,
        Recorded(False),
        replaces="01KAPQ6E1N4V7XBR2DHZ9JTC5S",
    ),
    "follow-up-hold": FollowUp(
        "01KAPS9G2P6Z1XBT7FKV3MWH5J",
        WRITTEN,
        PREPARATION_ID,
        Hold(True, date(2027, 1, 15), "Somebody has asked to see it."),
    ),
    "follow-up-hold-lifted": FollowUp(
        "01KAPT5H7Q8A2YCV0GMW4NXJ6K",
        WRITTEN,
        PREPARATION_ID,
        Hold(False),
        replaces="01KAPS9G2P6Z1XBT7FKV3MWH5J",
    ),
    "follow-up-review": FollowUp(
        "01KAPV1J3R9B4ZDW8HNX5PYK7M", WRITTEN, PREPARATION_ID, Review(date(2027, 11, 22))
    ),
    "follow-up-view-agreed": FollowUp(
        "01KAPZ3V9F2Y7BGP0H4WS1ZE6K", WRITTEN, WITH_SOMEBODY.id, SessionView(True)
    ),
    "follow-up-view-differently": FollowUp(
        "01KAPZ4W0G3Z8CHQ1J5XT2AF7M",
        WRITTEN,
        WITH_SOMEBODY.id,
        SessionView(False, "I said I would try, and not by Friday."),
    ),
    "follow-up-promise-renegotiated": FollowUp(
        "01KAPW4K6S0C5AFX9JPY7QZM8N",
        WRITTEN,
        REFLECTION_ID,
        PromiseOutcome(1, Became.RENEGOTIATED, date(2026, 12, 11), told=True),
    ),
    "follow-up-promise-not-kept": FollowUp(
        "01KAPX7M8T1D6BGY0KQZ8R2N9P",
        WRITTEN,
        REFLECTION_ID,
        PromiseOutcome(1, Became.NOT_KEPT, told=True, because="another-team"),
        replaces="01KAPW4K6S0C5AFX9JPY7QZM8N",
    ),
    "follow-up-promise-kept": FollowUp(
        "01KAPY9N0V2E7CHZ1MR03S4Q5T", WRITTEN, REFLECTION_ID, PromiseOutcome(2, Became.KEPT)
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_what_was_written_says_what_it_said(name: str) -> None:
    assert read_record((FOLDER / f"{name}.json").read_bytes()) == SAID[name]


@pytest.mark.parametrize("name", SAID)
def test_what_was_written_would_be_written_the_same_again(name: str) -> None:
    data = (FOLDER / f"{name}.json").read_bytes()
    record = read_record(data)
    again = write_entry(record) if isinstance(record, Entry) else write_follow_up(record)
    assert again == data


def test_every_file_that_was_written_is_looked_at() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {*SAID}
