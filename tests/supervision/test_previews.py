"""What is previewed is what its reader gets, or it is said why it cannot be shared."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import NOW, Clock, anything, asked, new_id
from sharing_between import Pair, two_people

from tipcoach.coach.sharing import Preparing
from tipcoach.errors import SettingsFault, WrongUsage
from tipcoach.practice.answer import MOST_CHARACTERS, Answer, Lines, Promised, Text
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Entry
from tipcoach.practice.promises import Promise, Whose


def an_entry(pair: Pair, clock: Clock, *answers: Answer) -> Entry:
    made = replace(
        pair.entry(),
        id=new_id(clock.advance(minutes=1)),
        asked=tuple(
            asked(f"p{number}", answer, question="What was said?")
            for number, answer in enumerate(answers)
        ),
    )
    pair.officer.journal.add(made)
    return made


def all_of(pair: Pair, entry: Entry) -> Preparing:
    return pair.prepare(entry, parts=[one.prompt for one in entry.asked])


def check_goes_through(pair: Pair, preparing: Preparing) -> None:
    preview = preparing.preview()
    record = preparing.share(preview)
    (found,) = (each for each in pair.brought() if each.brought.id == record.copy)
    assert found.copy == preview.copy, found.why


LONGEST: dict[str, Answer] = {
    "ordinary letters": Text("a" * MOST_CHARACTERS),
    "letters of four bytes": Text("👩" * MOST_CHARACTERS),
    "line ends": Text("a\n" * (MOST_CHARACTERS // 2)),
    "a list": Lines(tuple("x" * 75 for _ in range(100))),
    "promises": Promised(tuple(Promise("x" * 50, None, Whose.MINE) for _ in range(100))),
}


@pytest.mark.parametrize("answer", LONGEST.values(), ids=LONGEST)
def test_the_longest_answer_there_can_be_is_shared_whole(
    pair: Pair, clock: Clock, answer: Answer
) -> None:
    check_goes_through(pair, all_of(pair, an_entry(pair, clock, answer)))


def test_forty_answers_at_their_longest_are_shared_whole(pair: Pair, clock: Clock) -> None:
    entry = an_entry(pair, clock, *[LONGEST["letters of four bytes"]] * 40)
    check_goes_through(pair, all_of(pair, entry))


TOO_LONG: dict[str, Callable[[Preparing], object]] = {
    "other words": lambda preparing: preparing.reword("plan.worry", "x" * 10_001),
    "other words that grow when they are cleaned": lambda preparing: preparing.reword(
        "plan.worry", "\x1b" * 5_000
    ),
    "a question": lambda preparing: setattr(preparing, "question", "x" * 501),
    "a question that grows": lambda preparing: setattr(preparing, "question", "\x1b" * 400),
}


@pytest.mark.parametrize("make_too_long", TOO_LONG.values(), ids=TOO_LONG)
def test_what_is_too_long_is_said_before_anything_is_shared(
    pair: Pair, make_too_long: Callable[[Preparing], object]
) -> None:
    preparing = pair.prepare()
    with pytest.raises(WrongUsage, match="characters"):
        make_too_long(preparing)
        preparing.preview()


def test_more_than_a_place_takes_is_said_before_anything_is_shared(
    pair: Pair, clock: Clock
) -> None:
    entry = an_entry(pair, clock, *[Text("x")] * 201)
    with pytest.raises(WrongUsage, match=r"more than one copy holds.* fewer answers"):
        all_of(pair, entry).preview()


def test_a_question_with_spaces_around_it_is_as_long_as_it_is_without(pair: Pair) -> None:
    preparing = pair.prepare()
    preparing.question = "  " + "x" * 500 + "\n"
    assert preparing.preview().copy.question == "x" * 500


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=anything, question=anything, principle=st.none() | st.sampled_from(Principle))
def test_whatever_the_words_the_preview_is_what_arrives(
    words: str, question: str, principle: Principle | None, whole: Pair
) -> None:
    (entry,) = whole.officer.journal.records()
    assert isinstance(entry, Entry)
    preparing = whole.prepare(entry, question=question, principle=principle)
    preparing.reword("plan.worry", words)
    try:
        check_goes_through(whole, preparing)
    except WrongUsage:
        assert len(question) > 80


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    made = two_people(tmp_path_factory.mktemp("whole"), Clock(NOW))
    made.entry()
    return made


def test_a_recovery_key_put_there_after_the_preview_is_not_sealed_to(pair: Pair) -> None:
    preparing = pair.prepare()
    preview = preparing.preview()
    path = pair.officer.places.recovery_key
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{pair.supervisor.keys.card.seals_to}\n", encoding="utf-8")
    with pytest.raises(SettingsFault, match="Nothing was shared"):
        preparing.share(preview)
    assert not [*pair.box.glob("copy.*")]
    preparing.share(preparing.preview())
    assert len([*pair.box.glob("copy.*")]) == 1
