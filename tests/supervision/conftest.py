"""Two people who share, in one folder under the test's own."""

from pathlib import Path

import pytest
from making import Clock
from sharing_between import Pair, two_people


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    return two_people(tmp_path, clock)
