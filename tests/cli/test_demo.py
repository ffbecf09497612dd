"""The demo: a sample journal that says it is one, and leaves nothing behind."""

import tempfile
from pathlib import Path

from cli.program import files_under, tipcoach
from tipcoach.coach.reading import newest
from tipcoach.coach.sample import sample_journal


def elsewhere(folder: Path) -> dict[str, str]:
    """Where temporary files go, so that a test sees what is left of them."""
    folder.mkdir()
    return {"TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}


def test_without_a_terminal_it_prints_the_card_and_one_entry(home: Path, tmp_path: Path) -> None:
    done = tipcoach(home, "demo", more=elsewhere(tmp_path / "temporary"))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("A sample: nobody in it is real, and it goes when you leave.\n")
    assert "Your card · repairs access · home" in done.out
    assert "After a visit · repairs access · home" in done.out
    assert "A sample answer" in done.out


def test_as_json_it_is_one_document(home: Path, tmp_path: Path) -> None:
    done = tipcoach(home, "demo", "--json", more=elsewhere(tmp_path / "temporary"))
    assert done.document["sample"] is True
    assert done.document["card"]["title"] == "repairs access · home"
    assert done.document["entry"]["kind"] == "reflection"


def test_nothing_is_left_and_nothing_of_ones_own_is_touched(home: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    assert tipcoach(home, "demo", more=elsewhere(temporary)).code == 0
    assert list(temporary.iterdir()) == []
    assert not home.exists() or files_under(home) == []


def test_every_entry_of_it_says_that_it_is_a_sample() -> None:
    with sample_journal() as coach:
        entries = newest(coach, None).entries
        kept_in = coach.places.data
        assert kept_in.is_relative_to(tempfile.gettempdir())
        for entry in entries:
            said = coach.places.journal.glob(f"*/{entry.id}.json")
            assert "A sample answer" in next(said).read_text(encoding="utf-8")
    assert len(entries) == 5
    assert [entry.created for entry in entries] == sorted(
        (entry.created for entry in entries), reverse=True
    )
    assert not kept_in.exists()
