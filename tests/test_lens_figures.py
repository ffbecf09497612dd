"""How the lenses are counted on a labelled set: tried on a tiny one, with readers made up for it.

The real set is not read here, least of all the half of it that is held out.
"""

import re
from pathlib import Path

import lenses
import pytest
from lens_promises import READ_ONCE, promised, worst

from tipcoach.practice.lenses.notice import Lens, Notice

TUNING = """\
# Half: tuning.

- id: s0001
  writer: plain
  text: "no access again. no access, and the cat was out"
  wording:
    - quote: "no access"
      nth: 2
      about: no-access
- id: s0002
  writer: hurried
  text: "Mrs Okoro was in, she is chaotic"
  wording: [{quote: "is chaotic", about: chaotic}]
  identifiers: [{quote: "Mrs Okoro", kind: name-after-title}]
"""
HELD_OUT = """\
# Half: held out.

- {id: s0003, writer: second-language, text: "the lift is chaotic", hard: true, note: "a lift"}
- {id: s0004, writer: careful, text: "we talked about the lift"}
- id: s0005
  writer: careful
  text: "the stairs, with Mr Ng"
  identifiers: [{quote: "Mr Ng", kind: name}]
- {id: s0006, writer: careful, text: "no access", wording: [{quote: "no access", about: no-access}]}
"""


@pytest.fixture(autouse=True)
def tiny_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sentences-01.yaml").write_text(TUNING, encoding="utf-8")
    (tmp_path / "sentences-02.yaml").write_text(HELD_OUT, encoding="utf-8")
    monkeypatch.setattr(lenses, "FOLDER", tmp_path)


def sees(said: str, lens: Lens = Lens.WORDING) -> lenses.Look:
    """A lens that sees one thing wherever it stands."""

    def look(text: str) -> tuple[Notice, ...]:
        return tuple(
            Notice(lens, "seen", one.start(), one.end(), one[0], "It is there.")
            for one in re.finditer(said, text)
        )

    return look


def test_a_notice_that_overlaps_a_label_is_right_and_one_beside_it_is_not() -> None:
    figures = lenses.measure("tuning", sees("chaotic|cat"))
    tally = figures.tallies[Lens.WORDING]
    assert (tally.right, tally.wrong, tally.found, tally.missed) == (1, 1, 1, 1)
    assert [str(miss) for miss in figures.too_much] == [
        "s0001 seen “cat”: no access again. no access, and the cat was out"
    ]
    assert [miss.about for miss in figures.not_seen if miss.lens is Lens.WORDING] == ["no-access"]


def test_a_label_is_where_its_quote_stands_for_the_nth_time() -> None:
    first, second = (one for one in lenses.items("tuning"))
    assert lenses.labels(first, Lens.WORDING) == [((17, 26), "no-access")]
    assert lenses.labels(second, Lens.IDENTIFIERS) == [((0, 9), "name-after-title")]
    figures = lenses.measure("tuning", sees("^no access"))
    assert (figures.tallies[Lens.WORDING].wrong, figures.tallies[Lens.WORDING].found) == (1, 0)


def test_a_notice_of_the_other_lens_finds_nothing() -> None:
    figures = lenses.measure("tuning", sees("Mrs Okoro"))
    assert (figures.tallies[Lens.WORDING].wrong, figures.tallies[Lens.IDENTIFIERS].found) == (1, 0)
    figures = lenses.measure("tuning", sees("Okoro was", Lens.IDENTIFIERS))
    assert figures.tallies[Lens.IDENTIFIERS].right == 1
    assert figures.by_kind["name-after-title"].found == 1
    assert {name: tally.missed for name, tally in figures.by_writer.items()} == {
        "plain": 1,
        "hurried": 1,
    }


def test_a_clean_sentence_that_is_noticed_counts_against_the_lenses() -> None:
    figures = lenses.measure("held out", sees("chaotic|lift"))
    assert (figures.clean, figures.on_clean, figures.per_100_clean) == (2, 3, 150.0)
    assert figures.troubled_more == pytest.approx(2 / (1 / 3))
    assert lenses.measure("tuning", sees("chaotic")).on_clean == 0


def test_an_interval_is_the_one_worked_out_by_hand() -> None:
    # 8 of 10: (0.8 + 0.19208 ± 1.96 * sqrt(0.016 + 0.009604)) / 1.38416
    assert lenses.share(8, 10) == "0.800 (0.490 to 0.943, 8 of 10)"
    assert lenses.share(5, 5) == "1.000 (0.566 to 1.000, 5 of 5)"
    assert lenses.share(0, 0) == "none"


def test_a_lens_that_says_nothing_keeps_no_promise_of_being_right() -> None:
    kept = {each.what: each.is_kept for each in promised(lenses.measure("held out", sees("xyz")))}
    assert kept == {
        "wording: precision": False,
        "wording: recall": False,
        "identifiers: precision": False,
        "identifiers: recall": False,
        "per 100 clean sentences": True,
        "plain and second-language writers beside the rest": True,
    }
    broken = promised(lenses.measure("held out", sees("chaotic|no access")))
    assert [each.figure for each in broken if not each.is_kept][-2:] == [50.0, 3.0]
    assert " ".join(str(broken[1]).split()) == "wording: recall 1.000 at least 0.8 kept"


def test_the_worst_are_those_anybody_would_see_and_come_with_a_warning() -> None:
    said = list(worst(lenses.measure("held out", sees("chaotic"))))
    assert (said[0], said[-1]) == (READ_ONCE, READ_ONCE)
    assert [line.split(": ")[0] for line in said[1:-1]] == [
        "not seen, identifiers",
        "not seen, wording",
        "said too much, wording",
    ]
    assert said[3].endswith("(hard: a lift)")


def test_of_the_half_held_out_no_words_are_printed_unless_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lenses, "look", lambda: sees("chaotic"))
    assert lenses.main(["--tables"]) == 1
    said = capsys.readouterr().out
    assert "wording: recall" in said and "second-language" in said
    assert "stairs" not in said and "lift" not in said
    assert lenses.main(["--misses"]) == 0
    said = capsys.readouterr().out
    assert "the cat was out" in said and "stairs" not in said and "held out" not in said
    lenses.main(["--worst"])
    assert "the stairs, with Mr Ng" in capsys.readouterr().out
