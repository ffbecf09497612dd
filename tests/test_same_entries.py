"""The same walk by every way in gives the same entry: screens, plain lines, a file."""

import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import Clock
from tui.painted import painted

from tipcoach.coach.answers import keep_answers
from tipcoach.coach.begin import Standalone, Wanted, begin
from tipcoach.coach.coach import Coach
from tipcoach.journal.written_out import write_entry
from tipcoach.plain import run
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.visit import Channel, Form, Hat
from tipcoach.settings import Places

HAT = "I am ringing as your landlord, and to help if it is useful."
PLAN = {"if": "I hear myself say the balance twice", "then": "stop and ask about this month"}
PREPARE = {
    "visit": {"purpose": "arrears", "channel": "phone", "hat": "both"},
    "form": "quick",
    "answers": {
        "orient.hat-sentence": HAT,
        "business.sort": {"must": ["The rent is due"], "may": ["How much"], "theirs": ["When"]},
        "trust.last-promise": "We said the boiler part would be chased.",
        "alone.cover": "yes",
        "plan.if-then": PLAN,
    },
}
REFLECT: dict[str, Any] = {
    "form": "quick",
    "answers": {
        "land.safe": True,
        "land.heard": "nothing",
        "land.word": "tired",
        "moment.stayed": "The silence.\nI filled it.",
        "trust.left-unsure": "Whether the letter stops.",
        "promises.made": [{"text": "Ring back", "due": "2026-11-27", "whose": "theirs"}],
    },
}
STOPPED: dict[str, Any] = {
    "visit": {"purpose": "arrears", "channel": "home"},
    "answers": {
        "land.safe": "yes",
        "land.heard": "economic-abuse",
        "stop.recorded": "not yet",
        "stop.need": "my-manager",
    },
}


@pytest.fixture
def fresh(tmp_path: Path, clock: Clock) -> Callable[[str], Coach]:
    """A coach with a journal of its own, whose chance draws the same every time."""

    def make(name: str) -> Coach:
        home = tmp_path / name
        return Coach(Places(home, home, home), clock=clock, chance=random.Random(7))

    return make


def essence(entry: Entry | None) -> dict[str, Any]:
    """An entry without what is of its own: its id, and the id it follows."""
    assert entry is not None
    shape: dict[str, Any] = json.loads(write_entry(entry))
    shape["follows"] = bool(shape["follows"])
    del shape["id"], shape["created"]
    return shape


def from_file(coach: Coach, kind: Kind, said: dict[str, Any], of: str | None = None) -> Entry:
    path = coach.places.data / "answers.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(said), encoding="utf-8")
    return keep_answers(coach, path, Wanted(kind, of=of))


def by_plain_lines(coach: Coach, kind: Kind, *lines: str, of: str | None = None) -> Entry | None:
    channel = None if of else Channel.PHONE if kind is Kind.PREPARATION else Channel.HOME
    hat = Hat.BOTH if kind is Kind.PREPARATION else None
    return run(
        coach, kind, purpose=None if of else "arrears", channel=channel, hat=hat,
        form=Form.QUICK, of=of, lines=io.StringIO("\n".join(lines) + "\n"), out=io.StringIO(),
    )  # fmt: skip


async def by_screens(coach: Coach, opening: Wanted, *keys: str, first: str = "Skip  ") -> Entry:
    """Press keys, and write what stands in `=...`, from an app opened for this walk."""
    async with painted(coach, opening=opening) as screen:
        await screen.until(first)
        for key in keys:
            if key.startswith("="):
                await screen.write(key[1:])
            else:
                await screen.press(key)
        await screen.until("kept in your journal")
    record = next(iter(coach.journal.records()))
    assert isinstance(record, Entry)
    return record


