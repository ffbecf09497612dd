"""What was sealed can be opened with the `age` command alone, should this program be gone."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sharing_between import OFFICER, SUPERVISOR, Pair

from tipcoach.errors import NotReadable
from tipcoach.supervision.documents import Comment
from tipcoach.supervision.identity import Identity, make_identity, unwrap, wrap
from tipcoach.supervision.mail import write_letter
from tipcoach.supervision.sealing import check_signed, seal, signed, unseal

AGE = shutil.which("age") or "age"
pytestmark = pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed")
needs_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")

PASSPHRASE = "correct horse battery staple"
ME = make_identity(OFFICER, "Officer A")
HER = make_identity(SUPERVISOR, "Supervisor B")
THIRD = make_identity("somebody-c", "Somebody C")


def age(*arguments: str | Path, data: bytes = b"") -> bytes:
    return subprocess.run(
        [AGE, *arguments], input=data, capture_output=True, check=True, timeout=30
    ).stdout


def key_file(folder: Path, identity: Identity) -> Path:
    """An age identity file as anybody's is, without a passphrase."""
    path = folder / f"{identity.card.folder}.key"
    path.write_text(f"{identity.opens}\n", encoding="ascii")
    return path


_TAKE_THE_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execv(sys.argv[1], sys.argv[1:])"
)


def at_a_terminal(arguments: list[str], said: str) -> bytes:
    """What a command prints that asks for a passphrase on its terminal."""
    import pty

    terminal, other_end = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", _TAKE_THE_TERMINAL, *arguments],
        stdin=other_end,
        stdout=subprocess.PIPE,
        stderr=other_end,
        start_new_session=True,
    ) as process:
        os.close(other_end)
        asked = b""
        while b":" not in asked:
            asked += os.read(terminal, 1000)
        os.write(terminal, said.encode() + b"\n")
        printed, _ = process.communicate(timeout=60)
    os.close(terminal)
    return bytes(printed)


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Path]:
    letter = write_letter(
        ME.card, HER.card, Comment("a" * 26, "What did she say first? ŵ 👩\u200d👧")
    )
    path = tmp_path / letter.name
    path.write_bytes(seal(signed(letter.written, ME), [HER.card.seals_to, ME.card.seals_to]))
    yield path


@pytest.mark.parametrize("who", [ME, HER], ids=["its writer", "its reader"])
def test_age_opens_what_we_seal_and_nobody_elses_key_does(
    tmp_path: Path, sealed: Path, who: Identity
) -> None:
    opened = age("-d", "-i", key_file(tmp_path, who), sealed)
    assert opened == unseal(sealed.read_bytes(), who)
    assert "ŵ 👩\u200d👧" in opened.decode()
    with pytest.raises(subprocess.CalledProcessError):
        age("-d", "-i", key_file(tmp_path, THIRD), sealed)


def test_each_key_opens_alone_what_the_recovery_key_opens_too(pair: Pair, tmp_path: Path) -> None:
    recovery = make_identity("recovery", "Recovery")
    pair.officer.places.recovery_key.parent.mkdir(exist_ok=True)
    pair.officer.places.recovery_key.write_text(f"# ours\n{recovery.card.seals_to}\n")
    preparing = pair.prepare()
    preview = preparing.preview()
    assert preview.recovery
    record = preparing.share(preview)
    for coach in (pair.officer, pair.supervisor):
        assert preview.letter.written in age(
            "-d", "-i", key_file(tmp_path, coach.keys.identity), pair.box / record.name
        )
    assert preview.letter.written in age(
        "-d", "-i", key_file(tmp_path, recovery), pair.box / record.name
    )


@pytest.mark.parametrize("more", [[], ["-a"]], ids=["as bytes", "in armour"])
def test_we_open_what_age_seals(more: list[str]) -> None:
    letter = write_letter(ME.card, HER.card, Comment("a" * 26, "Hello."))
    by_age = age(*more, "-r", HER.card.seals_to, data=signed(letter.written, ME))
    assert check_signed(unseal(by_age, HER), ME.card) == letter.written
    with pytest.raises(NotReadable, match="sealed to another key"):
        unseal(by_age, THIRD)


def test_an_identity_made_by_age_is_one_we_can_seal_to(tmp_path: Path) -> None:
    made = tmp_path / "made.key"
    subprocess.run(
        [shutil.which("age-keygen") or "age-keygen", "-o", made], capture_output=True, check=True
    )
    public = next(
        line.removeprefix("# public key: ")
        for line in made.read_text().splitlines()
        if line.startswith("# public key: ")
    )
    assert age("-d", "-i", made, data=seal(b"words", [public])) == b"words"


@needs_a_terminal
@pytest.mark.thorough
def test_age_opens_a_copy_with_our_file_of_keys_and_its_passphrase(
    tmp_path: Path, sealed: Path
) -> None:
    kept = tmp_path / "identity.age"
    kept.write_bytes(wrap(HER, PASSPHRASE))
    opened = at_a_terminal([AGE, "-d", "-i", str(kept), str(sealed)], PASSPHRASE)
    assert opened == unseal(sealed.read_bytes(), HER)
    assert at_a_terminal([AGE, "-d", "-i", str(kept), str(sealed)], "another passphrase") == b""


@needs_a_terminal
@pytest.mark.thorough
def test_age_shows_our_file_of_keys_and_we_read_one_it_wrapped(tmp_path: Path) -> None:
    kept = tmp_path / "identity.age"
    kept.write_bytes(wrap(ME, PASSPHRASE))
    shown = at_a_terminal([AGE, "-d", str(kept)], PASSPHRASE)
    lines = shown.decode().splitlines()
    assert lines[-1] == str(ME.opens)
    assert all(line.startswith("# ") for line in lines[:-1])
    assert unwrap(kept.read_bytes(), PASSPHRASE).card == ME.card
