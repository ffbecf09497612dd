"""The disk is never more than a moment behind the first unsaved key, and SAVED is never a lie."""

import threading

import pytest

from tipcoach.coach.autosave import PAUSE, Autosave, Saved, Saving
from tipcoach.errors import NotSaved

from .conftest import Timers

FULL = NotSaved("The disk is full.")
RealTimer = threading.Timer


class Disk:
    """Counts the writes that reach it, and can be full."""

    def __init__(self, timers: Timers) -> None:
        self.writes: list[float] = []
        self.full = False
        self._timers = timers

    def write(self) -> None:
        if self.full:
            raise FULL
        self.writes.append(self._timers.now)


@pytest.fixture
def disk(timers: Timers) -> Disk:
    return Disk(timers)


@pytest.fixture
def told() -> list[Saving]:
    return []


@pytest.fixture
def autosave(disk: Disk, told: list[Saving]) -> Autosave:
    return Autosave(disk.write, lambda saved: told.append(saved.state))


def test_the_pause_keeps_the_promise_of_a_second() -> None:
    assert PAUSE < 1


def test_keys_that_keep_coming_do_not_put_the_save_off(
    autosave: Autosave, disk: Disk, timers: Timers
) -> None:
    """A throttle. A debounce would wait for a break that a fast typist never takes."""
    for _ in range(50):
        autosave.note()
        timers.pass_(PAUSE / 10)

    assert disk.writes[0] == pytest.approx(PAUSE), "one pause from the first key"
    gaps = [later - earlier for earlier, later in zip(disk.writes, disk.writes[1:], strict=False)]
    assert gaps
    assert all(gap <= PAUSE * 1.2 for gap in gaps), "and so on, for as long as it takes"


def test_one_timer_runs_however_many_keys_there_are(autosave: Autosave, timers: Timers) -> None:
    for _ in range(50):
        autosave.note()
    assert timers.running == 1


def test_pending_then_saved_is_what_is_told(
    autosave: Autosave, told: list[Saving], timers: Timers
) -> None:
    assert autosave.saved == Saved(Saving.NOTHING_YET)
    autosave.note()
    autosave.note()
    assert autosave.saved == Saved(Saving.PENDING)
    timers.pass_(PAUSE)

    assert autosave.saved == Saved(Saving.SAVED)
    assert told == [Saving.PENDING, Saving.SAVED]


def test_without_a_key_nothing_is_written(autosave: Autosave, disk: Disk, timers: Timers) -> None:
    timers.pass_(60)
    assert autosave.now() == Saved(Saving.NOTHING_YET)
    autosave.note()
    timers.pass_(60)
    assert len(disk.writes) == 1


def test_saving_now_waits_for_no_timer_and_leaves_none(
    autosave: Autosave, disk: Disk, timers: Timers
) -> None:
    autosave.note()
    assert autosave.now() == Saved(Saving.SAVED)
    assert disk.writes == [0.0]
    timers.pass_(60)
    assert disk.writes == [0.0], "what is saved is not saved again"


def test_a_key_during_a_save_is_not_called_saved(timers: Timers, told: list[Saving]) -> None:
    def write_while_typing() -> None:
        written.append(timers.now)
        if len(written) == 1:
            autosave.note()

    written: list[float] = []
    autosave = Autosave(write_while_typing, lambda saved: told.append(saved.state))
    autosave.note()
    timers.pass_(PAUSE)
    assert told == [Saving.PENDING, Saving.PENDING]
    assert autosave.saved == Saved(Saving.PENDING)

    timers.pass_(PAUSE)
    assert autosave.saved == Saved(Saving.SAVED)
    assert len(written) == 2


def test_a_failed_save_is_said_and_the_next_try_writes(
    autosave: Autosave, disk: Disk, told: list[Saving], timers: Timers
) -> None:
    disk.full = True
    autosave.note()
    timers.pass_(PAUSE)
    assert autosave.saved == Saved(Saving.FAILED, FULL)

    timers.pass_(60)
    assert autosave.now() == Saved(Saving.FAILED, FULL), "it stays so until a save goes through"
    disk.full = False
    assert autosave.now() == Saved(Saving.SAVED)
    assert len(disk.writes) == 1
    assert told[-1] is Saving.SAVED


def test_after_a_failed_save_the_next_key_tries_again(
    autosave: Autosave, disk: Disk, timers: Timers
) -> None:
    disk.full = True
    autosave.note()
    timers.pass_(PAUSE)
    disk.full = False
    autosave.note()
    timers.pass_(PAUSE)

    assert autosave.saved == Saved(Saving.SAVED)
    assert len(disk.writes) == 1


def test_once_stopped_nothing_more_is_written(
    autosave: Autosave, disk: Disk, timers: Timers
) -> None:
    autosave.note()
    autosave.stop()
    timers.pass_(60)
    autosave.now()
    assert disk.writes == []


def test_stopping_waits_for_a_write_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or a draft could be put back by the write that was halfway when it was taken away."""
    monkeypatch.setattr(threading, "Timer", RealTimer)
    writing, go_on, order = threading.Event(), threading.Event(), []

    def write() -> None:
        writing.set()
        assert go_on.wait(10)
        order.append("written")

    autosave = Autosave(write, lambda saved: None, pause=0.001)
    autosave.note()
    assert writing.wait(10)

    def stop() -> None:
        autosave.stop()
        order.append("stopped")

    stopping = threading.Thread(target=stop)
    stopping.start()
    go_on.set()
    stopping.join(10)
    assert order == ["written", "stopped"]


def test_no_key_waits_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """With real timers: the writing thread hangs, and the keys go on."""
    monkeypatch.setattr(threading, "Timer", RealTimer)
    writing, go_on, saved = threading.Event(), threading.Event(), threading.Event()
    threads = []

    def write() -> None:
        threads.append(threading.current_thread())
        writing.set()
        assert go_on.wait(10)

    def told(now: Saved) -> None:
        if now.state is Saving.SAVED:
            saved.set()

    autosave = Autosave(write, told, pause=0.001)
    autosave.note()
    assert writing.wait(10)
    for _ in range(100):
        autosave.note()
    assert autosave.saved.state is Saving.PENDING
    go_on.set()
    assert saved.wait(10)
    assert threading.current_thread() not in threads


def test_nothing_is_saved_before_it_was_said_that_it_will_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Or "saving" would come after "saved", and stay."""
    monkeypatch.setattr(threading, "Timer", RealTimer)
    written, saved = threading.Event(), threading.Event()
    too_soon = []

    def told(now: Saved) -> None:
        if now.state is Saving.PENDING:
            too_soon.append(written.wait(0.05))
        if now.state is Saving.SAVED:
            saved.set()

    Autosave(written.set, told, pause=0.0).note()
    assert saved.wait(10)
    assert too_soon == [False]