async def test_a_preparation(fresh: Callable[[str], Coach]) -> None:
    file = from_file(fresh("file"), Kind.PREPARATION, PREPARE)
    plain = by_plain_lines(
        fresh("plain"), Kind.PREPARATION, HAT, "The rent is due", "", "How much", "", "When", "",
        "2", "We said the boiler part would be chased.", "", "yes", PLAN["if"], PLAN["then"],
        "keep",
    )  # fmt: skip
    opening = Wanted(Kind.PREPARATION, "arrears", Channel.PHONE, Hat.BOTH, Form.QUICK)
    screens = await by_screens(
        fresh("screens"), opening, f"={HAT}", "enter", "=The rent is due", "enter", "enter",
        "=How much", "enter", "enter", "=When", "enter", "enter", "2",
        "=We said the boiler part would be chased.", "enter", "enter", "y", f"={PLAN['if']}",
        "enter", f"={PLAN['then']}", "enter", "k",
    )  # fmt: skip
    assert essence(file) == essence(plain) == essence(screens)


@pytest.mark.thorough
async def test_a_reflection_on_it(fresh: Callable[[str], Coach]) -> None:
    coaches = {name: fresh(name) for name in ("file", "plain", "screens")}
    before = {n: from_file(c, Kind.PREPARATION, PREPARE).id for n, c in coaches.items()}
    answers = {**REFLECT["answers"], "plan.came": "did-other"}
    said = {**REFLECT, "answers": answers}
    file = from_file(coaches["file"], Kind.REFLECTION, said, before["file"])
    plain = by_plain_lines(
        coaches["plain"], Kind.REFLECTION, "yes", "1", "tired", "2", ".", "The silence.",
        "I filled it.", ".", "2", "Whether the letter stops.", "", "Ring back", "friday",
        "theirs", "", "", "", "keep", of=before["plain"],
    )  # fmt: skip
    screens = await by_screens(
        coaches["screens"], Wanted(Kind.REFLECTION, of=before["screens"], form=Form.QUICK), "y",
        "1", "=tired", "enter", "2", "=The silence.\nI filled it.", "f4", "2",
        "=Whether the letter stops.", "enter", "enter", "=Ring back", "enter", "=friday", "enter",
        "2", "enter", "enter", "enter", "k",
    )  # fmt: skip
    assert essence(file) == essence(plain) == essence(screens)
    assert essence(file)["follows"] is True
    (came,) = [one for one in essence(file)["answers"] if one["prompt"] == "plan.came"]
    assert (came["answered"], came["label"]) == ("did-other", "It came, and I did otherwise")


@pytest.mark.thorough
async def test_what_was_mine_ours_and_the_systems(fresh: Callable[[str], Coach]) -> None:
    """And what hangs on it: what got in the way, who should hear, and tasks that are all mine."""
    said: dict[str, Any] = {
        "visit": {"purpose": "arrears", "channel": "office"},
        "form": "full",
        "answers": {
            "promises.made": [{"text": text, "whose": "mine"} for text in ("Ring back", "Write")],
            "promises.whose-task": "The form.",
            "sense.mine-ours-system": {"mine": ["I rushed."], "ours": ["The letter."]},
            "sense.barriers": ["time", "letter-first", "slipped"],
            "sense.who-should-hear": "Whoever sends the letters.",
        },
    }
    file = from_file(fresh("file"), Kind.REFLECTION, said)
    asked = [one.prompt for one in file.asked]
    before = asked.index("promises.made")
    after = len(asked) - asked.index("sense.who-should-hear") - 1
    plain = run(
        fresh("plain"), Kind.REFLECTION, purpose="arrears", channel=Channel.OFFICE, hat=None,
        form=Form.FULL, of=None, out=io.StringIO(), lines=io.StringIO("\n".join([
            *["skip"] * before, "Ring back", "", "", "Write", "", "", "", "The form.",
            "I rushed.", "", "The letter.", "", "", "1 6 12", "Whoever sends the letters.",
            *["skip"] * after, "keep", "",
        ])),
    )  # fmt: skip
    screens = await by_screens(
        fresh("screens"), Wanted(Kind.REFLECTION, "arrears", Channel.OFFICE, None, Form.FULL),
        *["ctrl+n"] * before,
        "=Ring back", "enter", "enter", "1", "enter",
        "=Write", "enter", "enter", "1", "enter", "ctrl+n",
        "=The form.", "ctrl+n",
        "=I rushed.", "enter", "enter", "=The letter.", "enter", "enter", "enter",
        "1", "6", "end", "up", "space",
        "ctrl+n", "=Whoever sends the letters.", "ctrl+n", *["ctrl+n"] * after, "k",
    )  # fmt: skip
    assert essence(file) == essence(plain) == essence(screens)
    assert asked[before:-after] == [
        "promises.made", "promises.whose-task", "sense.mine-ours-system", "sense.barriers",
        "sense.who-should-hear",
    ]  # fmt: skip


