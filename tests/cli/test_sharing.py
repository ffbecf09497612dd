"""Sharing at the command line: nothing without a yes, and a yes is only ever an explicit one."""

import pytest

from cli.two_desks import ANSWERS, SUPERVISOR, Desks
from tipcoach.supervision.cards import short_number


def sealed(desks: Desks) -> list[str]:
    """What lies in the officer's box for the supervisor, less the agreement."""
    names = (path.name for path in desks.pair.box.glob("*"))
    return sorted(name for name in names if not name.startswith("agree"))


def test_two_answers_of_three_go_and_the_third_stays(desks: Desks) -> None:
    done = desks.officer(
        "share", desks.visit(), "--with", SUPERVISOR, "--part", "land.word",
        "--part", "moment.mine", "--question", "What did I miss?", "--principle", "choice", "--yes",
    )  # fmt: skip
    assert done.code == 0
    assert "Shared with Supervisor B, as " in done.err
    assert "Next, for Supervisor B: tipcoach review" in done.err
    assert "tipcoach take-back " in done.err
    (copy,) = sealed(desks)
    copy_id = copy.split(".")[2]

    row = desks.supervisor("review")
    assert "What did I miss?" in row.out and "not opened" in row.out
    assert "Choice" in row.out
    assert "Wobbly." not in row.out

    opened = desks.supervisor("review", "open", copy_id)
    assert "Officer A has been told that you opened it." in opened.err
    assert "Wobbly." in opened.out and "jaw" in opened.out
    assert "Okoro" not in opened.both


def test_the_preview_shares_nothing_and_asks_for_no_passphrase(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIPCOACH_PASSPHRASE_FILE")
    share = ("share", desks.visit(), "--with", SUPERVISOR, "--part", "moment.stayed", "--preview")
    done = desks.officer(*share)
    assert done.code == 0
    assert "There is no written promise yet" in done.err
    assert "Mr Okoro" in done.err and "in moment.stayed" in done.err
    assert "It misses things. Read it once as a neighbour or a colleague would." in done.err
    assert "Supervisor B opens it, and so can you." in done.out
    said = " ".join(done.out.split())
    assert "You see when it is opened in tipcoach, but not when somebody it opens for" in said
    assert "Nothing is shared." in done.err

    found = desks.officer(*share, "--json").document
    assert found["preview"]["parts"][0]["answer"] == ANSWERS["moment.stayed"]
    assert '"what": "copy"' in found["bytes"] and ANSWERS["moment.stayed"] in found["bytes"]
    assert "Wobbly" not in found["bytes"]
    assert found["notices"][0]["part"] == "moment.stayed"
    assert sealed(desks) == []


def test_without_a_yes_nothing_is_shared_and_the_sentence_says_so(desks: Desks) -> None:
    share = ("share", desks.visit(), "--with", SUPERVISOR, "--part", "land.word")
    done = desks.officer(*share)
    assert done.code == 1
    assert "Nothing is shared. Nobody is here to say yes: there is no terminal." in done.err
    assert "Wobbly" not in done.err
    assert desks.officer(*share, "--json").code == 2
    assert desks.officer(*share, "--yes", "--preview").code == 2
    assert sealed(desks) == []


def test_what_is_not_chosen_is_named_by_its_prompt_alone(desks: Desks) -> None:
    done = desks.officer("share", desks.visit(), "--with", SUPERVISOR, "--yes")
    assert done.code == 2
    assert "land.word, moment.stayed, moment.mine" in done.err
    assert "Wobbly" not in done.both
    unknown = desks.officer(
        "share", desks.visit(), "--with", SUPERVISOR, "--part", "plan.next", "--yes"
    )
    assert unknown.code == 1 and "no answer to plan.next" in unknown.err
    assert sealed(desks) == []


def test_other_words_hold_in_the_copy_alone(desks: Desks) -> None:
    visit = desks.visit()
    reword = ("--reword", "moment.stayed=He went quiet.")
    share = ("share", visit, "--with", SUPERVISOR)
    refused = desks.officer(*share, "--part", "land.word", *reword, "--preview")
    assert refused.code == 2
    done = desks.officer(*share, "--part", "moment.stayed", *reword, "--heavy", "--preview")
    assert "He went quiet." in done.out and "Okoro" not in done.both
    assert "It holds heavy detail." in done.out
    assert "Mr Okoro went quiet" in desks.officer("journal", "show", visit).out


def test_a_wrong_passphrase_shares_nothing(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    share = ("share", desks.visit(), "--with", SUPERVISOR, "--part", "land.word", "--yes")
    file = desks.pair.homes / "other.txt"
    monkeypatch.setenv("TIPCOACH_PASSPHRASE_FILE", str(file))
    missing = desks.officer(*share)
    assert missing.code == 1 and "cannot be read" in missing.err
    file.write_text("not the one\n", encoding="utf-8")
    wrong = desks.officer(*share)
    assert wrong.code == 1
    assert "That passphrase does not open your keys." in wrong.err
    assert "not the one" not in wrong.both
    monkeypatch.delenv("TIPCOACH_PASSPHRASE_FILE")
    nobody = desks.officer(*share)
    assert nobody.code == 1 and "there is no terminal here to type it on" in nobody.err
    assert sealed(desks) == []


def test_taking_back_says_honestly_what_it_can_do(desks: Desks) -> None:
    copy = desks.share()
    asked = desks.officer("take-back", copy)
    assert asked.code == 1
    assert "It is still shared. Nobody is here to say yes" in asked.err
    desks.supervisor("review", "open", copy)
    done = desks.officer("take-back", copy, "--yes")
    assert done.code == 0
    assert "Taken back. If it was already opened or copied, we may not know." in done.err
    assert "Opened in tipcoach on " in done.err
    assert not [name for name in sealed(desks) if name.startswith("copy.")]
    gone = desks.supervisor("review", "open", copy)
    assert gone.code == 1 and "No copy of that id is there for you." in gone.err
    inbox = desks.officer("inbox")
    assert "Taken back." in inbox.out
    assert desks.officer("take-back", "none").code == 1


def test_the_promise_and_the_recovery_key_are_said_before_the_yes(desks: Desks) -> None:
    config = desks.pair.officer.places.config
    config.mkdir(parents=True, exist_ok=True)
    desks.pair.officer.places.employer_promise.write_text(
        "promise: They are not used for appraisal.\n"
        "exceptions: [A court that orders it]\n"
        "given_by: The director of housing\n"
        "given_on: 2026-10-01\n",
        encoding="utf-8",
    )
    key = desks.pair.supervisor.keys.card.seals_to
    desks.pair.officer.places.recovery_key.write_text(f"# kept by IT\n{key}\n", encoding="utf-8")
    share = ("share", desks.visit(), "--with", SUPERVISOR, "--part", "land.word", "--preview")
    done = desks.officer(*share)
    assert "no written promise" not in done.err
    for said in ("not used for appraisal", "A court that orders it", "The director of housing"):
        assert said in done.err
    assert "1 October 2026" in done.err
    assert "recovery key opens it as well" in " ".join(done.out.split())
    found = desks.officer(*share, "--json").document["preview"]
    assert found["recovery"] is True and found["recovery_number"] == short_number(key)
    assert short_number(key) in done.out

    desks.pair.officer.places.recovery_key.write_text("no key\n", encoding="utf-8")
    broken = desks.officer(*share[:-1], "--yes")
    assert broken.code == 1 and "Nothing was shared." in broken.err
    assert sealed(desks) == []
