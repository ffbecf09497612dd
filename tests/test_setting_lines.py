"""A choice that is made in the app leaves what somebody wrote in the settings as it is."""

from pathlib import Path

import pytest

from tipcoach.coach.coach import Coach
from tipcoach.errors import NotSaved
from tipcoach.settings import Look, Settings, read_settings, write_settings


def written(coach: Coach, text: str) -> Path:
    path = coach.places.settings
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_comments_and_the_order_of_lines_stay(coach: Coach) -> None:
    path = written(
        coach,
        "# mine\n\nform: full  # the long one\nlook: dark     # or light, high-contrast\n# last\n",
    )
    coach.remember(look=Look.HIGH_CONTRAST)
    assert path.read_text() == (
        "# mine\n\nform: full  # the long one\nlook: high-contrast     # or light, high-contrast\n"
        "# last\n"
    )


def test_a_list_over_several_lines_is_replaced_whole(coach: Coach) -> None:
    path = written(coach, "hidden:\n  - a.b\n  - c.d\nlook: dark\n# last\n")
    coach.remember(hidden=("e.f",))
    assert path.read_text() == 'hidden: ["e.f"]\nlook: dark\n# last\n'


def test_what_is_not_there_comes_at_the_end(coach: Coach) -> None:
    path = written(coach, "# mine\nlook: dark")
    coach.remember(keep_words=True, shared_place='C:\\ä "x" #1')
    assert path.read_text().startswith("# mine\nlook: dark\n")
    assert read_settings(path) == Settings(
        look=Look.DARK, keep_words=True, shared_place='C:\\ä "x" #1'
    )


@pytest.mark.parametrize("was", ["'it''s # so'", '"a \\" # b"', "plain words # and why"])
def test_a_value_in_any_quotes_is_replaced(coach: Coach, was: str) -> None:
    path = written(coach, f"shared_place: {was}\nlook: dark\n")
    coach.remember(shared_place="/other")
    assert read_settings(path) == Settings(look=Look.DARK, shared_place="/other")
    assert ("# and why" in path.read_text()) == was.endswith("and why")


def test_settings_in_one_pair_of_brackets_keep_their_comments(coach: Coach) -> None:
    path = written(coach, "# mine\n{look: dark,\n form: full}\n")
    coach.remember(look=Look.LIGHT)
    assert path.read_text().startswith("# mine\n")
    assert read_settings(path).look is Look.LIGHT
    assert read_settings(path).form == "full"


def test_what_another_window_chose_meanwhile_stays(coach: Coach) -> None:
    path = written(coach, "look: dark\n")
    assert coach.settings == Settings(look=Look.DARK)
    path.write_text("look: light\nkeep_words: true\n")
    coach.remember(welcomed=True)
    assert read_settings(path) == Settings(look=Look.LIGHT, keep_words=True, welcomed=True)
    coach.remember(look=Look.HIGH_CONTRAST)
    coach.remember(look=Look.DARK)
    assert read_settings(path).look is Look.DARK


def test_what_could_not_be_kept_is_kept_with_the_next_choice(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("No.")

    with monkeypatch.context() as broken:
        broken.setattr(type(coach.writer), "write", refuse)
        with pytest.raises(NotSaved):
            coach.remember(look=Look.LIGHT)
    coach.remember(welcomed=True)
    assert read_settings(coach.places.settings) == Settings(look=Look.LIGHT, welcomed=True)


@pytest.mark.parametrize("broken", ["look: [", "colour: red\n", "\xff"])
def test_a_file_that_became_unusable_is_left_alone(coach: Coach, broken: str) -> None:
    path = written(coach, "look: dark\n")
    assert coach.settings == Settings(look=Look.DARK)
    path.write_bytes(broken.encode("latin-1"))
    coach.remember(look=Look.LIGHT)
    assert path.read_bytes() == broken.encode("latin-1")
    assert coach.settings == Settings(look=Look.LIGHT)


def test_the_first_choice_writes_a_whole_file(coach: Coach) -> None:
    coach.remember(look=Look.LIGHT)
    assert coach.places.settings.read_text() == write_settings(Settings(look=Look.LIGHT))
