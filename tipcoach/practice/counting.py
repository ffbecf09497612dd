"""How many of something there are, in words."""


def number_of(count: int, one: str, several: str = "") -> str:
    """`1 entry`, `1,200 entries`; `several` where an s is not enough."""
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"
