"""A shared place that does not keep its word is found out when it is connected."""

from collections.abc import Callable
from pathlib import Path

import pytest
from making import Clock
from sharing_between import OFFICER, Pair, a_coach, hold_keys

from tipcoach.coach import shared_place
from tipcoach.coach.coach import Coach
from tipcoach.coach.shared_place import NotConnected, connect, trouble_with_the_place
from tipcoach.errors import NotReadable, NotSaved
from tipcoach.supervision.conformance import broken_promises
from tipcoach.supervision.folder import FolderPlace
from tipcoach.supervision.place import NotThere


class Kept:
    """A sound place in memory, for the faulty ones to be a little different from."""

    def __init__(self) -> None:
        self.files: dict[str, dict[str, bytes]] = {}

    def put(self, box: str, name: str, data: bytes) -> bool:
        there = self.files.setdefault(box, {})
        if name in there:
            return False
        there[name] = data
        return True

    def names(self, box: str) -> tuple[str, ...]:
        return tuple(sorted(self.files.get(box, {})))

    def get(self, box: str, name: str) -> bytes:
        try:
            return self.files[box][name]
        except KeyError:
            raise NotReadable("it is gone") from None

    def drop(self, box: str, name: str) -> None:
        self.files.get(box, {}).pop(name, None)


class Overwrites(Kept):
    def put(self, box: str, name: str, data: bytes) -> bool:
        self.files.setdefault(box, {})[name] = data
        return True


class OverwritesInSilence(Kept):
    """It says that the name is taken, and puts the bytes there all the same."""

    def put(self, box: str, name: str, data: bytes) -> bool:
        first = super().put(box, name, data)
        self.files[box][name] = data
        return first


class SaysItOverwrote(Kept):
    """It keeps the first bytes, and says that the second went through."""

    def put(self, box: str, name: str, data: bytes) -> bool:
        super().put(box, name, data)
        return True


class SaysNewIsTaken(Kept):
    def put(self, box: str, name: str, data: bytes) -> bool:
        super().put(box, name, data)
        return False


class TakesBeginningsAlike(Kept):
    """Lists by the beginning of a key, as an object store does that was asked carelessly."""

    def names(self, box: str) -> tuple[str, ...]:
        return tuple(
            sorted(
                name
                for each, files in self.files.items()
                if each.startswith(box) or box.startswith(each)
                for name in files
            )
        )


class KeepsWhatIsDropped(Kept):
    def drop(self, box: str, name: str) -> None:
        return


class HidesWhatIsDropped(Kept):
    """No longer listed, and still given to whoever asks."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden: set[tuple[str, str]] = set()

    def names(self, box: str) -> tuple[str, ...]:
        return tuple(name for name in super().names(box) if (box, name) not in self.hidden)

    def drop(self, box: str, name: str) -> None:
        self.hidden.add((box, name))


class StillListsWhatIsDropped(Kept):
    def __init__(self) -> None:
        super().__init__()
        self.listed: dict[str, set[str]] = {}

    def put(self, box: str, name: str, data: bytes) -> bool:
        self.listed.setdefault(box, set()).add(name)
        return super().put(box, name, data)

    def names(self, box: str) -> tuple[str, ...]:
        return tuple(sorted(self.listed.get(box, ())))


class NeverGivesANameAgain(Kept):
    def __init__(self) -> None:
        super().__init__()
        self.used: set[tuple[str, str]] = set()

    def put(self, box: str, name: str, data: bytes) -> bool:
        if (box, name) in self.used:
            return False
        self.used.add((box, name))
        return super().put(box, name, data)


class ChangesLineEnds(Kept):
    def get(self, box: str, name: str) -> bytes:
        return super().get(box, name).replace(b"\r", b"")


class EndsAtTheFirstZero(Kept):
    def get(self, box: str, name: str) -> bytes:
        return super().get(box, name).split(b"\0")[0]


class CutsWhatIsLong(Kept):
    def put(self, box: str, name: str, data: bytes) -> bool:
        return super().put(box, name, data[:65_536])


class DropsWhatIsEmpty(Kept):
    def put(self, box: str, name: str, data: bytes) -> bool:
        return super().put(box, name, data) if data else True


class Lags(Kept):
    """A name is listed only once another one has come."""

    def names(self, box: str) -> tuple[str, ...]:
        return tuple(sorted([*self.files.get(box, {})][:-1]))


class ListsAtMostTwo(Kept):
    def names(self, box: str) -> tuple[str, ...]:
        return super().names(box)[:2]


class ListsInAnyOrder(Kept):
    def names(self, box: str) -> tuple[str, ...]:
        return super().names(box)[::-1]


class SharesOneBox(Kept):
    """Everybody's boxes are one."""

    def put(self, box: str, name: str, data: bytes) -> bool:
        return super().put("", name, data)

    def names(self, box: str) -> tuple[str, ...]:
        return super().names("")

    def get(self, box: str, name: str) -> bytes:
        return super().get("", name)

    def drop(self, box: str, name: str) -> None:
        super().drop("", name)


