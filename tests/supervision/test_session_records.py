"""The record of a session goes to the other, and how they see it stands beside it on both sides."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from making import Clock, asked, entry
from sharing_between import OFFICER, SUPERVISOR, Pair, two_people

from tipcoach.coach.agenda import agenda
from tipcoach.coach.agreeing import NoAgreement
from tipcoach.coach.coach import Coach
from tipcoach.coach.erasing import erase, plan_erasing
from tipcoach.coach.inbox import say
from tipcoach.coach.people import known
from tipcoach.coach.promises import open_promises, settle
from tipcoach.coach.reviewing import mark, open_copy
from tipcoach.coach.session_records import send_record, write_record
from tipcoach.coach.session_views import Came, answer_record, collect_records, view_of
from tipcoach.errors import NotSaved, WrongUsage
from tipcoach.journal.journal import Journal
from tipcoach.practice.answer import Lines, PickedMany, Promised, Text
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.follow_up import Became, FollowUp, SessionView
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.session import ACTIONS, HELPED, ONE_TO_ONE, RAISE, TEAM_TIME, THEMES
from tipcoach.practice.session_record import record_of
from tipcoach.reports.erasing import out_of_reach, what_goes
from tipcoach.supervision.folder import FolderPlace

ACTION, OTHERS = "Count to five after the hard sentence", "Take the letter upstairs"
DIFFERENTLY = SessionView(False, "I said I would try it, not that I will.")
AGREED = SessionView(True)


def session(pair: Pair, *actions: Promise, with_whom: str | None = OFFICER) -> Entry:
    """A session in the supervisor's journal."""
    actions = actions or (
        Promise(ACTION, date(2026, 12, 4), Whose.THEIRS),
        Promise(OTHERS, None, Whose.MINE),
    )
    made = entry(
        asked(RAISE[0], Lines(("The second letter goes out too soon.",))),
        asked(ACTIONS, Promised(actions)),
        asked(THEMES[0], PickedMany(("trust", "our-system"))),
        asked(HELPED[0], Text("The quiet at the start.")),
        id=pair.supervisor.new_id(),
        kind=Kind.SESSION,
        checklist_id=ONE_TO_ONE,
        created=pair.supervisor.clock(),
        visit=None,
        visit_label="",
        with_whom=with_whom,
    )
    pair.supervisor.journal.add(made)
    return made


def sent(pair: Pair, *actions: Promise) -> Entry:
    made = session(pair, *actions)
    assert send_record(pair.supervisor, write_record(pair.supervisor, made), made)
    return made


def came(coach: Coach) -> Came:
    found = collect_records(coach)
    assert found.refused == ()
    return found


def answered(pair: Pair, seen: SessionView) -> Entry:
    (waiting,) = came(pair.officer).waiting
    return answer_record(pair.officer, waiting, seen)


def sessions(coach: Coach) -> list[Entry]:
    return [each for each in coach.journal.records() if isinstance(each, Entry)]


def views(coach: Coach) -> list[SessionView]:
    said = (each.said for each in coach.journal.records() if isinstance(each, FollowUp))
    return [each for each in said if isinstance(each, SessionView)]


def test_the_other_sees_the_record_from_their_chair(pair: Pair) -> None:
    made = sent(pair)
    (waiting,) = came(pair.officer).waiting
    assert waiting.record.held_on == made.created.date()
    assert [(each.text, each.whose) for each in waiting.record.actions] == [
        (ACTION, Whose.MINE),
        (OTHERS, Whose.THEIRS),
    ]
    assert waiting.record.upwards == ("The second letter goes out too soon.",)


@pytest.mark.parametrize("seen", [AGREED, DIFFERENTLY], ids=["agreed", "differently"])
def test_both_views_stand_beside_each_other_in_both_journals(pair: Pair, seen: SessionView) -> None:
    made = sent(pair)
    theirs = answered(pair, seen)
    assert came(pair.officer).waiting == ()
    (view,) = came(pair.supervisor).views
    assert (view.entry, view.seen) == (made.id, seen)
    assert view_of(pair.officer, theirs) == view_of(pair.supervisor, made) == seen
    assert came(pair.supervisor).views == ()
    assert [views(each) for each in (pair.officer, pair.supervisor)] == [[seen], [seen]]
    mine = record_of(theirs)
    assert (mine.themes, mine.helped) == (("trust", "our-system"), "The quiet at the start.")


