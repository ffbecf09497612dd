"""The palette over Home and over a question, and pages that name somebody's own keys."""

from tipcoach.coach.coach import Coach
from tipcoach.practice.entry import Kind
from tipcoach.tui import keys
from tui.frames.golden import Looks
from tui.frames.visits import LANDED, begun
from tui.frames.walking import walking
from tui.painted import painted

BACK = "Esc back as it was"
OWN = "home:\n  before: Ctrl+T\n  after: F8\n  jurnal: x\neverywhere:\n  help: h\n"


async def test_over_home(welcomed: Coach, looks: Looks) -> None:
    async with painted(welcomed, looks.size) as screen:
        await screen.press("ctrl+p")
        await looks.like(screen, "palette", way_out=BACK)
        await screen.press(*"visit")
        await looks.like(screen, "palette_found", way_out=BACK)
        await screen.press(*" tenant")
        await looks.like(screen, "palette_nothing_found", way_out=BACK)


async def test_over_a_question(coach: Coach, looks: Looks) -> None:
    sitting = begun(coach, Kind.REFLECTION, LANDED, at="moment.stayed")
    async with walking(coach, looks, sitting) as walk:
        await walk.screen.press("ctrl+p")
        await walk.looks_like("palette_over_a_question", way_out=BACK)


async def test_keys_of_ones_own(welcomed: Coach, looks: Looks) -> None:
    path = welcomed.places.keys
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(OWN, encoding="utf-8")
    async with painted(welcomed, looks.size) as screen:
        await looks.like(screen, "home_keys_of_ones_own")
        await screen.press("ctrl+p")
        await looks.like(screen, "palette_keys_of_ones_own", way_out=BACK)
    keys.use()
