"""However it ends: calmly, with the draft kept, and with nothing of a journal on the screen."""

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli.program import (
    DEADLINE,
    PREPARATION,
    PROGRAM,
    REFLECTION,
    Done,
    coach_at,
    environment_for,
    files_under,
    keep,
    runner_that,
    tipcoach,
    with_answers,
    write_answers,
)
from tipcoach.practice.answer import Text
from tipcoach.practice.draft import Draft

SECRET = "The blue gate squeaks"
PLAIN = ("prepare", "--plain", "--purpose", "arrears", "--channel", "phone", "--quick")
BREAK_THE_END = (
    "import tipcoach.coach.{module} as broken",
    "def entry_of(coach, draft, *more):",
    "    walk = draft.walk",
    "    said = [str(answer) for answer in walk.answers.values()]",
    "    raise RuntimeError('while finishing: ' + ' '.join(said))",
    "broken.entry_of = entry_of",
)


def said_calmly(done: Done, home: Path) -> bool:
    """Whether one sentence says where the words are, and nothing says what they were."""
    assert SECRET not in done.both
    assert "Traceback" not in done.both
    assert "while finishing" not in done.both
    assert str(home / "data" / "drafts") in done.err
    return len(done.err.strip().splitlines()) == 1


def draft_words(home: Path) -> list[str]:
    """What the drafts answer to the second question."""
    drafts = [draft for draft in coach_at(home).drafts.all() if isinstance(draft, Draft)]
    answers = [draft.walk.answers.get("orient.hat-sentence") for draft in drafts]
    return [answer.text for answer in answers if isinstance(answer, Text)]


# -- a fault in the program -------------------------------------------------------------


def test_a_fault_is_one_sentence_without_the_words(home: Path, tmp_path: Path) -> None:
    runner = runner_that(tmp_path, *(line.format(module="answers") for line in BREAK_THE_END))
    path = write_answers(tmp_path, with_answers(PREPARATION, {"orient.hat-sentence": SECRET}))
    done = tipcoach(home, "prepare", "--answers", str(path), "--json", runner=runner)
    assert done.code == 1
    assert done.out == ""
    assert said_calmly(done, home)
    assert files_under(home) == []


@pytest.mark.thorough
def test_a_fault_at_the_end_of_a_plain_walk_keeps_the_draft(home: Path, tmp_path: Path) -> None:
    runner = runner_that(tmp_path, *(line.format(module="sitting") for line in BREAK_THE_END))
    done = tipcoach(home, *PLAIN, typed=f"3\n{SECRET}\nfinish\nkeep\n", runner=runner)
    assert done.code == 1
    assert said_calmly(done, home)
    assert draft_words(home) == [SECRET]


@pytest.mark.thorough
def test_a_fault_in_the_middle_of_a_plain_walk_keeps_the_draft(home: Path, tmp_path: Path) -> None:
    runner = runner_that(
        tmp_path,
        "import tipcoach.plain.forms as broken",
        "from tipcoach.practice.answer import AnswerForm",
        "def sort(answering):",
        f"    raise RuntimeError('while finishing: {SECRET}')",
        "broken._READERS[AnswerForm.SORT] = sort",
    )
    done = tipcoach(home, *PLAIN, typed=f"3\n{SECRET}\n", runner=runner)
    assert done.code == 1
    assert said_calmly(done, home)
    assert draft_words(home) == [SECRET]


def test_a_fault_before_anything_is_one_sentence_too(home: Path, tmp_path: Path) -> None:
    runner = runner_that(
        tmp_path,
        "import tipcoach.coach.coach as broken",
        "def library(coach):",
        "    raise ZeroDivisionError('no')",
        "broken.Coach.library = property(library)",
    )
    path = write_answers(tmp_path, PREPARATION)
    done = tipcoach(home, "prepare", "--answers", str(path), runner=runner)
    assert done.code == 1
    assert said_calmly(done, home)


BREAK_IN_PASSING = (
    "import threading",
    "import tipcoach.coach.autosave as broken",
    "broken.Autosave.__init__.__kwdefaults__['pause'] = 0.0",
    # The thread that saves has all the time it wants, and falls over once the words are safe.
    "def wait_for_the_clock(self):",
    "    if self._timer is not None:",
    "        self._timer.join()",
    "broken.Autosave._stop_clock = wait_for_the_clock",
    "tell = broken.Autosave._tell",
    "def tell_from_the_thread(self, saved):",
    "    tell(self, saved)",
    "    if threading.current_thread() is not threading.main_thread():",
    f"        raise RuntimeError('while finishing: {SECRET}')",
    "broken.Autosave._tell = tell_from_the_thread",
    "class Forgotten:",
    "    def __del__(self):",
    f"        raise RuntimeError('while finishing: {SECRET}')",
    "import tipcoach.plain.walk as walking",
    "walking.guide = lambda prompt: [str(bool(Forgotten()))]",
)


