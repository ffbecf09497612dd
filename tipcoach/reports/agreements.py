"""Who one shares with and where one stands with each: for people, and for programs."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from tipcoach.coach.agreeing import Stage, Standing, Waiting
from tipcoach.coach.people import LookedUp, Met
from tipcoach.coach.who_is_who import WhoIsWho
from tipcoach.practice.entry import Entry
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.promises import say_date
from tipcoach.reports.shared_copies import agreement_page, page_text
from tipcoach.supervision.cards import Card
from tipcoach.supervision.documents import Agreement
from tipcoach.supervision.mail import Letter

Step: TypeAlias = tuple[str, str]
"""What is so or what to do, and the command for it; the command may be empty."""

NO_KEYS = "You have no keys yet. Make them with: tipcoach agreement keys\n"
KEEP_THEM_SAFE = (
    "Nobody can find your passphrase out again. Without it and this file, nothing sealed to you "
    "can be opened: write it down where it is safe, and keep a copy of the "
    "file: the backup of the journal does not hold it."
)
COMPARE = (
    "Read both numbers to each other, face to face or by phone. Somebody else could have put "
    "these keys there."
)
ARE_THE_SAME = "Do they see the same two numbers? Type yes only if every digit is the same."
NOT_KNOWN = "Nothing is changed: you do not know them by these keys."
NOT_SENT = "It is not sent."
SEE_IT = "It is kept. To see it here as they will get it, and then send it, type yes."
SEND_IT = "They get exactly this. Type yes to send it; anything else does not."
AGREE_TO_IT = "Do you say yes to this? Type yes; anything else leaves it waiting."
NOT_AGREED = "You have not said yes. It waits for your yes."
NOTHING_WAITS = "No agreement waits for your yes."


def overview_text(found: WhoIsWho, today: date) -> str:
    """One's own card and number, the place, and how it stands with each person."""
    if found.card is None:
        return "" if found.faults else NO_KEYS
    lines = [
        f"You are {found.card.name}, in the folder {found.card.folder}.",
        f"Your number, to be read aloud: {found.card.fingerprint}",
        f"Shared place: {clean_line(found.place)}" if found.place else _NO_PLACE,
    ]
    if found.recovery:
        lines.append("The organisation’s recovery key is set: it opens every copy you share.")
        lines.append(f"Its number: {found.recovery.number}")
    for standing in found.standings:
        lines += ["", *person_lines(standing, today)]
    if not found.standings:
        lines += ["", _KNOW_NOBODY]
    if found.filled_in:
        day = say_date(found.filled_in, today)
        lines += ["", f"An agreement was filled in on {day}. {_TO_SEND}"]
    return "\n".join(lines) + "\n"


_TO_SEND = "If it is not sent yet: tipcoach agreement send --with WHO"
_READ = "tipcoach agreement read"
_OVERDUE = "It was to be looked at again by now"
_TAKEN_IN = "Their yes is taken in by itself, when you share something or open s on Home"
_NO_PLACE = "No shared place is connected: tipcoach agreement place FOLDER"
_KNOW_NOBODY = "You know nobody here yet: tipcoach agreement know WHO"


def person_lines(standing: Standing, today: date) -> list[str]:
    """Who somebody is, their number, and the agreement with them, with what to do next."""
    other = standing.other
    return [
        f"{other.name}, in the folder {other.folder}",
        f"  {other.fingerprint}",
        *(f"  {line}" for line in _lines(_stage(standing, today))),
    ]


def stage_sentence(standing: Standing, today: date) -> str:
    """How far the agreement has come, and what comes next."""
    return ". ".join(": ".join(filter(None, step)) for step in _stage(standing, today))


def _lines(steps: Sequence[Step]) -> Iterator[str]:
    """Each command on a line of its own, where it is copied whole."""
    for said, command in steps:
        yield from (f"{said}:", f"  {command}") if command else (said,)


def _stage(standing: Standing, today: date) -> list[Step]:
    name = standing.other.name
    match standing.stage:
        case Stage.NONE if standing.lies_there:
            return [(f"No agreement yet. {name} has sent one; to read it and say yes", _READ)]
        case Stage.NONE:
            together = "No agreement yet. Fill one in together"
            return [(together, _begin(standing)), ("If they have sent one", _READ)]
        case Stage.SENT if standing.lies_there:
            theirs = f"Sent, with your yes, and theirs has come. {_TAKEN_IN}; to do it now"
            return [(theirs, _READ)]
        case Stage.SENT:
            waits = f"Sent, with your yes. It waits for the yes of {name}"
            return [(f"{waits}; to see whether it has come", _READ)]
        case Stage.LOOK_AGAIN if standing.lies_there:
            theirs = f"{_OVERDUE}. {name} has sent one without your yes; to read it and say yes"
            # By its name alone it may be one that a later one stands for.
            return [
                (theirs, _READ),
                ("If none waits there, fill one in together", _begin(standing)),
            ]
        case Stage.LOOK_AGAIN:
            return [(f"{_OVERDUE}. Do that together", _begin(standing))]
    day = standing.agreement.look_again if standing.agreement else today
    return [(f"You both said yes. To be looked at again by {say_date(day, today)}.", "")]


def _begin(standing: Standing) -> str:
    return _begin_with(standing.other)


def _begin_with(other: Card) -> str:
    return f"tipcoach agreement begin --with {other.folder}"


