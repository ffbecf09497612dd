"""A card with everything on it that it can hold, on a small screen."""

from functools import partial
from pathlib import Path

import pytest
from cli.program import PREPARATION, coach_at, keep, with_answers
from making import real_library

from terminal.terminal import Terminal, down_the_page
from terminal.walks import BEFORE, at_home
from tipcoach.coach.reading import make_card
from tipcoach.practice.answer import MOST_CHARACTERS
from tipcoach.practice.card import Card
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Entry

SCROLLBAR = " ▁▂▃▄▅▆▇█"


def words(letter: str, room: int) -> str:
    """Numbered words, as many as there is room for."""
    return " ".join(f"{letter}{number:04d}" for number in range(room // 6))


@pytest.fixture
def full_card(home: Path) -> Card:
    """The card of an entry with every answer at its cap, and every route filled in."""
    third = (MOST_CHARACTERS - 120) // 3
    answers = {
        "orient.hat-sentence": words("s", MOST_CHARACTERS),
        "business.sort": {
            "must": [words("m", third)],
            "may": [words("y", third // 2), words("z", third // 2)],
            "theirs": [words("t", third)],
        },
        BEFORE.of_the_five(Principle.TRUST): words("p", MOST_CHARACTERS),
        "plan.if-then": {"if": words("i", 3_900), "then": words("d", 3_900)},
    }
    entry_id = keep(home, with_answers(PREPARATION, answers))
    routes = [
        f'{pathway.id}:\n  - "Ring the duty line of {pathway.id} on the number in your phone."\n'
        f'  - "Then record it in the case system, and tell your manager that you have."\n'
        for pathway in real_library().pathways
    ]
    config = home / "config"
    config.mkdir()
    (config / "pathways.yaml").write_text("".join(routes), encoding="utf-8")
    coach = coach_at(home)
    del coach.library  # the shared one knows nothing of these routes
    entry = coach.journal.read(entry_id)
    assert isinstance(entry, Entry)
    return make_card(coach, entry)


def scrolled_through(terminal: Terminal) -> list[str]:
    """Every row of the card, by going down it until there is no more below."""

    # Where there is room for it, a gap stays under the header.
    first = 1 if terminal.lines()[1].strip() else 2

    def body() -> list[str]:
        rows = [row for row in terminal.lines()[first:-1] if "more below" not in row]
        return [row.rstrip(SCROLLBAR) for row in rows]

    def is_not(before: list[str]) -> bool:
        return body() != before

    rows = body()
    while terminal.says("more below"):
        before = body()
        terminal.press("down")
        terminal.wait_until(partial(is_not, before), "a row further down")
        now = body()
        shared = next(n for n in range(len(now), -1, -1) if rows[len(rows) - n :] == now[:n])
        assert shared, "\n".join(["left out by a scroll of one row:", *rows, "---", *now])
        rows += now[shared:]
    return rows


def two_rows(whole: list[str], label: str) -> list[str]:
    """The row that a field begins in, and the one under it."""
    place = next(n for n, line in enumerate(whole) if line.strip().startswith(label))
    return whole[place : place + 2]


@pytest.mark.parametrize(
    "columns, rows",
    [
        pytest.param(80, 24, id="80x24"),
        pytest.param(60, 20, id="60x20", marks=pytest.mark.thorough),
    ],
)
def test_a_full_card_can_be_read_to_its_end(
    home: Path, full_card: Card, columns: int, rows: int
) -> None:
    with Terminal(home, columns=columns, rows=rows) as terminal:
        at_home(terminal)
        terminal.press("j")
        terminal.wait_for("This week")
        terminal.press("enter")
        terminal.wait_for("Before a visit", "hat: both")
        terminal.press("c")
        terminal.wait_for("Your card", "Open with", "more below")
        whole = scrolled_through(terminal)
        said = down_the_page(whole)
        wanted = [row for row in full_card.rows if row.whole]
        assert {"Way out", "Stop if", "If so"} <= {row.label for row in wanted}
        for row in wanted:
            assert " ".join(row.text.split()) in said, row.label
            assert any(line.strip().startswith(row.label) for line in whole), row.label
        long = [row for row in full_card.rows if len(row.text) > 1000]
        assert len(long) == 6, "the sentence, must, may, theirs, a principle and the plan"
        for row in long:
            first, second = two_rows(whole, row.label)
            assert " ".join(row.text.split()[:3]) in first
            assert second.endswith("… more"), f"{row.label} does not say that there is more"
        terminal.press("escape")
        terminal.wait_until_gone("Way out")
