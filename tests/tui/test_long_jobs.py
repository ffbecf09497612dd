"""A large journal is read through beside the menu, in words, and leaving does not wait for it."""

import threading

import pytest

from tipcoach.coach import gists
from tipcoach.coach.coach import Coach
from tipcoach.journal.noted import NotedGists
from tui.frames.visits import prepared
from tui.painted import painted


async def test_home_says_how_far_it_is_and_can_be_left(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach.remember(welcomed=True)
    prepared(coach)
    may_go_on, ended, looked_at = threading.Event(), threading.Event(), []

    def slowly(noted: NotedGists, notes: object) -> None:
        try:
            for month in range(1, 40):
                noted.told(month, 40)
                looked_at.append(month)
                may_go_on.wait(10)
        finally:
            ended.set()

    async with painted(coach) as screen:
        monkeypatch.setattr(gists, "READ_THROUGH", 0)
        monkeypatch.setattr(NotedGists, "_look", slowly)
        screen.app.home.look_again()
        frame = await screen.until("reading your journal once · 1 of 40 months")
        assert "Before a visit" in frame
        await screen.press("ctrl+q")
        # What the framework does on its way out.
        screen.app.workers.cancel_all()
        may_go_on.set()
    assert ended.wait(10)
    assert looked_at == [1]
