"""Somebody going about a checklist in any way: nothing is lost, the end is always in reach."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from making import (
    EMPTY,
    answers_to,
    checklists,
    real_checklists,
    visit,
)

from practice.walking import PLANNED, open_ids, to_the_end
from tipcoach.errors import AnswerNotTaken
from tipcoach.practice.answer import (
    Answer,
    AnswerForm,
    Picked,
    Text,
    is_empty,
    words_for_gates,
)
from tipcoach.practice.checklist import (
    HAT_PROMPT,
    Prompt,
)
from tipcoach.practice.entry import asked_on
from tipcoach.practice.visit import Hat
from tipcoach.practice.walk import END, Walk

LEFT_AFTER_A_STOP = {AnswerForm.PICK_ONE, AnswerForm.YES_NOT_YET}


class Walking(RuleBasedStateMachine):
    """Somebody going about a checklist in any way the keys allow.

    `held` is what they have written down so far, kept apart from the walk.
    """

    library = checklists()
    walk: Walk
    held: dict[str, Answer]

    @initialize(data=st.data(), hat=st.none() | st.sampled_from(Hat))
    def begin(self, data: st.DataObject, hat: Hat | None) -> None:
        made = data.draw(self.library)
        called = data.draw(st.sets(st.sampled_from([p.id for p in made.prompts]), max_size=2))
        planned = data.draw(st.sampled_from([(), PLANNED]))
        self.walk = Walk.begin(made, visit(hat), called=frozenset(called), planned=planned)
        self.held = dict(self.walk.answers)

    # -- what an officer does ------------------------------------------------------------

    @rule(data=st.data())
    def answer_every_question(self, data: st.DataObject) -> None:
        self.walk = self.walk.go_to(self.walk.path[0].id) if self.walk.path else self.walk
        for _ in self.walk.checklist.prompts:
            for asked in self.walk.step.prompts if self.walk.step else ():
                if asked.id in open_ids(self.walk):
                    self._answer(asked, data)
            self.walk = self.walk.next()

    @precondition(lambda self: self.walk.path)
    @rule(data=st.data())
    def answer_somewhere(self, data: st.DataObject) -> None:
        step = data.draw(st.sampled_from(self.walk.path))
        self.walk = self.walk.go_to(step.id)
        asked = data.draw(st.sampled_from(step.prompts))
        before = self.walk
        self._answer(asked, data)

        undone = self.walk.answer(asked.id, before.answers.get(asked.id, EMPTY))
        assert undone.path == before.path, "taking the answer back did not bring the path back"
        assert dict(undone.answers) == dict(before.answers)
        assert undone.set_aside() == before.set_aside()

    @precondition(lambda self: self.walk.step is not None)
    @rule(data=st.data())
    def take_the_answer_away(self, data: st.DataObject) -> None:
        assert self.walk.step is not None
        asked = data.draw(st.sampled_from(self.walk.step.prompts))
        self.walk = self.walk.answer(asked.id, EMPTY)
        self.held.pop(asked.id, None)

    @rule()
    def next(self) -> None:
        before = self.walk
        self.walk = before.next()
        if before.at == END:
            assert self.walk.at == END
        else:
            back = self.walk.back()
            assert (back.at, back.path) == (before.at, before.path)
            assert back.answers == before.answers

    @rule()
    def back(self) -> None:
        before = self.walk
        self.walk = before.back()
        assert self.walk.answers == before.answers
        if before.path and before.at != before.path[0].id:
            assert self.walk.next().at == before.at

    @rule(data=st.data())
    def go_to(self, data: st.DataObject) -> None:
        place = data.draw(st.sampled_from([*(step.id for step in self.walk.path), END]))
        self.walk = self.walk.go_to(place)
        assert self.walk.at == place
        assert self.walk.go_to("nowhere") == self.walk

    def teardown(self) -> None:
        """However it went: the end is in reach, and only the answers decide what is kept."""
        if not hasattr(self, "held"):
            return
        walk = self.walk
        for _ in range(len(walk.path)):
            walk = walk.next()
        assert walk.at == END

        live = {asked.id: answer for asked, answer in self.walk.live_answers()}
        kept = asked_on(to_the_end(self.walk))
        written = [one.id for one in self.walk.open_prompts() if not one.form.is_only_said]
        assert [asked.prompt for asked in kept] == written
        for other in (self._forwards(live), self._backwards(live)):
            assert asked_on(to_the_end(other)) == kept
            assert other.stopped == self.walk.stopped

    # -- what always holds ---------------------------------------------------------------

    @invariant()
    def nothing_is_lost(self) -> None:
        live = {asked.id: answer for asked, answer in self.walk.live_answers()}
        aside = {asked.id: answer for asked, answer in self.walk.set_aside()}
        assert not live.keys() & aside.keys()
        assert live | aside == self.held

    @invariant()
    def somewhere_that_is_met_once(self) -> None:
        ids = [step.id for step in self.walk.path]
        assert len(ids) == len(set(ids))
        assert self.walk.at == END or self.walk.at in ids

    @invariant()
    def what_is_closed_takes_no_answer(self) -> None:
        still_open = open_ids(self.walk)
        for asked in self.walk.checklist.prompts:
            if asked.id not in still_open:
                with pytest.raises(AnswerNotTaken):
                    self.walk.answer(asked.id, Text("words"))
                break

    @invariant()
    def each_gate_holds(self) -> None:
        """What is open may be open by the answers that stand before it, and by no others."""
        said: dict[str, frozenset[str]] = {}
        for asked in self.walk.open_prompts():
            hat = self.walk.hat
            assert asked.when.all_hold(hat, said), f"{asked.id} is open too far"
            assert not asked.unless.any_holds(hat, said), f"{asked.id} is open too far"
            if asked.id in self.held:
                said[asked.id] = words_for_gates(self.held[asked.id])

    @invariant()
    def what_is_closed_has_a_reason(self) -> None:
        walk, still_open = self.walk, open_ids(self.walk)
        said: dict[str, frozenset[str]] = {}
        for one in walk.checklist.sections:
            if one.stop if walk.stopped is None else not (one.landing or one.stop):
                continue
            most = len(one.prompts) if one.asks is None or one.together else one.asks
            if most == one.asks and one.principle and one.principle is walk.watched:
                most = one.asks_when_watched or most
            asked: list[Prompt] = []
            for each in one.prompts:
                if each.id in still_open:
                    asked.append(each)
                    if each.id in self.held:
                        said[each.id] = words_for_gates(self.held[each.id])
                    continue
                shut = not each.when.all_hold(walk.hat, said)
                shut = shut or each.unless.any_holds(walk.hat, said)
                shut = shut or (walk.officer_unsafe and each.own_conduct)
                shut = shut or (each.looks_back and not walk.has_a_plan)
                shut = shut or bool(walk.stopped and each.form not in LEFT_AFTER_A_STOP)
                rotated = len(asked) >= most and each.id not in walk.called
                twice = one.together and each.principle in {p.principle for p in asked}
                # While stopped, a closed question may still take up a place in the rotation.
                assert shut or rotated or twice or (walk.stopped and one.asks), each.id
            if not one.together:
                assert len([p for p in asked if p.id not in walk.called]) <= most

    @invariant()
    def a_stop_rule_leaves_no_room_for_words(self) -> None:
        if self.walk.stopped:
            left = {prompt.form for prompt in self.walk.open_prompts()}
            assert left <= LEFT_AFTER_A_STOP
            sections = [step.section for step in self.walk.path]
            assert all(one.landing or one.stop for one in sections)
        else:
            assert not any(step.section.stop for step in self.walk.path)
            for asked, answer in self.walk.live_answers():
                choice = asked.choice(answer.value) if isinstance(answer, Picked) else None
                assert choice is None or choice.pathway is None, "a stop rule did not stop"

    @invariant()
    def somebody_unsafe_is_not_asked_what_they_did(self) -> None:
        unsafe = [
            asked
            for asked, answer in self.walk.live_answers()
            if isinstance(answer, Picked)
            for choice in asked.choices
            if choice.value == answer.value and choice.unsafe
        ]
        assert self.walk.officer_unsafe == bool(unsafe)
        if unsafe:
            assert not any(prompt.own_conduct for prompt in self.walk.open_prompts())

    # -- how -----------------------------------------------------------------------------

    def _answer(self, asked: Prompt, data: st.DataObject) -> None:
        if asked.form is AnswerForm.SAY_ONLY:
            return
        answer = data.draw(answers_to(asked, st.sampled_from(["", "some", "words"])))
        at = self.walk.at
        self.walk = self.walk.answer(asked.id, answer)
        assert self.walk.step is not None, "the question vanished because it was answered"
        assert self.walk.at == at
        self.held.pop(asked.id, None)
        if not is_empty(answer):
            self.held[asked.id] = answer

    def _begin_again(self) -> Walk:
        walk = self.walk
        fresh = Walk.begin(walk.checklist, walk.visit, called=walk.called, planned=walk.planned)
        if HAT_PROMPT in fresh.answers and HAT_PROMPT not in walk.answers:
            fresh = fresh.answer(HAT_PROMPT, EMPTY)
        return fresh

    def _forwards(self, live: dict[str, Answer]) -> Walk:
        walk = self._begin_again()
        walk = walk.go_to(walk.path[0].id) if walk.path else walk
        for _ in walk.checklist.prompts:
            walk = self._say_here(walk, live).next()
        return walk

    def _backwards(self, live: dict[str, Answer]) -> Walk:
        walk = self._begin_again()
        for _ in live:
            walk = walk.go_to(END)
            for _ in walk.path:
                walk = self._say_here(walk.back(), live)
            if live.keys() <= walk.answers.keys():
                break
        return walk

    @staticmethod
    def _say_here(walk: Walk, live: dict[str, Answer]) -> Walk:
        """Answer all that is on this screen, with what opens on it meanwhile."""
        for asked in walk.checklist.prompts:
            if asked.id in live and walk.step is not None and asked in walk.step.prompts:
                walk = walk.answer(asked.id, live[asked.id])
        return walk


class WalkingTheLibrary(Walking):
    """The same, through the checklists people are given."""

    library = real_checklists()


TestWalking = Walking.TestCase
TestWalking.settings = settings(max_examples=70, stateful_step_count=10)
TestWalkingTheLibrary = WalkingTheLibrary.TestCase
TestWalkingTheLibrary.settings = settings(max_examples=6, stateful_step_count=6)
