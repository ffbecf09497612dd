"""A hint, said so that nobody takes it for words that are written already."""


def as_hint(hint: str) -> str:
    """`Hint: a role rather than a name.`, and nothing where there is none."""
    return f"Hint: {hint}" if hint else ""


def as_example(example: str) -> str:
    """`Example: friday, 3 Dec`."""
    return f"Example: {example}"
