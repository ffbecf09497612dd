"""Time that passes only when a test says so, also for the timers that save; and searches."""

import threading
from collections.abc import Callable

import pytest

from coach.searched import Cached
from tipcoach.coach.coach import Coach


class Timers:
    """Stands in for `threading.Timer`: goes off when time is moved on by hand."""

    def __init__(self) -> None:
        self.now = 0.0
        self._running: list[Timer] = []

    def __call__(self, pause: float, call: Callable[[], None]) -> "Timer":
        return Timer(self, pause, call)

    def start(self, timer: "Timer") -> None:
        self._running.append(timer)

    def cancel(self, timer: "Timer") -> None:
        if timer in self._running:
            self._running.remove(timer)

    @property
    def running(self) -> int:
        return len(self._running)

    def pass_(self, seconds: float) -> None:
        """Let time pass; what falls due in it goes off, in order."""
        until = self.now + seconds
        while due := [timer for timer in self._running if timer.due <= until + 1e-9]:
            first = min(due, key=lambda timer: timer.due)
            self._running.remove(first)
            self.now = first.due
            first.call()
        self.now = until


class Timer:
    daemon = False

    def __init__(self, timers: Timers, pause: float, call: Callable[[], None]) -> None:
        self._timers, self._pause, self.call = timers, pause, call
        self.due = float("inf")

    def start(self) -> None:
        assert self.daemon, "a save under way must not keep the program from ending"
        self.due = self._timers.now + self._pause
        self._timers.start(self)

    def cancel(self) -> None:
        self._timers.cancel(self)


@pytest.fixture(autouse=True)
def timers(monkeypatch: pytest.MonkeyPatch) -> Timers:
    """Nothing is saved behind a test's back."""
    made = Timers()
    monkeypatch.setattr(threading, "Timer", made)
    return made


@pytest.fixture
def cached(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Cached:
    return Cached(coach, monkeypatch)
