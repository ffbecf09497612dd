"""A session of two at the command line: its agenda, its record sent, seen and shown to both."""

import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from making import real_library

from cli.program import Done, write_answers
from cli.two_desks import OFFICER, SUPERVISOR, Desks, sit_down
from tipcoach.coach.reviewing import look_over, mark, open_copy
from tipcoach.practice.session import ONE_TO_ONE

ACTION, OTHERS = "Count to five after the hard sentence", "Take the letter upstairs"
HELD: Mapping[str, Any] = {
    "answers": {
        "session.raise": ["The second letter goes out too soon."],
        "session.actions": [
            {"text": ACTION, "due": "2031-12-05", "whose": "theirs"},
            {"text": OTHERS, "whose": "mine"},
        ],
        "session.themes": ["trust", "our-system"],
        "session.helped": "The quiet at the start.",
    }
}
DIFFERENTLY = "I said I would try it, not that I will."


class Typing(io.StringIO):
    """A terminal to type on; the screen is what is printed."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Type these lines at the next command."""

    def type_(*lines: str) -> None:
        monkeypatch.setattr("sys.stdin", Typing("".join(f"{line}\n" for line in lines)))

    return type_


def held(desks: Desks, *more: str, answers: Mapping[str, Any] = HELD) -> Done:
    """Hold a session at the supervisor's desk, from a file."""
    path = write_answers(desks.pair.homes, answers)
    return desks.supervisor("session", *more, "--answers", str(path))


def sent(desks: Desks) -> str:
    """Hold a session with the officer and send its record; the id of its entry."""
    done = held(desks, "--with", OFFICER, "--json")
    assert done.code == 0, done.err
    entry = str(done.document["id"])
    assert desks.supervisor("session", "send", "--yes").code == 0
    return entry


def folded(said: str) -> str:
    return " ".join(said.split())


def test_the_record_goes_to_the_other_and_their_view_stands_on_both_sides(desks: Desks) -> None:
    made = held(desks, "--with", OFFICER)
    assert made.code == 0
    assert "To send the record: tipcoach session send" in made.err
    assert not list(desks.pair.folder.rglob("record.*")), "nothing before a yes"
    done = desks.supervisor("session", "send", "--yes")
    assert done.code == 0, done.err
    assert f"□ {ACTION} · Officer A · by Friday 5 December 2031" in folded(done.out)
    assert f"□ {OTHERS} · Supervisor B" in done.out
    assert "Sent to Officer A." in done.err
    assert "Next, for Officer A, to say how they see it: tipcoach session read" in done.err
    assert "Then, for you, to see what they said: tipcoach session read" in done.err
    again = desks.supervisor("session", "send", "--yes")
    assert again.code == 0 and "was sent to Officer A before" in again.err

    waits = desks.officer("session", "read")
    assert waits.code == 1
    assert "Supervisor B sent this." in waits.out and ACTION in waits.out
    assert "Nobody is here to say how they see it" in waits.err
    seen = desks.officer("session", "read", "--differently", DIFFERENTLY)
    assert seen.code == 0, seen.err
    assert "Your words stand beside the record on both sides." in seen.err
    assert desks.officer("session", "read").err == "No record waits for you.\n"

    came = desks.supervisor("session", "read")
    assert f"Officer A sees the record of your session differently: {DIFFERENTLY}" in came.err
    pages = []
    for desk in (desks.supervisor, desks.officer):
        page = desk("session", "show").out
        assert f"How Officer A sees it\n  {DIFFERENTLY}" in page
        assert f"□ {ACTION} · Officer A" in page and f"□ {OTHERS} · Supervisor B" in page
        pages.append(page)
        shown = desk("session", "show", "--json").document
        in_journal = desk("journal", "show", shown["entry"]).out
        assert f"How Officer A sees it\n  {DIFFERENTLY}" in in_journal
        assert shown["view"] == {"agreed": False, "words": DIFFERENTLY}
    assert pages[0] == pages[1]


def test_agreed_says_whose_record_it_was(desks: Desks) -> None:
    sent(desks)
    done = desks.officer("session", "read", "--agreed", "--json")
    assert done.code == 0, done.err
    (record,) = done.document["waiting"]
    assert record["view"] == {"agreed": True, "words": ""} and record["entry"]
    assert desks.supervisor("session", "read", "--json").document["views"][0]["view"]["agreed"]
    for desk in (desks.officer, desks.supervisor):
        assert "Agreed, as Supervisor B wrote it down." in desk("session", "show").out


def test_the_record_is_still_read_when_nobody_is_known_any_more(desks: Desks) -> None:
    sent(desks)
    desks.officer("session", "read", "--differently", DIFFERENTLY)
    for coach in (desks.pair.officer, desks.pair.supervisor):
        coach.places.people.unlink()
    page = desks.officer("session", "show").out
    assert "How Officer A sees it" in page
    assert f"□ {OTHERS} · the supervisor" in page
    assert f"□ {ACTION} · the officer" in desks.supervisor("session", "show").out


