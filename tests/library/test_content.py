"""The content as it is: it loads for every visit, and keeps the rules of the house."""

import re
from collections.abc import Iterator

import pytest
from making import real_checklist, real_library

from tipcoach.practice.answer import CARRY_GROUPS, SORT_GROUPS, AnswerForm
from tipcoach.practice.checklist import HAT_PROMPT, Checklist, Principle, Prompt
from tipcoach.practice.visit import Channel, Form

VISITS = [(id_, one.id) for id_ in ("prepare", "reflect") for one in real_library().purposes]
EVERY = pytest.mark.parametrize(("id_", "purpose"), VISITS)


def all_of(id_: str, purpose: str, *forms: Form) -> list[Checklist]:
    """One walk for every channel, in the forms given or in both."""
    return [
        real_checklist(id_, purpose, channel, form)
        for channel in Channel
        for form in forms or tuple(Form)
    ]


def words_of(prompt: Prompt) -> Iterator[str]:
    """Everything a prompt may put on a screen."""
    yield from (prompt.question, prompt.why, prompt.hint, prompt.example, prompt.probe)
    yield prompt.heavy
    for choice in prompt.choices:
        yield from (choice.label, choice.note)


def sentences(text: str) -> int:
    return len([part for part in re.split(r"[.?!…]+[”’)]*(?:\s+|$)", text) if part.strip()])


@EVERY
def test_it_loads_for_every_visit(id_: str, purpose: str) -> None:
    for made in all_of(id_, purpose):
        assert made.prompts
        assert all(section.prompts for section in made.sections), "no section without a question"


@EVERY
def test_a_question_is_short_enough_to_take_in_at_once(id_: str, purpose: str) -> None:
    for made in all_of(id_, purpose):
        for prompt in made.prompts:
            assert len(prompt.question.split()) <= 25, prompt.question
            assert sentences(prompt.question) <= 2, prompt.question


@EVERY
def test_nothing_is_exclaimed(id_: str, purpose: str) -> None:
    for made in all_of(id_, purpose):
        said = [words for prompt in made.prompts for words in words_of(prompt)]
        said += [line for pathway in made.pathways for line in pathway.say]
        assert not [words for words in said if "!" in words]


@EVERY
def test_every_question_says_why_it_is_asked(id_: str, purpose: str) -> None:
    for made in all_of(id_, purpose):
        assert not [prompt.id for prompt in made.prompts if not prompt.why.strip()]


@EVERY
def test_no_two_questions_read_alike(id_: str, purpose: str) -> None:
    for made in all_of(id_, purpose):
        questions = [" ".join(prompt.question.casefold().split()) for prompt in made.prompts]
        assert sorted(questions) == sorted({*questions})


@EVERY
def test_the_full_form_has_three_questions_for_each_principle_at_least(
    id_: str, purpose: str
) -> None:
    for made in all_of(id_, purpose, Form.FULL):
        for principle in Principle:
            asked = [prompt for prompt in made.prompts if prompt.principle is principle]
            assert len(asked) >= 3, principle


@pytest.mark.parametrize("id_", ["prepare", "reflect"])
@pytest.mark.parametrize("purpose", [purpose.id for purpose in real_library().purposes])
@pytest.mark.parametrize("form", Form)
def test_home_phone_and_office_are_not_the_same_visit(id_: str, purpose: str, form: Form) -> None:
    said = {
        channel: {p.id: p.question for p in real_checklist(id_, purpose, channel, form).prompts}
        for channel in (Channel.HOME, Channel.PHONE, Channel.OFFICE)
    }
    for one in said:
        for other in said:
            if one is not other:
                both = said[one].keys() & said[other].keys()
                differ = [asked for asked in both if said[one][asked] != said[other][asked]]
                assert len(differ) >= 2, (one, other)


def _other(made: Checklist, form: Form) -> Checklist:
    return real_checklist(made.id, made.purpose, made.channel, form)


def _words(prompt: Prompt) -> set[str]:
    match prompt.form:
        case AnswerForm.PICK_ONE | AnswerForm.PICK_MANY:
            return set(prompt.values)
        case AnswerForm.YES_NOT_YET:
            return {"yes", "not yet"}
        case AnswerForm.SORT:
            return {*SORT_GROUPS, *(f"no {group}" for group in SORT_GROUPS)}
        case AnswerForm.MINE_OURS_SYSTEM:
            return {*CARRY_GROUPS, *(f"no {group}" for group in CARRY_GROUPS)}
        case AnswerForm.PROMISE:
            return {"all mine"}
        case _:
            return set()


@EVERY
def test_a_gate_looks_back_at_a_question_that_could_have_been_answered_so(
    id_: str, purpose: str
) -> None:
    """Or a prompt would be closed for ever, and nobody would know."""
    for made in all_of(id_, purpose):
        can_say: dict[str, set[str]] = {}
        elsewhere = {p.id for form in Form for p in _other(made, form).prompts}
        for section in made.sections:
            for prompt in section.prompts:
                for test in (*prompt.when.answers, *prompt.unless.answers):
                    if test.prompt not in can_say and test.prompt not in {
                        p.id for p in made.prompts
                    }:
                        assert test.prompt in elsewhere, (
                            f"{prompt.id}: {test.prompt} is never asked"
                        )
                        continue
                    assert test.prompt in can_say, f"{prompt.id} looks ahead at {test.prompt}"
                    assert {*test.words} <= can_say[test.prompt], f"{prompt.id}: {test.words}"
                    if section.landing:
                        landed = {p.id for s in made.sections if s.landing for p in s.prompts}
                        assert test.prompt in landed
                can_say[prompt.id] = _words(prompt)


@EVERY
def test_stop_rules_are_declared_while_landing_and_lead_somewhere(id_: str, purpose: str) -> None:
    for made in all_of(id_, purpose):
        known = {pathway.id: pathway for pathway in made.pathways}
        stops = []
        for section in made.sections:
            for prompt in section.prompts:
                for choice in prompt.choices:
                    if choice.pathway or choice.unsafe:
                        assert section.landing, prompt.id
                    if choice.pathway:
                        stops.append(choice.pathway)
                        assert known[choice.pathway].say, "advice that holds anywhere"
        if made.id == "reflect":
            assert "domestic-abuse" in stops, "it can be told on any visit"
            assert made.sections[0].landing, "landing comes first"
            assert [s.id for s in made.sections if s.stop] == ["stop"]
            assert made.prompt("stop.recorded")
        else:
            assert made.prompts[0].id == HAT_PROMPT, "which hat comes first"
            assert made.card
            assert {stop.pathway for stop in made.card.stops} <= known.keys()


@EVERY
def test_choices_can_be_told_apart(id_: str, purpose: str) -> None:
    for made in all_of(id_, purpose):
        for prompt in made.prompts:
            assert len({choice.value for choice in prompt.choices}) == len(prompt.choices)
            assert len({choice.label for choice in prompt.choices}) == len(prompt.choices)
            picks = prompt.form in (AnswerForm.PICK_ONE, AnswerForm.PICK_MANY)
            assert bool(prompt.choices) == picks, prompt.id


def test_each_purpose_is_picked_by_a_letter_of_its_own() -> None:
    letters = [purpose.letter for purpose in real_library().purposes]
    assert len({*letters}) == len(letters)
    assert all(purpose.name and purpose.label for purpose in real_library().purposes)
