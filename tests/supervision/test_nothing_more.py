"""What was not chosen is nowhere, and what was opened is written nowhere."""

import base64
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from making import Clock, asked
from sharing_between import ANSWERS, OFFICER, QUESTION, SUPERVISOR, Pair, two_people
from ulid import ULID

from tipcoach.coach.inbox import look_in, read_again, say
from tipcoach.coach.people import known
from tipcoach.coach.reviewing import look_over, mark, open_copy, said_of
from tipcoach.coach.shared_place import the_place
from tipcoach.coach.taking_back import take_back
from tipcoach.practice.answer import Answer, IfThen, Lines, Promised, Text
from tipcoach.practice.entry import Entry
from tipcoach.practice.promises import Promise, Whose
from tipcoach.supervision.document_files import read_document
from tipcoach.supervision.documents import new_id
from tipcoach.supervision.mail import take_in
from tipcoach.supervision.sealing import unseal

CHOSEN = "plan.worry"
UNSHARED = [said for id_, said in ANSWERS.items() if id_ != CHOSEN]


def as_anybody_reads(text: str) -> tuple[bytes, ...]:
    """A text in the ways a file may hold it."""
    plain = text.encode()
    return (
        plain,
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        base64.b64encode(plain)[:-4],
        plain.hex().encode(),
        plain[::-1],
    )


def files_in(*folders: Path) -> Iterator[tuple[Path, bytes]]:
    for folder in folders:
        for path in folder.rglob("*"):
            yield path, str(path).encode("utf-8", "surrogateescape")
            if path.is_file():
                yield path, path.read_bytes()


def where_it_is(text: str, *folders: Path) -> list[str]:
    return [
        str(path)
        for path, data in files_in(*folders)
        if any(form in data for form in as_anybody_reads(text))
    ]


def opened_by_anybody(pair: Pair) -> list[bytes]:
    """Everything sealed in the place, opened with both keys."""
    sealed = [path.read_bytes() for path in pair.folder.rglob("*.age")]
    keys = (pair.officer.keys.identity, pair.supervisor.keys.identity)
    return [unseal(data, key) for data in sealed for key in keys]


def everything_is_done(pair: Pair) -> str:
    """Share one answer of five, open it, mark it, talk about it; the id of the copy."""
    record = pair.share(parts=[CHOSEN])
    (found,) = pair.brought()
    open_copy(pair.supervisor, found.brought)
    mark(pair.supervisor, record.copy, on=True)
    say(pair.supervisor, record.copy, known(pair.supervisor, OFFICER), "What came first?")
    say(pair.officer, record.copy, known(pair.officer, SUPERVISOR), "Her voice did.")
    said_of(pair.supervisor, found.brought)
    read_again(pair.officer, look_in(pair.officer).shared[0])
    return record.copy


def test_the_search_finds_what_is_there(pair: Pair) -> None:
    """Or it would prove nothing: the officer's own journal holds every word in plain."""
    everything_is_done(pair)
    for said in ANSWERS.values():
        assert where_it_is(said, pair.homes / "officer")
    assert any(ANSWERS[CHOSEN].encode() in data for data in opened_by_anybody(pair))
    assert any(QUESTION.encode() in data for data in opened_by_anybody(pair))


@pytest.mark.parametrize("said", UNSHARED)
def test_what_was_not_chosen_is_nowhere_but_in_its_officers_journal(pair: Pair, said: str) -> None:
    everything_is_done(pair)
    assert where_it_is(said, pair.folder, pair.homes / "supervisor") == []
    assert not [data for data in opened_by_anybody(pair) if said.encode() in data]
    assert all("/officer/data/journal/" in path for path in where_it_is(said, pair.homes))


def test_nothing_of_an_opened_copy_is_written_on_its_readers_machine(pair: Pair) -> None:
    everything_is_done(pair)
    for said in (ANSWERS[CHOSEN], QUESTION, "What came first?", "Her voice did."):
        assert where_it_is(said, pair.homes / "supervisor", pair.folder) == []


def test_neither_is_it_after_it_was_taken_back(pair: Pair) -> None:
    copy = everything_is_done(pair)
    take_back(pair.officer, copy)
    look_over(pair.supervisor)
    for said in (ANSWERS[CHOSEN], QUESTION):
        assert where_it_is(said, pair.homes / "supervisor", pair.folder) == []
        assert not [data for data in opened_by_anybody(pair) if said.encode() in data]


def test_the_words_an_officer_changed_are_not_there_as_they_were(pair: Pair) -> None:
    preparing = pair.prepare()
    preparing.reword(CHOSEN, "I may not have heard somebody out.")
    preparing.share(preparing.preview())
    assert not [data for data in opened_by_anybody(pair) if ANSWERS[CHOSEN].encode() in data]
    (entry,) = pair.officer.journal.records()
    assert isinstance(entry, Entry)
    assert Text(ANSWERS[CHOSEN]) in [one.answer for one in entry.asked]


# -- when --------------------------------------------------------------------------------

A_YEAR = timedelta(days=366)
_NOT_BASE32 = str.maketrans("0189", "OIBG")
"""A ULID has digits that base32 has not; anything will do for them here."""