def test_actions_stand_among_the_promises_of_both(pair: Pair) -> None:
    sent(pair)
    answered(pair, AGREED)
    at_home = {
        who: {line.promise.text: line.promise.whose for line in open_promises(coach)}
        for who, coach in ((OFFICER, pair.officer), (SUPERVISOR, pair.supervisor))
    }
    assert at_home[OFFICER] == {ACTION: Whose.MINE, OTHERS: Whose.THEIRS}
    assert at_home[SUPERVISOR] == {ACTION: Whose.THEIRS, OTHERS: Whose.MINE}


def test_actions_of_the_last_session_head_the_next_on_both_sides(pair: Pair) -> None:
    sent(pair)
    theirs = answered(pair, DIFFERENTLY)
    came(pair.supervisor)
    settle(pair.officer, f"{theirs.id}/1", Became.KEPT)
    for coach, other in ((pair.officer, SUPERVISOR), (pair.supervisor, OFFICER)):
        last = agenda(coach, other).last
        assert last is not None and last.view == DIFFERENTLY
        assert [line.promise.text for line in last.actions] == [ACTION, OTHERS]
        assert [line.is_open for line in last.actions] == [coach is pair.supervisor, True]


def test_a_session_in_which_nothing_was_written_hides_none_before_it(pair: Pair) -> None:
    made = sent(pair)
    empty = replace(made, id=pair.supervisor.new_id(after=made.id), asked=())
    pair.supervisor.journal.add(empty)
    last = agenda(pair.supervisor, OFFICER).last
    assert last is not None and [line.promise.text for line in last.actions] == [ACTION, OTHERS]


def test_what_was_brought_is_on_the_agenda_and_whole_once_it_was_opened(pair: Pair) -> None:
    shared = pair.share()
    (brought,) = agenda(pair.supervisor, OFFICER).brought
    assert (brought.row.copy is not None, brought.copy) == (True, None)
    open_copy(pair.supervisor, brought.row.brought)
    assert agenda(pair.supervisor, OFFICER).brought[0].copy is None, "not marked for it"
    mark(pair.supervisor, shared.copy, on=True)
    say(pair.supervisor, shared.copy, known(pair.supervisor, OFFICER), "What came first?")
    on_it = agenda(pair.supervisor, OFFICER).brought[0]
    assert [each.text for each in on_it.said] == ["What came first?"]
    found = on_it.copy
    assert found is not None and "I am not sure I heard her out." in found.parts[0].answer
    assert [each.record.copy for each in agenda(pair.officer, SUPERVISOR).mine] == [shared.copy]


def test_an_agenda_does_not_wait_for_what_cannot_be_read(pair: Pair) -> None:
    sent(pair)
    pair.folder.rename(pair.folder.with_name("gone"))
    found = agenda(pair.supervisor, OFFICER)
    assert found.unread != ()
    assert found.last is not None and found.last.actions != ()


# -- what is refused ------------------------------------------------------------------------


def test_only_a_session_of_two_has_a_record_and_only_for_the_other_of_the_two(pair: Pair) -> None:
    team = entry(asked(HELPED[0], Text("Quiet.")), kind=Kind.SESSION, checklist_id=TEAM_TIME)
    with pytest.raises(WrongUsage, match="not a session of two"):
        write_record(pair.supervisor, team)
    with pytest.raises(WrongUsage, match="goes to nobody else"):
        write_record(pair.supervisor, session(pair), SUPERVISOR)
    alone = session(pair, with_whom=None)
    with pytest.raises(WrongUsage, match="not written down whom"):
        write_record(pair.supervisor, alone)
    letter = write_record(pair.supervisor, alone, OFFICER)
    assert letter.document.reader.folder == OFFICER
    assert send_record(pair.supervisor, letter, alone)
    with pytest.raises(WrongUsage, match="goes to nobody else"):
        write_record(pair.supervisor, alone, SUPERVISOR)
    last = agenda(pair.supervisor, OFFICER).last
    assert last is not None and last.actions[0].id.entry == alone.id


