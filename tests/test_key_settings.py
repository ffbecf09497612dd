"""A file of one's own keys: what is asked for, and each line that cannot be used, in a sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcoach.key_settings import OwnKeys, Wanted, read_keys
from tipcoach.tui import keys
from tipcoach.tui.keys_file import keys_text
from tipcoach.tui.remapping import EVERY_PLACE, laid_over, stays


def read(folder: Path, text: str) -> OwnKeys:
    path = folder / "keys.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    found = read_keys(path)
    assert found is not None
    return found


def said_of(folder: Path, text: str) -> list[str]:
    """Every sentence about it. Whatever is in it, all that can be is used."""
    return [str(one) for one in laid_over(read(folder, text))[1]]


def keys_with(folder: Path, text: str) -> dict[tuple[str, str], tuple[str, ...]]:
    registry, problems = laid_over(read(folder, text))
    assert not problems
    return {(screen, one.name): one.keys for one in registry for screen in one.screens}


def test_the_example_in_the_guide_is_taken_as_it_stands(tmp_path: Path) -> None:
    page = (Path(__file__).parent.parent / "docs" / "keys.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    assert keys_with(tmp_path, example)["walk", "next"][0] == "f5"


def test_with_no_file_the_usual_keys_hold(tmp_path: Path) -> None:
    assert read_keys(tmp_path / "keys.yaml") is None
    assert laid_over(OwnKeys()) == (keys.REGISTRY, ())


def test_an_action_gets_its_key_in_its_place_alone(tmp_path: Path) -> None:
    found = keys_with(tmp_path, "journal:\n  share: F5\nwalk:\n  next: [ctrl+t, F4]\n")
    assert found["journal", "share"] == ("f5",)
    assert found["entry", "share"] == ("s",)
    assert found["walk", "next"] == ("ctrl+t", "f4")


def test_letters_that_yaml_takes_for_yes_and_no_are_letters(tmp_path: Path) -> None:
    found = keys_with(tmp_path, "home:\n  before: n\n  patterns: no\n".replace(" no\n", " N\n"))
    assert (found["home", "before"], found["home", "patterns"]) == (("n",), ("N",))


def test_everywhere_is_every_place_and_one_place_is_nearer(tmp_path: Path) -> None:
    found = keys_with(tmp_path, "walk:\n  help: F12\neverywhere:\n  help: F10\n")
    assert {found[screen, "help"] for screen in keys.EVERYWHERE} == {("f10",), ("f12",)}
    assert found["walk", "help"] == ("f12",)


def test_two_actions_may_change_places(tmp_path: Path) -> None:
    found = keys_with(tmp_path, "home:\n  before: a\n  after: b\n")
    assert (found["home", "before"], found["home", "after"]) == (("a",), ("b",))


WRONG = {
    "wlk:\n  next: F5\n": "line 2: there is no place called “wlk”. Perhaps “walk”.",
    "walk:\n  nex: F5\n": "line 2: there is no action called “nex” in walk. Perhaps “next”.",
    "walk:\n  next: Hyper+8\n": "line 2: there is no key called “Hyper+8”. A key is written as "
    "Ctrl+N, F4, Space, or as one sign.",
    "walk:\n  next: x\n": "line 2: “x” is for typing in walk, and would be lost to it.",
    "search:\n  search-again: Space\n": "line 2: “Space” is for typing in search, and would be "
    "lost to it.",
    "everywhere:\n  help: h\n": "line 2: “h” is for typing in visit, and would be lost to it.",
    "walk:\n  next: Ctrl+Z\n": "line 2: Ctrl+Z is for writing in walk, and would be lost to it.",
    "walk:\n  next: Cmd-V\n": "line 2: Cmd+V is for writing in walk, and would be lost to it.",
    "walk:\n  next: Alt+S\n": "line 2: there is no key called “Alt+S”. A key is written as "
    "Ctrl+N, F4, Space, or as one sign.",
    "walk:\n  next: Ctrl+I\n": "line 2: a terminal sends Ctrl+I as Tab, which stays.",
    "walk:\n  next: Enter\n": "line 2: Enter stays what it is, here and in every place.",
    "home:\n  before: Ctrl+Q\n": "line 2: Ctrl+Q stays what it is, here and in every place.",
    "walk:\n  pause: F5\n": "line 2: “pause” stays on Esc, here and in every place.",
    "everywhere:\n  leave: F5\n": "line 2: “leave” stays on Ctrl+Q, here and in every place.",
    "home:\n  open: o\n": "line 2: “open” stays on Enter, here and in every place.",
    "walk:\n  next: ctrl+g\n": "line 2: Ctrl+G is the key of “guide” in walk.",
    "home:\n  before: x\n  after: x\n": "line 3: x is the key of “before” in home on line 2.",
    "everywhere:\n  help: F9\n": "line 2: F9 is the key of “longer” in walk.",
    "walk:\n  next: F5\n  next: F10\n": "line 3: this action has its keys on line 2 already.",
    "walk: F5\n": "line 1: a place wants its actions under it, one a line.",
    "walk:\n  next: {}\n": "line 2: an action wants one key, or a list such as [Ctrl+N, F4].",
    "walk:\n  next:\n": "line 2: an action wants one key, or a list such as [Ctrl+N, F4].",
    "walk:\n  next: []\n": "line 2: an action wants one key, or a list such as [Ctrl+N, F4].",
    "- walk\n": "line 1: places are wanted here, such as “walk:”, with actions in them.",
    "walk:\n  next: 'F5\n": "line 3: from here on it cannot be understood.",
}


@pytest.mark.parametrize("text", WRONG)
def test_each_mistake_is_a_sentence_with_its_line(tmp_path: Path, text: str) -> None:
    assert said_of(tmp_path, text) == [f"keys.yaml, {WRONG[text]}"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "walk:\n", "walk: {}\n"])
def test_an_empty_file_or_place_is_no_mistake(tmp_path: Path, text: str) -> None:
    assert said_of(tmp_path, text) == []


def test_the_usual_key_holds_for_the_line_alone(tmp_path: Path) -> None:
    text = "home:\n  before: x\n  after: Enter\nwalk:\n  next: x\n  guide: F5\n"
    registry, problems = laid_over(read(tmp_path, text))
    found = {(screen, one.name): one.keys for one in registry for screen in one.screens}
    assert [one.line for one in problems] == [3, 5]
    assert (found["home", "before"], found["walk", "guide"]) == (("x",), ("f5",))
    assert (found["home", "after"], found["walk", "next"]) == (("a",), ("ctrl+n", "f4"))


def test_a_line_that_gives_way_may_bring_another_to_give_way(tmp_path: Path) -> None:
    """`after` was to leave `a` free for `before`; as it cannot, neither can be had."""
    text = "home:\n  before: a\n  after: j\n"
    registry, problems = laid_over(read(tmp_path, text))
    assert [one.line for one in problems] == [2, 3]
    assert set(registry) == set(keys.REGISTRY)


def test_the_file_that_is_printed_says_nothing_new_and_has_every_action(tmp_path: Path) -> None:
    text = keys_text(keys.REGISTRY, "somewhere")
    registry, problems = laid_over(read(tmp_path, text))
    assert (set(registry), problems) == (set(keys.REGISTRY), ())
    asked = {(one.place, one.action.replace("-", "_")) for one in read(tmp_path, text).wanted}
    for action in keys.REGISTRY:
        places = {(screen, action.name) for screen in action.screens}
        assert (EVERY_PLACE, action.name) in asked or stays(action) or places <= asked
        assert f"# {action.label}\n" in text


def test_what_was_changed_is_printed_as_it_is(tmp_path: Path) -> None:
    own = read(tmp_path, "home:\n  before: '?'\nwalk:\n  help: F12\n  next: [F5, Ctrl+T]\n")
    registry, _ = laid_over(own)
    assert laid_over(read(tmp_path, keys_text(registry, "somewhere"))) == (registry, ())


def test_a_file_that_is_no_list_of_keys_is_said(tmp_path: Path) -> None:
    path = tmp_path / "keys.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    assert problem_of(path) == "keys.yaml is there and cannot be read."
    path.write_text("#" * 60_000, encoding="utf-8")
    assert "longer than" in problem_of(path)
    path.unlink()
    path.mkdir()
    assert "cannot be read" in problem_of(path)


def problem_of(path: Path) -> str:
    found = read_keys(path)
    assert found is not None
    return str(found.problems[0])


PLACES = st.sampled_from([EVERY_PLACE, *keys.EVERYWHERE, "nowhere"])
NAMES = st.sampled_from([one.name for one in keys.REGISTRY] + ["nothing"])
TYPED = st.sampled_from(["F5", "Ctrl+T", "x", "y", "/", "Enter", "Ctrl+Q", "Ctrl+I", "?", "no"])


@given(st.lists(st.tuples(PLACES, NAMES, st.lists(TYPED, max_size=3).map(tuple)), max_size=12))
def test_whatever_is_asked_for_every_action_has_a_key_of_its_own(
    asked: list[tuple[str, str, tuple[str, ...]]],
) -> None:
    own = OwnKeys(tuple(Wanted(*each, line) for line, each in enumerate(asked, 1)))
    registry, _ = laid_over(own)
    for screen in keys.EVERYWHERE:
        here = [one for one in registry if screen in one.screens]
        usual = [one for one in keys.REGISTRY if screen in one.screens]
        assert [one.name for one in here] == [one.name for one in usual]
        pressed = [key for one in here for key in one.keys]
        assert len(pressed) == len(set(pressed))
        for one, was in zip(here, usual, strict=True):
            assert one.keys == was.keys or not stays(was)


@given(st.text(max_size=200))
def test_no_text_at_all_keeps_the_program_from_starting(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        said_of(Path(folder), text)
