"""An entry that no fold asks about is passed over by its bytes."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import asked, entries, entry, follow_up, new_id

from coach.stopped_visits import stopped
from tipcoach.errors import NotReadable
from tipcoach.journal.format import read_record
from tipcoach.journal.glance import is_ordinary
from tipcoach.journal.written_out import write_entry, write_follow_up
from tipcoach.practice.answer import AnswerForm, Promised, Text
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import Became, PromiseOutcome
from tipcoach.practice.gist import gist_of
from tipcoach.practice.promises import Promise

ORDINARY = write_entry(
    entry(
        asked("land.word", Text('the rain stopped, and it supersedes "text": all')),
        asked("promises.made", form=AnswerForm.PROMISE),
    )
)
PROMISED = write_entry(entry(asked("promises.made", Promised((Promise("Ring"),)))))


def test_an_ordinary_entry_is_passed_over() -> None:
    assert is_ordinary(ORDINARY)


@pytest.mark.parametrize(
    "data",
    [
        write_entry(stopped()),
        write_entry(entry(supersedes=new_id())),
        write_follow_up(follow_up(new_id(), said=PromiseOutcome(1, Became.KEPT))),
        PROMISED,
        PROMISED.replace(b',\n          "whose": "mine"', b""),
        PROMISED.replace(b'"text": ', b'"text"\n\t:'),
        PROMISED.replace(b'"text"', b'"\\u0074ext"'),
        # As another editor may write it, or somebody with a purpose.
        ORDINARY.replace(b'"stopped": null', b'"\\u0073topped": "hazard"'),
        ORDINARY.replace(b'"stopped": null', b'"stopped": null,\n  "\\u0073topped": "hazard"'),
        ORDINARY.replace(b'"stopped": null', b'"stopped": null,\n  "stopped": "hazard"'),
        ORDINARY.replace(b'"stopped": null', b'"stopped":"hazard"'),
        ORDINARY.replace(b"\n", b"\r\n"),
        ORDINARY.replace(b"\n  ", b""),
        ORDINARY[:-40],
        b"\0" * 400,
        b"",
    ],
)
def test_whatever_may_be_otherwise_is_read(data: bytes) -> None:
    assert not is_ordinary(data)


@pytest.mark.thorough
@settings(max_examples=40)
@given(
    made=entries,
    spelt=st.sampled_from(
        [(b"", b""), (b'"whose": "mine"', b'"due": null'), (b'": ', b'" : '), (b"\n        ", b"")]
    ),
)
def test_what_is_passed_over_has_no_gist_and_what_has_none_is_passed_over(
    made: Entry, spelt: tuple[bytes, bytes]
) -> None:
    """However the inside of a file is spelt, and exactly so as it is written here."""
    data = write_entry(made)
    assert is_ordinary(data) == (gist_of(made) is None)
    otherwise = data.replace(*spelt) if spelt[0] else data
    with suppress(NotReadable):
        if is_ordinary(otherwise):
            record = read_record(otherwise)
            assert gist_of(record) is None
