"""Lenses read beside the officer: what is kept is what was answered, whatever they see or say.

They look for a few words of a lens file made up here, so that the real one may say anything.
"""

import json
import os
import re
import stat
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import (
    answers_to,
    anything,
    checklist,
    draft,
    pick,
    prompt,
    real_library,
    section,
    visit,
)

from tipcoach.coach.begin import Beginning, begin
from tipcoach.coach.coach import Coach
from tipcoach.coach.finish import entry_of
from tipcoach.coach.lenses import Lenses, Read
from tipcoach.coach.looking import Looking
from tipcoach.dismissals import Dismissals, read_dismissals, write_dismissals
from tipcoach.practice.answer import Answer, AnswerForm, Sorted, Text, texts_of
from tipcoach.practice.answer_shape import shape_of
from tipcoach.practice.entry import Kind
from tipcoach.practice.lenses.notice import Lens, Notice
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.practice.walk import Walk
from tipcoach.settings import HOME_VARIABLE, places

WORDING = """\
families:
  - {id: no-access, term: no access, why: It says whose fault it was., forms: [no access]}
  - {id: chaotic, term: chaotic, why: It names the person., forms: [chaotic]}
"""
BROKEN = {
    "not YAML": b"families: {",
    "not UTF-8": b"families: \xff",
    "empty": b"",
    "of another shape": b"families: chaotic\n",
    "with a phrase that cannot be": b"families: [{id: a, term: a, why: a, forms: [a*]}]\n",
    "without its file": None,
}
BROKEN_DISMISSALS = {
    "not YAML": b"wording: {",
    "not UTF-8": b"\xff",
    "of a lens that is not": b"feelings: [sad]\n",
    "no list": b"wording: sad\n",
    "no words": b"wording: [{}]\n",
    "a zero": b"wording: ['\x00']\n",
}
SAID = "no access, and the house is chaotic"
PATIENCE = 30.0
BEFORE = Beginning(Kind.PREPARATION, "arrears", Channel.PHONE, Form.QUICK, Hat.BOTH)
FORMS = [form for form in AnswerForm if form not in (AnswerForm.SAY_ONLY, AnswerForm.ONE_WORD)]

noticed = st.lists(
    st.sampled_from(["no access", "Chaotic", "no-access", "👩‍🚒", "ŵy", "شقة", "cafe\u0301"])
    | anything.map(lambda said: said[:8]),
    max_size=4,
).map(" ".join)
"""Texts that often hold something to notice, among signs that take more room or none."""


def coach_with(home: Path, wording: bytes | None = WORDING.encode()) -> Coach:
    """A coach at `home` whose wording lens is read from a file with these bytes."""
    lenses = home / "prompts" / "lenses"
    lenses.mkdir(parents=True, exist_ok=True)
    if wording is not None:
        (lenses / "wording.yaml").write_bytes(wording)
    coach = Coach(places({HOME_VARIABLE: str(home)}), prompts=home / "prompts")
    coach.library = real_library()
    return coach


@pytest.fixture
def coach(tmp_path: Path) -> Coach:
    return coach_with(tmp_path)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Coach:
    """One for many examples, none of which changes anything."""
    return coach_with(tmp_path_factory.mktemp("home"))


def answered(form: AnswerForm, answer: Answer) -> Walk:
    made = prompt("p", form, choices=pick("p", "one", "two").choices)
    walk = Walk.begin(checklist(section("s", made)), visit())
    return replace(walk, answers={"p": answer})


def quotes(notices: tuple[Notice, ...]) -> list[str]:
    return [one.quote for one in notices]


def files(coach: Coach) -> dict[Path, bytes]:
    root = coach.places.data.parent
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def about(coach: Coach, file: str) -> list[str]:
    return [str(fault) for fault in coach.lenses.faults if file in str(fault)]


# -- nothing is changed ------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=15)
@given(data=st.data())
def test_what_is_kept_is_byte_for_byte_what_was_answered(
    lasting: Coach, form: AnswerForm, data: st.DataObject
) -> None:
    made = prompt("p", form, choices=pick("p", "one", "two").choices)
    answer = data.draw(answers_to(made, noticed))
    walk, looking = answered(form, answer), Looking(lasting.lenses)
    before, on_disk = json.dumps(shape_of(answer)), files(lasting)
    for asked_about, notice in looking.not_looked_at(walk):
        assert any(text[notice.start : notice.end] == notice.quote for text in texts_of(answer))
        looking.keep(asked_about.id, notice)
    assert looking.not_looked_at(walk) == ()
    (asked,) = entry_of(lasting, draft(walk)).asked
    assert asked.answer is not None
    assert json.dumps(shape_of(asked.answer)) == before == json.dumps(shape_of(walk.answers["p"]))
    assert files(lasting) == on_disk


def test_every_text_of_an_answer_is_looked_at_by_itself(lasting: Coach) -> None:
    walk = answered(AnswerForm.SORT, Sorted(("no access", "no"), ("access",), ("chaotic",)))
    looking = Looking(lasting.lenses)
    seen = [notice for _, notice in looking.not_looked_at(walk)]
    assert quotes(tuple(seen)) == ["no access", "chaotic"]


