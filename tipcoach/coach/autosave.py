"""Keep the disk at most a second behind the keys.

A throttle, not a debounce: the clock starts at the first unsaved key and nothing typed
after it puts the save off. It runs beside the screen, so no key ever waits for the disk.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tipcoach.errors import NotSaved, TipcoachError

RETRY = "Your words are still here."
PAUSE = 0.4
"""Seconds from the first unsaved key to the write."""


class Saving(StrEnum):
    """What is true of the draft. `SAVED` means every key so far would survive a power cut."""

    NOTHING_YET = "nothing yet"
    PENDING = "saving"
    SAVED = "saved"
    FAILED = "not saved"


@dataclass(frozen=True, slots=True)
class Saved:
    """The state of saving, and after a failure what to tell the officer."""

    state: Saving
    trouble: TipcoachError | None = None


class Autosave:
    """Calls `write` soon after `note`, and tells `told` what became of it.

    `told` is called from another thread, except while `now` or `note` runs. It must be quick, and
    may not come back here.
    """

    def __init__(
        self,
        write: Callable[[], None],
        told: Callable[[Saved], None],
        *,
        state: Saving = Saving.NOTHING_YET,
        pause: float = PAUSE,
    ) -> None:
        self._write = write
        self._told = told
        self._pause = pause
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._timer: threading.Timer | None = None
        self._unsaved = False
        self.saved = Saved(state)

    def note(self) -> None:
        """Something changed. Starts the clock unless it is running."""
        with self._lock:
            self._unsaved = True
            if self._timer is not None:
                return
            self._timer = threading.Timer(self._pause, self._on_time)
            self._timer.daemon = True
            # Told first: "saving" that came after "saved" would stay.
            if self.saved.state is not Saving.PENDING:
                self._tell(Saved(Saving.PENDING))
            self._timer.start()

    def now(self) -> Saved:
        """Write at once what is unsaved, and return what is true afterwards."""
        self._stop_clock()
        self._save()
        return self.saved

    def stop(self) -> None:
        """Write nothing more: the draft is finished or let go."""
        self._stop_clock()
        with self._lock:
            self._unsaved = False
        with self._writing:
            return

    def _on_time(self) -> None:
        with self._lock:
            self._timer = None
        self._save()

    def _stop_clock(self) -> None:
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None

    def _save(self) -> None:
        with self._writing:
            with self._lock:
                if not self._unsaved:
                    return
                self._unsaved = False
            try:
                self._write()
            except TipcoachError as trouble:
                self._failed(trouble)
                return
            except Exception:  # whatever it was, the officer must not be told "saved"
                self._failed(NotSaved("Not saved: something went wrong inside tipcoach.", RETRY))
                return
            except BaseException:
                # Told to end in the middle of a write: it is still to be done.
                self._unsaved = True
                raise
            with self._lock:
                self._tell(Saved(Saving.PENDING if self._unsaved else Saving.SAVED))

    def _failed(self, trouble: TipcoachError) -> None:
        with self._lock:
            self._unsaved = True
        self._tell(Saved(Saving.FAILED, trouble))

    def _tell(self, saved: Saved) -> None:
        self.saved = saved
        self._told(saved)
