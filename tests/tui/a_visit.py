"""A quick preparation on the screens, for tests that begin with one."""

from tipcoach.coach.coach import Coach
from tipcoach.coach.reading import newest
from tipcoach.practice.entry import Entry
from tui.painted import Painted


def entries(coach: Coach) -> tuple[Entry, ...]:
    return newest(coach, None).entries


async def prepare_quickly(screen: Painted) -> None:
    """From Home through a quick preparation for arrears by phone, to its end."""
    await screen.press("b", "r", "tab", "down", "down", "enter")
    await screen.until("Which hat today?", "phone")
    await screen.press("3")
    await screen.write("I am ringing as your landlord, and to help if it is useful.")
    await screen.press("enter")
    await screen.write("The rent is due every week")
    await screen.press("enter", "enter")
    await screen.write("How much and from when")
    await screen.press("enter", "enter")
    await screen.write("Whether we talk today")
    await screen.press("enter", "enter")
    await screen.until("Five principles")
    await screen.press("2")
    await screen.write("We said the boiler part would be chased.")
    await screen.press("enter", "enter", "y")
    await screen.write("I hear myself say the balance twice")
    await screen.press("enter")
    await screen.write("stop and ask what this month looks like")
    await screen.press("enter")
    await screen.until("Keep this as it is?")