@pytest.mark.parametrize(
    ("lines", "code", "said"),
    [
        (["perhaps", "agreed"], 0, "You agreed."),
        (["differently", ".", "One line.", "", "Another.", "."], 0, "Your words stand beside"),
        (["differently", "", "later"], 1, "It waits."),
        (["why", ""], 1, "Why we ask: two people remember an hour in two ways"),
        ([], 1, "It waits."),
    ],
    ids=["agreed", "differently", "no words", "why", "the input ends"],
)
def test_a_view_is_asked_for_and_never_taken_for_granted(
    desks: Desks, typed: Callable[..., None], lines: list[str], code: int, said: str
) -> None:
    sent(desks)
    typed(*lines)
    done = desks.officer("session", "read")
    assert (done.code, said in folded(done.err)) == (code, True), done.err
    came = desks.supervisor("session", "read", "--json").document["views"]
    assert len(came) == (code == 0)
    if "Another." in lines:
        assert came[0]["view"]["words"] == "One line.\n\nAnother."


def test_views_on_the_command_line_are_one_at_a_time_and_have_words(desks: Desks) -> None:
    sent(desks)
    both = desks.officer("session", "read", "--agreed", "--differently", "No.")
    assert both.code == 2
    empty = desks.officer("session", "read", "--differently", " ")
    assert empty.code == 2 and "takes a few words of yours" in empty.err
    sent(desks)
    many = desks.officer("session", "read", "--agreed")
    assert many.code == 2 and "More than one waits." in many.err
    assert desks.supervisor("session", "read", "--json").document["views"] == []


def test_what_may_tell_who_somebody_is_is_said_before_the_yes(
    desks: Desks, typed: Callable[..., None]
) -> None:
    named = {"answers": {"session.helped": "Ring 0161 496 0000 first."}}
    entry = held(desks, "--with", OFFICER, "--json", answers=named).document["id"]
    typed("no")
    done = desks.supervisor("session", "send")
    assert done.code == 1
    before, _, after = folded(done.err).partition("They get exactly this.")
    assert "identifiers: “0161 496 0000”, in what helped." in before
    assert "Read it once as a neighbour" in before
    assert f"It is not sent. To put it right first: tipcoach journal supersede {entry}" in after
    assert not list(desks.pair.folder.rglob("record.*"))
    desks.supervisor("lenses", "off", "identifiers")
    off = desks.supervisor("session", "send", "--yes")
    assert off.code == 0 and "The identifiers lens is off, so nothing was looked at." in off.err


def test_the_next_session_begins_with_the_last_and_what_was_brought(desks: Desks) -> None:
    sent(desks)
    assert "Supervisor B sent the record of a session." in desks.officer("inbox").err
    desks.officer("session", "read", "--differently", DIFFERENTLY)
    assert DIFFERENTLY in desks.supervisor("review").err, "it is taken in with whatever is done"
    copy = desks.share("--question", "What did I miss?")
    page = desks.supervisor("session", "agenda", "--with", OFFICER).out
    assert f"□ {ACTION} · Officer A" in page and DIFFERENTLY in page
    assert "What did I miss?" in page and "not opened yet" in page
    assert "Wobbly." not in page
    supervisor = desks.pair.supervisor
    (brought,) = look_over(supervisor).brought
    open_copy(supervisor, brought)
    mark(supervisor, copy, on=True)
    assert "Wobbly." in desks.supervisor("session", "agenda", "--with", OFFICER).out
    found = desks.supervisor("session", "agenda", "--with", OFFICER, "--json").document
    assert [each["text"] for each in found["last"]["actions"]] == [ACTION, OTHERS]
    theirs = desks.officer("session", "agenda", "--with", SUPERVISOR).out
    assert f"□ {ACTION} · Officer A" in theirs and "What did I miss?" in theirs


# -- in plain lines ---------------------------------------------------------------------------


def in_lines(desks: Desks, typed: Callable[..., None], *lines: str) -> Done:
    typed(*lines)
    return desks.supervisor("session", "--with", OFFICER, "--plain")


def test_the_agenda_is_said_before_the_first_question_and_on_its_word(
    desks: Desks, typed: Callable[..., None]
) -> None:
    sent(desks)
    desks.share("--question", "What did I miss?")
    done = in_lines(desks, typed, "", "agenda", "?", "\\agenda", "quit")
    before, _, after = done.out.partition("Question 1 of ")
    assert "With Officer A" in before and ACTION in before and "What did I miss?" in before
    assert "agenda: what was brought" in before
    assert after.count("With Officer A") == 1, "once more, on the word"
    assert "Then, where you were." in after
    assert after.count("agenda: what was brought") == 1, "in the help"
    assert "tipcoach session --with officer-a --plain" in done.out


def test_a_view_that_has_come_stands_on_the_agenda_at_once(
    desks: Desks, typed: Callable[..., None]
) -> None:
    sent(desks)
    desks.officer("session", "read", "--differently", DIFFERENTLY)
    assert DIFFERENTLY in in_lines(desks, typed, "quit").out.partition("Question 1 of ")[0]