@pytest.mark.thorough
def test_a_fault_in_passing_is_said_nowhere(home: Path, tmp_path: Path) -> None:
    """In the thread that saves, and where something is cleared away; the walk goes on."""
    runner = runner_that(tmp_path, *BREAK_IN_PASSING)
    done = tipcoach(home, *PLAIN, typed=f"3\n{SECRET}\n", runner=runner)
    assert done.code == 0
    assert done.err == ""
    assert "Saved." in done.out
    assert draft_words(home) == [SECRET]


BROKEN = {
    "list": ("coach.reading.newest", "journal list"),
    "list, text": ("reports.documents.listing_text", "journal list"),
    "list, JSON": ("reports.documents.listing_document", "journal list --json"),
    "show": ("reports.entries.entry_text", "journal show {id}"),
    "show, JSON": ("reports.documents.record_document", "journal show {id} --json"),
    "a file": ("journal.plain_record.plain_record", "journal show {id}"),
    "card": ("reports.cards.card_text", "card {id}"),
    "card, JSON": ("reports.documents.card_document", "card {id} --json"),
    "recorded": ("coach.records.say_recorded", "recorded {id}"),
    "drafts": ("coach.resume.find_drafts", ""),
    "reflection": ("coach.begin.plan_of", "reflect --of {id} --answers {answers}"),
    "kept, text": ("reports.cards.card_text", "prepare --answers {answers}"),
    "kept, JSON": ("reports.documents.kept_document", "prepare --answers {answers} --json"),
}


@pytest.mark.parametrize("broken, command", BROKEN.values(), ids=BROKEN)
def test_a_fault_in_any_command_is_one_sentence_without_the_words(
    here: Callable[..., Done],
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
    command: str,
) -> None:
    """Raised from another fault, and while the words are in its message and in its locals."""
    answers = with_answers(PREPARATION, {"orient.hat-sentence": SECRET})
    entry_id = keep(home, answers)

    def fall_over(*held: object, **more: object) -> None:
        said = f"while finishing: {SECRET} {held} {more}"
        raise RuntimeError(said) from ValueError(said)

    monkeypatch.setattr(f"tipcoach.{broken}", fall_over)
    path = write_answers(tmp_path, answers if "prepare" in command else REFLECTION)
    done = here(*command.format(id=entry_id, answers=path).split())
    assert done.code == 1
    kept, _, fault = done.err.strip().rpartition("\n")
    assert not kept or kept.startswith("Kept in your journal as ")
    assert said_calmly(Done(done.code, done.out, fault), home)


# -- signals ----------------------------------------------------------------------------