def times_in(made: str) -> Iterator[tuple[str, float]]:
    """Every moment somebody might read in an id, in seconds."""
    if re.fullmatch(r"[0-7][0-9a-hjkmnp-tv-z]{25}", made):
        yield "as a ULID", ULID.from_str(made.upper()).timestamp
    raw = base64.b32decode(made.upper().translate(_NOT_BASE32) + "=" * 6)
    orders: tuple[Literal["big", "little"], ...] = ("big", "little")
    for order in orders:
        for many in (4, 5, 6, 7, 8):
            for at in range(len(raw) - many + 1):
                value = int.from_bytes(raw[at : at + many], order)
                where = f"{many} bytes at {at}, {order}"
                yield f"{where}, in seconds", value
                yield f"{where}, in milliseconds", value / 1e3
                yield f"{where}, in microseconds", value / 1e6
                yield f"{where}, in UUID ticks", (value - 0x01B21DD213814000) / 1e7


def always_near(ids: list[str], now: float) -> list[str]:
    """The ways of reading that come to within a year of now for more ids than chance would."""
    found: dict[str, int] = {}
    for made in ids:
        for way, moment in times_in(made):
            if abs(moment - now) < A_YEAR.total_seconds():
                found[way] = found.get(way, 0) + 1
    return [way for way, many in found.items() if many > len(ids) // 10]


def test_the_decoding_finds_a_clock_where_there_is_one() -> None:
    now = time.time()
    with_a_clock = [
        base64.b32encode(int(now * 1000).to_bytes(6, "big") + bytes([one] * 10))
        .decode()
        .rstrip("=")
        .lower()
        for one in range(200)
    ]
    assert "6 bytes at 0, big, in milliseconds" in always_near(with_a_clock, now)
    assert "as a ULID" in always_near([str(ULID()).lower() for _ in range(200)], now)


def test_no_id_of_200_copies_says_when_it_was_made(tmp_path: Path) -> None:
    clock = Clock(datetime.now().astimezone())
    pair = two_people(tmp_path, clock)
    entry = pair.entry(created=clock.now)
    documents = [pair.prepare(entry).preview().letter.document for _ in range(200)]
    ids = [document.id for document in documents]
    assert len({*ids}) == 200
    assert always_near(ids, clock.now.timestamp()) == []
    # Nor does their order: later ones do not sort later.
    later = sum(one < two for one, two in pairwise(ids))
    assert 60 < later < 140


def test_ids_are_chance_in_every_bit() -> None:
    made = [int.from_bytes(base64.b32decode(new_id().upper() + "=" * 6)) for _ in range(2000)]
    for bit in range(128):
        assert 850 < sum(value >> bit & 1 for value in made) < 1150, f"bit {bit} is hardly chance"


def an_entry_full_of_days(pair: Pair, clock: Clock) -> Entry:
    due = date(2026, 12, 3)
    promises = (
        Promise("Ring her.", due, Whose.MINE),
        Promise("Send the form.", date(2026, 11, 1), Whose.MINE),
        Promise("See.", None, Whose.MINE),
    )
    answers: dict[str, Answer] = {
        "plan.promise": Promised(promises),
        "plan.one": Lines(("first", "second")),
        "plan.if": IfThen("she is out", "I leave a card"),
    }
    made = pair.entry(follows=None)
    whole = replace(
        made,
        id=str(ULID.from_datetime(clock.advance(minutes=3))),
        created=clock.now,
        asked=tuple(
            asked(id_, answer, question="What was said?") for id_, answer in answers.items()
        ),
    )
    pair.officer.journal.add(whole)
    return whole


def test_no_day_no_entry_and_no_prompt_id_is_in_a_copy(pair: Pair, clock: Clock) -> None:
    entry = an_entry_full_of_days(pair, clock)
    preparing = pair.prepare(entry, parts=[one.prompt for one in entry.asked])
    preview = preparing.preview()
    record = preparing.share(preview)
    (data,) = {unseal((pair.box / record.name).read_bytes(), pair.supervisor.keys.identity)}
    assert data.endswith(preview.letter.written)
    text = data.decode()
    for telling in (
        entry.id, entry.id.lower(), entry.checklist_id, entry.checklist_hash, "created", "T16:0",
        "plan.promise", "plan.one", "plan.if", "2026-12-03", "2026-11-01", "2026-11-22", "3 Dec",
        "1 Nov", "Thu", "22 Nov",
    ):  # fmt: skip
        assert telling not in text, telling
    assert re.findall(r"\d{4}-\d{2}(?:-\d{2})?", text) == ["2026-11"]
    promised = preview.copy.parts[0].answer.splitlines()
    assert [line.split(" · ")[-1] for line in promised] == ["due", "past", "no day was said"]


def test_a_word_of_taking_back_says_no_day_either(pair: Pair) -> None:
    record = pair.share()
    take_back(pair.officer, record.copy)
    (path,) = pair.box.glob("taken-back.*")
    identity, me = pair.supervisor.keys.identity, pair.officer.keys.card
    received = take_in(
        the_place(pair.supervisor), path.name, identity, writer=me, reader=pair.supervisor.keys.card
    )
    assert not re.search(r"\d{4}-\d{2}", received.signed.decode())
    assert read_document(received.signed.partition(b"\n")[2]) == received.document


def test_the_names_in_the_place_tell_a_month_and_nothing_finer(pair: Pair) -> None:
    copy = everything_is_done(pair)
    take_back(pair.officer, copy)
    chance = re.compile(r"[a-z2-7]{26}")
    for path in pair.folder.rglob("*"):
        left = chance.sub("", path.name)
        assert re.findall(r"\d{4}-\d{2}(?!-)", left) in ([], ["2026-11"])
        assert not re.search(r"\d{4}-\d{2}-|\d{6}", left), path.name
