"""Going on while the first answer is just being written: how far it got is saved all the same."""

import pytest

from tipcoach.coach.begin import Beginning, begin
from tipcoach.coach.coach import Coach
from tipcoach.coach.resume import resume
from tipcoach.journal.drafts import Drafts
from tipcoach.practice.answer import Text
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Kind
from tipcoach.practice.visit import Channel, Form, Hat


def test_a_step_taken_during_the_first_write_is_on_the_disk_too(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = begin(
        coach, Beginning(Kind.PREPARATION, "arrears", Channel.PHONE, Form.QUICK, Hat.BOTH)
    )
    begin_draft = Drafts.begin

    def meanwhile(drafts: Drafts, draft: Draft) -> None:
        """As in another thread: the officer goes on before the disk has the answer."""
        sitting.next()
        begin_draft(drafts, draft)

    monkeypatch.setattr(Drafts, "begin", meanwhile)
    sitting.answer("orient.hat-sentence", Text("Both hats today."))
    was_at = sitting.walk.at
    sitting.save_now()
    sitting.leave()
    assert sitting.walk.at != was_at
    assert resume(coach, sitting.draft.id).walk.at == sitting.walk.at