def test_one_that_was_put_right_after_it_was_sent_stays_as_both_have_it(pair: Pair) -> None:
    made = sent(pair)
    right = replace(made, id=pair.supervisor.new_id(after=made.id), supersedes=made.id)
    pair.supervisor.journal.add(right)
    with pytest.raises(WrongUsage, match="as it was before you put it right"):
        write_record(pair.supervisor, right)


@pytest.mark.parametrize(
    "seen", [SessionView(False), SessionView(True, "But."), SessionView(False, "x" * 2_001)]
)
def test_a_view_otherwise_has_words_and_agreeing_has_none(pair: Pair, seen: SessionView) -> None:
    sent(pair)
    with pytest.raises(WrongUsage):
        answered(pair, seen)
    assert not pair.officer.journal.is_there


def test_nothing_is_sent_without_an_agreement(tmp_path: Path, clock: Clock) -> None:
    pair = two_people(tmp_path, clock, agreed=False)
    made = session(pair)
    with pytest.raises(NoAgreement):
        send_record(pair.supervisor, write_record(pair.supervisor, made), made)
    assert not list(pair.folder.rglob("record.*"))


# -- interrupted ----------------------------------------------------------------------------


def test_one_that_could_not_be_sent_is_the_same_letter_the_next_time(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise NotSaved("The disk is full.")

    made = session(pair)
    letter = write_record(pair.supervisor, made)
    with monkeypatch.context() as patched:
        patched.setattr(FolderPlace, "put", full)
        with pytest.raises(NotSaved):
            send_record(pair.supervisor, letter, made)
    again = write_record(pair.supervisor, made)
    assert again == letter
    assert send_record(pair.supervisor, again, made)
    assert not send_record(pair.supervisor, again, made), "it is there already"
    assert answered(pair, AGREED)


STEPS = [(FolderPlace, "put"), (Journal, "add")]


@pytest.mark.parametrize("where", range(3))
def test_a_view_that_was_interrupted_is_said_once_and_kept_once(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, where: int
) -> None:
    """It fails at the entry, at the letter, and at the follow-up; then it is done again."""
    sent(pair)
    target, name = (STEPS[1], STEPS[0], STEPS[1])[where]
    whole = getattr(target, name)
    calls: Iterator[int] = iter(range(10))

    def fails(*arguments: object, **more: object) -> object:
        if next(calls) == (1 if where == 2 else 0):
            raise NotSaved("The disk is full.")
        return whole(*arguments, **more)

    with monkeypatch.context() as patched:
        patched.setattr(target, name, fails)
        with pytest.raises(NotSaved):
            answered(pair, DIFFERENTLY)
    second = AGREED if where == 2 else DIFFERENTLY
    answered(pair, second)
    assert len(sessions(pair.officer)) == 1
    assert views(pair.officer) == [DIFFERENTLY], "what was put there first stands"
    assert [each.seen for each in came(pair.supervisor).views] == [DIFFERENTLY]
    assert came(pair.officer).waiting == ()


# -- erased ---------------------------------------------------------------------------------


def test_erasing_takes_the_signed_record_too_and_it_does_not_come_back(pair: Pair) -> None:
    sent(pair)
    theirs = answered(pair, DIFFERENTLY)
    erasing = plan_erasing(pair.officer, theirs.id)
    assert "its record, as it was signed" in what_goes(erasing)
    assert any(f"with {SUPERVISOR} too" in each for each in out_of_reach(erasing))
    erase(pair.officer, erasing)
    assert not [path for path in pair.officer.places.sessions.rglob("*") if path.is_file()]
    assert came(pair.officer).waiting == ()
    assert sessions(pair.officer) == []


def test_a_view_of_an_entry_that_was_erased_brings_nothing_back(pair: Pair) -> None:
    made = sent(pair)
    answered(pair, DIFFERENTLY)
    erase(pair.supervisor, plan_erasing(pair.supervisor, made.id))
    assert came(pair.supervisor).views == ()
    assert [*pair.supervisor.journal.records()] == []
