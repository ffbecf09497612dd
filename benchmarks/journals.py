"""Make a journal of any size for a benchmark: real questions, made-up answers, nobody in it.

    python benchmarks/journals.py FOLDER COUNT

A few hundred bodies are written by the program's own code, with a mark where each word, id
and day goes; an entry is one of them with the marks filled in. The same seed makes the same
journal.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from ulid import ULID

from tipcoach.journal.format import read_record
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
from tipcoach.practice.checklist import RECORDED_PROMPT, Checklist, Principle, Prompt
from tipcoach.practice.entry import Asked, Entry, Kind, Outcome
from tipcoach.practice.follow_up import Became, FollowUp, PromiseOutcome, Recorded, Said
from tipcoach.practice.promises import Promise, Whose
from tipcoach.practice.visit import Channel, Form, Hat, Visit

YEARS = 8
ENDS = datetime(2026, 11, 20, tzinfo=UTC)
BODIES = 300
QUESTIONS = 22
CHECKED_EVERY = 500

STOPPED, CORRECTED, FOLLOWED = 0.03, 0.01, 0.5
"""How many entries a stop rule ended, how many correct another, how many after-visits
look back on a preparation."""
WAITING = 5
"""How many of those a stop rule ended are not yet recorded; a follow-up says it of the rest."""
OPEN = 5
"""Of how many promises with a day nobody has said yet what became of them."""

WORD, ID, ABOUT, CORRECTS = "wworddw", "7" * 26, "6" * 26, "5" * 26
CREATED, DUE, MONTH = datetime(1999, 12, 31, tzinfo=UTC), date(1999, 11, 30), "1999-10"

COMMON = (
    "the and to of that was she he they it in for with had said not about as but then we at "
    "on there what when would before letter door rent home time first asked plan after ask "
    "call week damp money quiet room kitchen long waiting two month kept more felt again "
    "repair sister son school worried listen late work promise voice slow chair window tea "
    "choice story know offer arrears list neighbour noise form office because lift key heat "
    "next told pause table read name change keep bus walk sat stood spoke silence open heard "
    "help date paper phone cold boiler stairs garden dog thanks sorry tired angry calm hoped"
)
RARE = (
    "lantern harbour almanac thimble orchard velvet compass quarry saffron ledger bramble "
    "cobalt drizzle ember fathom gable heron inkwell juniper kestrel"
)
"""Words that stand in about one entry of a hundred or fewer, for a search to find."""

_WORDS = [word.encode() for word in f"{COMMON} {RARE}".split()]
_WEIGHTS = list(
    accumulate(0.0002 if word.decode() in RARE.split() else 1 / (place + 2)
               for place, word in enumerate(_WORDS))
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """An entry with marks in it, cut where a word goes."""

    kind: Kind
    stopped: bool
    due: tuple[int, ...]
    """The numbers of its promises that have a day."""
    pieces: tuple[bytes, ...]


@dataclass
class _Links:
    """What entries made so far may still be pointed at by later ones."""

    prepared: list[str] = field(default_factory=list)
    correctable: dict[Body, str] = field(default_factory=dict)
    stopped: list[str] = field(default_factory=list)
    promised: list[tuple[str, int]] = field(default_factory=list)

    def said_next(self) -> tuple[str, Said] | None:
        """What is said of an earlier entry in place of making another, while much waits."""
        if len(self.stopped) > WAITING:
            return self.stopped.pop(0), Recorded(True)
        if len(self.promised) > OPEN:
            about, number = self.promised.pop(0)
            return about, PromiseOutcome(number, Became.KEPT)
        return None


def make_journal(folder: Path, count: int, seed: int = 1) -> None:
    """Put `count` records under `folder`, as `YYYY-MM/ULID.json`. `folder` is the journal itself.

    They lie over the same eight years whatever `count` is. Nothing is synced: this is for
    measuring, not for keeping.
    """
    months: set[Path] = set()
    for number, (record_id, data) in enumerate(made_records(count, seed)):
        month = folder / f"{ULID.from_str(record_id).datetime:%Y-%m}"
        if month not in months:
            month.mkdir(parents=True, exist_ok=True)
            months.add(month)
        if number % CHECKED_EVERY == 0:
            read_record(data)
        with open(f"{month}/{record_id}.json", "xb") as file:  # noqa: PTH123  (the quick way)
            file.write(data)


def made_records(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """So many records, oldest first, as (id, bytes of the file)."""
    chance = random.Random(seed)
    made = _bodies(chance)
    bodies = [body for body in made if not body.stopped]
    stopped_bodies = [body for body in made if body.stopped]
    links = _Links()
    for created in _moments(count, chance):
        record_id = _id(created, chance)
        if said := links.said_next():
            yield record_id, write_follow_up(FollowUp(record_id, created, *said))
            continue
        body = chance.choice(stopped_bodies if chance.random() < STOPPED else bodies)
        yield record_id, _entry(body, record_id, created, links, chance)
        if body.stopped:
            links.stopped.append(record_id)
        elif body.kind is Kind.PREPARATION:
            links.prepared = [*links.prepared[-20:], record_id]
        links.promised += [(record_id, number) for number in body.due]
        links.correctable[body] = record_id


def _entry(
    body: Body, record_id: str, created: datetime, links: _Links, chance: random.Random
) -> bytes:
    words = chance.choices(_WORDS, cum_weights=_WEIGHTS, k=len(body.pieces) - 1)
    parts: list[bytes] = [b""] * (2 * len(body.pieces) - 1)
    parts[::2], parts[1::2] = body.pieces, words
    data = _dated(b"".join(parts), record_id, created)
    follows = corrects = b"null"
    if body.kind is Kind.REFLECTION and links.prepared and chance.random() < FOLLOWED:
        follows = f'"{links.prepared.pop()}"'.encode()
    if not body.stopped and body in links.correctable and chance.random() < CORRECTED:
        corrects = f'"{links.correctable.pop(body)}"'.encode()
    return data.replace(f'"{ABOUT}"'.encode(), follows).replace(f'"{CORRECTS}"'.encode(), corrects)


def _dated(data: bytes, record_id: str, created: datetime) -> bytes:
    due = created + timedelta(days=9)
    for mark, filled in (
        (ID, record_id),
        (CREATED.isoformat(), created.isoformat(timespec="seconds")),
        (DUE.isoformat(), due.date().isoformat()),
        (MONTH, f"{created:%Y-%m}"),
    ):
        data = data.replace(mark.encode(), filled.encode())
    return data


def _moments(count: int, chance: random.Random) -> Iterator[datetime]:
    """So many moments in order, spread evenly over the years, no two within a millisecond."""
    begins = ENDS - timedelta(days=365 * YEARS)
    step = timedelta(days=365 * YEARS) / max(count, 1)
    for number in range(count):
        yield begins + step * (number + chance.random() * 0.9)


def _id(created: datetime, chance: random.Random) -> str:
    milliseconds = int(created.timestamp() * 1000)
    return str(ULID(milliseconds.to_bytes(6, "big") + chance.randbytes(10)))


def _bodies(chance: random.Random) -> list[Body]:
    library = Library(find_prompts())
    return [_body(library, chance, number % 3 == 0) for number in range(BODIES)]


def _body(library: Library, chance: random.Random, stopped: bool) -> Body:
    kind = Kind.REFLECTION if stopped or chance.random() < 0.6 else Kind.PREPARATION
    checklist = library.checklist(
        "prepare" if kind is Kind.PREPARATION else "reflect",
        chance.choice(library.purposes).id,
        chance.choice(list(Channel)),
        chance.choice(list(Form)),
    )
    entry = Entry(
        id=ID,
        kind=kind,
        created=CREATED,
        visit=Visit(
            None if stopped else checklist.purpose,
            checklist.channel,
            MONTH,
            chance.choice(list(Hat)),
        ),
        visit_label="" if stopped else checklist.purpose_label,
        form=checklist.form,
        checklist_id=checklist.id,
        checklist_hash="sha256:" + "0" * 64,
        asked=_asked(checklist, stopped, chance),
        follows=ABOUT if kind is Kind.REFLECTION else None,
        supersedes=CORRECTS,
        stopped="safeguarding" if stopped else None,
        watched=chance.choice(list(Principle)),
    )
    due = tuple(number for number, each in enumerate(entry.promises, 1) if each.due)
    return Body(kind, stopped, due, tuple(write_entry(entry).split(WORD.encode())))


def _asked(checklist: Checklist, stopped: bool, chance: random.Random) -> tuple[Asked, ...]:
    prompts = [
        prompt
        for section in checklist.sections
        if not section.only_when_called
        for prompt in section.prompts
        if prompt.form is not AnswerForm.SAY_ONLY and prompt.id != RECORDED_PROMPT
    ]
    if stopped:
        prompts = [prompt for prompt in prompts if prompt.form.is_left_after_a_stop]
    few = sorted(chance.sample(range(len(prompts)), min(QUESTIONS, len(prompts))))
    return tuple(_answered(prompts[place], chance) for place in few)


def _answered(prompt: Prompt, chance: random.Random) -> Asked:
    answer = _answer(prompt, chance) if chance.random() < 0.6 else None
    chosen = next((choice.label for choice in prompt.choices), "")
    return Asked(
        prompt=prompt.id,
        principle=prompt.principle,
        question=prompt.question,
        form=prompt.form,
        outcome=Outcome.SKIPPED if answer is None else Outcome.ANSWERED,
        answer=answer,
        label=chosen if isinstance(answer, Picked | PickedMany) else "",
    )


def _answer(prompt: Prompt, chance: random.Random) -> Answer:
    match prompt.form:
        case AnswerForm.PICK_ONE:
            return Picked(prompt.values[0])
        case AnswerForm.PICK_MANY:
            return PickedMany(prompt.values[:1])
        case AnswerForm.YES_NOT_YET:
            return YesNotYet(chance.random() < 0.5)
        case AnswerForm.LIST:
            return Lines((_words(4), _words(6)))
        case AnswerForm.SORT:
            return Sorted((_words(3),), (_words(4), _words(3)), (_words(5),))
        case AnswerForm.MINE_OURS_SYSTEM:
            return Carried((_words(4),), (_words(3),), (_words(5),))
        case AnswerForm.PROMISE:
            return Promised((Promise(_words(7), DUE), Promise(_words(5), None, Whose.THEIRS)))
        case AnswerForm.IF_THEN:
            return IfThen(_words(7), _words(8))
        case AnswerForm.ONE_WORD:
            return Text(_words(1))
        case _:
            return Text(_words(chance.randint(10, 55)))


def _words(count: int) -> str:
    return " ".join([WORD] * count)


if __name__ == "__main__":
    make_journal(Path(sys.argv[1]), int(sys.argv[2]))
