"""How many of something there are, in words."""


def number_of(count: int, one: str, several: str = "") -> str:
    """`1 entry`, `1,200 entries`; `several` where an s is not enough."""
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"


_WORDS = (
    "none", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def in_words(count: int) -> str:
    """`three`; from thirteen on, figures."""
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"
