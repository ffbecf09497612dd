"""The file of somebody's keys: it opens with its passphrase alone, and says why it does not."""

import base64
from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest
from making import Clock
from sharing_between import a_coach

from tipcoach.coach import keys
from tipcoach.coach.coach import Coach
from tipcoach.coach.keys import Locked
from tipcoach.errors import NotFound, NotReadable, WrongUsage
from tipcoach.supervision import identity as identities
from tipcoach.supervision.extra import age
from tipcoach.supervision.identity import Identity, NotUnlocked, make_identity, unwrap, wrap

PASSPHRASE = "correct horse battery staple"


@cache
def wrapped() -> tuple[Identity, bytes]:
    """Keys and the file of them, made once: each costs a second."""
    made = make_identity("officer-a", "Officer Ŵyn O’Neill 👩\u200d👧")
    return made, wrap(made, PASSPHRASE)


def test_keys_do_not_show_themselves() -> None:
    made = make_identity("officer-a", "Officer A")
    assert repr(made) == "<Identity of officer-a>"
    assert str(made.opens) not in f"{made} {made!r}"


@pytest.mark.thorough
def test_the_passphrase_opens_the_same_keys() -> None:
    made, data = wrapped()
    opened = unwrap(data, PASSPHRASE)
    assert opened.card == made.card
    assert str(opened.opens) == str(made.opens)
    assert opened.sign(b"words") == made.sign(b"words")


@pytest.mark.thorough
@pytest.mark.parametrize("said", ["", "correct horse battery stable", PASSPHRASE + " "])
def test_another_passphrase_does_not(said: str) -> None:
    with pytest.raises(NotUnlocked, match="That passphrase does not open your keys"):
        unwrap(wrapped()[1], said)


@pytest.mark.thorough
def test_nothing_of_the_keys_is_in_the_file() -> None:
    made, data = wrapped()
    seed = made.signs.private_bytes_raw()
    for secret in (str(made.opens).encode(), seed, base64.b64encode(seed), b"officer-a"):
        assert secret not in data


@pytest.mark.thorough
@pytest.mark.parametrize("at", [-1, 200, 300])
def test_a_byte_changed_behind_the_passphrase_is_damage(at: int) -> None:
    data = bytearray(wrapped()[1])
    data[at] ^= 1
    with pytest.raises(NotUnlocked, match="damaged"):
        unwrap(bytes(data), PASSPHRASE)


@pytest.mark.thorough
@pytest.mark.parametrize("many", [1, 16, 300])
def test_a_file_that_ends_early_is_damage(many: int) -> None:
    with pytest.raises(NotUnlocked, match="damaged"):
        unwrap(wrapped()[1][:-many], PASSPHRASE)


@pytest.mark.parametrize(
    "data",
    [b"", b" " * 100, bytes(4096), b"{}", b"age-encryption.org/v1\n", b"\xff\xfe" * 40, b"[" * 9],
)
def test_a_file_that_is_something_else_is_damage_and_not_a_wrong_passphrase(data: bytes) -> None:
    with pytest.raises(NotUnlocked, match=r"damaged.* backup"):
        unwrap(data, PASSPHRASE)


def test_work_that_would_take_years_is_not_begun() -> None:
    """Anybody who can write the file could ask for it."""
    head = b"age-encryption.org/v1\n-> scrypt DxpAvKJmM4pOXmGsWys04Q 40\n"
    body = b"Dx/b3dB3Z+JiDM0jrrBBarYlkGw/DqRi7tTw93MwVSo\n--- " + b"A" * 43 + b"\n" + bytes(80)
    with pytest.raises(NotUnlocked):
        unwrap(head + body, PASSPHRASE)


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "\n",
        "# folder: officer-a\n# name: A\n# signs: AAAA\nAGE-SECRET-KEY-1\n",
        "# folder: officer-a\n# name: A\nAGE-SECRET-KEY-1\n",
        "# folder: officer-a\n# name: A\n# signs: {seed}\nnothing\n",
        "# folder: officer-a\n# name: A\n# signs: {seed}\n",
        "# name: A\n# signs: {seed}\n{opens}\n",
        "# folder: ../up\n# name: A\n# signs: {seed}\n{opens}\n",
    ],
)
def test_what_is_not_keys_is_damage_though_the_passphrase_opens_it(
    inside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_identity("officer-a", "A")
    seed = base64.b64encode(made.signs.private_bytes_raw()).decode()
    text = inside.format(seed=seed, opens=made.opens)
    real = age()

    def decrypt(*_: object) -> bytes:
        return text.encode()

    opening: Any = SimpleNamespace(
        passphrase=SimpleNamespace(decrypt=decrypt),
        x25519=real.x25519,
        DecryptError=real.DecryptError,
        IdentityError=real.IdentityError,
    )
    monkeypatch.setattr(identities, "age", lambda: opening)
    with pytest.raises(NotUnlocked, match="damaged"):
        unwrap(b"", PASSPHRASE)


# -- by the coach ------------------------------------------------------------------------


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys wrapped in nothing: what is tried here is not the passphrase."""
    monkeypatch.setattr(identities, "wrap", lambda made, said: b"wrapped")


@pytest.mark.usefixtures("quick")
def test_keys_are_made_once(coach: Coach) -> None:
    card = coach.keys.make("officer-a", "  Officer A ", PASSPHRASE)
    assert (card.folder, card.name) == ("officer-a", "Officer A")
    with pytest.raises(WrongUsage, match="You have keys already"):
        coach.keys.make("officer-b", "Officer B", PASSPHRASE)
    assert coach.places.identity.read_bytes() == b"wrapped"


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "folder",
    ["", "A", "officer a", "../up", "a/b", "con", "com1", "-a", "a-", "a" * 41, "é", "a\n", "a:b"],
)
def test_a_name_that_cannot_be_a_folder_is_not_taken(coach: Coach, folder: str) -> None:
    with pytest.raises(WrongUsage):
        coach.keys.make(folder, "A", PASSPHRASE)
    assert not coach.keys.are_made


def test_a_short_passphrase_is_not_taken(coach: Coach) -> None:
    with pytest.raises(WrongUsage, match="at least 10"):
        coach.keys.make("officer-a", "A", "short")
    assert not coach.keys.are_made


@pytest.mark.usefixtures("quick")
def test_the_card_is_known_before_the_keys_are_unlocked(coach: Coach, clock: Clock) -> None:
    card = coach.keys.make("officer-a", "Officer A", PASSPHRASE)
    later = a_coach(coach.places.config.parent, clock)
    assert later.keys.card == card
    with pytest.raises(Locked):
        _ = later.keys.identity


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "data",
    [b"", b"[" * 100_000, b'{"folder": 1}', b'{"folder": "\\ud800"}', b"\xff\xfe", b"9" * 9999],
)
def test_a_damaged_card_asks_for_the_passphrase(coach: Coach, clock: Clock, data: bytes) -> None:
    coach.keys.make("officer-a", "Officer A", PASSPHRASE)
    coach.places.own_card.write_bytes(data)
    with pytest.raises(Locked, match="Your card cannot be read"):
        _ = a_coach(coach.places.config.parent, clock).keys.card


def test_without_keys_each_step_says_how_to_make_them(coach: Coach) -> None:
    for step in (lambda: coach.keys.card, lambda: coach.keys.identity):
        with pytest.raises(NotFound, match="tipcoach agreement keys"):
            step()
    with pytest.raises((NotFound, NotReadable)):
        coach.keys.unlock(PASSPHRASE)
    assert keys.LEAST_IN_A_PASSPHRASE == 10
