"""Work in the shared place, which may be slow: away from the keys, with a word while it lasts."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from tipcoach.errors import TipcoachError
from tipcoach.tui.page import Page
from tipcoach.tui.widgets.frame import Header, Strip

T = TypeVar("T")


async def away(
    screen: Page, word: str, do: Callable[[], T], then: Callable[[T], Awaitable[None]]
) -> None:
    """Do something in a thread, and go on with what it returns; trouble is said on the strip.

    One thing at a time: while the screen is busy, or was left, nothing else is begun.
    """
    if screen.is_busy or not screen.is_open:
        return
    screen.is_busy = True
    header = screen.query_one(Header)
    before = header.said
    header.badge(word)
    screen.query_one(Strip).say(None)

    def is_still_open() -> bool:
        screen.is_busy = False
        if screen.is_open:
            header.badge(before)
        return screen.is_open

    async def go_on(found: T) -> None:
        if is_still_open():
            await then(found)

    async def refused(trouble: TipcoachError) -> None:
        if is_still_open():
            screen.query_one(Strip).say(trouble)

    def run() -> None:
        # In the app's own turn, where what comes next may open a screen.
        later = screen.app.call_later
        try:
            found = do()
        except TipcoachError as trouble:
            screen.app.call_from_thread(later, refused, trouble)
        else:
            screen.app.call_from_thread(later, go_on, found)

    screen.run_worker(run, thread=True, exit_on_error=False)
