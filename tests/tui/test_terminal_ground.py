"""The terminal says if it is light or dark, and nothing that was typed meanwhile is lost."""

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.settings import Look
from tipcoach.tui import terminal_ground
from tipcoach.tui.app import TipcoachApp
from tipcoach.tui.terminal_ground import AmongKeys, may_be_asked, said_to_be_light

WHITE, BLACK = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1b]11;rgb:0000/0000/0000\x07"


@pytest.mark.parametrize(
    ("answer", "is_light"),
    [
        (WHITE, True),
        (BLACK, False),
        ("\x1b]11;rgb:fd/f6/e3\x07", True),
        ("\x1b]11;rgb:0/2/3\x07", False),
        ("\x1b]11;rgba:1e1e/1e1e/2e2e/ffff\x1b\\", False),
        ("\x1b]11;\x07", None),
    ],
)
def test_an_answer_is_taken_out_from_among_the_keys(answer: str, is_light: bool | None) -> None:
    among = AmongKeys()
    assert among.keys_of(f"ab{answer}c") == "abc"
    assert among.newly_told() is is_light


@pytest.mark.parametrize("answer", [WHITE, BLACK])
def test_an_answer_may_come_in_pieces(answer: str) -> None:
    for place in range(1, len(answer)):
        among = AmongKeys()
        assert among.keys_of(f"a{answer[:place]}") + among.keys_of(f"{answer[place:]}b") == "ab"
        assert among.newly_told() is (answer is WHITE)


def test_esc_and_letters_after_it_are_typed_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 10.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    among = AmongKeys()
    assert among.keys_of("\x1b") + among.given_up() == ""
    now += 2 * terminal_ground.REST
    assert among.given_up() == "\x1b"
    assert among.given_up() == ""
    assert among.keys_of("\x1bs") == "\x1bs"
    assert among.keys_of("\x1b[A") == "\x1b[A"
    now += terminal_ground.PATIENCE
    assert among.keys_of("\x1b") == "\x1b"
    assert among.keys_of(f"\x1b{WHITE}") == "\x1b"


def test_what_the_environment_says() -> None:
    said = {"15;0": False, "0;15": True, "0;default;15": True, "15;8": False, "0;7": True}
    assert {each: said_to_be_light({"COLORFGBG": each}) for each in said} == said
    for nothing in ("", "0;default", "0;99", "0;²"):
        assert said_to_be_light({"COLORFGBG": nothing}) is None
    assert said_to_be_light({}) is None
    assert may_be_asked({"TERM": "xterm-256color"})
    assert not may_be_asked({"TERM": "linux"})


@pytest.mark.parametrize("look", Look)
async def test_what_was_chosen_wins(
    coach: Coach, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach.places.config.mkdir(parents=True)
    coach.places.settings.write_text(f"look: {look}\n", encoding="utf-8")
    monkeypatch.setenv("COLORFGBG", "0;15")
    coach = Coach(coach.places, clock=coach.clock)
    app = TipcoachApp(coach)
    assert app.asks_for_ground == (look is Look.TERMINAL)
    assert app.theme == f"tipcoach-{Look.LIGHT if look is Look.TERMINAL else look}"
    app.ground_is(light=False)
    assert app.theme == f"tipcoach-{Look.DARK if look is Look.TERMINAL else look}"
