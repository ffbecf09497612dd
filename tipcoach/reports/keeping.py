"""What is due to be looked at, and what there is: for people, and for programs."""

import json
from dataclasses import asdict
from datetime import date

from tipcoach.coach.inventory import Inventory
from tipcoach.coach.keeping import Due, Standing
from tipcoach.practice.promises import say_date
from tipcoach.reports.entries import entry_title
from tipcoach.reports.promises import became_lines
from tipcoach.reports.sharing import shared_with_lines
from tipcoach.reports.wrapping import wrap

WIDTH = 78
KINDS = {
    "preparation": "preparations",
    "reflection": "reflections",
    "staff_mirror": "staff mirrors",
    "walk_it_as_them": "team walks",
    "agreement": "supervision agreements",
    "session": "sessions",
    "after_session": "notes to oneself after a session",
}
NOTHING_DUE = "Nothing is due to be looked at.\n"
HOW = (
    "Each only asks. To keep one for another year: tipcoach journal keep ID. "
    "To erase it: tipcoach journal erase ID. To read it: tipcoach journal show ID."
)
NOT_BY_NAME = (
    "Nobody's name, address or reference is asked for here, so nothing can be found by one. "
    "Words that were written all the same can be: tipcoach journal search WORDS."
)
ELSEWHERE = (
    "Not counted: backups, reports, printouts, what a sync program keeps of deleted files, the "
    "case system, what was shared or signed with somebody (tipcoach inbox, agreement), and what "
    "you told the lenses (tipcoach lenses, lenses names). Whoever answers the request decides "
    "what is given; nothing counted here is erased meanwhile if it is held: "
    "tipcoach journal hold ID."
)


def standing_lines(standing: Standing, today: date) -> list[str]:
    """What is true of an entry beyond its own words: what became of its promises, versions, holds,
    its review date.
    """
    lines = [*became_lines(standing.promises, today), *shared_with_lines(standing.shared, today)]
    if standing.later:
        lines.append(f"An earlier version. The one that stands is {standing.later}.")
    if standing.earlier:
        lines.append(f"Put right; the version before it is {standing.earlier[-1]}.")
    for hold in standing.holds:
        day = hold.look_again
        again = f" To look at the hold again on {say_date(day, today)}." if day else ""
        reason = f" Why: {hold.reason}" if hold.reason else ""
        lines.append(f"On hold, so it is not erased.{again}{reason}")
    if not (standing.later or standing.holds):
        lines.append(f"To look at again on {say_date(standing.review, today)}.")
    return lines


def due_text(due: Due, today: date) -> str:
    """A line for each, with the id that the commands take."""
    lines = [
        f"{entry.id}  since {say_date(day, today)}  {entry_title(entry)}"
        for entry, day in due.entries
    ]
    lines += [
        f"{draft.id}  since {say_date(day, today)}  a draft: {draft.walk.checklist.title}"
        for draft, day in due.drafts
    ]
    lines += [
        f"{entry.id}  a hold to look at again: tipcoach journal hold {entry.id} --lift"
        for entry, _ in due.holds
    ]
    if not lines:
        return NOTHING_DUE
    more = ["There are more: --limit N, or --all."] if due.more else []
    return "\n".join([*lines, *more, "", *wrap(HOW, WIDTH)]) + "\n"


def due_document(due: Due) -> str:
    """`{"entries": [...], "more": ..., "drafts": [...], "holds": [...]}`, by id and day."""
    shape = {
        "entries": [
            {"id": entry.id, "kind": entry.kind.value, "due": day.isoformat()}
            for entry, day in due.entries
        ],
        "more": due.more,
        "drafts": [
            {"id": draft.id, "kind": draft.kind.value, "due": day.isoformat()}
            for draft, day in due.drafts
        ],
        "holds": [
            {"id": entry.id, "due": hold.look_again.isoformat() if hold.look_again else None}
            for entry, hold in due.holds
        ],
    }
    return json.dumps(shape, ensure_ascii=False, indent=2)


def inventory_text(inventory: Inventory) -> str:
    """What there is, for whoever answers a request for records."""
    lines = [f"Journal: {inventory.journal}", f"Drafts:  {inventory.drafts_folder}", ""]
    lines += [f"{number:>6}  {KINDS[kind]}" for kind, number in inventory.kinds]
    counted = (
        (inventory.earlier, "of these are earlier versions"),
        (inventory.on_hold, "on hold"),
        (inventory.follow_ups, "notes of what became of something"),
        (inventory.drafts, "drafts"),
        (inventory.unused, "files that cannot be read here, and may hold words"),
    )
    lines += [f"{number:>6}  {what}" for number, what in counted if number]
    if inventory.first:
        lines += ["", f"Written from {inventory.first} to {inventory.last}."]
    if inventory.purposes:
        lines += ["The visits were about:"]
        lines += [f"{number:>6}  {purpose}" for purpose, number in inventory.purposes]
    if not inventory.kinds:
        lines.append("Nothing is kept.")
    return "\n".join([*lines, "", *wrap(NOT_BY_NAME, WIDTH), *wrap(ELSEWHERE, WIDTH)]) + "\n"


def inventory_document(inventory: Inventory) -> str:
    """The counts as one document; `kinds` and `purposes` by name."""
    shape = asdict(inventory)
    shape |= {"kinds": dict(inventory.kinds), "purposes": dict(inventory.purposes)}
    return json.dumps(shape, ensure_ascii=False, indent=2)
