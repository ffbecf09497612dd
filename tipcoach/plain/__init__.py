"""The same walks, line by line: for screen readers, dumb terminals and pipes."""

from tipcoach.plain.correcting import run_correction
from tipcoach.plain.door import run

__all__ = ["run", "run_correction"]
