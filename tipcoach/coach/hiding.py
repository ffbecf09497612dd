"""Questions an officer has hidden: hide one, ask it again, and see which there are.

It is the officer's own choice and stands in their settings. A file of answers may answer a
hidden question all the same.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tipcoach.coach.begin import CHECKLISTS
from tipcoach.coach.coach import Coach
from tipcoach.errors import NotFound, TipcoachError, WrongUsage
from tipcoach.practice.checklist import Checklist
from tipcoach.practice.entry import Kind
from tipcoach.practice.hiding import Hiding, hiding
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.visit import Channel, Form

_HOW_TO_LIST = "`tipcoach patterns` shows those that you tend to leave, and those you have hidden."


@dataclass(frozen=True, slots=True)
class Hidden:
    """A question that is hidden, by its words; by its id where it is not asked any more."""

    prompt: str
    question: str


def hide(coach: Coach, prompt_id: str) -> Hiding:
    """Hide a question from the next walk on, and say what becomes of its place.

    Raises `NotFound`, `NotSaved`, `WrongUsage` when it has to stay, or `LibraryFault`.
    """
    what = what_hiding_does(coach, prompt_id)
    if what is None:
        raise WrongUsage(
            f"{prompt_id} stays: a visit needs it, or too few like it would be left.",
            "It may be skipped each time, and that costs nothing.",
        )
    coach.read_settings_again()
    if prompt_id not in coach.settings.hidden:
        _remember(coach, (*coach.settings.hidden, prompt_id))
    return what


def ask_again(coach: Coach, prompt_id: str) -> None:
    """Ask a hidden question again.

    Raises `NotFound` when it is not hidden, `SettingsFault` when it cannot be read what is, or
    `NotSaved`.
    """
    coach.read_settings_again()
    if prompt_id not in coach.settings.hidden:
        raise coach.settings_fault or NotFound(f"“{prompt_id[:40]}” is not hidden.", _HOW_TO_LIST)
    _remember(coach, tuple(each for each in coach.settings.hidden if each != prompt_id))


def what_hiding_does(coach: Coach, prompt_id: str) -> Hiding | None:
    """What hiding a question does where it is asked; nothing when it has to stay.

    Raises `LibraryFault`, or `NotFound` for a question that no visit is asked.
    """
    hidden = tuple(each for each in coach.settings.hidden if each != prompt_id)
    is_asked = False
    for checklist in _walks(coach):
        if checklist.prompt(prompt_id) is None:
            continue
        is_asked = True
        if what := hiding(checklist, hidden, prompt_id):
            return what
    if not is_asked:
        raise NotFound(f"No visit is asked “{prompt_id[:40]}”.", _HOW_TO_LIST)
    return None


def hidden_questions(coach: Coach) -> tuple[Hidden, ...]:
    """The questions that are hidden, in the order they were, in the words most visits have."""
    wanted = coach.settings.hidden
    words: dict[str, Counter[str]] = {each: Counter() for each in wanted}
    try:
        for checklist in _walks(coach) if wanted else ():
            for each in wanted:
                if prompt := checklist.prompt(each):
                    words[each][prompt.question] += 1
    except TipcoachError:
        # With prompt files that cannot be read a question can still be asked again, by its id.
        pass
    return tuple(Hidden(each, _usual(words[each]) or clean_line(each)) for each in wanted)


def _usual(words: Counter[str]) -> str:
    return max(words, key=lambda said: words[said], default="")


def _walks(coach: Coach) -> Iterator[Checklist]:
    """Every full walk about a visit; the quick ones ask nothing that may be hidden besides."""
    library = coach.library
    for kind in (Kind.PREPARATION, Kind.REFLECTION):
        for purpose in library.purposes:
            for channel in Channel:
                yield library.checklist(CHECKLISTS[kind], purpose.id, channel, Form.FULL)


def _remember(coach: Coach, hidden: tuple[str, ...]) -> None:
    coach.remember(hidden=hidden)
    if coach.settings_fault:
        # It holds for this window; the file is left for whoever wrote it.
        raise coach.settings_fault
