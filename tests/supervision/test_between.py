"""The whole way: share, open, say something back, take back."""

from sharing_between import QUESTION, SUPERVISOR, Pair

from tipcoach.coach.agreeing import Stage, standing_with
from tipcoach.coach.inbox import Where, look_in, say
from tipcoach.coach.people import known
from tipcoach.coach.reviewing import look_over, open_copy
from tipcoach.coach.taking_back import take_back


def test_both_stand_under_the_same_agreement(pair: Pair) -> None:
    for coach, other in ((pair.officer, SUPERVISOR), (pair.supervisor, "officer-a")):
        assert standing_with(coach, known(coach, other)).stage is Stage.CURRENT


def test_a_copy_goes_there_is_opened_is_answered_and_is_taken_back(pair: Pair) -> None:
    record = pair.share()
    (row,) = pair.brought()
    assert row.copy and row.copy.question == QUESTION
    assert look_in(pair.officer).shared[0].opened is None

    opened = open_copy(pair.supervisor, row.brought)
    assert [part.answer for part in opened.parts] == ["I am not sure I heard her out."]
    say(pair.supervisor, record.copy, row.brought.officer, "What did she say first?")
    (shared,) = look_in(pair.officer).shared
    assert shared.opened == pair.supervisor.clock()
    assert [said.text for said in shared.said] == ["What did she say first?"]

    take_back(pair.officer, record.copy)
    assert look_over(pair.supervisor).brought == ()
    assert look_in(pair.officer).shared[0].where is Where.TAKEN_BACK
