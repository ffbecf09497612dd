"""The patterns of a journal a second time: straight from its JSON, slowly, and sharing nothing.

It imports nothing of the program, so that a mistake there cannot hide here. It knows only what
the file of an entry looks like, and what the patterns say they are.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

Shape = dict[str, Any]

NEVER_LEFT = ("pick-one", "yes-not-yet", "one-word", "promise", "say-only", "on-screen-only")
CALLED = {"another-team": "another team’s"}
LEAVES_MOST_TO_DO = ["renegotiated", "not_kept", "kept"]


def patterns_by_hand(journal: Path, today: date, months: int) -> Shape:
    """The same as the fields of the program's patterns, as plain values."""
    everything = [json.loads(path.read_text("utf-8")) for path in journal.rglob("*.json")]
    everything.sort(key=lambda record: str(record["id"]))
    last = today.strftime("%Y-%m")
    first = _months_before(today, months - 1)
    visits = [
        record
        for record in everything
        if record["kind"] in ("preparation", "reflection")
        and first <= record["visit"]["month"] <= last
        and not any(other.get("supersedes") == record["id"] for other in everything)
    ]
    told = [one for one in visits if one["stopped"] is None and one["visit"]["purpose"] is not None]

    stake, about, barriers, whose, because = [], [], [], [], []
    for one in told:
        about.append(one["visit"]["purpose"])
        for answer in one["answers"]:
            if answer["prompt"] == "watch.at-stake" and answer["outcome"] == "answered":
                stake.append(answer["answered"])
            if answer["prompt"] == "sense.barriers" and answer["outcome"] == "answered":
                barriers += answer["answered"]
    for one in visits:
        for number, promise in enumerate(_promises(one), 1):
            outcome = _outcome(everything, one, number)
            if outcome is not None and outcome["became"] != "kept":
                whose.append(promise["whose"])
                because += [outcome["because"]] if outcome["because"] else []

    def barrier(id_: str) -> str:
        return _barrier_label(told, id_)

    return {
        "first": first,
        "last": last,
        "at_stake": _three_or_more(stake, lambda id_: id_),
        "written_about": _three_or_more(about, lambda id_: _purpose_label(told, id_)),
        "in_the_way": _three_or_more(barriers + because, barrier),
        "slipped_whose": _three_or_more(whose, lambda id_: CALLED.get(id_, id_)),
        "slipped_because": _three_or_more(because, barrier),
        "tend_to_be_left": _tend_to_be_left(told),
        "to_bring": _to_bring(visits, max(first, _months_before(today, 2))),
    }


def _months_before(today: date, months: int) -> str:
    year, month = today.year, today.month
    for _ in range(months):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return f"{year}-{month:02}"


def _three_or_more(ids: list[str], label: Any) -> tuple[Shape, ...]:
    found = []
    for times in range(len(ids), 2, -1):
        for id_ in sorted(set(ids)):
            if ids.count(id_) == times:
                found.append({"id": id_, "label": label(id_), "times": times})
    return tuple(found)


def _purpose_label(visits: list[Shape], purpose: str) -> str:
    labels = [one["visit"]["label"] for one in visits if one["visit"]["purpose"] == purpose]
    return str(labels[-1])


def _barrier_label(visits: list[Shape], id_: str) -> str:
    for one in reversed(visits):
        for answer in reversed(one["answers"]):
            if answer["prompt"] == "sense.barriers" and id_ in (answer.get("answered") or []):
                picked = answer["answered"]
                if len(picked) == 1:
                    return str(answer["label"])
                pieces = answer["label"].split(", ")
                if len(pieces) == len(picked):
                    return str(pieces[picked.index(id_)])
    return id_


def _promises(entry: Shape) -> list[Shape]:
    return [
        promise
        for answer in entry["answers"]
        if answer["form"] == "promise" and answer["outcome"] == "answered"
        for promise in answer["answered"]
    ]


def _outcome(everything: list[Shape], entry: Shape, number: int) -> Shape | None:
    """What was last said of a promise: each word that no other replaces, and of several one."""
    words = []
    for version, was in _places(everything, entry, number):
        words += [
            record
            for record in everything
            if record["kind"] == "follow_up"
            and record["about"] == version
            and record["said"]["what"] == "promise"
            and record["said"]["promise"] == was
        ]
    replaced = [word["replaces"] for word in words]
    standing = [word["said"] for word in words if word["id"] not in replaced]
    standing.sort(
        key=lambda said: (
            LEAVES_MOST_TO_DO.index(said["became"]),
            said["due"] or "9999-12-31",
            [False, None, True].index(said["told"]),
            said["because"],
        )
    )
    return standing[0] if standing else None


def _places(everything: list[Shape], entry: Shape, number: int) -> list[tuple[str, int]]:
    """The promise in this version and, going back, in those before: by words, else by place."""
    places = [(entry["id"], number)]
    here = entry
    while here["supersedes"] is not None:
        before = next(record for record in everything if record["id"] == here["supersedes"])
        now = [promise["text"] for promise in _promises(here)]
        then = [promise["text"] for promise in _promises(before)]
        text = now[number - 1]
        if text in then:
            number = then.index(text) + 1
        elif len(now) != len(then):
            break
        places.append((before["id"], number))
        here = before
    return places


def _tend_to_be_left(visits: list[Shape]) -> tuple[Shape, ...]:
    asked = [
        answer
        for one in visits
        for answer in one["answers"]
        if answer["outcome"] != "shown"
        and answer["form"] not in NEVER_LEFT
        and answer["prompt"] != "orient.hat-sentence"
    ]
    found = []
    for prompt in sorted({answer["prompt"] for answer in asked}):
        these = [answer for answer in asked if answer["prompt"] == prompt]
        left = [answer for answer in these if answer["outcome"] == "skipped"]
        if len(these) >= 5 and len(left) / len(these) >= 0.8:
            found.append({"prompt": prompt, "question": these[-1]["question"]})
    return tuple(found)


def _to_bring(visits: list[Shape], first: str) -> tuple[Shape, ...]:
    found = [
        {"entry": one["id"], "month": one["visit"]["month"], "text": answer["answered"]}
        for one in reversed(visits)
        if one["visit"]["month"] >= first
        for answer in one["answers"]
        if answer["prompt"] in ("decide.bring", "sense.who-should-hear")
        and answer["outcome"] == "answered"
    ]
    return tuple(found[:5])
