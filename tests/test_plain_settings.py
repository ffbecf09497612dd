"""Settings read without YAML say the same as read with it, or are left to it."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tipcoach.plain_settings import read_plain
from tipcoach.practice.lenses.notice import Lens
from tipcoach.practice.visit import Channel, Form
from tipcoach.settings import Look, Settings, quoted, write_settings


def by_yaml(text: str) -> object:
    return yaml.load(text, Loader=yaml.CSafeLoader) or {}


def test_what_the_program_writes_needs_no_yaml() -> None:
    chosen = Settings(
        look=Look.HIGH_CONTRAST, channel=Channel.PHONE, form=Form.FULL, welcomed=True,
        also_in="/mnt/a folder", hidden=("one.two", "three"), lenses_off=tuple(Lens),
    )  # fmt: skip
    for settings in (Settings(), chosen):
        plain = read_plain(write_settings(settings))
        assert plain is not None
        assert plain == by_yaml(write_settings(settings))


@pytest.mark.parametrize(
    "line",
    [
        "welcomed: yes", "look: null", "on: dark", "true: dark", "no: dark", "form: 1", "form: ~",
        "welcomed: true ", "welcomed: true # it is", "welcomed:  true", "  welcomed: true",
        'also_in: "a\\nb"', "also_in: 'a'", "also_in: /mnt/a", "hidden:", "hidden:\n- a", "---",
        "hidden: [a]", 'hidden: ["a",]', "look: DARK", "look: dark\r", 'also_in: "a\u2028b"',
        'also_in: "\u00a0"', "also_in: &a b", "\ufefflook: dark",
    ],
)  # fmt: skip
def test_anything_else_is_left_to_yaml(line: str) -> None:
    assert read_plain(line) is None


WORDS = st.sampled_from(["true", "false", "dark", "as-terminal", "yes", "null", "y", "e", "inf"])
VALUES = st.one_of(
    WORDS,
    st.text(max_size=12).map(quoted),
    st.lists(st.text(max_size=6), max_size=3).map(quoted),
    st.text(alphabet="ab\"\\[],: #-'0", max_size=8),
)
LINES = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(["look", "hidden", "on", "also_in"]), VALUES),
    st.text(alphabet="#ab: -", max_size=6),
)


@given(st.lists(LINES, max_size=4).map("\n".join))
def test_both_say_the_same(text: str) -> None:
    plain = read_plain(text)
    if plain is not None:
        assert plain == by_yaml(text)


@given(st.text(max_size=20), st.lists(st.text(max_size=8), max_size=3))
def test_whatever_a_folder_or_a_question_is_called(folder: str, hidden: list[str]) -> None:
    text = write_settings(Settings(also_in=folder, hidden=tuple(hidden)))
    plain = read_plain(text)
    assert plain is None or plain == by_yaml(text)
