"""A shared place: four verbs, whatever is underneath.

Each person writes in boxes of their own, and no name is ever written twice, so nothing has to be
locked and there is nothing to conflict. A box is `officer-a`, where a card lies, or
`officer-a/supervisor-b`, where the first puts what is for the second.
"""

from typing import Protocol

from tipcoach.errors import TipcoachError


class NotThere(TipcoachError):
    """The shared place cannot be reached, or it is not the one that was connected."""


class Place(Protocol):
    """Every verb raises `NotThere` when the place itself is out of reach."""

    def put(self, box: str, name: str, data: bytes) -> bool:
        """Keep `data` under a new name; whether this call was the first to give that name.

        Never overwrites, and never shows half of anything. Raises `NotSaved`.
        """
        ...

    def names(self, box: str) -> tuple[str, ...]:
        """Every name in a box, ours and others', in order; none where there is no box. In the
        empty box, which is the place itself, they are the folders of people.

        Raises `NotReadable`. A listing may lag behind, so nothing follows from a name missing.
        """
        ...

    def get(self, box: str, name: str) -> bytes:
        """The bytes under a name. Raises `NotReadable` with the reason."""
        ...

    def drop(self, box: str, name: str) -> None:
        """Take a name away; one already gone is as good. Raises `NotSaved`."""
        ...


def box(writer: str, reader: str) -> str:
    """Where one person puts what is for another."""
    return f"{writer}/{reader}"