def test_what_was_looked_at_is_not_shown_again_there_and_elsewhere_it_is(coach: Coach) -> None:
    looking = Looking(coach.lenses)
    first, second = looking.look("moment.stayed", SAID)
    looking.keep("moment.stayed", first)
    assert looking.look("moment.stayed", f"Again: {SAID}, No Access")[0].quote == second.quote
    assert quotes(looking.look("trust.left-unsure", SAID)) == ["no access", "chaotic"]
    assert quotes(Looking(coach.lenses).look("moment.stayed", SAID)) == ["no access", "chaotic"]


def written_in_answer(looking: Looking, *prompts: str) -> None:
    """Chaotic, in answer to a notice at each of the prompts."""
    for each in prompts:
        looking.begin_answering(each, ())
    walk = answered(AnswerForm.TEXT, Text("chaotic"))
    looking.end_answering(replace(walk, answers=dict.fromkeys(prompts, Text("chaotic"))))


def test_of_words_let_go_while_they_are_read_nothing_is_held(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go_on = threading.Event(), threading.Event()
    at_once = sees(Lens.WORDING, "chaotic")

    def slowly(text: str) -> tuple[Notice, ...]:
        began.set()
        assert go_on.wait(PATIENCE)
        return at_once(text)

    monkeypatch.setattr(Lenses, "_readers", {Lens.WORDING: slowly})
    looking = Looking(coach.lenses)
    written_in_answer(looking, "p", "q")
    with ThreadPoolExecutor(1) as threads:
        read = threads.submit(looking.look, "r", "loud")
        assert began.wait(PATIENCE)
        looking.forget("p")
        go_on.set()
        read.result(PATIENCE)
    assert quotes(looking.look("p", "chaotic")) == ["chaotic"]
    assert looking.look("q", "chaotic") == ()


def test_what_is_kept_and_let_go_while_answers_are_read_does_not_come_between(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lenses, "_readers", {Lens.WORDING: sees(Lens.WORDING, "chaotic|loud")})
    looking, prompts = Looking(coach.lenses), [f"p{number}" for number in range(100)]
    (loud,) = looking.look("p", "loud")
    for number in range(2000):
        looking.keep(f"other{number}", loud)
    written_in_answer(looking, *prompts)
    kept = ["kept"]
    with turns_taken_often(), ThreadPoolExecutor(1) as threads:
        read = threads.submit(looking.look, "r", "")
        while not read.done():
            looking.keep(kept[-1], loud)
            looking.forget("gone")
            kept.append(f"kept{len(kept)}")
        read.result(PATIENCE)
    assert not any(looking.look(each, "chaotic") for each in prompts)
    assert not any(looking.look(each, "loud") for each in kept[:-1])


def test_a_text_that_no_lens_gets_through_is_read_once(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(text: str) -> tuple[Notice, ...]:
        if text == "chaotic":
            raise RecursionError
        return sees(Lens.WORDING, "loud")(text)

    monkeypatch.setattr(Lenses, "_readers", {Lens.WORDING: fails})
    looking = Looking(coach.lenses)
    written_in_answer(looking, "p")
    with pytest.raises(RecursionError):
        looking.look("q", "loud")
    assert quotes(looking.look("q", "loud")) == ["loud"]


@contextmanager
def turns_taken_often() -> Iterator[None]:
    """Threads take turns at almost every step."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


# -- nobody is kept from writing ---------------------------------------------------------


def keep_a_visit(coach: Coach) -> None:
    """Write, look at what there is to see, and keep it; what was written is what is kept."""
    sitting, looking = begin(coach, BEFORE), Looking(coach.lenses)
    sitting.answer("orient.hat-sentence", Text(SAID))
    for _ in range(3):
        looking.look("orient.hat-sentence", SAID)
    looking.not_looked_at(sitting.walk)
    kept = sitting.keep()
    assert [asked.answer for asked in kept.asked if asked.prompt == "orient.hat-sentence"] == [
        Text(SAID)
    ]
    assert list(coach.journal.records()) == [kept]


@pytest.mark.parametrize("wording", BROKEN.values(), ids=BROKEN)
def test_a_broken_lens_file_is_named_once_and_keeps_nobody_from_writing(
    tmp_path: Path, wording: bytes | None
) -> None:
    coach = coach_with(tmp_path, wording)
    keep_a_visit(coach)
    assert coach.lenses.look(SAID) == ()
    assert len(about(coach, "wording.yaml")) == 1


@pytest.mark.parametrize("dismissed", BROKEN_DISMISSALS.values(), ids=BROKEN_DISMISSALS)
def test_a_broken_list_of_what_was_dismissed_is_left_as_it_is(
    coach: Coach, dismissed: bytes
) -> None:
    path = coach.places.dismissed
    path.parent.mkdir(parents=True)
    path.write_bytes(dismissed)
    keep_a_visit(coach)
    coach.lenses.do_not_say_again(coach.lenses.look(SAID)[0])
    assert quotes(coach.lenses.look(SAID)) == ["chaotic"], "it holds for this window"
    assert path.read_bytes() == dismissed
    assert len(about(coach, "dismissed.yaml")) == 1
    assert "sad" not in about(coach, "dismissed.yaml")[0]


def test_a_list_of_names_that_cannot_be_read_is_named_once(coach: Coach) -> None:
    coach.places.streets_and_colleagues.mkdir(parents=True)
    keep_a_visit(coach)
    assert (coach.lenses.names, coach.lenses.names) == ((), ())
    assert len(about(coach, "streets-and-colleagues.txt")) == 1


# -- what was asked of a lens ------------------------------------------------------------


@given(said=st.lists(anything | st.sampled_from(['"', ":", "#", "- a: b", "'", "👩‍🚒", "null"])))
def test_words_to_leave_alone_come_back_from_their_file_as_they_were(
    lasting: Coach, said: list[str]
) -> None:
    notices = [Notice(Lens.WORDING, "about", 0, len(each), each, "why") for each in said]
    dismissals = Dismissals()
    for one in notices:
        dismissals = dismissals.and_also(one)
    path = lasting.places.data.parent / "words.yaml"
    path.write_text(write_dismissals(dismissals), encoding="utf-8")
    found = read_dismissals(path)
    path.unlink()
    assert found == dismissals
    assert all(found.has(one) for one in notices)
    assert not any(found.has(replace(one, lens=Lens.IDENTIFIERS)) for one in notices)
    for one in notices:
        found = found.without(one.quote)
    assert not any(found.has(one) for one in notices)


def test_words_left_alone_stay_so_in_another_window_until_they_are_asked_for(
    coach: Coach, tmp_path: Path
) -> None:
    coach.lenses.do_not_say_again(coach.lenses.look(SAID)[0])
    later = coach_with(tmp_path)
    assert quotes(later.lenses.look(f"No  Access here. {SAID}")) == ["chaotic"]
    assert later.lenses.say_again("NO ACCESS") is True
    assert later.lenses.say_again("no access") is False
    assert quotes(coach_with(tmp_path).lenses.look(SAID)) == ["no access", "chaotic"]


@pytest.mark.skipif(os.name == "nt", reason="who may read a file is said another way there")
def test_both_lists_are_for_their_owner_alone(coach: Coach) -> None:
    coach.lenses.do_not_say_again(coach.lenses.look(SAID)[0])
    coach.lenses.look_out_for(("Gorse Lane",))
    for path in (coach.places.dismissed, coach.places.streets_and_colleagues):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700, path


def sees(lens: Lens, said: str) -> Read:
    """A lens that sees one thing."""

    def read(text: str) -> tuple[Notice, ...]:
        places = re.finditer(said, text)
        return tuple(Notice(lens, "seen", *one.span(), one[0], "It is there.") for one in places)

    return read


def test_what_lenses_read_with_is_read_in_small_parts_and_a_text_that_comes_is_read_after(
    tmp_path: Path,
) -> None:
    coach = Coach(places({HOME_VARIABLE: str(tmp_path)}))
    waiting, go_on = threading.Event(), threading.Event()
    parts: list[str] = []

    def wait() -> None:
        parts.append("one")
        waiting.set()
        assert go_on.wait(PATIENCE)

    with ThreadPoolExecutor(2) as threads:
        ahead = threads.submit(coach.lenses.get_ready, wait)
        assert waiting.wait(PATIENCE)
        found = threads.submit(coach.lenses.look, "She is non-compliant. I rang Mr Ng.")
        go_on.set()
        ahead.result(PATIENCE)
        assert [one.quote for one in found.result(PATIENCE)] == ["non-compliant", "Mr Ng"]
    families = list((coach.prompts / "lenses" / "families").iterdir())
    assert len(parts) > 98 + len(families), "before each file, and before each of the families"


@pytest.mark.parametrize("lens", [Lens.WORDING, Lens.IDENTIFIERS])
def test_a_lens_that_is_switched_off_says_nothing_and_the_other_still_does(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lens: Lens
) -> None:
    both = {Lens.WORDING: "chaotic", Lens.IDENTIFIERS: "Mr Ng"}
    monkeypatch.setattr(Lenses, "_readers", {each: sees(each, both[each]) for each in both})
    looking = Looking(coach.lenses)
    everything = looking.look("p", "chaotic, said Mr Ng")
    assert quotes(everything) == ["Mr Ng", "chaotic"], "who it is about stands first"
    looking.switch_off(lens)
    left = [one for one in everything if one.lens is not lens]
    assert list(looking.look("p", "chaotic, said Mr Ng")) == left
    later = coach_with(tmp_path)
    assert list(later.lenses.look("chaotic, said Mr Ng")) == left
    later.lenses.switch(lens, on=True)
    assert len(later.lenses.look("chaotic, said Mr Ng")) == 2
