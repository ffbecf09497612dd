"""The folder of prompts of their own."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "overlay"
    (made / "purposes").mkdir(parents=True)
    return made
