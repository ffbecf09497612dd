"""The card: one screen of a preparation, to read in the car and leave there.

Built from the entry alone, with the pathways and the promises as they are today: a route may
have been filled in since, and a card must never send anyone to an old number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tipcoach.practice.answer import AnswerForm, IfThen, Picked, Sorted, YesNotYet, as_text
from tipcoach.practice.checklist import NO_ROUTE, Pathway, PrincipleName
from tipcoach.practice.counting import in_words
from tipcoach.practice.due import overdue_of_ours, those_of_purpose_first, when_due
from tipcoach.practice.entry import Entry
from tipcoach.practice.ledger import LedgerLine

OVERDUE_IN_WORDS = 3
"""How many overdue promises a card says in words."""

HAT_SENTENCE = "orient.hat-sentence"
WATCH = ("Think of", "And of")
"""Two at most: the card is glanced at."""
ALSO, IN_ENTRY = "Also for", "in the whole entry"
"""What else was answered, by its name."""

COVER, COVERED = "alone.cover", "alone.not-yet"
"""Whether somebody knows where, and until when; and whether they were told since."""
TOLD = Picked("told")


@dataclass(frozen=True, slots=True)
class CardRow:
    """One field. `whole` is never cut; anything else folds to two rows and says so."""

    label: str
    text: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A title and its rows, those with nothing behind them left out."""

    title: str
    rows: tuple[CardRow, ...]


def card_of(
    entry: Entry,
    principles: Sequence[PrincipleName],
    pathways: Sequence[Pathway],
    due: Sequence[LedgerLine] = (),
    today: date = date.min,
) -> Card:
    """The card of a preparation, headed by what of the promises `due` is over `today`."""
    words = entry.card
    rows = [
        _overdue(entry, due, today),
        *_first_words(entry),
        *_business(entry),
        *_to_watch(entry, principles),
        _plan(entry),
        CardRow("Way out", words.way_out if words else "", whole=True),
        *_stops(entry, pathways),
        CardRow("Due back", _back_by(entry), whole=True),
    ]
    return Card(entry.concerning, tuple(row for row in rows if row.text.strip()))


def _overdue(entry: Entry, due: Sequence[LedgerLine], today: date) -> CardRow:
    """What was promised and is overdue, that of this purpose first; never what is the tenant's."""
    lines = those_of_purpose_first(overdue_of_ours(due, today), entry.purpose)
    said = [f"{each.promise.text}, {when_due(each, today)}" for each in lines[:OVERDUE_IN_WORDS]]
    if len(lines) > OVERDUE_IN_WORDS:
        said.append(f"and {in_words(len(lines) - OVERDUE_IN_WORDS)} more in Promises")
    return CardRow("Overdue", " · ".join(said))


def _first_words(entry: Entry) -> list[CardRow]:
    """The words to open with, then which hat: whether they can talk comes before what it is about.

    The words of the library stand nowhere else, so they are never cut.
    """
    said = entry.card.opening if entry.card else ""
    answers = [as_text(asked.answer) for asked in entry.asked if asked.answer is not None]
    return [
        CardRow("Open with", said, whole=said not in answers),
        CardRow("Then say" if said.strip() else "Say first", _text_of(entry, HAT_SENTENCE)),
    ]


def _back_by(entry: Entry) -> str:
    """Where the time goes: it is kept nowhere here, for nothing here watches anybody."""
    if entry.answer_to(COVER) == YesNotYet(False) and entry.answer_to(COVERED) != TOLD:
        return "Tell somebody before you start, and write the time on paper."
    return "Write on paper when you are due back."


def _text_of(entry: Entry, prompt_id: str) -> str:
    answer = entry.answer_to(prompt_id)
    return as_text(answer) if answer else ""


def _business(entry: Entry) -> list[CardRow]:
    business = entry.first(AnswerForm.SORT)
    if not isinstance(business, Sorted):
        return []
    labels = {"Must": business.must, "May": business.may, "Theirs": business.theirs}
    return [CardRow(label, " · ".join(lines)) for label, lines in labels.items()]


def _to_watch(entry: Entry, principles: Sequence[PrincipleName]) -> list[CardRow]:
    """What was said for the watched principle, else its question; where none was picked, what was
    said for the first two, and the names of the others."""
    about = [asked for asked in entry.asked if asked.principle is not None]
    watched = [asked for asked in about if asked.principle is entry.watched]
    answered = [asked for asked in watched or about if asked.answer is not None]
    first_of_each = {asked.principle: asked for asked in reversed(answered or watched)}
    chosen = [asked for asked in about if first_of_each.get(asked.principle) is asked]
    names = {name.principle: name.name for name in principles}
    rows = []
    for label, asked in zip(WATCH, chosen, strict=False):
        said = as_text(asked.answer) if asked.answer else asked.question
        name = names.get(asked.principle, "") if asked.principle else ""
        rows.append(CardRow(label, f"{name}: {said}".removeprefix(": ")))
    others = [asked.principle for asked in chosen[len(WATCH) :] if asked.principle is not None]
    if named := ", ".join(names[principle] for principle in others if principle in names):
        rows.append(CardRow(ALSO, f"{named}: {IN_ENTRY}"))
    return rows


def _plan(entry: Entry) -> CardRow:
    plan = entry.first(AnswerForm.IF_THEN)
    return CardRow("If … then", as_text(plan) if isinstance(plan, IfThen) else "")


def _stops(entry: Entry, pathways: Sequence[Pathway]) -> list[CardRow]:
    """The stop rules, and each pathway once; unfilled ones share one sentence."""
    if entry.card is None or not entry.card.stops:
        return []
    known = {pathway.id: pathway for pathway in pathways}
    led_to = list(dict.fromkeys(stop.pathway for stop in entry.card.stops))
    filled = [known[id_] for id_ in led_to if id_ in known and known[id_].route]
    routes = [f"{pathway.name}: {' '.join(pathway.route)}" for pathway in filled]
    if len(filled) < len(led_to):
        routes.append(NO_ROUTE)
    return [
        CardRow("Stop if", " · ".join(stop.label for stop in entry.card.stops), whole=True),
        *(CardRow("If so", route, whole=True) for route in routes),
    ]