@pytest.mark.thorough
async def test_a_walk_that_a_stop_rule_ends(fresh: Callable[[str], Coach]) -> None:
    file = from_file(fresh("file"), Kind.REFLECTION, STOPPED)
    plain = by_plain_lines(fresh("plain"), Kind.REFLECTION, "yes", "4", "not yet", "1", "keep")
    opening = Wanted(Kind.REFLECTION, "arrears", Channel.HOME, None, Form.QUICK)
    screens = await by_screens(fresh("screens"), opening, "y", "4", "n", "1", "k")
    assert essence(file) == essence(plain) == essence(screens)
    assert essence(file)["visit"]["purpose"] is None


@pytest.mark.thorough
async def test_a_full_walk_with_every_question_skipped(fresh: Callable[[str], Coach]) -> None:
    said = {"visit": {"purpose": "arrears", "channel": "office"}, "form": "full", "answers": {}}
    file = from_file(fresh("file"), Kind.PREPARATION, said)
    plain = run(
        fresh("plain"), Kind.PREPARATION, purpose="arrears", channel=Channel.OFFICE, hat=None,
        form=Form.FULL, of=None, lines=io.StringIO("skip\n" * len(file.asked) + "keep\n"),
        out=io.StringIO(),
    )  # fmt: skip
    opening = Wanted(Kind.PREPARATION, "arrears", Channel.OFFICE, None, Form.FULL)
    screens = await by_screens(
        fresh("screens"), opening, *["ctrl+n"] * len(file.asked), "k"
    )  # fmt: skip
    assert essence(file) == essence(plain) == essence(screens)


def by_plain_lines_alone(coach: Coach, kind: Kind, *lines: str) -> Entry | None:
    """A walk that is not about a visit, so nothing is said before it."""
    return run(
        coach, kind, purpose=None, channel=None, hat=None, form=None, of=None,
        lines=io.StringIO("\n".join(lines) + "\n"), out=io.StringIO(),
    )  # fmt: skip


@pytest.mark.thorough
async def test_how_an_officer_is_doing(fresh: Callable[[str], Coach]) -> None:
    said: dict[str, Any] = {
        "answers": {
            "mirror.all-right": "go-on",
            "mirror.weather": "Drizzle",
            "mirror.load": "Eleven calls.",
            "mirror.stuck": "A look.",
            "mirror.small": "Leave on time on Friday.",
        }
    }
    file = from_file(fresh("file"), Kind.STAFF_MIRROR, said)
    plain = by_plain_lines_alone(
        fresh("plain"), Kind.STAFF_MIRROR, "1", "Drizzle", "Eleven calls.", "", "open", "A look.",
        "", "", "", "", "Leave on time on Friday.", "keep",
    )  # fmt: skip
    screens = await by_screens(
        fresh("screens"), Wanted(Kind.STAFF_MIRROR), "1", "=Drizzle", "enter", "=Eleven calls.",
        "enter", "enter", "o", "=A look.", "enter", "enter", "enter", "enter", "enter",
        "=Leave on time on Friday.", "enter", "k",
    )  # fmt: skip
    assert essence(file) == essence(plain) == essence(screens)
    assert essence(file)["visit"] is None


@pytest.mark.thorough
async def test_an_officer_who_is_not_all_right(fresh: Callable[[str], Coach]) -> None:
    said = {"answers": {"mirror.all-right": "not-all-right", "mirror.someone": "not yet"}}
    file = from_file(fresh("file"), Kind.STAFF_MIRROR, said)
    plain = by_plain_lines_alone(fresh("plain"), Kind.STAFF_MIRROR, "2", "not yet", "keep")
    screens = await by_screens(fresh("screens"), Wanted(Kind.STAFF_MIRROR), "2", "n", "k")
    assert essence(file) == essence(plain) == essence(screens)
    assert essence(file)["stopped"] == "staff-support"


