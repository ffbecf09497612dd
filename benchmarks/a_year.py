"""A year of one officer's visits, made up, and its patterns worked out a second time, slowly.

    python benchmarks/a_year.py

Says whether `tipcoach patterns` reads true of a few such years, and what it costs beside
reading the same files. Nobody is in it: real questions, made-up answers. The same seed makes
the same year.
"""

import random
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from measuring import Promise as Measured
from measuring import in_turn, report, seconds
from patterns_by_hand import patterns_by_hand
from ulid import ULID

from tipcoach.coach.coach import Coach
from tipcoach.coach.patterns import my_patterns
from tipcoach.journal.written import write_entry, write_follow_up
from tipcoach.library.finder import find_prompts
from tipcoach.library.library import Library
from tipcoach.practice.answer import (
    Answer,
    AnswerForm,
    Carried,
    IfThen,
    Lines,
    Picked,
    PickedMany,
    Promised,
    Sorted,
    Text,
    YesNotYet,
)
from tipcoach.practice.checklist import Checklist, Principle, Prompt, Section
from tipcoach.practice.entry import Asked, Entry, Kind, Outcome
from tipcoach.practice.follow_up import Became, FollowUp, PromiseOutcome
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.visit import Channel, Form, Hat, Visit
from tipcoach.settings import HOME_VARIABLE, places

ENDS = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
VISITS, DAYS = 400, 430
"""Somewhat more than a year, so that some of it is too long ago to be counted."""
SEEDS, RUNS = range(1, 21), 15
MOST_TIMES = 20.0

# None is an id that is offered today: how that one is called is in no file of a journal.
BARRIERS = {
    "waiting": "Another team",
    "no-time": "Time, or the lack of it",
    "a-target": "A target",
    "a-letter": "A letter that had gone out",
    "no-route": "No route to follow",
}
RENAMED = {"a-target": "A target or a deadline"}
"""What a barrier is called in the second half of the year."""
STOPPED, UNNAMED, ALONE, CORRECTED, PROMISED, SETTLED = 0.05, 0.04, 0.05, 0.08, 0.5, 0.75
"""How many visits are stopped, or name no purpose; how many entries are about none, are put
right, or hold promises; and how many promises something is said of."""
FEW_PURPOSES = ("arrears", "repairs-access", "damp", "offer", "notice", "welfare")

BST = timezone(timedelta(hours=1))
Record = Entry | FollowUp


def make_year(folder: Path, seed: int = 1, visits: int = VISITS) -> None:
    """Put a year under `folder`, which is the journal itself. Nothing is synced."""
    for record in a_year(seed, visits):
        month = folder / f"{ULID.from_str(record.id).datetime:%Y-%m}"
        month.mkdir(parents=True, exist_ok=True)
        data = write_entry(record) if isinstance(record, Entry) else write_follow_up(record)
        (month / f"{record.id}.json").write_bytes(data)


def a_year(seed: int = 1, visits: int = VISITS) -> Iterator[Record]:
    """Every record of a year, each after those it names."""
    chance = random.Random(seed)
    for number in range(visits):
        ago = timedelta(days=DAYS * (visits - number - chance.random()) / visits)
        entry = _entry(chance, ENDS - ago)
        yield entry
        yield from _what_came_after(chance, entry)


# -- what came after ---------------------------------------------------------------------


def _what_came_after(chance: random.Random, entry: Entry) -> Iterator[Record]:
    """What was said of its promises, and what was put right, in the order of the days."""
    yield from _said_of_promises(chance, entry)
    if entry.visit is not None and chance.random() < CORRECTED:
        later = _put_right(chance, entry)
        yield later
        yield from _what_came_after(chance, later)


def _said_of_promises(chance: random.Random, entry: Entry) -> Iterator[FollowUp]:
    for number in range(1, len(entry.promises) + 1):
        if chance.random() > SETTLED:
            continue
        said = _said(chance, entry, number, None)
        yield said
        if chance.random() < 0.4:
            # In place of the first, or beside it from another window.
            replaces = said.id if chance.random() < 0.7 else None
            yield _said(chance, entry, number, replaces, after=said.created)


def _said(
    chance: random.Random,
    entry: Entry,
    number: int,
    replaces: str | None,
    after: datetime | None = None,
) -> FollowUp:
    created = _later(chance, after or entry.created)
    became = chance.choice((*Became, Became.NOT_KEPT))
    kept = became is Became.KEPT
    outcome = PromiseOutcome(
        number=number,
        became=became,
        due=created.date() + timedelta(days=7) if became is Became.RENEGOTIATED else None,
        told=None if kept else chance.random() < 0.5,
        because="" if kept or chance.random() < 0.3 else chance.choice([*BARRIERS]),
    )
    return FollowUp(_id(chance, created), created, entry.id, outcome, replaces)


