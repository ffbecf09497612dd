"""A lens file is checked phrase by phrase, and the house reads its own questions with it."""

import shutil
from pathlib import Path

import pytest

from tipcoach.errors import LibraryFault
from tipcoach.library.finder import find_prompts
from tipcoach.library.folder import Folder
from tipcoach.library.lens_check import lens_faults
from tipcoach.library.lenses import read_wording
from tipcoach.library.own_wording import seen_by_the_lens

LENS = """lists:
  people: [tenant*, a*]
  others: [lady]
quoted:
  ours:
    - our ..
families:
  - id: one
    term: one
    why: It blames.
    sources: [D, nowhere]
    forms:
      - at fault
      - <nobody> again
      - <people> again
      - say: [fine, ab*]
        only:
          - "~ ~"
  - id: one
    term: two
    why: It blames.
    instead: not in
    forms: [in the way]
"""


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """As few of our prompts as may be, so that reading them takes no time."""
    for name in ("sources.yaml", "house-style.yaml", "principles/safety.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(find_prompts() / name, tmp_path / name)
    (tmp_path / "lenses").mkdir()
    return tmp_path


def write_lens(prompts: Path, text: str) -> Folder:
    (prompts / "lenses" / "wording.yaml").write_text(text, encoding="utf-8")
    return Folder.read(prompts)


def test_each_fault_is_said_with_the_line_of_the_phrase(prompts: Path) -> None:
    folder = write_lens(prompts, LENS)
    assert sorted((one.line or 0, one.field, one.what) for one in lens_faults(folder)) == [
        (2, "lists.people[2]", "“a*” wants 3 letters before the star"),
        (6, "quoted.ours[1]", "“our ..” begins or ends with a gap"),
        (11, "families[1].sources[2]", "names “nowhere”, which does not exist"),
        (14, "families[1].forms[2]", "“<nobody> again” names a list “nobody” that is not there"),
        (16, "families[1].forms[4].say[2]", "“ab*” wants 3 letters before the star"),
        (18, "families[1].forms[4].only[1]", "“~ ~” has the wavy line twice"),
        (19, "families[2].id", "is “one” a second time"),
    ]


def test_families_are_read_from_files_of_their_own_and_faults_named_by_them(prompts: Path) -> None:
    (prompts / "lenses" / "families").mkdir()
    (prompts / "lenses" / "families" / "more.yaml").write_text(MORE, encoding="utf-8")
    folder = write_lens(prompts, "lists: {people: [tenant*]}\n" + SOUND.replace("{forms}", "seen"))
    assert [*map(str, lens_faults(folder))] == [
        "more.yaml, line 7: families[1].forms[2] “<nobody> again” names a list “nobody” that is"
        " not there.",
        "more.yaml, line 8: families[2].id is “watched” a second time.",
    ]
    sound = MORE.replace("<nobody>", "<people>")
    (prompts / "lenses" / "families" / "more.yaml").write_text(sound, encoding="utf-8")
    assert [one.about for one in read_wording(prompts).read("Tenant again, in the way.")] == [
        "other",
        "watched",
    ]


MORE = """families:
  - id: other
    term: other
    why: It is only for this test.
    forms:
      - at fault
      - <nobody> again
  - id: watched
    term: watched
    why: It is only for this test.
    forms: [in the way]
"""


def test_a_lens_with_a_fault_is_refused_whole_by_who_reads_with_it(prompts: Path) -> None:
    write_lens(prompts, LENS)
    with pytest.raises(LibraryFault) as refused:
        read_wording(prompts)
    assert "wording.yaml, line 14: families[1].forms[2] “<nobody> again”" in str(refused.value)


def test_a_family_with_nothing_to_look_for_is_refused(prompts: Path) -> None:
    folder = write_lens(prompts, LENS.replace("forms: [in the way]", "forms: []"))
    assert "wording.yaml, line 23: families[2].forms is empty." in map(str, folder.problems)


SOUND = """families:
  - id: watched
    term: watched
    why: It is only for this test.
    instead: seen
    forms: [{forms}]
"""


@pytest.fixture
def question(prompts: Path) -> str:
    """A question of ours with a word of its own, and a word in quotation marks."""
    path = prompts / "principles" / "safety.yaml"
    text = path.read_text(encoding="utf-8")
    first = text.partition("    question: ")[2].partition("\n")[0]
    new = "Was anything quillwort, or as they say “wortquill”?"
    path.write_text(text.replace(first, new, 1), encoding="utf-8")
    return new


@pytest.mark.usefixtures("question")
def test_our_own_questions_are_read_with_the_lens(prompts: Path) -> None:
    folder = write_lens(prompts, SOUND.replace("{forms}", "quillwort, wortquill"))
    (one,) = seen_by_the_lens(folder)
    written = (prompts / "principles" / "safety.yaml").read_text(encoding="utf-8")
    assert "quillwort" in written.splitlines()[(one.line or 0) - 1]
    assert str(one).endswith(
        "question says “quillwort”, which the wording lens sees as watched; perhaps “seen”."
    )


@pytest.mark.usefixtures("question")
def test_what_the_house_lets_stand_is_not_said(prompts: Path) -> None:
    path = prompts / "house-style.yaml"
    path.write_text("stands: [Quillwort]\n", encoding="utf-8")
    assert [*seen_by_the_lens(write_lens(prompts, SOUND.replace("{forms}", "quillwort")))] == []