@pytest.mark.thorough
async def test_what_an_officer_and_a_supervisor_agree(fresh: Callable[[str], Coach]) -> None:
    said: dict[str, Any] = {
        "answers": {
            "agreement.purpose": "To think.",
            "agreement.limits": "Danger to a child.",
            "agreement.look-again": "three-months",
        }
    }
    file = from_file(fresh("file"), Kind.AGREEMENT, said)
    plain = by_plain_lines_alone(
        fresh("plain"), Kind.AGREEMENT, "To think.", "", "", "", "Danger to a child.", "", "", "",
        "", "", "1", "keep",
    )  # fmt: skip
    screens = await by_screens(
        fresh("screens"), Wanted(Kind.AGREEMENT), "=To think.", "enter", "enter", "enter", "enter",
        "=Danger to a child.", "enter", "enter", "enter", "enter", "enter", "enter", "1", "k",
    )  # fmt: skip
    assert essence(file) == essence(plain) == essence(screens)
    assert (essence(file)["kind"], essence(file)["visit"]) == ("agreement", None)


@pytest.mark.thorough
async def test_a_team_that_walks_it_as_them(fresh: Callable[[str], Coach]) -> None:
    said: dict[str, Any] = {
        "answers": {
            "them.choose": "The second letter about rent.",
            "them.trust": "No.",
            "them.one-change": [{"text": "A new first line", "due": "2026-11-27", "whose": "ours"}],
        }
    }
    file = from_file(fresh("file"), Kind.WALK_IT_AS_THEM, said)
    plain = by_plain_lines_alone(
        fresh("plain"), Kind.WALK_IT_AS_THEM, "The second letter about rent.", "", "", "", "",
        "No.", "", "", "", "skip", "", "A new first line", "friday", "ours", "", "", "keep",
    )  # fmt: skip
    screens = await by_screens(
        fresh("screens"), Wanted(Kind.WALK_IT_AS_THEM), "=The second letter about rent.", "enter",
        "enter", "enter", "enter", "enter", "=No.", "enter", "enter", "enter", "enter", "ctrl+n",
        "enter", "=A new first line", "enter", "=friday", "enter", "3", "enter", "enter", "enter",
        "k",
    )  # fmt: skip
    assert essence(file) == essence(plain) == essence(screens)
    assert [one["principle"] for one in essence(file)["answers"] if "answered" in one] == [
        None, "trust", None,
    ]  # fmt: skip


async def test_what_two_people_agreed_in_a_session(fresh: Callable[[str], Coach]) -> None:
    """Most of it is talked of and not written down: there, whoever is at the keys goes on."""
    said: dict[str, Any] = {
        "answers": {
            "session.raise": ["The second letter goes out too soon."],
            "session.actions": [{"text": "Ask", "due": "2026-11-27", "whose": "theirs"}],
            "session.themes": ["trust", "our-system"],
            "session.helped": "The quiet.",
        }
    }
    in_lines = {
        "session.raise": ["The second letter goes out too soon.", ""],
        "session.actions": ["Ask", "friday", "theirs", ""],
        "session.themes": ["2 6"],
        "session.helped": ["The quiet.", ""],
    }
    by_keys = {
        "session.raise": ["=The second letter goes out too soon.", "enter", "enter"],
        "session.actions": ["=Ask", "enter", "=friday", "enter", "2", "enter", "enter"],
        "session.themes": ["2", "6", "ctrl+n"],
        "session.helped": ["=The quiet.", "enter"],
    }
    path = [step.prompts[0].id for step in begin(fresh("path"), Standalone(Kind.SESSION)).walk.path]
    file = from_file(fresh("file"), Kind.SESSION, said)
    plain = by_plain_lines_alone(
        fresh("plain"), Kind.SESSION, *(line for at in path for line in in_lines.get(at, [""])),
        "keep",
    )  # fmt: skip
    screens = await by_screens(
        fresh("screens"), Wanted(Kind.SESSION),
        *(key for at in path for key in by_keys.get(at, ["enter"])), "k", first="Go on",
    )  # fmt: skip
    assert essence(file) == essence(plain) == essence(screens)
    assert [one["prompt"] for one in essence(file)["answers"]] == [*in_lines]
