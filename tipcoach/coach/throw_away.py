"""A home of its own that goes when it is left: for the sample journal, and to try prompts."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tipcoach.coach.coach import Coach
from tipcoach.settings import HOME_VARIABLE, Settings, places

if TYPE_CHECKING:
    from tipcoach.library.library import Library


@contextmanager
def throw_away_home(
    name: str, library: "Library | None" = None, settings: Settings | None = None
) -> Iterator[Coach]:
    """A coach in a home that is not there before and not there afterwards.

    `name` is in the name of its folder. With a `library` it asks that one's prompts, and
    with `settings` it begins with those.
    """
    with tempfile.TemporaryDirectory(
        prefix=f"tipcoach-{name}-", ignore_cleanup_errors=True
    ) as folder:
        coach = Coach(places({HOME_VARIABLE: folder}), is_sample=True)
        if library is not None:
            coach.library = library
        if settings is not None:
            coach.settings = settings
        yield coach
