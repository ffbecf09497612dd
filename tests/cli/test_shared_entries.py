"""What an entry's own page, and erasing it, say of the copies made of it."""

from pathlib import Path

from cli.program import files_under
from cli.two_desks import SUPERVISOR, Desks

GONE = ("--not-requested", "--yes")


def notes(desks: Desks) -> list[Path]:
    """What is noted on the officer's machine of what was shared."""
    return files_under(desks.pair.officer.places.shared)


def entry_of(desks: Desks, copy: str) -> str:
    shared = desks.officer("inbox", "--json").document["shared"]
    return str(next(one["entry"] for one in shared if one["copy"] == copy))


def test_an_entry_says_with_whom_parts_of_it_were_shared(desks: Desks) -> None:
    copy = desks.share()
    entry = entry_of(desks, copy)
    said = desks.officer("journal", "show", entry).out
    assert f"Parts of it were shared with {SUPERVISOR} on " in said
    assert f"tipcoach take-back {copy}" in said
    desks.officer("take-back", copy, "--yes")
    assert ", and taken back." in desks.officer("journal", "show", entry).out
    assert "shared with" not in desks.officer("journal", "show", desks.visit()).out


def test_erasing_names_what_is_still_shared_and_forgets_what_was_taken_back(desks: Desks) -> None:
    copy = desks.share()
    entry = entry_of(desks, copy)
    done = desks.officer("journal", "erase", entry, *GONE)
    assert done.code == 0
    assert f"Parts of it are shared with {SUPERVISOR}." in done.err
    assert f"tipcoach take-back {copy}" in done.err
    # It can still be taken back, and then nothing of it is noted any more.
    assert len(notes(desks)) == 1
    assert desks.officer("take-back", copy, "--yes").code == 0
    assert notes(desks) == []
    assert list(desks.pair.box.glob("copy.*")) == []


def test_erasing_an_entry_whose_copy_was_taken_back_leaves_no_note_of_it(desks: Desks) -> None:
    copy, stays = desks.share(), desks.share()
    entry = entry_of(desks, copy)
    desks.officer("take-back", copy, "--yes")
    assert len(notes(desks)) == 3
    done = desks.officer("journal", "erase", entry, *GONE)
    assert done.code == 0 and "Parts of it are shared" not in done.err
    assert [path.name for path in notes(desks)] == [f"{stays}.json"]
