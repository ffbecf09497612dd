"""An officer and a supervisor at the command line, each in a home of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from making import Clock, asked, entry
from sharing_between import OFFICER, SUPERVISOR, Pair, two_people

from cli.program import Done
from tipcoach.coach.coach import local_now
from tipcoach.practice.answer import Text
from tipcoach.practice.entry import Kind
from tipcoach.supervision import identity as identities
from tipcoach.supervision.identity import Identity, NotUnlocked

PASSPHRASE = "four words of theirs"
ANSWERS = {
    "land.word": "Wobbly.",
    "moment.stayed": "Mr Okoro went quiet over the letter.",
    "moment.mine": "My own jaw was tight.",
}


@dataclass(frozen=True)
class Desks:
    """Run commands as either of them; `pair` is what is on their disks."""

    pair: Pair
    run: Callable[..., Done]

    def officer(self, *arguments: str) -> Done:
        return self.run("--home", str(self.pair.officer.places.data.parent), *arguments)

    def supervisor(self, *arguments: str) -> Done:
        return self.run("--home", str(self.pair.supervisor.places.data.parent), *arguments)

    def visit(self) -> str:
        """A reflection of three answers in the officer's journal; its id."""
        made = entry(
            *(asked(prompt, Text(said)) for prompt, said in ANSWERS.items()),
            id=self.pair.officer.new_id(),
            kind=Kind.REFLECTION,
            created=self.pair.officer.clock(),
        )
        self.pair.officer.journal.add(made)
        return made.id

    def share(self, *more: str) -> str:
        """Share one answer of a visit, and return the id of the copy."""
        done = self.officer(
            "share", self.visit(), "--with", SUPERVISOR, "--part", "land.word", *more,
            "--yes", "--json",
        )  # fmt: skip
        assert done.code == 0, done.err
        return str(done.document["copy"])


def sit_down(
    root: Path,
    run: Callable[..., Done],
    patch: pytest.MonkeyPatch,
    *,
    agreed: bool = True,
) -> Desks:
    """Two people whose keys open at once, with the passphrase in a file that is named."""
    pair = two_people(root, Clock(local_now()), agreed=agreed)
    theirs = {}
    for coach in (pair.officer, pair.supervisor):
        data = f"the file of {coach.keys.card.folder}\n".encode()
        coach.writer.write(coach.places.identity, data, once=False)
        theirs[data] = coach.keys.identity

    def unwrap(data: bytes, passphrase: str) -> Identity:
        if passphrase != PASSPHRASE:
            raise NotUnlocked("That passphrase does not open your keys.", "Try again.")
        return theirs[data]

    patch.setattr(identities, "unwrap", unwrap)
    file = root / "passphrase.txt"
    file.write_text(f"{PASSPHRASE}\nnot this line\n", encoding="utf-8")
    patch.setenv("TIPCOACH_PASSPHRASE_FILE", str(file))
    return Desks(pair, run)


__all__ = ["ANSWERS", "OFFICER", "PASSPHRASE", "SUPERVISOR", "Desks", "sit_down"]
