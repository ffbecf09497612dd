"""Two people who share, on the screens of one of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from making import Clock, real_library
from seeing import NAME, that_see
from sharing_between import Pair, two_people

from tipcoach.coach.agreeing import send
from tipcoach.supervision.documents import Agreement, Term
from tipcoach.supervision.mail import write_letter
from tui.painted import Painted, painted

SIZE = (80, 24)
VIEW = "I think she was tired, and I was late."
BACK = "What do you imagine happens in the silence?"


def a_pair(root: Path, clock: Clock, *, agreed: bool = True) -> Pair:
    """Two people whose programs were opened before; their lenses see one made-up name."""
    pair = two_people(root, clock, agreed=agreed)
    for coach in (pair.officer, pair.supervisor):
        coach.library = real_library()
        coach.remember(welcomed=True)
        that_see(coach, NAME)
    return pair


@asynccontextmanager
async def sharing(pair: Pair, size: tuple[int, int] = SIZE) -> AsyncIterator[Painted]:
    """The officer on the page where a copy of their newest entry is made."""
    async with painted(pair.officer, size) as screen:
        await screen.press("j")
        await screen.until("This week")
        await screen.settle()
        await screen.press("s")
        await screen.until("Choose the answers")
        await screen.settle()
        yield screen


async def choose(screen: Painted, *parts: int) -> None:
    """Put parts in or out by their place, from the first row."""
    await screen.press("home")
    at = 0
    for part in parts:
        await screen.press(*["down"] * (part - at), "space")
        at = part
    await screen.settle()


async def to_the_last_sheet(screen: Painted) -> str:
    """From a choice that is made: no heavy detail, the page read to its end, Enter."""
    await screen.press("enter")
    await screen.until("heavy detail")
    await screen.press("n")
    await screen.settle()
    for _ in range(20):
        if "Share this with" in screen.frame():
            break
        await screen.press("pagedown")
        await screen.settle()
        await screen.press("enter")
        await screen.settle()
    return await screen.until("Share this with")


def send_long_agreement(pair: Pair, clock: Clock) -> None:
    today = clock().date()
    terms = tuple(Term(f"Question {number}?", "As we said.") for number in range(1, 12))
    content = Agreement(today, today + timedelta(days=182), terms, None)
    send(pair.officer, write_letter(pair.officer.keys.card, pair.supervisor.keys.card, content))


async def to_supervision(screen: Painted, words: str = "What I have shared") -> str:
    await screen.press("s")
    await screen.until(words)
    return await screen.settle()


async def to_review(screen: Painted, words: str) -> str:
    await to_supervision(screen)
    await screen.press("r")
    await screen.until("Brought to supervision", words)
    return await screen.settle()
