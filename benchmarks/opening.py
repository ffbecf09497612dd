"""Open the journal screen of one home with no terminal, and go to the oldest entry.

    python benchmarks/opening.py HOME

Prints seconds to the frame with rows, seconds to that with the oldest, and the most widgets.
"""

import asyncio
import json
import sys
import time

from textual.pilot import Pilot

from tipcoach.coach.coach import Coach
from tipcoach.coach.leafing import Stretch, to_the_newest, to_the_oldest
from tipcoach.settings import HOME_VARIABLE, places
from tipcoach.tui.app import TipcoachApp
from tipcoach.tui.screens.journal import JournalScreen
from tipcoach.tui.widgets.rows import Rows

PATIENCE = 60.0


async def until_current(pilot: Pilot[int], entry_id: str) -> float:
    """Seconds until that entry is the current row and has been painted."""
    begun = time.perf_counter()
    while True:
        rows = pilot.app.screen.query(Rows)
        if rows and (row := rows.first().row) and row.id == entry_id:
            await pilot.pause()
            return time.perf_counter() - begun
        if time.perf_counter() - begun > PATIENCE:
            raise SystemExit(f"{entry_id} did not come")
        await asyncio.sleep(0.001)


async def main(home: str) -> None:
    coach = Coach(places({HOME_VARIABLE: home}))
    newest = to_the_newest(coach, Stretch()).entries[0].id
    oldest = to_the_oldest(coach, Stretch()).entries[-1].id
    app = TipcoachApp(coach, None)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        begun = time.perf_counter()
        await app.push_screen(JournalScreen())
        await until_current(pilot, newest)
        opened, widgets = time.perf_counter() - begun, len(app.screen.query("*"))
        await pilot.press("end")
        ended = await until_current(pilot, oldest)
        widgets = max(widgets, len(app.screen.query("*")))
    print(json.dumps({"opened": opened, "ended": ended, "widgets": widgets}))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
