"""A card as lines: labels on the left, text hanging beside them."""

from dataclasses import dataclass

from tipcoach.practice.card import Card
from tipcoach.reports.wrapping import fold, wrap

LABEL_WIDTH = 11
ROWS = 2


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of a card; the label stands on the first line of its row only."""

    label: str
    text: str


def card_lines(card: Card, width: int) -> list[CardLine]:
    """The card in `width` columns. Long fields fold to two lines and say there is more.

    Way out, stop rule and route are never cut.
    """
    lines: list[CardLine] = []
    for row in card.rows:
        room = max(width - LABEL_WIDTH, 20)
        texts = wrap(row.text, room) if row.whole else fold(row.text, room, ROWS)
        lines += [CardLine(row.label if n == 0 else "", text) for n, text in enumerate(texts)]
    return lines


def card_text(card: Card, width: int = 78) -> str:
    """The card as plain text, to print or to read aloud."""
    lines = [f"{line.label:<{LABEL_WIDTH}}{line.text}".rstrip() for line in card_lines(card, width)]
    return "\n".join([f"Your card · {card.title}", "", *lines]) + "\n"


def card_said(card: Card) -> list[str]:
    """The card as it is heard: a sentence a row, each with its label, and nothing in columns."""
    return [f"Your card, {card.title}.", *(f"{row.label}: {row.text}" for row in card.rows)]
