"""Keys, the place, the people and the agreement, on the command line and without a terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from making import Clock
from sharing_between import agree_between, send_between

from cli.program import Done, files_under, write_answers
from cli.two_desks import OFFICER, SUPERVISOR, Desks, sit_down

AGREED = {"answers": {"agreement.purpose": "To think about visits that stay with one of us."}}


@pytest.fixture
def strangers(tmp_path: Path, here: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> Desks:
    """Two who know each other's keys and have agreed nothing yet."""
    return sit_down(tmp_path, here, monkeypatch, agreed=False)


def fill_in(desks: Desks) -> str:
    """Fill an agreement in at the officer's desk; the id of its entry."""
    path = write_answers(desks.pair.homes, AGREED)
    done = desks.officer(
        "agreement", "begin", "--with", SUPERVISOR, "--answers", str(path), "--json"
    )
    assert done.code == 0, done.err
    return str(done.document["id"])


def stage(desks: Desks) -> tuple[str, str]:
    """How far it has come on either side."""
    return (
        desks.officer("agreement", "show", SUPERVISOR, "--json").document["stage"],
        desks.supervisor("agreement", "show", OFFICER, "--json").document["stage"],
    )


def test_sent_read_and_said_yes_to_it_holds_on_both_sides(strangers: Desks) -> None:
    entry = fill_in(strangers)
    assert stage(strangers) == ("none", "none")
    assert "filled in on" not in strangers.supervisor("agreement").out
    assert "An agreement was filled in on" in strangers.officer("agreement").out
    sent = strangers.officer("agreement", "send", entry, "--with", SUPERVISOR, "--yes")
    assert sent.code == 0
    assert "To think about visits" in sent.out and "There is no written promise yet" in sent.out
    assert stage(strangers) == ("sent", "none")
    assert "filled in on" not in strangers.officer("agreement").out

    unread = strangers.supervisor("agreement", "read")
    assert unread.code == 1
    first, *_, last = unread.out.strip().splitlines()
    assert first == "Officer A sent this, for your yes. You are asked at its end."
    assert "To think about visits" in unread.out
    assert last.startswith("That is all that Officer A sent. Scroll up for its beginning.")
    assert "You have not said yes. It waits for your yes. Nobody is here to say yes" in unread.err
    assert stage(strangers) == ("sent", "none")

    assert "It waits for the yes of Supervisor B" in strangers.officer("agreement").out
    assert strangers.supervisor("agreement", "read", "--yes").code == 0
    assert stage(strangers) == ("sent", "current")
    for asked in (("agreement",), ("agreement", "show", SUPERVISOR)):
        said = strangers.officer(*asked).out
        assert (
            "theirs has come. Their yes is taken in by itself, when you share something or open s"
            in said
        )
        assert "to do it now:\n    tipcoach agreement read\n" in said
        assert "waits for the yes" not in said
    # The yes is taken in with whatever is done next.
    assert strangers.officer("inbox").code == 0
    assert stage(strangers) == ("current", "current")


def test_whoever_did_a_step_is_told_whose_the_next_one_is(strangers: Desks) -> None:
    card = strangers.pair.supervisor.keys.card
    know = ("agreement", "know", SUPERVISOR, "--number", card.fingerprint)
    assert strangers.officer(*know).err.splitlines() == [
        "You know Supervisor B by these keys now.",
        "Next, for Supervisor B, if they have not done the same yet:",
        "  tipcoach agreement know officer-a",
        "Then, with both of you there, either here:",
        "  tipcoach agreement begin --with supervisor-b",
        "or on their machine:",
        "  tipcoach agreement begin --with officer-a",
    ]
    sent = strangers.officer("agreement", "send", fill_in(strangers), "--with", SUPERVISOR, "--yes")
    assert sent.err.splitlines() == [
        "Sent to Supervisor B. It holds once they have said yes.",
        "Next, for Supervisor B, to say yes to it:",
        "  tipcoach agreement read",
        "Then nothing more. Their yes is taken in by itself, when you share something or open s on "
        "Home.",
    ]
    assert "It waits for the yes of Supervisor B" in strangers.officer(*know).err
    card = strangers.pair.officer.keys.card
    assert strangers.supervisor(
        "agreement", "know", OFFICER, "--number", card.fingerprint
    ).err.splitlines() == [
        "You know Officer A by these keys now.",
        "No agreement yet. Officer A has sent one; to read it and say yes:",
        "  tipcoach agreement read",
    ]
    there = strangers.supervisor("agreement").out
    assert "has sent one; to read it and say yes:\n    tipcoach agreement read\n" in there
    assert "agreement begin" not in there, "what they sent comes first"
    assert strangers.supervisor("agreement", "read", "--yes").err.splitlines() == [
        "You both said yes.",
        "Officer A gets your yes by itself, when they share something or open s on Home.",
    ]
    assert strangers.officer(*know).err.endswith("to do it now:\n  tipcoach agreement read\n")
    assert "You both said yes." in strangers.officer("agreement", "read").err
    known_again = strangers.officer(*know).err
    assert "To be looked at again by" in known_again and "Next, for" not in known_again


