"""An officer and a supervisor, each at a terminal of their own, with real keys."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cli.program import coach_at, files_under
from sharing_between import agree_between, connect_all, send_between

from terminal.terminal import Terminal
from tipcoach.coach.coach import Coach
from tipcoach.supervision.identity import Identity, unwrap
from tipcoach.supervision.sealing import unseal

OFFICER, SUPERVISOR = "officer-a", "supervisor-b"
NAMES = {OFFICER: "Officer A", SUPERVISOR: "Supervisor B"}
PASSPHRASES = {OFFICER: "lamp wheel otter quay", SUPERVISOR: "brick fern salt novel"}
PURPOSE = "To think about visits that stay"


@dataclass(frozen=True)
class Person:
    """Somebody at a terminal of their own."""

    home: Path
    folder: str

    def at(self, *arguments: str) -> Terminal:
        return Terminal(self.home, *arguments, rows=120)

    def unlocks(self, terminal: Terminal) -> None:
        terminal.wait_for("Passphrase of your keys")
        terminal.send(f"{PASSPHRASES[self.folder]}\r")

    def runs(self, *arguments: str) -> str:
        """A command that wants the passphrase and nothing else; what is on the screen then."""
        with self.at(*arguments) as terminal:
            self.unlocks(terminal)
            assert terminal.exit_code() == 0, terminal.screen_text()
            return terminal.words()

    @property
    def identity(self) -> Identity:
        return unwrap((self.home / "data" / "identity.age").read_bytes(), PASSPHRASES[self.folder])


def type_lines(terminal: Terminal, *typed: str, until: str) -> None:
    for line in typed:
        terminal.send(f"{line}\r")
    terminal.wait_for(until)


def make_keys(person: Person) -> str:
    """Keys, made with what is asked; the number to be read aloud."""
    with person.at("agreement", "keys") as terminal:
        terminal.wait_for("A name for your folder")
        type_lines(terminal, person.folder, until="Your name, as people say it")
        type_lines(terminal, NAMES[person.folder], until="Passphrase")
        type_lines(terminal, "short", until="at least 10 characters")
        type_lines(terminal, PASSPHRASES[person.folder], until="The same again")
        type_lines(terminal, PASSPHRASES[person.folder], until="tipcoach agreement place FOLDER")
        assert terminal.exit_code() == 0
        assert PASSPHRASES[person.folder] not in terminal.raw.decode()
        found = re.search(r"Your number is ((?:\d{5} ?){5})", terminal.words())
    assert found
    return found[1].strip()


def know(person: Person, other: Person, mine: str, theirs: str) -> None:
    with person.at("agreement", "know", other.folder) as terminal:
        terminal.wait_for(mine, theirs, "the same two numbers?", "Type yes")
        type_lines(terminal, "yes", until="You know")
        assert terminal.exit_code() == 0


def who_know_each_other(root: Path, officer: Person, supervisor: Person) -> Path:
    """Keys for both, one folder, and numbers compared; the folder."""
    place = root / "place"
    place.mkdir()
    numbers = {each.folder: make_keys(each) for each in (officer, supervisor)}
    for each in (officer, supervisor):
        with each.at("agreement", "place", str(place)) as terminal:
            terminal.wait_for("Connected:")
            assert terminal.exit_code() == 0
    know(officer, supervisor, numbers[OFFICER], numbers[SUPERVISOR])
    know(supervisor, officer, numbers[SUPERVISOR], numbers[OFFICER])
    return place


def who_have_agreed(root: Path, officer: Person, supervisor: Person) -> Path:
    """The same and an agreement, made without their terminals; the folder."""
    writer, reader = who_are_connected(root, officer, supervisor)
    agree_between(writer, reader)
    return root / "place"


def who_were_sent_one(root: Path, officer: Person, supervisor: Person) -> None:
    """The same, but the supervisor has not said yes yet."""
    writer, reader = who_are_connected(root, officer, supervisor)
    send_between(writer, reader)


def who_are_connected(root: Path, officer: Person, supervisor: Person) -> tuple[Coach, Coach]:
    """Keys for both and one folder, made without their terminals."""
    writer, reader = coach_at(officer.home), coach_at(supervisor.home)
    for each, coach in ((officer, writer), (supervisor, reader)):
        coach.keys.make(each.folder, NAMES[each.folder], PASSPHRASES[each.folder])
    connect_all(root / "place", writer, reader)
    return writer, reader


def agree(officer: Person, supervisor: Person) -> None:
    """Filled in together at the officer's machine, sent, and said yes to at the supervisor's."""
    with officer.at("agreement", "begin", "--with", SUPERVISOR, "--plain") as terminal:
        terminal.wait_for("Question 1 of ")
        type_lines(terminal, PURPOSE, until="Question 2 of ")
        type_lines(terminal, "finish", until="keep")
        type_lines(terminal, "keep", until="Type yes to send it")
        terminal.wait_for("There is no written promise yet")
        type_lines(terminal, "yes", until="Passphrase of your keys")
        officer.unlocks(terminal)
        terminal.wait_for("Sent to Supervisor B.")
        assert terminal.exit_code() == 0
    with supervisor.at("agreement", "read") as terminal:
        supervisor.unlocks(terminal)
        terminal.wait_for(PURPOSE, "Do you say yes to this?")
        type_lines(terminal, "yes", until="You both said yes.")
        assert terminal.exit_code() == 0


def opened_files(root: Path, identities: list[Identity]) -> Iterator[tuple[Path, bytes]]:
    """The bytes of every file under `root`, and what is inside each sealed one."""
    for path in files_under(root):
        data = path.read_bytes()
        yield path, data
        if path.suffix == ".age" and path.name != "identity.age":
            yield path, unsealed(data, identities)


def unsealed(data: bytes, identities: list[Identity]) -> bytes:
    """Each of the two can open whatever lies in the folder."""
    (inside,) = {unseal(data, each) for each in identities}
    return inside
