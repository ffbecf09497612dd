"""Settings, from inside: every choice with what it is now, changed at once, and kept."""

import pytest
from hostile import NAME, TEXTS, assert_read
from textual.color import Color

from tipcoach.coach.coach import Coach
from tipcoach.coach.hiding import ask_again, hide
from tipcoach.coach.own_choices import LENSES, LOOK, OWN_CHOICES, OwnChoice, choose, value_now
from tipcoach.errors import NotSaved
from tipcoach.practice.lenses.notice import Lens
from tipcoach.settings import Look, read_settings
from tipcoach.tui.screens.settings import CHOICES
from tipcoach.tui.themes import PALETTES
from tui.painted import Painted, painted


def ground(screen: Painted) -> str:
    return screen.app.screen.styles.background.hex.casefold()


def row_of(screen: Painted, called: str) -> str:
    return next(line for line in screen.frame().split("\n") if f"  {called}" in line)


def written(coach: Coach, text: str) -> None:
    coach.places.settings.parent.mkdir(parents=True, exist_ok=True)
    coach.places.settings.write_text(text)


async def open_settings(screen: Painted) -> None:
    await screen.press("comma")
    await screen.until("How the screens look")


def test_every_choice_there_is_has_a_letter() -> None:
    assert set(CHOICES.values()) == set(OWN_CHOICES)


@pytest.mark.parametrize("letter", CHOICES)
async def test_a_letter_changes_it_at_once_and_it_is_kept(coach: Coach, letter: str) -> None:
    written(coach, "# mine\nlook: dark  # for now\n")
    choice = CHOICES[letter]
    async with painted(coach) as screen:
        await open_settings(screen)
        before = value_now(coach, choice)
        assert row_of(screen, choice.called).endswith(before.called)
        for _ in choice.values:
            await screen.press(letter)
            now = value_now(coach, choice)
            assert row_of(screen, choice.called).rstrip().endswith(f" {now.called}")
            kept = Coach(coach.places)
            assert value_now(kept, choice) == now
        assert now == before, "all of its values were gone through"
    assert coach.places.settings.read_text().startswith("# mine\n")


async def test_an_enter_that_comes_too_early_changes_nothing_and_later_it_does(
    coach: Coach,
) -> None:
    async with painted(coach) as screen:
        await screen.press("ctrl+p", *"settings", "enter", "enter", "enter")
        await screen.until("A letter changes its row")
        assert not coach.places.settings.exists()
        await screen.press("down", "down", "enter")
        assert "not said" in row_of(screen, "How long parts")
    assert read_settings(coach.places.settings).session_minutes is False


async def test_the_look_is_worn_at_once(coach: Coach) -> None:
    written(coach, "look: light\n")
    async with painted(coach) as screen:
        screen.app.wear()
        await open_settings(screen)
        await screen.press("l", "l")
        await screen.settle()
        assert ground(screen) == PALETTES["high-contrast"]["background"]
        worn = Color.parse(PALETTES["high-contrast"]["background"])
        assert screen.app.home.styles.background == worn


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_line_of_why_and_the_command_follow_the_row(
    coach: Coach, size: tuple[int, int]
) -> None:
    async with painted(coach, size) as screen:
        await open_settings(screen)
        for choice in OWN_CHOICES:
            letter = next(one for one, named in CHOICES.items() if named is choice)
            await screen.press(letter)
            frame = screen.frame()
            assert choice.why in frame
            then = choice.after(value_now(coach, choice))
            assert f"In a terminal: tipcoach settings {choice.name} {then.name}" in frame


async def test_where_there_is_room_each_row_has_its_line(coach: Coach) -> None:
    async with painted(coach, (120, 40)) as screen:
        await open_settings(screen)
        assert all(choice.why in screen.frame() for choice in OWN_CHOICES)


async def test_it_is_opened_by_its_hint_and_by_words_from_elsewhere(coach: Coach) -> None:
    async with painted(coach) as screen:
        await screen.click(", settings")
        await screen.until("How the screens look")
        await screen.press("escape", "j", "ctrl+p", *"preferences", "enter")
        await screen.until("How the screens look")
        await screen.click("One more question")
        await screen.settle()
        assert row_of(screen, "One more question").endswith(" off")
        await screen.press("escape")
        assert "Before a visit" in screen.frame()


async def test_a_file_with_a_mistake_is_said_and_left_as_it_is(coach: Coach) -> None:
    written(coach, "colour: red\n")
    async with painted(coach) as screen:
        await open_settings(screen)
        await screen.until_said("does not exist: colour. The file is left as it is.")
        await screen.press("w")
        await screen.until_said("holds until you leave.")
        assert row_of(screen, "Words that blame").endswith(" off")
        assert not coach.lenses.is_on(Lens.WORDING)
        assert coach.places.settings.read_text() == "colour: red\n"
        # Mended meanwhile, what was chosen is kept with the next choice.
        written(coach, "# mended\n")
        await screen.press("k")
        assert "colour" not in await screen.settle()
    kept = read_settings(coach.places.settings)
    assert (kept.keep_words, kept.lenses_off) == (True, (Lens.WORDING,))
    assert coach.places.settings.read_text().startswith("# mended\n")