def test_past_its_date_the_next_one_that_was_sent_comes_before_filling_one_in(
    strangers: Desks,
) -> None:
    officer, supervisor = strangers.pair.officer, strangers.pair.supervisor
    clock = officer.clock
    assert isinstance(clock, Clock)
    clock.advance(days=-200)
    agree_between(supervisor, officer)
    clock.advance(days=200)
    overdue = strangers.officer("agreement").out
    assert "by now. Do that together:\n    tipcoach agreement begin --with" in overdue
    assert "tipcoach agreement read" not in overdue, "the one they agreed to is read"
    send_between(supervisor, officer)
    for asked in (("agreement",), ("agreement", "show", SUPERVISOR)):
        said = strangers.officer(*asked).out
        assert "Supervisor B has sent one" in said and "Do that together" not in said
        assert said.index("tipcoach agreement read\n") < said.index("tipcoach agreement begin")
    assert strangers.officer("agreement", "read", "--yes").code == 0
    assert stage(strangers)[0] == "current"


def test_a_yes_that_has_come_is_taken_in_when_something_is_shared(strangers: Desks) -> None:
    strangers.officer("agreement", "send", fill_in(strangers), "--with", SUPERVISOR, "--yes")
    share = (
        "share", strangers.visit(), "--with", SUPERVISOR, "--part", "land.word", "--yes"
    )  # fmt: skip
    early = strangers.officer(*share)
    assert early.code == 1
    assert "Supervisor B has not said yes to the agreement yet." in early.err
    strangers.supervisor("agreement", "read", "--yes")
    assert strangers.officer(*share).code == 0


def test_without_an_agreement_nothing_is_shared(strangers: Desks) -> None:
    done = strangers.officer(
        "share", strangers.visit(), "--with", SUPERVISOR, "--part", "land.word", "--yes"
    )
    assert done.code == 1
    assert "There is no agreement with Supervisor B yet." in done.err
    assert "tipcoach agreement begin --with supervisor-b" in done.err
    assert not strangers.pair.box.exists()


def test_without_a_yes_an_agreement_is_not_sent(strangers: Desks) -> None:
    entry = fill_in(strangers)
    done = strangers.officer("agreement", "send", "--with", SUPERVISOR)
    assert done.code == 1
    assert "It is not sent. Nobody is here to say yes" in done.err
    assert strangers.officer("agreement", "send", "--with", SUPERVISOR, "--json").code == 2
    assert not strangers.pair.box.exists()
    other = strangers.officer("agreement", "send", strangers.visit(), "--with", SUPERVISOR, "--yes")
    assert other.code == 2 and "is not an agreement" in other.err
    sent = strangers.officer("agreement", "send", "--with", SUPERVISOR, "--yes", "--json")
    assert sent.document["entry"] == entry


