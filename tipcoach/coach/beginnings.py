"""An id named by its beginning: as much of it as tells it from every other."""

from collections.abc import Iterable

from tipcoach.errors import WrongUsage

AT_LEAST = 4
"""Characters that are meant as a beginning; fewer may be a slip of the finger."""


def whole_id(begun: str, ids: Iterable[str]) -> str:
    """The one of `ids` that begins so; `begun` as it is where none does.

    Raises `WrongUsage` where more than one does.
    """
    if len(begun) < AT_LEAST:
        return begun
    found = sorted({each for each in ids if each.startswith(begun)})
    if begun in found or not found:
        return begun
    if len(found) > 1:
        raise WrongUsage(
            f"{len(found)} ids begin with {begun}, and nothing was done.",
            f"Type more of it, as {found[0][: _told_apart(found)]}.",
        )
    return found[0]


def _told_apart(ids: list[str]) -> int:
    """How many characters of the first tell it from the rest."""
    first, *others = ids
    return next(
        many
        for many in range(1, len(first) + 1)
        if not any(other.startswith(first[:many]) for other in others)
    )
