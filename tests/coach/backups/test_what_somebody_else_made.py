"""A file that is no backup of ours brings back nothing at all."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coach.backups.homes import coach_in, nothing_in, tree, write_zip
from tipcoach.coach.backup import back_up
from tipcoach.coach.coach import Coach
from tipcoach.coach.restore import restore
from tipcoach.errors import NotFound, NotReadable
from tipcoach.journal import backup as backup_file

# -- what somebody else made -------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["../x", "journal/../../x", "journal/2026-11/../x", "/etc/x", "C:/x", "C:x", "journal", "x",
     "journal/2026-11/sub/x", "journal/notes/x", "drafts/sub/x", "config/settings.yaml",
     "journal//x", "drafts/..", "drafts/.", "drafts/", "journal/2026-11/", "journal/a\\..\\..\\b",
     "drafts\\x", "drafts/01KAX00000000000000000000A.lock", "journal/.a.0123456789abcdef.tmp",
     "journal/2026-13/x"],
)  # fmt: skip
def test_a_name_that_no_backup_has_makes_all_of_it_suspect(
    other: Coach, tmp_path: Path, name: str
) -> None:
    path = write_zip(tmp_path / "b.zip", {"journal/fine": b"fine", name: b"not"})
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(NotReadable, match="Nothing was written"):
        restore(other, path)
    assert sorted(tmp_path.rglob("*")) == before


def _bomb(shape: dict[str, Any]) -> None:
    shape["files"][0]["size"] = 10


def _huge(shape: dict[str, Any]) -> None:
    shape["files"][0]["size"] = backup_file.MOST_OF_ONE + 1


def _too_much(shape: dict[str, Any]) -> None:
    first = shape["files"][0]
    shape["files"] = [
        {**first, "name": f"drafts/{number}", "size": backup_file.MOST_OF_ONE}
        for number in range(65)
    ]


def _twice(shape: dict[str, Any]) -> None:
    shape["files"] *= 2


def _less(shape: dict[str, Any]) -> None:
    shape["files"] = []


def _newer(shape: dict[str, Any]) -> None:
    shape.update(version=2, comment="new")


def _other_sum(shape: dict[str, Any]) -> None:
    shape["files"][0]["sha256"] = "0" * 64


def _true(shape: dict[str, Any]) -> None:
    shape["version"] = True


@pytest.mark.parametrize(
    "listed, said",
    [(_bomb, "damaged"), (_huge, "not a backup"), (_too_much, "differ"), (_twice, "differ"),
     (_less, "differ"), (_newer, "newer tipcoach"), (_other_sum, "damaged"),
     (_true, "not a backup"), (dict.clear, "not a backup")],
)  # fmt: skip
def test_a_list_that_is_not_true_is_refused_whole(
    other: Coach, tmp_path: Path, listed: Callable[[dict[str, Any]], None], said: str
) -> None:
    path = write_zip(tmp_path / "b.zip", {"journal/zeros": bytes(1_000_000)}, listed=listed)
    with pytest.raises(NotReadable, match=said):
        restore(other, path)
    assert nothing_in(other)


def test_a_name_that_is_cut_short_while_it_is_read_is_refused(other: Coach, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "b.zip", {"journal/x!../y": b"x"}, listed=_cut)
    path.write_bytes(path.read_bytes().replace(b"journal/x!../y", b"journal/x\x00../y"))
    with pytest.raises(NotReadable, match="differ"):
        restore(other, path)
    assert nothing_in(other)


def _cut(shape: dict[str, Any]) -> None:
    shape["files"][0]["name"] = "journal/x"


def test_one_name_with_two_contents_is_refused(other: Coach, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "b.zip", {"journal/x": b"one", "journal/y": b"two"}, listed=_both_x)
    path.write_bytes(path.read_bytes().replace(b"journal/y", b"journal/x"))
    with pytest.raises(NotReadable, match="differ"):
        restore(other, path)
    assert nothing_in(other)


def _both_x(shape: dict[str, Any]) -> None:
    shape["files"][1]["name"] = "journal/x"


def test_no_more_is_unpacked_than_the_list_says(
    other: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_zip(tmp_path / "b.zip", {"journal/zeros": bytes(1_000_000)}, listed=_bomb)
    real, unpacked = zipfile.ZipExtFile.read, [0]

    def watched(member: zipfile.ZipExtFile, most: int | None = -1) -> bytes:
        data = real(member, most)
        unpacked.append(len(data))
        return data

    monkeypatch.setattr(zipfile.ZipExtFile, "read", watched)
    with pytest.raises(NotReadable, match="damaged"):
        restore(other, path)
    assert max(unpacked) < 1_000


def test_more_than_a_journal_can_hold_is_refused_by_what_it_says_of_itself(
    other: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_file, "MOST_IN_ALL", 1_000)
    path = write_zip(tmp_path / "b.zip", {"journal/zeros": bytes(1_001)})
    with pytest.raises(NotReadable, match="more than a journal can"):
        restore(other, path)
    assert nothing_in(other)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"not a zip" * 100, b"PK\x05\x06" + bytes(18)]
)
def test_what_is_no_backup_is_a_sentence(other: Coach, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "b.zip").write_bytes(data)
    with pytest.raises(NotReadable, match="not a backup of tipcoach"):
        restore(other, tmp_path / "b.zip")
    with pytest.raises(NotFound):
        restore(other, tmp_path / "none.zip")
    with pytest.raises(NotReadable, match="not a file"):
        restore(other, tmp_path)
    assert nothing_in(other)


def test_another_way_of_packing_is_refused(other: Coach, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "b.zip", {"journal/x": b"x"}, packing=zipfile.ZIP_LZMA)
    with pytest.raises(NotReadable, match="not a backup"):
        restore(other, path)


@pytest.mark.parametrize(
    "share", [0.1, 0.5, 0.9, 0.999], ids=lambda share: f"the first {share:.1%}"
)
def test_a_backup_that_is_cut_short_brings_back_nothing(
    coach: Coach, other: Coach, tmp_path: Path, share: float
) -> None:
    back_up(coach, tmp_path / "b.zip")
    data = (tmp_path / "b.zip").read_bytes()
    (tmp_path / "b.zip").write_bytes(data[: int(len(data) * share)])
    with pytest.raises(NotReadable, match="Nothing was written"):
        restore(other, tmp_path / "b.zip")
    assert nothing_in(other)


def changed_at(places: range, coach: Coach, folder: Path) -> None:
    """With any one bit changed a backup is refused whole, or everything in it is as it was."""
    back_up(coach, folder / "b.zip")
    whole, meant = (folder / "b.zip").read_bytes(), tree(coach)
    for at in places:
        if at >= len(whole):
            break
        one_off = bytearray(whole)
        one_off[at] ^= 1 << at % 8
        (folder / "c.zip").write_bytes(one_off)
        other = coach_in(folder / f"{at}")
        try:
            restore(other, folder / "c.zip")
        except NotReadable:
            assert nothing_in(other), at
        else:
            assert tree(other) == meant, at


def test_one_changed_bit_never_brings_back_another_word(coach: Coach, tmp_path: Path) -> None:
    changed_at(range(0, 100_000, 199), coach, tmp_path)


@pytest.mark.thorough
def test_one_changed_bit_in_more_places_is_no_other(coach: Coach, tmp_path: Path) -> None:
    changed_at(range(0, 100_000, 7), coach, tmp_path)