def test_without_the_extra_the_session_goes_on(
    desks: Desks, typed: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(desks)
    monkeypatch.setitem(sys.modules, "pyrage", None)
    done = in_lines(desks, typed, "quit")
    said = folded(done.out)
    assert done.code == 0 and "Question 1 of " in said
    assert (
        "The session goes on without what was brought. Sharing needs a part that is not "
        "installed. To install it:" in said
    )


def test_the_part_that_looks_back_begins_with_what_was_agreed(
    desks: Desks, typed: Callable[..., None]
) -> None:
    sent(desks)
    done = in_lines(desks, typed, "", "", "", "quit")
    _, _, last_time = done.out.partition("Last time. About 5 minutes.")
    first, _, second = folded(last_time).partition("Question 4 of ")
    question = real_library().standalone(ONE_TO_ONE).prompts[2].question
    assert ACTION in first.partition(question)[0]
    assert ACTION not in second


def test_after_it_was_kept_it_is_sent_once_somebody_says_yes(
    desks: Desks, typed: Callable[..., None]
) -> None:
    done = in_lines(desks, typed, "finish", "back", "back", "The quiet.", "finish", "keep", "yes")
    assert done.code == 0, done.both
    assert "Sent to Officer A." in done.err
    assert len(list(desks.pair.folder.rglob("record.*"))) == 1


@pytest.mark.parametrize(
    "lines",
    [["finish", "let go", "let go"], ["finish", "keep"], ["quit"]],
    ids=["let go", "nothing written", "left"],
)
def test_nothing_is_offered_where_there_is_nothing_to_send(
    desks: Desks, typed: Callable[..., None], lines: list[str]
) -> None:
    done = in_lines(desks, typed, *lines, "yes", "yes")
    assert done.code == 0
    assert "Type yes to send it" not in done.both
    assert not list(desks.pair.folder.rglob("record.*"))


def test_without_keys_that_open_the_session_goes_on(
    desks: Desks, typed: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(desks)
    monkeypatch.delenv("TIPCOACH_PASSPHRASE_FILE")
    monkeypatch.setattr("tipcoach.cli.passphrase._asked", lambda what: "some other words")
    done = in_lines(desks, typed, "quit")
    assert done.code == 0
    said = folded(done.out)
    assert (
        "That passphrase does not open your keys. The session goes on without what was brought."
        in said
    )
    assert ACTION in said and "Question 1 of " in said


def test_an_agreement_that_does_not_hold_keeps_nobody_from_talking(
    tmp_path: Path,
    here: Callable[..., Done],
    monkeypatch: pytest.MonkeyPatch,
    typed: Callable[..., None],
) -> None:
    strangers = sit_down(tmp_path, here, monkeypatch, agreed=False)
    done = in_lines(strangers, typed, "finish", "back", "back", "Quiet.", "finish", "keep", "yes")
    assert done.code == 0
    assert "No agreement yet." in folded(done.out).partition("Question 1 of ")[0]
    assert "It is not sent. There is no agreement with Officer A yet." in done.err
    assert "Type yes" not in done.both
    made = held(strangers, "--with", OFFICER)
    assert "It is not sent" not in made.both, "a file of answers is asked nothing"
    assert made.code == 0 and "No agreement yet." in made.err
    refused = strangers.supervisor("session", "send", "--yes")
    assert refused.code == 1
    assert "There is no agreement with Officer A yet." in refused.err
    assert not list(strangers.pair.folder.rglob("record.*"))


# -- what is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--with", "nobody-c"], "tipcoach agreement know WHO"),
        (["--with", OFFICER, "--group"], "--with is for a session of two"),
        (["--with", OFFICER, "--team-time"], "--with is for a session of two"),
        (["--json", "read"], "Options go at the end"),
        (["--with", OFFICER, "agenda"], "Options go at the end"),
        (["send", "--json"], "give --yes"),
        (["send", "--yes"], "No session of two people is in this journal yet."),
        (["send", "--with", OFFICER, "--yes"], "No session with officer-a is in"),
        (["show"], "No session of two people is in this journal yet."),
        (["agenda"], "Missing option '--with'"),
    ],
    ids=" ".join,
)
def test_it_is_refused_with_what_to_do(desks: Desks, words: list[str], said: str) -> None:
    done = desks.supervisor("session", *words)
    assert done.code != 0
    assert said in done.err


def test_a_session_with_nobody_named_is_sent_to_whoever_is_named_then(desks: Desks) -> None:
    done = held(desks, "--json")
    assert "send" not in done.err, "nobody to send it to"
    entry = done.document["id"]
    alone = desks.supervisor("session", "send", "--yes")
    assert alone.code == 2
    assert f"tipcoach session send {entry} --with WHO" in alone.err
    assert desks.supervisor("session", "send", entry, "--with", OFFICER, "--yes").code == 0
