"""Whether a shared place keeps its word: tried on it when it is connected, and by `doctor`.

A store that overwrites, or mixes up two boxes, would lose or show what it must not, and looks
like any other until it is tried.
"""

from collections.abc import Iterator

from tipcoach.errors import NotReadable, TipcoachError
from tipcoach.supervision.place import Place

_EVERY_BYTE = bytes(range(256))
_LARGE = _EVERY_BYTE * 1024
_FIRST, _SECOND, _THIRD = "try-1.age", "try-2.age", "try-3.age"


def broken_promises(place: Place, folder: str) -> tuple[str, ...]:
    """What the place does not keep to, a sentence each; none when all is well.

    Tries it in boxes of `folder`, which nobody else writes in, and leaves no file behind.
    """
    boxes = (f"{folder}/try-1", f"{folder}/try-11")
    try:
        _clear(place, boxes)
        return tuple(_trials(place, *boxes))
    except TipcoachError as fault:
        return (f"It could not be tried to the end. {fault.sentence}",)
    finally:
        _clear_quietly(place, boxes)


def _trials(place: Place, one: str, other: str) -> Iterator[str]:
    if place.names(one):
        yield "It shows names that were taken away."
    if not place.put(one, _FIRST, _EVERY_BYTE):
        yield "It says that a new name is taken."
    if place.get(one, _FIRST) != _EVERY_BYTE:
        yield "It does not give back the bytes it was given."
    if place.put(one, _FIRST, b"another") or place.get(one, _FIRST) != _EVERY_BYTE:
        yield "It overwrites a name that is taken."
    place.put(one, _SECOND, _LARGE)
    if place.get(one, _SECOND) != _LARGE:
        yield "It does not give back a file of 256 KB."
    place.put(one, _THIRD, b"")
    if place.get(one, _THIRD) != b"":
        yield "It does not keep an empty file."
    if place.names(one) != (_FIRST, _SECOND, _THIRD):
        yield "It does not show every name, or shows others."
    if place.names(other):
        yield "It takes two folders whose names begin alike for one."
    place.drop(one, _FIRST)
    place.drop(one, _FIRST)
    if _is_there(place, one, _FIRST):
        yield "It keeps what was taken away."
    if not place.put(one, _FIRST, b"again"):
        yield "It does not give a name again that was taken away."


def _is_there(place: Place, box: str, name: str) -> bool:
    try:
        place.get(box, name)
    except NotReadable:
        return name in place.names(box)
    return True


def _clear(place: Place, boxes: tuple[str, ...]) -> None:
    for box in boxes:
        for name in place.names(box):
            if name in (_FIRST, _SECOND, _THIRD):
                place.drop(box, name)


def _clear_quietly(place: Place, boxes: tuple[str, ...]) -> None:
    try:
        _clear(place, boxes)
    except TipcoachError:
        # What went wrong is said already; small files called try-… may be left.
        return
