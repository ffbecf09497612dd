"""A paste is words: all of them, cleaned once, and none of them is a key.

A terminal marks the beginning and the end of what is pasted; its line ends are those of Enter.
"""

from pathlib import Path

import pytest
from cli.program import PREPARATION, keep

from terminal.terminal import Terminal
from terminal.walks import BEFORE, drafts_at
from tipcoach.practice.answer import MOST_CHARACTERS, Answer, IfThen, Text
from tipcoach.practice.plaintext import clean

pytestmark = pytest.mark.thorough

BEGINS, ENDS = "\x1b[200~", "\x1b[201~"
HAT = "orient.hat-sentence"
PLAN = "plan.if-then"

MANY = "".join(
    f"{number}. What was said then, as far as it goes.\r" for number in range(1, 150)
).rstrip("\r")
KEYS_IN_IT = (
    "As was said:\r\n\tring first\r\x11\x1bq\x1b[A\x1b[B\x1bOS\x0e\x03\x1a\x1b\r"
    "“Café” 👨\u200d👩\u200d👧 – then\x1b[2J\x1b]52;c;cm0=\x07 the end"
)


def pasted(text: str) -> str:
    return f"{BEGINS}{text}{ENDS}"


def at_the_question(home: Path) -> Terminal:
    said = ("prepare", "--purpose", "arrears", "--channel", "phone", "--hat", "both", "--quick")
    terminal = Terminal(home, *said)
    terminal.wait_for(BEFORE(HAT), "nothing yet")
    return terminal


def answers(terminal: Terminal) -> dict[str, Answer]:
    """What is in the draft, once the terminal was left."""
    terminal.wait_for("● saved")
    terminal.press("ctrl+q")
    assert terminal.exit_code() == 0
    (draft,) = drafts_at(terminal.home)
    return dict(draft.walk.answers)


@pytest.mark.parametrize("text", [MANY, KEYS_IN_IT], ids=["many lines", "keys"])
def test_lines_are_an_answer_and_no_key_in_them_acts(home: Path, text: str) -> None:
    with at_the_question(home) as terminal:
        terminal.send(pasted(text))
        terminal.send("!")
        terminal.wait_for(f"{clean(text)[-7:]}!")
        terminal.wait_for(BEFORE(HAT))
        assert answers(terminal)[HAT] == Text(f"{clean(text)}!")


def test_however_it_comes_in_pieces(home: Path) -> None:
    data = pasted(KEYS_IN_IT).encode()
    with at_the_question(home) as terminal:
        for number in range(len(data)):
            terminal.send(data[number : number + 1])
        terminal.wait_for("the end")
        assert answers(terminal)[HAT] == Text(clean(KEYS_IN_IT))


def test_it_is_undone_and_redone_whole(home: Path) -> None:
    with at_the_question(home) as terminal:
        terminal.send("Before. ")
        terminal.send(pasted(MANY))
        terminal.wait_for("149. What was said")
        terminal.press("\x1a")
        terminal.wait_until_gone("What was said")
        terminal.wait_for("Before.")
        terminal.press("\x19")
        terminal.wait_for("149. What was said")
        assert answers(terminal)[HAT] == Text(f"Before. {clean(MANY)}")


def test_what_does_not_fit_is_said_and_nothing_is_cut(home: Path) -> None:
    with at_the_question(home) as terminal:
        terminal.send("Before.")
        terminal.wait_for("Before.")
        terminal.send(pasted("x\r" * MOST_CHARACTERS))
        terminal.wait_for("This answer is full")
        assert answers(terminal)[HAT] == Text("Before.")


def test_where_one_chooses_nothing_is_chosen(home: Path) -> None:
    with Terminal(home, "prepare", "--purpose", "arrears", "--channel", "phone") as terminal:
        terminal.wait_for(BEFORE("orient.hat"))
        terminal.send(pasted("1\r2\r\x1bq"))
        terminal.send("3")
        terminal.wait_for(BEFORE(HAT))
        terminal.send(pasted("one\rtwo"))
        terminal.wait_for("two")
        assert answers(terminal)[HAT] == Text("one\ntwo")


def test_into_one_line_the_lines_are_joined_by_a_space(home: Path) -> None:
    with at_the_question(home) as terminal:
        for shows in ("What is fixed", "► Five principles", "► Lone working", BEFORE(PLAN)):
            terminal.press("ctrl+n")
            terminal.wait_for(shows)
        terminal.send(pasted("it goes quiet\r\nand stays so"))
        terminal.press("enter")
        terminal.send(pasted("count\rto five"))
        terminal.wait_for("count to five")
        assert answers(terminal)[PLAN] == IfThen("it goes quiet and stays so", "count to five")


def test_into_a_search_and_a_sheet(home: Path) -> None:
    keep(home, PREPARATION)
    with Terminal(home) as terminal:
        terminal.wait_for("Ctrl+Q leave")
        terminal.press("/")
        terminal.wait_for("Words to look for")
        terminal.send(pasted("rent\rarrears"))
        terminal.wait_for("rent arrears")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