def test_the_overview_says_who_is_who_without_a_passphrase(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIPCOACH_PASSPHRASE_FILE")
    said = desks.officer("agreement")
    assert said.code == 0
    assert "You are Officer A, in the folder officer-a." in said.out
    assert desks.pair.officer.keys.card.fingerprint in said.out
    assert desks.pair.supervisor.keys.card.fingerprint in said.out
    assert "You both said yes." in said.out
    found = desks.officer("agreement", "--json").document
    assert [one["stage"] for one in found["people"]] == ["current"]


def test_before_there_is_anything_it_says_what_comes_first(here: Callable[..., Done]) -> None:
    assert (
        here("agreement").out == "You have no keys yet. Make them with: tipcoach agreement keys\n"
    )
    for command in (["inbox"], ["review"], ["agreement", "read"]):
        done = here(*command)
        assert done.code == 1 and "tipcoach agreement keys" in done.err


def test_a_folder_that_is_not_there_is_answered_with_those_that_are(desks: Desks) -> None:
    (desks.pair.folder / "notes").write_text("mine", encoding="utf-8")
    (desks.pair.folder / "empty-c").mkdir()
    missing = desks.officer("agreement", "know", "superviser-b")
    assert missing.code == 1
    assert f"There: {SUPERVISOR}. Ask them which is theirs." in missing.err
    unknown = desks.officer("agreement", "show", "superviser-b")
    assert f"You know {SUPERVISOR}." in unknown.err
    (desks.pair.folder / SUPERVISOR).rename(desks.pair.folder / "Away")
    alone = desks.officer("agreement", "know", SUPERVISOR)
    assert "Nobody else has connected to it yet." in alone.err
    assert "tipcoach agreement place FOLDER" in alone.err


def test_somebody_is_known_by_a_number_that_was_compared(
    desks: Desks, tmp_path: Path, here: Callable[..., Done]
) -> None:
    card = desks.pair.supervisor.keys.card
    before = desks.pair.officer.places.people.read_bytes()
    know = ("agreement", "know", SUPERVISOR)
    nobody = desks.officer(*know)
    assert nobody.code == 1 and card.fingerprint in nobody.err
    assert "Nobody is here to say yes" in nobody.err and "--number" in nobody.err
    other = desks.officer(*know, "--number", "11111 22222 33333 44444 55555")
    assert other.code == 2 and "another one" in other.err
    assert desks.pair.officer.places.people.read_bytes() == before
    done = desks.officer(*know, "--number", f" {card.fingerprint} ", "--json")
    assert done.document["number"] == card.fingerprint


def test_keys_that_changed_are_said_loudly(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    from sharing_between import hold_keys

    old = desks.pair.supervisor.keys.card.fingerprint
    path = desks.pair.folder / SUPERVISOR / "card.json"
    hold_keys(desks.pair.supervisor, SUPERVISOR)
    path.write_bytes(desks.pair.supervisor.places.own_card.read_bytes())
    new = desks.pair.supervisor.keys.card.fingerprint

    share = ("share", desks.visit(), "--with", SUPERVISOR, "--part", "land.word", "--yes")
    refused = desks.officer(*share)
    assert refused.code == 1
    assert (
        old in refused.err
        and new in refused.err
        and "Nothing was shared, sent or opened." in refused.err
    )
    asked = desks.officer("agreement", "know", SUPERVISOR)
    assert "Stop. These are not the keys you know Supervisor B by." in asked.err
    assert old in asked.err and new in asked.err
    assert not list(desks.pair.box.glob("copy.*"))


def test_keys_and_place_with_no_terminal(
    home: Path, tmp_path: Path, here: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    make = ("agreement", "keys", "--folder", "officer-c", "--name", "Officer C")
    nobody = here(*make)
    assert nobody.code == 1 and "TIPCOACH_PASSPHRASE_FILE" in nobody.err
    assert files_under(home) == []
    file = tmp_path / "passphrase.txt"
    monkeypatch.setenv("TIPCOACH_PASSPHRASE_FILE", str(file))
    file.write_text("short\n", encoding="utf-8")
    assert here(*make).code == 2
    monkeypatch.setattr("tipcoach.supervision.identity.wrap", lambda *_: b"wrapped\n")
    file.write_text("long enough by far\n", encoding="utf-8")
    done = here(*make, "--json")
    assert done.document["folder"] == "officer-c"
    assert here(*make).code == 2, "made once"

    gone = here("agreement", "place", str(tmp_path / "nowhere"))
    assert gone.code == 1 and not (tmp_path / "nowhere").exists()
    assert f"There is no folder {tmp_path / 'nowhere'}, so nothing was connected." in gone.err
    assert "Make it first" in gone.err
    too_long = here("agreement", "place", str(tmp_path / ("n" * 300)))
    assert too_long.code == 1 and "There is no folder" in too_long.err
    (tmp_path / "place").mkdir()
    placed = here("agreement", "place", str(tmp_path / "place"))
    assert placed.code == 0 and "Connected: " in placed.err
    assert (tmp_path / "place" / "officer-c" / "card.json").exists()
