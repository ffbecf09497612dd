"""Everything that can go wrong, as a sentence a tired person can act on.

A leaf per kind of trouble. The command line turns one into its exit code, the screens
into a strip, plain lines into a line. None ever carries the text of a journal.
"""

from collections.abc import Sequence

ENDED = {"SIGTERM": 143, "SIGHUP": 129}
"""The exit codes of what ends the program from outside; the other is a terminal that closes."""


class TipcoachError(Exception):
    """What happened and what is safe (`sentence`), and what to do next (`hint`)."""

    exit_code = 1

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".strip()


class WrongUsage(TipcoachError):
    """The command was put in a way that cannot be understood."""

    exit_code = 2


class NotInstalled(TipcoachError):
    """Something needs a part that is only installed when it is asked for."""


class NoTerminal(TipcoachError):
    """A screen was asked for where none can be painted."""


class LibraryFault(TipcoachError):
    """A prompt file cannot be used. Each of `problems`, said, is one finished sentence."""

    def __init__(self, problems: Sequence[object]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            "\n".join(map(str, self.problems)),
            "Nothing of yours is touched. Mend the file, then try again.",
        )


class SettingsFault(TipcoachError):
    """A settings or pathways file cannot be read."""


class AnswersRefused(TipcoachError):
    """A file of answers does not fit the checklist. Nothing was written."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems), "Nothing was written.")


class AnswerNotTaken(TipcoachError):
    """One answer does not fit its prompt: the wrong shape, closed, or too long."""


class NotSaved(TipcoachError):
    """A write did not reach the disk. What was on the disk before is untouched."""


class AlreadyThere(NotSaved):
    """The name a write was to have is taken, and nothing kept is ever overwritten."""


class NotBackedUp(TipcoachError):
    """A backup was not made, or not brought back. What is kept is untouched."""


class NotErased(TipcoachError):
    """Something that was to be erased is still there, in whole or in part."""


class NotFound(TipcoachError):
    """No entry, draft or prompt answers to that name."""


class Held(TipcoachError):
    """Something must stay where it is until a hold on it is lifted."""


class ChangedMeanwhile(TipcoachError):
    """What somebody agreed to is no longer what would be done, so nothing was."""


class InUse(TipcoachError):
    """A draft is open in another window."""


class NotReadable(TipcoachError):
    """A file of the journal cannot be used; it is left alone."""
