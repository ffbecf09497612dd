"""A draft comes back as it was left, with the very questions it was begun with."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import (
    NOW,
    answers_to,
    checklist,
    checklists,
    draft,
    new_id,
    pick,
    prompt,
    real_checklist,
    section,
    visit,
)

from tipcoach.errors import AnswerNotTaken, NotFound, NotReadable, NotSaved
from tipcoach.journal.drafts import Drafts
from tipcoach.journal.format import read_draft
from tipcoach.journal.reading import Unused
from tipcoach.journal.writing import Writer
from tipcoach.journal.written_out import write_checklist, write_draft
from tipcoach.practice.answer import (
    MOST_CHARACTERS,
    Answer,
    AnswerForm,
    IfThen,
    Lines,
    Picked,
    Promised,
    Sorted,
    Text,
    YesNotYet,
)
from tipcoach.practice.checklist import Checklist, Principle
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Kind
from tipcoach.practice.promises import Promise
from tipcoach.practice.visit import Hat
from tipcoach.practice.walk import Planned, Walk

from .test_format import plain
from .test_text_that_acts import TEXT_THAT_ACTS, repr_of


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts", Writer(tmp_path / "open-writes.txt"))


def a_walk() -> Walk:
    walk = Walk.begin(real_checklist(), visit(Hat.BOTH))
    return walk.answer(walk.at, Text("I look after the tenancy side.")).next()


def names(drafts: Drafts) -> list[str]:
    return sorted(path.name for path in drafts.folder.iterdir())


# -- there and back ----------------------------------------------------------------------


@settings(max_examples=60)
@given(made=checklists(), data=st.data())
def test_a_draft_reads_back_as_it_was_written(made: Checklist, data: st.DataObject) -> None:
    planned = (
        Planned(Principle.TRUST, AnswerForm.TEXT, "The key."),
        Planned(None, AnswerForm.IF_THEN, "If it goes quiet, then I will count to ten"),
    )
    walk = Walk.begin(made, visit(Hat.BOTH), planned=planned, watched=Principle.TRUST)
    for asked in made.prompts:
        if asked in walk.open_prompts() and asked.form is not AnswerForm.SAY_ONLY:
            walk = walk.answer(asked.id, data.draw(answers_to(asked))).next()
    written = draft(walk, kind=Kind.REFLECTION, follows=new_id())

    assert read_draft(write_draft(written), write_checklist(made)) == written


def test_a_draft_of_the_real_checklists_reads_back_with_every_word_of_them() -> None:
    walk = a_walk()
    written = draft(walk)
    read = read_draft(write_draft(written), write_checklist(walk.checklist))

    assert read == written
    assert read.walk.checklist.fingerprint() == walk.checklist.fingerprint()


# -- on the disk -------------------------------------------------------------------------


def test_a_draft_has_its_checklist_beside_it_and_both_go_together(drafts: Drafts) -> None:
    begun = draft(a_walk())
    drafts.begin(begun)
    assert names(drafts) == [f"{begun.id}.checklist.json", f"{begun.id}.json"]
    assert drafts.read(begun.id) == begun

    later = draft(begun.walk.next(), id=begun.id, written=NOW + timedelta(seconds=3))
    drafts.save(later)
    assert drafts.read(begun.id) == later

    drafts.remove(begun.id)
    assert names(drafts) == []
    assert list(drafts.all()) == []
    with pytest.raises(NotFound):
        drafts.read(begun.id)


def test_drafts_are_found_newest_first(drafts: Drafts) -> None:
    begun = [draft(a_walk(), id=new_id(NOW + timedelta(days=day))) for day in (2, 1, 3)]
    for one in begun:
        drafts.begin(one)
    assert list(drafts.all()) == sorted(begun, key=lambda one: one.id, reverse=True)


def test_no_drafts_are_none_and_looking_makes_no_folder(drafts: Drafts) -> None:
    assert list(drafts.all()) == []
    assert not drafts.folder.exists()


@pytest.mark.parametrize("draft_id", ["", "../x", "x" * 26, "01m8201vz0grkjbypz7k4cp4pe"])
def test_a_draft_by_a_name_that_is_no_id_is_not_found(drafts: Drafts, draft_id: str) -> None:
    with pytest.raises(NotFound):
        drafts.read(draft_id)


def test_a_draft_without_its_checklist_is_named_with_its_reason(drafts: Drafts) -> None:
    begun, whole = draft(a_walk()), draft(a_walk(), id=new_id(NOW + timedelta(days=1)))
    drafts.begin(begun)
    drafts.begin(whole)
    (drafts.folder / f"{begun.id}.checklist.json").unlink()

    found = list(drafts.all())
    assert found[0] == whole, "the other draft is not hidden by it"
    assert isinstance(found[1], Unused)
    assert found[1].path.name == f"{begun.id}.json"
    reason = plain(NotReadable(found[1].reason))
    assert "checklist" in reason or "questions" in reason, "it says what is missing"
    assert (drafts.folder / f"{begun.id}.json").exists(), "the words in it are left alone"


def test_a_draft_whose_checklist_cannot_be_written_is_not_called_saved(drafts: Drafts) -> None:
    begun = draft(a_walk())
    drafts.folder.parent.mkdir(exist_ok=True)
    drafts.folder.write_text("a file in the way")
    with pytest.raises(NotSaved):
        drafts.begin(begun)


# -- bytes nobody here would have written ------------------------------------------------


BAD = new_id(NOW)


def whole_draft() -> tuple[dict[str, Any], bytes]:
    walk = a_walk().answer("business.sort", Sorted(("a",), ("b",), ("c",)))
    return json.loads(write_draft(draft(walk, id=BAD))), write_checklist(walk.checklist)


def bad_drafts() -> Iterator[tuple[str, bytes, bytes]]:
    good, beside = whole_draft()

    def but(**changed: Any) -> bytes:
        return json.dumps(good | changed).encode()

    sort = good["answers"]["business.sort"]
    yield "another format", but(format="tipcoach/entry"), beside
    yield "an unknown field", but(rating=4), beside
    yield "no zone", but(written="2026-11-22T16:05:00"), beside
    yield "an answer to no question", but(answers={"gone": sort}), beside
    yield "an answer of another form", but(answers={"orient.hat": sort}), beside
    yield (
        "an answer never offered",
        but(answers={"orient.hat": {"form": "pick-one", "answered": "boss"}}),
        beside,
    )
    no_visit: dict[str, Any] = {"visit": None, "follows": None, "watched": None, "planned": []}
    yield "no visit before a visit", but(**no_visit), beside
    yield (
        "a mirror of a visit",
        but(**{**no_visit, "kind": "staff_mirror", "visit": good["visit"]}),
        beside,
    )
    yield "another kind of checklist", but(**no_visit, kind="staff_mirror"), beside
    yield "half a draft", but()[:300], beside
    yield "half a checklist", but(), beside[:3000]
    yield "no checklist in it", but(), b"{}"
    yield "a list for a checklist", but(), b"[]"
    yield "zeros for a checklist", but(), b"\0" * 4096
    yield "a form there is not", but(), beside.replace(b'"pick-one"', b'"rating"', 1)
    yield "deep", but(), b"[" * 100_000


@pytest.mark.parametrize(("what", "data", "beside"), [*bad_drafts()], ids=lambda v: str(v)[:30])
def test_a_draft_that_cannot_be_used_says_why_and_hides_no_other(
    drafts: Drafts, what: str, data: bytes, beside: bytes
) -> None:
    good = draft(a_walk(), id=new_id(NOW - timedelta(days=1)))
    drafts.begin(good)
    (drafts.folder / f"{BAD}.json").write_bytes(data)
    (drafts.folder / f"{BAD}.checklist.json").write_bytes(beside)

    found = list(drafts.all())
    assert found[-1] == good, what
    assert [type(one) for one in found] == [Unused, Draft]
    assert isinstance(found[0], Unused)
    assert "name and the id" not in plain(NotReadable(found[0].reason)), "refused for itself"


@pytest.mark.thorough
@settings(max_examples=60)
@given(data=st.binary(max_size=60), where=st.integers(0, 20_000))
def test_a_damaged_checklist_is_refused_and_never_crashes(data: bytes, where: int) -> None:
    good, beside = whole_draft()
    try:
        read = read_draft(json.dumps(good).encode(), beside[:where] + data + beside[where:])
    except NotReadable as refused:
        plain(refused)
    else:
        assert read.walk.path


def test_text_that_acts_acts_from_no_part_of_a_draft() -> None:
    text = " ".join(TEXT_THAT_ACTS)
    good, beside = whole_draft()
    good["answers"]["orient.hat-sentence"]["answered"] = text
    good["planned"] = [{"principle": "trust", "form": "text", "text": text}]
    questions = json.loads(beside)
    questions["title"] = text
    questions["sections"][0]["name"] = text
    questions["sections"][0]["prompts"][1] |= {"question": text, "why": text, "hint": text}
    questions["sections"][0]["prompts"][0]["choices"][0]["label"] = text

    read = read_draft(json.dumps(good).encode(), json.dumps(questions).encode())

    walk = read.walk
    shown = repr_of((*walk.answers.values(), *walk.planned, walk.checklist))
    acts = {c for c in shown if c not in "\n\u200c\u200d" and not c.isprintable()}
    assert not acts, ascii(acts)


# -- nothing is lost ---------------------------------------------------------------------

HARD_TO_HOLD: list[tuple[AnswerForm, Answer]] = [
    (AnswerForm.ONE_WORD, Text("two\nlines")),
    (AnswerForm.ONE_WORD, Text("pasted\u2028from a letter")),
    (AnswerForm.PROMISE, Promised((Promise("Ring"), Promise("")))),
    (AnswerForm.PROMISE, Promised((Promise("Ring"),) * 300)),
    (AnswerForm.SORT, Sorted(must=("a",) * 300)),
    (AnswerForm.LIST, Lines(("a",) * 100)),
    (AnswerForm.PICK_ONE, Picked("never offered")),
    (AnswerForm.PICK_ONE, Text("landlord")),
    (AnswerForm.TEXT, YesNotYet(True)),
    (AnswerForm.IF_THEN, IfThen("only a half", "")),
    (AnswerForm.SAY_ONLY, Text("said, and kept after all")),
]


@pytest.mark.parametrize(("form", "answer"), HARD_TO_HOLD, ids=lambda one: str(one)[:40])
def test_whatever_a_walk_takes_comes_back_from_the_draft(
    drafts: Drafts, form: AnswerForm, answer: Answer
) -> None:
    """An answer may be refused at once. Once taken, a crash must not cost it, or the rest."""
    asked = pick("a", "one", "two") if form is AnswerForm.PICK_ONE else prompt("a", form)
    walk = Walk.begin(checklist(section("s", asked, prompt("b"))), visit()).answer("b", Text("x"))
    try:
        walk = walk.answer("a", answer)
    except AnswerNotTaken:
        return
    begun = draft(walk)
    drafts.begin(begun)
    assert drafts.read(begun.id) == begun


@pytest.mark.parametrize("letter", ["w", "अ"])
def test_a_draft_in_which_everything_is_answered_to_the_brim_comes_back(
    drafts: Drafts, letter: str
) -> None:
    prompts = [prompt(f"a.{number}") for number in range(30)]
    walk = Walk.begin(checklist(section("s", *prompts)), visit())
    for one in prompts:
        walk = walk.answer(one.id, Text(letter * MOST_CHARACTERS))
    begun = draft(walk)
    drafts.begin(begun)
    assert drafts.read(begun.id) == begun
