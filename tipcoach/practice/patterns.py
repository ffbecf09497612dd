"""What comes back in an officer's own visits: a fold over entries and promises, for them alone.

It says what recurs and nothing of how anyone does: no total, no percentage, nothing beside
another time or another person. One or two of something are no pattern. How officers are
themselves is in none: neither the staff mirror, nor the one word at landing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tipcoach.practice.answer import AnswerForm, Picked, PickedMany, as_text
from tipcoach.practice.barrier import Barrier
from tipcoach.practice.card import HAT_SENTENCE
from tipcoach.practice.checklist import BRING_PROMPTS, Principle
from tipcoach.practice.entry import Asked, Entry, Outcome
from tipcoach.practice.follow_up import Became
from tipcoach.practice.ledger import LedgerLine

AT_STAKE_PROMPT = "watch.at-stake"
BARRIERS_PROMPT = "sense.barriers"

A_PATTERN = 3
"""How often something comes back before anything is said of it."""
ASKED_OFTEN = 5
LEFT_OF_FIVE = 4
"""A question is one that tends to be left when it was asked five times or more, and of every
five at least four were left without an answer."""
MONTHS_TO_BRING, MOST_TO_BRING = 3, 5

# What is picked belongs to landing, to a stop rule or to the hat; and where nothing was
# promised, nothing was left.
_NEVER_LEFT = frozenset(
    {
        AnswerForm.PICK_ONE,
        AnswerForm.YES_NOT_YET,
        AnswerForm.ONE_WORD,
        AnswerForm.PROMISE,
        AnswerForm.SAY_ONLY,
        AnswerForm.ON_SCREEN_ONLY,
    }
)


@dataclass(frozen=True, slots=True)
class Recurring:
    """One thing that comes back: its id, how it is called, and how many times it was written."""

    id: str
    label: str
    times: int


@dataclass(frozen=True, slots=True)
class TendsToBeLeft:
    """A question that is asked and left, as it was last asked. How often is not said."""

    prompt: str
    question: str


@dataclass(frozen=True, slots=True)
class ToBring:
    """What an officer wrote that may go to supervision; `month` is that of its entry."""

    entry: str
    month: str
    text: str


@dataclass(frozen=True, slots=True)
class Patterns:
    """What comes back in the months from `first` to `last`, both `YYYY-MM`, most often first.

    `at_stake` are principles and `written_about` purposes, by how many entries name them;
    `in_the_way` are barriers. Of promises that were not kept or were given a new date,
    `slipped_whose` says whose they were and `slipped_because` what came between.
    """

    first: str
    last: str
    at_stake: tuple[Recurring, ...] = ()
    written_about: tuple[Recurring, ...] = ()
    in_the_way: tuple[Recurring, ...] = ()
    slipped_whose: tuple[Recurring, ...] = ()
    slipped_because: tuple[Recurring, ...] = ()
    tend_to_be_left: tuple[TendsToBeLeft, ...] = ()
    to_bring: tuple[ToBring, ...] = ()


def months_until(today: date, months: int) -> tuple[str, str]:
    """The first and the last of so many months, this one among them, as `YYYY-MM`."""
    first = max(today.year * 12 + today.month - months, 12)
    return f"{first // 12:04}-{first % 12 + 1:02}", f"{today:%Y-%m}"


def patterns(
    entries: Iterable[Entry],
    lines: Iterable[LedgerLine],
    today: date,
    months: int,
    barriers: Iterable[Barrier] = (),
) -> Patterns:
    """What comes back in the last `months` months.

    `entries` are those that stand, of any month and in any order; `lines` are of the ledger;
    `barriers` name those that were only said of a promise, for that holds no label.
    """
    first, last = months_until(today, months)
    within = sorted(
        (e for e in entries if e.kind.is_about_a_visit and first <= e.month <= last),
        key=lambda entry: entry.id,
    )
    # What does not say what it was about, such as a visit that was stopped, says nothing here.
    told = [entry for entry in within if entry.purpose and entry.stopped is None]
    labels = {barrier.id: barrier.label for barrier in barriers} | _barrier_labels(told)
    slipped = _slipped(lines, {entry.id for entry in within})
    because = [line.outcome.because for line in slipped if line.outcome and line.outcome.because]
    return Patterns(
        first=first,
        last=last,
        at_stake=_at_stake(told),
        written_about=_written_about(told),
        in_the_way=_recurring([*_barriers(told), *because], labels),
        slipped_whose=_recurring(
            (line.promise.whose.value for line in slipped),
            {line.promise.whose.value: line.promise.whose.label for line in slipped},
        ),
        slipped_because=_recurring(because, labels),
        tend_to_be_left=_tend_to_be_left(told),
        to_bring=_to_bring(within, months_until(today, min(months, MONTHS_TO_BRING))[0]),
    )


def _recurring(ids: Iterable[str], labels: Mapping[str, str]) -> tuple[Recurring, ...]:
    """What is there often enough, most often first and then by id."""
    counted = sorted(Counter(ids).items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Recurring(id_, labels.get(id_) or id_, times)
        for id_, times in counted
        if times >= A_PATTERN
    )


def _at_stake(entries: Sequence[Entry]) -> tuple[Recurring, ...]:
    """Where officers said so after a visit: what they meant to watch before it is not that."""
    said = (entry.answer_to(AT_STAKE_PROMPT) for entry in entries)
    picked = (answer.value for answer in said if isinstance(answer, Picked))
    return _recurring((value for value in picked if value in list(Principle)), {})


def _written_about(entries: Sequence[Entry]) -> tuple[Recurring, ...]:
    """By purpose, each called as the newest entry has it."""
    about = [(entry.purpose, entry.visit_label) for entry in entries if entry.purpose]
    return _recurring((purpose for purpose, _ in about), dict(about))


def _barriers(entries: Sequence[Entry]) -> list[str]:
    return [value for asked in _asked_of_barriers(entries) for value in _values(asked)]


def _asked_of_barriers(entries: Sequence[Entry]) -> list[Asked]:
    return [asked for entry in entries for asked in entry.asked if asked.prompt == BARRIERS_PROMPT]


def _values(asked: Asked) -> tuple[str, ...]:
    return asked.answer.values if isinstance(asked.answer, PickedMany) else ()


def _barrier_labels(entries: Sequence[Entry]) -> dict[str, str]:
    """What each barrier was called when it was last picked, as far as that can be told."""
    labels: dict[str, str] = {}
    for asked in _asked_of_barriers(entries):
        values = _values(asked)
        named = [asked.label] if len(values) == 1 else asked.label.split(", ")
        if len(named) == len(values):
            labels |= dict(zip(values, named, strict=True))
    return labels


def _slipped(lines: Iterable[LedgerLine], made_in: set[str]) -> list[LedgerLine]:
    return [
        line
        for line in lines
        if line.id.entry in made_in
        and line.outcome is not None
        and line.outcome.became is not Became.KEPT
    ]


def _tend_to_be_left(entries: Sequence[Entry]) -> tuple[TendsToBeLeft, ...]:
    """One of the five that was shown and not opened was not asked."""
    outcomes: dict[str, list[Outcome]] = defaultdict(list)
    questions: dict[str, str] = {}
    for entry in entries:
        for asked in entry.asked:
            is_asked = asked.outcome is not Outcome.SHOWN
            if is_asked and asked.form not in _NEVER_LEFT and asked.prompt != HAT_SENTENCE:
                outcomes[asked.prompt].append(asked.outcome)
                questions[asked.prompt] = asked.question
    left = sorted(prompt for prompt, came in outcomes.items() if _is_left(came))
    return tuple(TendsToBeLeft(prompt, questions[prompt]) for prompt in left)


def _is_left(outcomes: Sequence[Outcome]) -> bool:
    left = outcomes.count(Outcome.SKIPPED)
    return len(outcomes) >= ASKED_OFTEN and left * 5 >= len(outcomes) * LEFT_OF_FIVE


def _to_bring(entries: Sequence[Entry], first: str) -> tuple[ToBring, ...]:
    """The newest few answers that ask for somebody else's ear, newest first."""
    found = [
        ToBring(entry.id, entry.month, as_text(asked.answer))
        for entry in reversed(entries)
        if entry.month >= first
        for asked in entry.asked
        if asked.prompt in BRING_PROMPTS and asked.answer is not None
    ]
    return tuple(found[:MOST_TO_BRING])
