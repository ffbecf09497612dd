"""An organisation's own words on the screens: said to be theirs, or said to be left out."""

from pathlib import Path

import pytest

from tipcoach.coach.coach import Coach
from tui.painted import painted

OVERLAY = """\
overlay: Sample Homes (a sample)
provenance: {author: a sample, lived_experience: none yet}
rewords:
  - prompt: orient.hat
    quick: Which badge are you wearing?
"""


@pytest.fixture
def ours(coach: Coach) -> Path:
    coach.places.overlay.mkdir(parents=True)
    path = coach.places.overlay / "ours.yaml"
    path.write_text(OVERLAY, encoding="utf-8")
    return path


async def test_the_guide_says_whose_words_they_are(coach: Coach, ours: Path) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter")
        await screen.until("Which badge are you wearing?")
        await screen.press("ctrl+g")
        await screen.until("These words are those of Sample Homes (a sample).")


async def test_our_own_words_belong_to_nobody_else(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.press("b", "r", "enter")
        await screen.until("Which hat today?")
        await screen.press("ctrl+g")
        assert "These words are" not in await screen.until("Why we ask")


@pytest.mark.thorough
@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_mistake_is_said_on_the_visit_and_landing_is_asked(
    coach: Coach, ours: Path, size: tuple[int, int]
) -> None:
    ours.write_text(OVERLAY + "hides: [land.safe]\n", encoding="utf-8")
    async with painted(coach, size=size) as screen:
        await screen.press("a")
        frame = await screen.until("What is it about?")
        assert "so only ours are asked" in " ".join(frame.replace("▌", " ").split())
        assert "ours.yaml, line 6" in " ".join(frame.split())
        await screen.press("r", "enter")
        await screen.until("Does someone know you are safely out?")