def _put_right(chance: random.Random, entry: Entry) -> Entry:
    """The entry again: a promise in other words, one taken out, or another answer."""
    created = _later(chance, entry.created)
    asked = tuple(_other_words(chance, one) for one in entry.asked)
    return replace(
        entry, id=_id(chance, created), created=created, asked=asked, supersedes=entry.id
    )


def _other_words(chance: random.Random, asked: Asked) -> Asked:
    match asked.answer:
        case Promised((first, *rest)) if chance.random() < 0.5:
            reworded = replace(first, text=f"{first.text}, in other words")
            return replace(asked, answer=Promised((reworded, *rest)))
        case Promised((_, *rest)) if rest:
            return replace(asked, answer=Promised(tuple(rest)))
        case Text(text):
            return replace(asked, answer=Text(f"{text} Put right."))
    return asked


def _later(chance: random.Random, moment: datetime) -> datetime:
    return moment + timedelta(seconds=chance.randint(60, 20 * 24 * 3600))


# -- an entry ----------------------------------------------------------------------------


def _entry(chance: random.Random, at: datetime) -> Entry:
    created = _here(chance, at)
    if chance.random() < ALONE:
        return _alone(chance, created)
    kind = Kind.REFLECTION if chance.random() < 0.6 else Kind.PREPARATION
    checklist = _checklist(
        "reflect" if kind is Kind.REFLECTION else "prepare",
        chance.choice(FEW_PURPOSES),
        chance.choice([*Channel]),
        chance.choice([*Form]),
    )
    is_stopped = kind is Kind.REFLECTION and chance.random() < STOPPED
    is_named = not is_stopped and chance.random() > UNNAMED
    purpose = checklist.purpose if is_named else None
    assert checklist.channel is not None
    return Entry(
        id=_id(chance, created),
        kind=kind,
        created=created,
        visit=Visit(purpose, checklist.channel, f"{created:%Y-%m}", chance.choice([*Hat])),
        visit_label="" if is_stopped else checklist.purpose_label,
        form=checklist.form,
        checklist_id=checklist.id,
        checklist_hash="",
        asked=tuple(_asked(chance, checklist, created, is_stopped)),
        stopped="safeguarding" if is_stopped else None,
        watched=_watched(chance) if not is_stopped and chance.random() < 0.7 else None,
    )


def _here(chance: random.Random, at: datetime) -> datetime:
    """The time as it is here; now and then just after midnight on the first of a month."""
    here = at.astimezone(BST if 4 <= at.month <= 10 else UTC).replace(microsecond=0)
    return here.replace(day=1, hour=0, minute=20) if chance.random() < 0.03 else here


def _alone(chance: random.Random, created: datetime) -> Entry:
    """A staff mirror or a team walk; its answers are in no pattern, whatever they are to."""
    return Entry(
        id=_id(chance, created),
        kind=chance.choice([Kind.STAFF_MIRROR, Kind.WALK_IT_AS_THEM]),
        created=created,
        visit=None,
        visit_label="",
        form=Form.FULL,
        checklist_id="staff-mirror",
        checklist_hash="",
        asked=(
            _barriers(chance, created),
            Asked("mirror.load", None, "What weighs?", AnswerForm.TEXT, Outcome.SKIPPED),
        ),
    )


@cache
def _library() -> Library:
    return Library(find_prompts())


@cache
def _checklist(id_: str, purpose: str, channel: Channel, form: Form) -> Checklist:
    return _library().checklist(id_, purpose, channel, form)


def _watched(chance: random.Random) -> Principle:
    one: Principle = chance.choices([*Principle], weights=(6, 9, 3, 1, 4))[0]
    return one


def _asked(
    chance: random.Random, checklist: Checklist, created: datetime, is_stopped: bool
) -> Iterator[Asked]:
    for section in checklist.sections:
        if section.only_when_called:
            continue
        if section.stop:
            continue
        prompts = list(section.prompts)
        chance.shuffle(prompts)
        for prompt in prompts[: section.asks]:
            if prompt.form is AnswerForm.SAY_ONLY or prompt.id == "sense.barriers":
                continue
            if is_stopped and not prompt.form.is_left_after_a_stop:
                continue
            yield _question(chance, section, prompt)
    if checklist.id == "reflect" and checklist.form is Form.FULL and chance.random() < 0.7:
        yield _barriers(chance, created)


