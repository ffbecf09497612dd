"""A home with something kept in it, and another with nothing."""

from pathlib import Path

import pytest
from making import draft, entry, real_checklist, visit

from coach.backups.homes import coach_in
from tipcoach.coach.coach import Coach
from tipcoach.practice.walk import Walk


@pytest.fixture
def coach(tmp_path: Path) -> Coach:
    """A journal with two entries, a draft, and what sync programs leave."""
    made = coach_in(tmp_path / "home")
    for _ in range(2):
        made.journal.add(entry())
    made.drafts.begin(draft(Walk(checklist=real_checklist(), visit=visit(), at="hat")))
    (made.places.journal / "desktop.ini").write_bytes(b"[.ShellClassInfo]\r\n")
    return made


@pytest.fixture
def other(tmp_path: Path) -> Coach:
    return coach_in(tmp_path / "other")
