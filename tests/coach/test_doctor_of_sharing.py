"""What doctor says of sharing: the keys, the shared place, the agreements, the recovery key."""

from datetime import timedelta
from pathlib import Path

import pytest
from making import NOW, Clock
from sharing_between import (
    SUPERVISOR,
    Pair,
    a_coach,
    agree_between,
    connect_all,
    hold_keys,
    send_between,
    two_people,
)

from tipcoach.coach.coach import Coach
from tipcoach.coach.doctor.findings import Finding, State
from tipcoach.coach.doctor.sharing import look_at_sharing
from tipcoach.coach.shared_place import the_place
from tipcoach.supervision.cards import short_number


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    return two_people(tmp_path, Clock(NOW))


def found(coach: Coach) -> dict[str, Finding]:
    return {one.what: one for one in look_at_sharing(coach)}


def test_whoever_shares_nothing_hears_nothing_of_it(tmp_path: Path) -> None:
    assert not found(a_coach(tmp_path / "home", Clock(NOW)))


def test_all_is_well_and_nothing_is_left_in_the_shared_place(pair: Pair) -> None:
    before = {path for path in pair.folder.rglob("*") if path.is_file()}
    said = found(pair.officer)
    assert {one.state for one in said.values()} == {State.FINE}
    assert pair.officer.keys.card.fingerprint in said["Keys that seal"].detail
    assert {path for path in pair.folder.rglob("*") if path.is_file()} == before


def test_a_place_that_is_gone_is_said_and_is_not_made_again(pair: Pair) -> None:
    gone = pair.folder.rename(pair.folder.with_name("elsewhere"))
    said = found(pair.officer)["Shared place"]
    assert (said.state, pair.folder.exists()) == (State.WRONG, False)
    assert "is not here" in said.detail
    assert gone.exists()


def test_an_empty_folder_in_its_stead_is_not_taken_for_it(pair: Pair) -> None:
    pair.folder.rename(pair.folder.with_name("elsewhere"))
    pair.folder.mkdir()
    assert "Your card is not in" in found(pair.officer)["Shared place"].detail
    assert not [*pair.folder.iterdir()]


def test_an_agreement_past_its_day_is_noted_for_both(tmp_path: Path) -> None:
    clock = Clock(NOW)
    pair = two_people(tmp_path, clock, agreed=False)
    agree_between(pair.officer, pair.supervisor, look_again_in=10)
    assert "Agreements" not in found(pair.officer)
    clock.now += timedelta(days=11)
    for coach in (pair.officer, pair.supervisor):
        assert found(coach)["Agreements"].state is State.NOTE
    agree_step = "Officer A has sent one. To read it and say yes: tipcoach agreement read"
    assert found(pair.supervisor)["Agreements"].to_do.startswith("Fill one in together")
    send_between(pair.officer, pair.supervisor)
    assert found(pair.supervisor)["Agreements"].to_do == agree_step
    assert found(pair.officer)["Agreements"].detail.endswith("waits for a yes.")


def test_a_record_that_cannot_be_read_is_named_and_the_rest_stays(pair: Pair) -> None:
    record = pair.share()
    bad = pair.officer.places.shared / f"{'a' * 26}.json"
    bad.write_bytes(b"{}")
    said = found(pair.officer)["What you shared"]
    assert bad.name in said.detail
    assert record.copy not in said.detail


def test_a_recovery_key_that_is_none_is_wrong_and_nothing_is_shared(pair: Pair) -> None:
    pair.officer.places.recovery_key.parent.mkdir(parents=True, exist_ok=True)
    pair.officer.places.recovery_key.write_text("age1nothing\n", encoding="utf-8")
    assert found(pair.officer)["Sharing"].state is State.WRONG
    recipient = pair.supervisor.keys.card.seals_to
    pair.officer.places.recovery_key.write_text(f"# kept by two\n{recipient}\n", encoding="utf-8")
    said = found(pair.officer)["Recovery key"]
    assert (said.state, short_number(recipient) in said.detail) == (State.FINE, True)


def test_people_that_cannot_be_read_are_said(pair: Pair) -> None:
    pair.officer.places.people.write_text(f"{SUPERVISOR}: [1]\n", encoding="utf-8")
    assert found(pair.officer)["Sharing"].state is State.WRONG


def test_a_place_connected_in_another_window_is_found(tmp_path: Path) -> None:
    one = a_coach(tmp_path / "home", Clock(NOW))
    hold_keys(one, SUPERVISOR)
    assert found(one)["Shared place"].state is State.NOTE
    other = a_coach(tmp_path / "home", Clock(NOW))
    other.keys._hold(one.keys.identity)
    connect_all(tmp_path / "place", other)
    the_place(one)
    assert found(one)["Shared place"].state is State.FINE