def _barriers(chance: random.Random, created: datetime) -> Asked:
    picked = tuple(sorted(chance.sample([*BARRIERS], chance.randint(1, 3))))
    called = BARRIERS | (RENAMED if created > ENDS - timedelta(days=180) else {})
    return Asked(
        "sense.barriers",
        None,
        "What got in the way?",
        AnswerForm.PICK_MANY,
        Outcome.ANSWERED,
        PickedMany(picked),
        ", ".join(called[one] for one in picked),
    )


def _question(chance: random.Random, section: Section, prompt: Prompt) -> Asked:
    answer = None if _is_left(chance, prompt) else _answer(chance, prompt)
    skipped = Outcome.SHOWN if section.together else Outcome.SKIPPED
    return Asked(
        prompt=prompt.id,
        principle=prompt.principle,
        question=prompt.question,
        form=prompt.form,
        outcome=skipped if answer is None else Outcome.ANSWERED,
        answer=answer,
        label=prompt.choices[0].label if isinstance(answer, Picked) else "",
    )


def _is_left(chance: random.Random, prompt: Prompt) -> bool:
    """Every question has a habit of its own: most are answered, some hardly ever."""
    if prompt.form is AnswerForm.PROMISE:
        return chance.random() > PROMISED
    habit = random.Random(prompt.id).choice((0.2, 0.5, 0.8, 0.9))
    return chance.random() < habit


def _answer(chance: random.Random, prompt: Prompt) -> Answer:
    number = chance.randrange(10_000)
    match prompt.form:
        case AnswerForm.PICK_ONE if prompt.id == "watch.at-stake":
            return Picked(_watched(chance).value)
        case AnswerForm.PICK_ONE:
            return Picked(prompt.values[0])
        case AnswerForm.PICK_MANY:
            return PickedMany(prompt.values[:1])
        case AnswerForm.MINE_OURS_SYSTEM:
            return Carried((f"My part, {number}",), (), ("The wait",))
        case AnswerForm.YES_NOT_YET:
            return YesNotYet(chance.random() < 0.5)
        case AnswerForm.LIST:
            return Lines((f"One thing, {number}", "And another"))
        case AnswerForm.SORT:
            return Sorted((f"The rent, {number}",), (), ("When to talk",))
        case AnswerForm.IF_THEN:
            return IfThen("it goes quiet", f"I count to {number}")
        case AnswerForm.PROMISE:
            made = range(chance.randint(1, 3))
            return Promised(tuple(_promise(chance, f"{number}.{place}") for place in made))
        case AnswerForm.ONE_WORD:
            return Text("wired")
        case _:
            return Text(f"Something of that visit, {number}.")


def _promise(chance: random.Random, name: str) -> Promise:
    (whose,) = chance.choices([*Whose], weights=(6, 2, 2, 4))
    return Promise(f"Send {name}", None, whose)


def _id(chance: random.Random, created: datetime) -> str:
    milliseconds = int(created.timestamp() * 1000)
    return str(ULID(milliseconds.to_bytes(6, "big") + chance.randbytes(10)))


# -- does it read true, and what does it cost --------------------------------------------


def coach_of(home: Path) -> Coach:
    return Coach(places({HOME_VARIABLE: str(home)}), clock=lambda: ENDS)


def reads_true(home: Path, today: date, months: int = 12) -> bool:
    """Whether the patterns of a home are those that are worked out by hand."""
    coach = coach_of(home)
    found = asdict(my_patterns(coach, months))
    return found == patterns_by_hand(coach.places.journal, today, months)


def main() -> int:
    wrong = []
    with tempfile.TemporaryDirectory(prefix="tipcoach-a-year-") as folder:
        for seed in SEEDS:
            home = Path(folder) / str(seed)
            make_year(coach_of(home).places.journal, seed)
            wrong += [
                seed for months in (1, 3, 12, 24) if not reads_true(home, ENDS.date(), months)
            ]
        print(f"{len(SEEDS)} years of {VISITS} visits; not read true: {wrong or 'none'}")
        coach = coach_of(Path(folder) / str(SEEDS[0]))
        files = sorted(coach.places.journal.rglob("*.json"))

        def read_files() -> None:
            for path in files:
                path.read_bytes()

        found = in_turn(
            {
                "patterns": lambda: seconds(lambda: my_patterns(coach)) * 1000,
                "files": lambda: seconds(read_files) * 1000,
            },
            RUNS,
        )
    title = f"{len(files)} files, medians of {RUNS} runs in turn"
    cost = Measured("patterns of a year", found["patterns"], found["files"], MOST_TIMES)
    return report(title, [cost]) or bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
