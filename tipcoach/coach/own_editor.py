"""An answer in the officer's own editor: in a file that is theirs alone, and gone afterwards.

The file is in a folder of its own, so that what an editor puts beside it goes with it. While it is
open a lock stands beside the folder; a folder without one was left by a crash.
"""

import os
import re
import secrets
import shlex
import shutil
import signal
import stat
import subprocess
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from tipcoach.coach.coach import Coach
from tipcoach.errors import (
    AnswerNotTaken,
    InUse,
    NotFound,
    NotSaved,
    SettingsFault,
    TipcoachError,
)
from tipcoach.practice.answer import MOST_CHARACTERS
from tipcoach.practice.plaintext import clean, clean_line

NAME = "answer.txt"
AS_IT_WAS = "Your answer is as it was."
ENDED_EARLY = "The editor was ended. What it had saved is in the answer; Ctrl+Z takes it back."
_NAME = re.compile("[0-9a-f]{16}")
_MOST_BYTES = 64 * MOST_CHARACTERS
_HEARD_BY_THE_EDITOR = ("SIGINT", "SIGQUIT")


class WhatIsInTheFile(TipcoachError):
    """What the editor left cannot be an answer. The file is still there, to be opened again."""


def editor_named(environment: Mapping[str, str]) -> list[str]:
    """The words of the command in `VISUAL`, or else `EDITOR`. Raises `SettingsFault`."""
    for name in ("VISUAL", "EDITOR"):
        said = environment.get(name, "").strip()
        if not said:
            continue
        try:
            return shlex.split(said, posix=os.name != "nt")
        except ValueError:
            raise SettingsFault(
                f"{name} cannot be understood as a command. {AS_IT_WAS}",
                "A quotation mark in it may have no other.",
            ) from None
    raise SettingsFault(
        f"No editor is named. {AS_IT_WAS}",
        "Set VISUAL or EDITOR before tipcoach is started, such as: export VISUAL=nano",
    )


class OwnEditor:
    """One answer in a file, for as long as the `with` lasts. Entering raises `NotSaved`."""

    def __init__(self, coach: Coach, text: str) -> None:
        name = secrets.token_hex(8)
        self._writer = coach.writer
        self._folder = coach.places.editing / name
        self._path = self._folder / NAME
        self._lock = coach.places.editing / f"{name}.lock"
        self._text = text
        # However this ends, short of being killed.
        self._finally = weakref.finalize(self, _take_away, self._folder, self._lock)

    def __enter__(self) -> Self:
        from tipcoach.journal.holding import Hold

        try:
            # Held before there is a folder: one that nobody holds is taken away.
            self._writer.make_folder(self._folder.parent)
            self._hold = Hold(self._lock)
            self._writer.make_folder(self._folder)
            # A last line end is what editors add; with it there they have nothing to say.
            self._writer.write(self._path, f"{self._text}\n".encode(), once=True)
        except (NotSaved, OSError):
            self._finally()
            raise NotSaved(f"The answer could not be put in a file. {AS_IT_WAS}") from None
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take the file away. Doing it twice is no harm."""
        with suppress(OSError):
            self._hold.let_go()
        self._finally()

    def run(self, command: list[str]) -> bool:
        """Wait until the editor closes; False when it was ended before that.

        Raises `NotFound` when there is no such editor, or `AnswerNotTaken` when it said that
        something was wrong.
        """
        with _deaf_to_what_is_meant_for_the_editor():
            try:
                # The command is the officer's own, and it is handed to no shell.
                said = [*command, str(self._path)]
                ended = subprocess.run(said, check=False).returncode  # noqa: S603
            except (OSError, ValueError):
                raise NotFound(
                    f"“{clean_line(command[0])[:40]}” could not be started. {AS_IT_WAS}",
                    "VISUAL, or else EDITOR, names the editor.",
                ) from None
        if ended > 0:
            raise AnswerNotTaken(f"The editor ended with an error. {AS_IT_WAS}")
        return ended == 0

    def read(self) -> str:
        """What the file holds now, cleaned, without the line ends at its end.

        Raises `WhatIsInTheFile`, or `AnswerNotTaken` when the file is gone.
        """
        try:
            handle = os.open(self._path, os.O_RDONLY | _ONLY_THIS_FILE)
            with os.fdopen(handle, "rb") as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    raise FileNotFoundError
                data = file.read(_MOST_BYTES + 1)
        except OSError:
            raise AnswerNotTaken(f"The file was gone when the editor closed. {AS_IT_WAS}") from None
        if len(data) > _MOST_BYTES:
            raise WhatIsInTheFile(f"It has more than {_MOST_BYTES // 1000:,} kB. {_HOLDS}")
        try:
            text = clean(data.decode("utf-8-sig")).rstrip("\n")
        except UnicodeDecodeError:
            raise WhatIsInTheFile("What is in the file is not text in UTF-8.") from None
        if len(text) > MOST_CHARACTERS:
            raise WhatIsInTheFile(f"It has {len(text):,} characters. {_HOLDS}")
        return text


_HOLDS = f"One answer holds {MOST_CHARACTERS:,}. Nothing was cut."
_ONLY_THIS_FILE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def _deaf_to_what_is_meant_for_the_editor() -> Iterator[None]:
    """Ctrl+C in an editor goes to everyone in its terminal; here it means nothing."""
    before = {}
    for name in _HEARD_BY_THE_EDITOR:
        if number := getattr(signal, name, None):
            # Not ignored: that the editor would inherit.
            before[number] = signal.signal(number, lambda *_: None)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _take_away(folder: Path, lock: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        lock.unlink()


def sweep(editing: Path) -> None:
    """Take away what a crash left of answers that were in an editor. Never raises."""
    from tipcoach.journal.holding import Hold

    with suppress(OSError):
        names = {path.stem for path in editing.iterdir() if _NAME.fullmatch(path.stem)}
        for name in names:
            lock = editing / f"{name}.lock"
            with suppress(OSError, InUse):
                hold = Hold(lock)
                shutil.rmtree(editing / name, ignore_errors=True)
                hold.let_go()
                lock.unlink(missing_ok=True)