class PlainWalk:
    """A plain walk under way, its lines typed one at a time."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [*PROGRAM, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=home.parent,
            env=environment_for(home),
        )
        self._heard = b""

    def type(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n".encode())
        self._process.stdin.flush()

    def wait_for(self, words: str) -> None:
        """Wait until `words` are said, and forget everything up to them."""
        out = self._process.stdout
        assert out is not None
        give_up = time.monotonic() + DEADLINE
        with selectors.DefaultSelector() as selector:
            selector.register(out, selectors.EVENT_READ)
            while words.encode() not in self._heard:
                left = give_up - time.monotonic()
                assert left > 0, f"“{words}” was not said:\n{self._heard.decode()}"
                if selector.select(left):
                    data = os.read(out.fileno(), 65536)
                    assert data, f"It ended before “{words}”:\n{self._heard.decode()}"
                    self._heard += data
        self._heard = self._heard.partition(words.encode())[2]

    def end(self, how: signal.Signals) -> Done:
        self._process.send_signal(how)
        out, err = self._process.communicate(timeout=DEADLINE)
        return Done(self._process.returncode, out.decode(), err.decode())

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate(timeout=DEADLINE)


@contextmanager
def plain_walk(home: Path) -> Iterator[PlainWalk]:
    walk = PlainWalk(home, *PLAIN)
    try:
        yield walk
    finally:
        walk.close()


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program without a word")
@pytest.mark.parametrize(
    "name, code", [("SIGTERM", 143), ("SIGINT", 130)], ids=["SIGTERM", "SIGINT"]
)
def test_a_signal_during_plain_lines_keeps_the_draft(home: Path, name: str, code: int) -> None:
    with plain_walk(home) as walk:
        walk.wait_for("Question 1")
        walk.type("3")
        walk.wait_for("Question 2")
        walk.type(SECRET)
        walk.wait_for("Question 3")
        done = walk.end(getattr(signal, name))
    assert done.code == code
    assert "Traceback" not in done.both
    assert done.err.strip() == ""
    assert draft_words(home) == [SECRET]


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program without a word")
@pytest.mark.parametrize(
    "name, code", [("SIGTERM", 143), ("SIGHUP", 129)], ids=["SIGTERM", "SIGHUP"]
)
def test_a_signal_keeps_lines_of_an_answer_still_being_typed(
    home: Path, name: str, code: int
) -> None:
    with plain_walk(home) as walk:
        walk.wait_for("Question 1")
        walk.type("3")
        walk.wait_for("Question 2")
        walk.type(".")
        walk.wait_for("A long answer.")
        walk.type(SECRET)
        # The word alone on a line is text here, and saying so is the sign that both were heard.
        walk.type("why")
        walk.wait_for("Taken as text.")
        done = walk.end(getattr(signal, name))
    assert done.code == code
    assert done.err.strip() == ""
    assert draft_words(home)[0].startswith(SECRET)


@pytest.mark.thorough
def test_a_draft_left_by_the_input_ending_is_offered_and_continued(home: Path) -> None:
    left = tipcoach(home, *PLAIN, typed=f"3\n{SECRET}\n")
    assert left.code == 0
    assert "tipcoach prepare --plain" in left.out
    assert draft_words(home) == [SECRET]
    done = tipcoach(home, *PLAIN, typed="continue\nfinish\nkeep\n")
    assert "A draft not finished" in done.out
    assert draft_words(home) == []
    (entry,) = tipcoach(home, "journal", "list", "--json").document["entries"]
    assert SECRET in tipcoach(home, "journal", "show", entry["id"]).out


# -- whoever reads has gone -------------------------------------------------------------


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="a broken pipe is another thing there")
@pytest.mark.parametrize(
    "arguments",
    [["journal", "list"], ["journal", "show"], ["--help"]],
    ids=" ".join,
)
def test_a_reader_that_has_gone_is_quiet(home: Path, arguments: list[str]) -> None:
    entry_id = keep(home, PREPARATION)
    wants_id = arguments[-1] == "show"
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [*PROGRAM, *arguments, *([entry_id] if wants_id else [])],
            stdin=subprocess.DEVNULL,
            stdout=writer,
            stderr=subprocess.PIPE,
            timeout=DEADLINE,
            cwd=home.parent,
            env=environment_for(home),
            check=False,
        )
    finally:
        os.close(writer)
    assert done.stderr == b""
    assert done.returncode in (0, 1)


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="head is not there")
def test_head_is_enough(home: Path) -> None:
    """An entry longer than a pipe holds, of which one line is read."""
    lines = ["it went on and on " * 12] * 35
    entry_id = keep(home, with_answers(PREPARATION, {"orient.hat-sentence": "\n".join(lines)}))
    program = " ".join(f"'{part}'" for part in PROGRAM)
    done = subprocess.run(
        ["/bin/sh", "-c", f"{{ {program} journal show {entry_id}; echo $? >&2; }} | head -1"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=DEADLINE,
        cwd=home.parent,
        env=environment_for(home),
        check=False,
    )
    assert done.stdout.decode().startswith("Before a visit")
    assert done.stdout.count(b"\n") == 1
    assert done.stderr.decode().strip() in ("0", "1")


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="a broken pipe is another thing there")
def test_plain_lines_nobody_hears_keep_the_draft(home: Path) -> None:
    """The walk goes on to be heard; then its reader goes, and what was typed stays."""
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [*PROGRAM, *PLAIN],
        stdin=subprocess.PIPE,
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=home.parent,
        env=environment_for(home),
    )
    os.close(writer)
    heard = b""
    with os.fdopen(reader, "rb", buffering=0) as out:
        while b"Question 1" not in heard:
            data = out.read(65536)
            assert data, heard
            heard += data
    _, err = process.communicate(f"3\n{SECRET}\n".encode(), timeout=DEADLINE)
    assert err == b""
    assert process.returncode in (0, 1)
