"""The quick form is a promise about time: ninety seconds or so, worked out from the library.

What is shown is read at 220 words a minute, four answers of eight words are typed at 35, and
every stop costs a second.
"""

import pytest
from making import real_checklist, real_library

from tipcoach.practice.answer import SORT_LABELS, AnswerForm, Picked
from tipcoach.practice.checklist import Prompt
from tipcoach.practice.promises import Whose
from tipcoach.practice.visit import Channel, Form, Visit
from tipcoach.practice.walk import END, Planned, Walk
from tipcoach.reports.what_is_kept import WORD_IS_KEPT, WORD_IS_NOT_KEPT

MOST_WORDS, MOST_SECONDS = 120, 95
MOST_WORDS_MORE = 24
LIBRARY = real_library()
EVERY_VISIT = [
    pytest.param(checklist, purpose.id, channel, id=f"{checklist}-{purpose.id}-{channel.value}")
    for checklist in ("prepare", "reflect")
    for purpose in LIBRARY.purposes
    for channel in Channel
]
# What the forms themselves say, beside the prompt's own words.
OF_THE_FORM = {
    AnswerForm.YES_NOT_YET: "Yes Not yet",
    AnswerForm.SORT: " ".join(SORT_LABELS.values()).replace("·", ""),
    AnswerForm.PROMISE: "What Example: ring back By when Example: friday Whose "
    + " ".join(whose.label for whose in Whose),
    AnswerForm.IF_THEN: "If then I will",
    AnswerForm.ONE_WORD: max(WORD_IS_KEPT, WORD_IS_NOT_KEPT, key=lambda said: len(said.split())),
}


def words_of(prompt: Prompt, *, together: bool) -> str:
    """Every word of ours that one prompt puts on the screen."""
    rows = [f"{choice.label} {choice.note}" for choice in prompt.choices]
    form = "" if together else OF_THE_FORM.get(prompt.form, "")
    return " ".join([prompt.question, prompt.hint, *rows, form])


def shown(walk: Walk) -> tuple[int, int]:
    """The words on the way from the first question to the last, and the stops."""
    words: list[str] = []
    stops, sections = 0, []
    while walk.at != END:
        step = walk.step
        assert step is not None
        stops += 1
        if step.section.name not in sections:
            sections.append(step.section.name)
        for prompt in step.prompts:
            words.append(words_of(prompt, together=step.section.together))
            if step.section.together and prompt.principle:
                words.append(walk.checklist.principle_name(prompt.principle).name)
            nothing = prompt.choice("nothing")
            if nothing is not None:
                walk = walk.answer(prompt.id, Picked(nothing.value))
        walk = walk.next()
    said = " ".join(words + sections).replace("…", "").split()
    return len(said), stops


PLAN = (Planned(None, AnswerForm.IF_THEN, "If it goes quiet, then I will count to ten"),)


@pytest.mark.parametrize("purpose", [purpose.id for purpose in LIBRARY.purposes])
@pytest.mark.parametrize("channel", Channel)
def test_looking_back_on_a_plan_is_one_question_more(purpose: str, channel: Channel) -> None:
    """The plan is the officer's own words, so it is not counted among ours."""
    found = real_checklist("reflect", purpose, channel, Form.QUICK)
    about = Visit(purpose, channel, "2026-11")
    words, stops = shown(Walk.begin(found, about))
    more_words, more_stops = shown(Walk.begin(found, about, planned=PLAN))
    assert more_stops - stops == (0 if found.always_stops else 1)
    assert more_words - words <= MOST_WORDS_MORE


@pytest.mark.parametrize(("checklist", "purpose", "channel"), EVERY_VISIT)
def test_the_quick_form_takes_ninety_seconds(
    checklist: str, purpose: str, channel: Channel
) -> None:
    found = real_checklist(checklist, purpose, channel, Form.QUICK)
    words, stops = shown(Walk.begin(found, Visit(purpose, channel, "2026-11")))
    seconds = words / 220 * 60 + 4 * 8 / 35 * 60 + stops
    assert words <= MOST_WORDS
    assert seconds <= MOST_SECONDS


def test_the_quick_form_shows_no_hint() -> None:
    for purpose in LIBRARY.purposes:
        for checklist in ("prepare", "reflect"):
            found = real_checklist(checklist, purpose.id, Channel.HOME, Form.QUICK)
            assert not any(prompt.hint for prompt in found.prompts)


@pytest.mark.parametrize("channel", Channel)
def test_no_question_says_to_its_writer_what_its_reader_would_be_asked(channel: Channel) -> None:
    """A question stands over its answer for whoever reads it; how to answer is in the hint. The
    quick form has none, and that no name is wanted matters more there while it is written."""
    for purpose in LIBRARY.purposes:
        for checklist in ("prepare", "reflect"):
            found = real_checklist(checklist, purpose.id, channel, Form.FULL)
            for prompt in found.prompts:
                assert "no names" not in prompt.question.casefold(), prompt.id


def test_in_the_full_form_the_moment_is_asked_for_with_no_names() -> None:
    for channel in Channel:
        found = real_checklist("reflect", "arrears", channel, Form.FULL).prompt("moment.stayed")
        assert found is not None and "no names" in found.hint


def test_who_is_to_be_told_is_said_in_plain_words() -> None:
    for form, words in ((Form.QUICK, "someone know"), (Form.FULL, "knows where you are")):
        found = real_checklist("reflect", "arrears", Channel.HOME, form).prompt("land.safe")
        assert found is not None and words in found.question and "buddy" not in found.question