class CannotBeWritten(Kept):
    def put(self, box: str, name: str, data: bytes) -> bool:
        raise NotSaved("The disk can only be read.")


class GoesAway(Kept):
    def get(self, box: str, name: str) -> bytes:
        raise NotThere("The shared place is not here.")


SAYS: dict[type[Kept], str] = {
    Overwrites: "overwrites",
    OverwritesInSilence: "overwrites",
    SaysItOverwrote: "overwrites",
    SaysNewIsTaken: "says that a new name is taken",
    TakesBeginningsAlike: "two folders whose names begin alike for one",
    KeepsWhatIsDropped: "keeps what was taken away",
    HidesWhatIsDropped: "keeps what was taken away",
    StillListsWhatIsDropped: "keeps what was taken away",
    NeverGivesANameAgain: "does not give a name again",
    ChangesLineEnds: "does not give back the bytes",
    EndsAtTheFirstZero: "does not give back the bytes",
    CutsWhatIsLong: "does not give back a file of 256 KB",
    DropsWhatIsEmpty: "",
    Lags: "does not show every name",
    ListsAtMostTwo: "does not show every name",
    ListsInAnyOrder: "does not show every name",
    SharesOneBox: "begin alike for one",
    CannotBeWritten: "The disk can only be read.",
    GoesAway: "The shared place is not here.",
}


@pytest.mark.parametrize("faulty", SAYS, ids=lambda one: one.__name__)
def test_a_place_that_does_not_keep_its_word_is_found_out(faulty: type[Kept]) -> None:
    said = broken_promises(faulty(), OFFICER)
    assert said
    assert SAYS[faulty] in " ".join(said)


def test_a_sound_place_has_nothing_said_of_it_and_is_left_as_it_was() -> None:
    place = Kept()
    place.put(OFFICER, "card.json", b"mine")
    assert broken_promises(place, OFFICER) == ()
    assert {box: files for box, files in place.files.items() if files} == {
        OFFICER: {"card.json": b"mine"}
    }


def test_a_sound_folder_is_left_without_a_file(tmp_path: Path) -> None:
    place = FolderPlace(tmp_path, tmp_path.parent / "noted.txt")
    for _ in range(2):
        assert broken_promises(place, OFFICER) == ()
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_an_earlier_trial_left_is_not_held_against_the_place() -> None:
    place = Kept()
    place.put(f"{OFFICER}/try-1", "try-1.age", b"left by a crash")
    assert broken_promises(place, OFFICER) == ()


@pytest.mark.parametrize("faulty", [Overwrites, CutsWhatIsLong, CannotBeWritten])
def test_a_faulty_place_is_not_connected_and_holds_nothing_of_mine(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faulty: Callable[[], Kept]
) -> None:
    place = faulty()
    monkeypatch.setattr(shared_place, "_folder_place", lambda *_: place)
    hold_keys(coach, OFFICER)
    with pytest.raises(NotConnected, match="cannot be the shared place"):
        connect(coach, tmp_path)
    assert coach.settings.shared_place in (None, "")
    assert "card.json" not in place.files.get(OFFICER, {})


def test_a_folder_that_is_not_there_is_not_made(coach: Coach, tmp_path: Path) -> None:
    hold_keys(coach, OFFICER)
    with pytest.raises((NotConnected, NotThere)):
        connect(coach, tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_a_folder_name_somebody_else_has_is_not_taken(pair: Pair, clock: Clock) -> None:
    other = a_coach(pair.homes / "other", clock)
    hold_keys(other, OFFICER, "Somebody else")
    with pytest.raises(NotConnected, match=f"somebody else has the folder {OFFICER}"):
        connect(other, pair.folder)
    assert trouble_with_the_place(pair.officer) == ()


def test_the_doctor_says_when_the_place_stopped_keeping_its_word(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert trouble_with_the_place(pair.officer) == ()
    place = Overwrites()
    place.files[OFFICER] = {"card.json": (pair.folder / OFFICER / "card.json").read_bytes()}
    monkeypatch.setattr(shared_place, "_folder_place", lambda *_: place)
    assert "overwrites" in " ".join(trouble_with_the_place(pair.officer))