async def test_what_an_editor_wrote_meanwhile_is_shown_and_not_undone(coach: Coach) -> None:
    written(coach, "look: dark\n")
    async with painted(coach) as screen:
        written(coach, "look: high-contrast\nkeep_words: true\n")
        await open_settings(screen)
        assert row_of(screen, "The one word").endswith(" kept")
        assert ground(screen) == PALETTES["high-contrast"]["background"]
        written(coach, "look: high-contrast\nkeep_words: true\nsession_minutes: off\n")
        await screen.press("o")
        assert row_of(screen, "How long parts").endswith(" not said")
    kept = read_settings(coach.places.settings)
    assert (kept.look, kept.keep_words, kept.session_minutes) == (Look.HIGH_CONTRAST, True, False)
    assert kept.lenses_off == (Lens.MOVES,)


async def test_a_mistake_that_comes_while_it_is_open_is_said_and_stays(coach: Coach) -> None:
    async with painted(coach) as screen:
        await open_settings(screen)
        written(coach, "look: [\n")
        await screen.press("k")
        await screen.until_said("cannot be understood. The file is left as it is.")
        assert coach.places.settings.read_text() == "look: [\n"


async def test_what_cannot_be_kept_holds_and_is_said(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("The folder is full.")

    async with painted(coach) as screen:
        await open_settings(screen)
        monkeypatch.setattr(type(coach.writer), "write", refuse)
        await screen.press("i")
        await screen.until("The folder is full.")
        assert row_of(screen, "What tells who").endswith(" off")
        await screen.press("t")
        assert row_of(screen, "What tells who").endswith(" off")


async def test_a_hidden_question_is_asked_again(coach: Coach) -> None:
    coach.remember(hidden=("safety.echo", "moment.noticed"))
    async with painted(coach) as screen:
        await open_settings(screen)
        assert row_of(screen, "Questions not asked").endswith(" two")
        await screen.press("q")
        await screen.until("Choose one to have it asked again.")
        await screen.press("enter", "a")
        await screen.until("Where your files are")
        assert row_of(screen, "Questions not asked").endswith(" one")
        await screen.press("q", "enter", "a", "q")
        await screen.until("No question is hidden.")
    assert read_settings(coach.places.settings).hidden == ()


async def test_keys_of_ones_own_and_what_is_wrong_with_them(coach: Coach) -> None:
    async with painted(coach) as screen:
        await open_settings(screen)
        assert row_of(screen, "Keys of your own").endswith("the usual ones")
        await screen.press("y")
        await screen.until_said("There is no such file yet.")
        await screen.until_said(str(coach.places.keys))
        coach.places.keys.parent.mkdir(parents=True)
        coach.places.keys.write_text("home:\n  before: v\n  nonsense: x\n")
        await screen.press("escape", "y")
        await screen.until_said("One of your own. keys.yaml, line 3: there is no action called")
        await screen.press("escape")
        assert row_of(screen, "Keys of your own").endswith("1 line cannot be used")


async def test_where_the_files_are_is_said_and_nothing_is_done(coach: Coach) -> None:
    async with painted(coach, (80, 40)) as screen:
        await open_settings(screen)
        await screen.press("f")
        for path in (coach.places.journal, coach.places.settings):
            await screen.until_said(str(path))
        await screen.press("enter")
        await screen.until("How the screens look")
        assert not coach.places.settings.exists()


async def test_help_and_the_palette_have_its_letters(coach: Coach) -> None:
    async with painted(coach, (80, 40)) as screen:
        await open_settings(screen)
        await screen.press("f1")
        assert "w                 Words that blame or label" in screen.frame()
        await screen.press("escape", "ctrl+p")
        (blame,) = (line for line in screen.frame().split("\n") if "Words that blame" in line)
        assert blame.split()[-2:] == ["on", "w"]
        await screen.press(*"blame", "enter")
        await screen.until("How the screens look")
    assert coach.settings.lenses_off == (Lens.WORDING,)


@pytest.mark.parametrize("choice", [LOOK, LENSES[Lens.MOVES]], ids=lambda one: one.name)
def test_another_window_chooses_in_the_same_file_and_undoes_nothing(
    coach: Coach, choice: OwnChoice
) -> None:
    _ = coach.settings
    other = Coach(coach.places)
    choose(other, choice, choice.values[1])
    choose(coach, OWN_CHOICES[1], OWN_CHOICES[1].values[1])
    kept = Coach(coach.places)
    assert value_now(kept, choice) == choice.values[1]
    assert value_now(kept, OWN_CHOICES[1]) == OWN_CHOICES[1].values[1]


def test_what_is_one_line_in_the_file_is_not_undone_by_another_window(coach: Coach) -> None:
    _ = coach.settings
    other = Coach(coach.places)
    other.lenses.switch(Lens.WORDING, on=False)
    hide(other, "moment.noticed")
    coach.lenses.switch(Lens.MOVES, on=False)
    hide(coach, "safety.echo")
    kept = read_settings(coach.places.settings)
    assert set(kept.lenses_off) == {Lens.WORDING, Lens.MOVES}
    assert kept.hidden == ("moment.noticed", "safety.echo")
    ask_again(other, "safety.echo")
    assert read_settings(coach.places.settings).hidden == ("moment.noticed",)


async def test_hostile_names_are_read_and_not_obeyed(coach: Coach) -> None:
    coach.remember(hidden=tuple(one.text for one in TEXTS[:3]), also_in=NAME.text)
    async with painted(coach, (120, 40)) as screen:
        await open_settings(screen)
        await screen.press("q")
        await screen.until("Choose one to have it asked again.")
        assert_read(screen.frame(), *TEXTS[:3])
        await screen.press("escape", "f")
        assert_read(await screen.until("Saved elsewhere"), NAME)