def next_lines(me: Card, standing: Standing, today: date) -> list[str]:
    """What comes next with somebody who was just made known, and whose step it is."""
    if standing.stage is not Stage.NONE or standing.lies_there:
        return [*_lines(_stage(standing, today))]
    do_the_same = f"Next, for {standing.other.name}, if they have not done the same yet"
    return [
        *_lines(
            [
                (do_the_same, f"tipcoach agreement know {me.folder}"),
                ("Then, with both of you there, either here", _begin(standing)),
                ("or on their machine", _begin_with(me)),
            ]
        )
    ]


def sent_lines(other: Card) -> list[str]:
    """That an agreement went to somebody, and whose steps come next."""
    return [
        f"Sent to {other.name}. It holds once they have said yes.",
        *_lines([(f"Next, for {other.name}, to say yes to it", _READ)]),
        f"Then nothing more. {_TAKEN_IN}.",
    ]


def agreed_lines(other: Card) -> list[str]:
    """That a yes was said to what somebody sent, and how it gets there."""
    return [
        "You both said yes.",
        f"{other.name} gets your yes by itself, when they share something or open s on Home.",
    ]


def overview_document(found: WhoIsWho) -> str:
    """`{"card": {"folder", "name", "number"}, "place", "recovery", "recovery_number", "people",
    "faults"}`."""
    return _json(
        {
            "card": card_shape(found.card) if found.card else None,
            "place": found.place,
            "recovery": found.recovery is not None,
            "recovery_number": found.recovery.number if found.recovery else None,
            "people": [standing_shape(each) for each in found.standings],
            "faults": [*found.faults],
        }
    )


def card_document(card: Card, **more: object) -> str:
    """`{"folder", "name", "number", ...}`."""
    return _json({**card_shape(card), **more})


def card_shape(card: Card) -> dict[str, object]:
    return {"folder": card.folder, "name": card.name, "number": card.fingerprint}


def standing_shape(standing: Standing) -> dict[str, object]:
    """A person with the `stage` of the agreement, and the day to look at it again."""
    agreement = standing.agreement
    return {
        **card_shape(standing.other),
        "stage": standing.stage.name.lower().replace("_", "-"),
        "look_again": agreement.look_again.isoformat() if agreement else None,
    }


def changed_lines(found: LookedUp) -> list[str]:
    """That somebody's keys are others than before, loudly; nothing where they are not."""
    if found.met is not Met.CHANGED or found.before is None:
        return []
    return [
        f"Stop. These are not the keys you know {found.before.name} by.",
        f"You know:      {found.before.fingerprint}",
        f"Now there:     {found.card.fingerprint}",
        "Somebody else may have put them there, and would read what you share from then on. Ask "
        "whether they made new keys, face to face or by phone, before you say yes.",
    ]


def agreement_text(agreement: Agreement) -> str:
    return page_text(agreement_page(agreement))


def letter_text(letter: Letter) -> str:
    """An agreement that is to be sent, as the other will read it."""
    content = letter.document.content
    return agreement_text(content) if isinstance(content, Agreement) else ""


def sent_text(waiting: Waiting) -> str:
    """An agreement somebody sent, for one's yes: what it is, the whole of it, and the way back up.

    It is longer than most windows, and ends where the yes is asked for.
    """
    name = clean_line(waiting.other.name)
    return (
        f"{name} sent this, for your yes. You are asked at its end.\n\n"
        f"{agreement_text(waiting.agreement)}\n"
        f"That is all that {name} sent. Scroll up for its beginning. While it waits for your yes, "
        "tipcoach agreement read shows it again.\n"
    )


def show_text(standing: Standing, today: date) -> str:
    """The agreement with somebody, whole, and how far it has come."""
    head = "\n".join(person_lines(standing, today)) + "\n"
    if standing.agreement is None:
        return head
    return f"{head}\n{agreement_text(standing.agreement)}"


def show_document(standing: Standing) -> str:
    """A person's standing, and under `agreement` all of what was agreed."""
    agreement = standing.agreement
    shape = agreement_shape(agreement) if agreement else None
    return _json({**standing_shape(standing), "agreement": shape})


def agreement_shape(agreement: Agreement) -> dict[str, object]:
    """`{"made_on", "look_again", "terms": [{"question", "answer"}], "promise"}`."""
    promise = agreement.promise
    return {
        "made_on": agreement.made_on.isoformat(),
        "look_again": agreement.look_again.isoformat(),
        "terms": [{"question": one.question, "answer": one.answer} for one in agreement.terms],
        "promise": promise
        and {
            "promise": promise.promise,
            "exceptions": [*promise.exceptions],
            "given_by": promise.given_by,
            "given_on": promise.given_on.isoformat(),
        },
    }


def sent_document(entry: Entry, to: Card) -> str:
    """`{"sent": true, "entry": ..., "to": {...}}`."""
    return _json({"sent": True, "entry": entry.id, "to": card_shape(to)})


def read_document(waiting: Sequence[Waiting], refused: Sequence[str], *, agreed: bool) -> str:
    """`{"waiting": [{"from", "agreed", "agreement"}], "refused": [...]}`."""
    return _json(
        {
            "waiting": [
                {
                    "from": card_shape(each.other),
                    "agreed": agreed,
                    "agreement": agreement_shape(each.agreement),
                }
                for each in waiting
            ],
            "refused": [*refused],
        }
    )


def _json(shape: dict[str, object]) -> str:
    return json.dumps(shape, ensure_ascii=False, indent=2)
