"""A letter is believed only when it fits: by its seal, its signature, its reader and its name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from making import NOW
from sharing_between import OFFICER, SUPERVISOR

from tipcoach.errors import NotReadable
from tipcoach.practice.entry import Kind
from tipcoach.practice.shared_copy import SharedCopy, SharedPart
from tipcoach.supervision.documents import Comment, Opened, file_name
from tipcoach.supervision.folder import FolderPlace
from tipcoach.supervision.identity import Identity, make_identity
from tipcoach.supervision.mail import Letter, post, take_in, write_letter
from tipcoach.supervision.place import box
from tipcoach.supervision.sealing import MOST_BYTES, check_signed, seal, signed, unseal

ME = make_identity(OFFICER, "Officer A")
HER = make_identity(SUPERVISOR, "Supervisor B")
THIRD = make_identity("somebody-c", "Somebody C")
COPY = SharedCopy(
    Kind.REFLECTION,
    "rent arrears",
    "2026-11",
    "How do I leave room?",
    None,
    False,
    (SharedPart(None, "What happened?", "She asked twice."),),
)


@pytest.fixture
def place(tmp_path: Path) -> FolderPlace:
    (tmp_path / "place").mkdir()
    return FolderPlace(tmp_path / "place", tmp_path / "noted.txt")


def a_letter() -> Letter:
    return write_letter(ME.card, HER.card, COPY)


def put(place: FolderPlace, name: str, data: bytes, where: str = f"{OFFICER}/{SUPERVISOR}") -> None:
    assert place.put(where, name, data)


def refused(place: FolderPlace, name: str, by: Identity = HER) -> str:
    """Why a letter for the supervisor is not taken in."""
    with pytest.raises(NotReadable) as fault:
        take_in(place, name, by, writer=ME.card, reader=HER.card)
    return fault.value.sentence


def sealed(letter: Letter, signer: Identity = ME, to: Identity = HER) -> bytes:
    return seal(signed(letter.written, signer), [to.card.seals_to])


def test_what_fits_is_taken_in_by_either_of_the_two(place: FolderPlace) -> None:
    letter = a_letter()
    assert post(place, letter, ME, HER.card)
    for identity in (HER, ME):
        taken = take_in(place, letter.name, identity, writer=ME.card, reader=HER.card)
        assert taken.document == letter.document
        assert taken.signed.endswith(letter.written)


def test_the_bytes_previewed_are_the_bytes_sealed(place: FolderPlace) -> None:
    letter = a_letter()
    post(place, letter, ME, HER.card)
    opened = unseal(place.get(box(OFFICER, SUPERVISOR), letter.name), HER)
    assert opened.partition(b"\n")[2] == letter.written


def test_the_wrong_key_opens_nothing(place: FolderPlace) -> None:
    letter = a_letter()
    post(place, letter, ME, HER.card)
    assert refused(place, letter.name, by=THIRD) == "it is sealed to another key than yours"


def test_a_letter_is_put_once(place: FolderPlace) -> None:
    letter = a_letter()
    assert post(place, letter, ME, HER.card)
    assert not post(place, letter, ME, HER.card)


# -- changed on the way ------------------------------------------------------------------


def every_byte(data: bytes, step: int) -> list[int]:
    return [*range(0, len(data), step)]


def tampered(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]


def check_tampering(step: int, bits: tuple[int, ...]) -> None:
    data = sealed(a_letter())
    for at in every_byte(data, step):
        for bit in bits:
            with pytest.raises(NotReadable, match=r"changed on the way|sealed to another key"):
                unseal(tampered(data, at, bit), HER)


def test_a_byte_changed_anywhere_is_refused() -> None:
    check_tampering(7, (1,))


@pytest.mark.thorough
def test_any_bit_of_any_byte_changed_is_refused() -> None:
    check_tampering(1, (1, 2, 4, 8, 16, 32, 64, 128))


def check_forging(step: int) -> None:
    """Under the seal: whoever holds a reader's public key can seal what they like to them."""
    data = signed(a_letter().written, ME)
    for at in every_byte(data, step):
        with pytest.raises(NotReadable, match=r"sign"):
            check_signed(tampered(data, at, 1), ME.card)


def test_a_byte_changed_under_the_seal_is_refused() -> None:
    check_forging(11)


@pytest.mark.thorough
def test_any_byte_changed_under_the_seal_is_refused() -> None:
    check_forging(1)


def test_what_ends_early_is_refused(place: FolderPlace) -> None:
    letter = a_letter()
    data = sealed(letter)
    for many in (*range(1, 40), len(data) // 2, len(data) - 1, len(data)):
        with pytest.raises(NotReadable, match="changed on the way, or is not all here"):
            unseal(data[:-many], HER)
    put(place, letter.name, data + b"x")
    assert "changed on the way" in refused(place, letter.name)


# -- not what it says --------------------------------------------------------------------


def test_one_that_is_not_signed_is_refused(place: FolderPlace) -> None:
    letter = a_letter()
    put(place, letter.name, seal(letter.written, [HER.card.seals_to]))
    assert refused(place, letter.name) == "it is not signed"


@pytest.mark.parametrize("line", [b"", b"AAAA", b"\xff", b"=" * 88, b"A" * 88, b"A" * 86 + b"=="])
def test_one_with_a_signature_that_is_none_is_refused(place: FolderPlace, line: bytes) -> None:
    letter = a_letter()
    forged = b"tipcoach signature: " + line + b"\n" + letter.written
    put(place, letter.name, seal(forged, [HER.card.seals_to]))
    assert "sign" in refused(place, letter.name)


def test_one_signed_by_somebody_else_is_refused(place: FolderPlace) -> None:
    letter = a_letter()
    put(place, letter.name, sealed(letter, signer=THIRD))
    assert refused(place, letter.name) == "it is not signed with the key you know them by"


def test_one_that_names_another_writer_is_refused(place: FolderPlace) -> None:
    """Signed by the officer, and said to be somebody else's."""
    letter = write_letter(THIRD.card, HER.card, COPY)
    put(place, letter.name, sealed(letter))
    assert refused(place, letter.name) == "it says that somebody else wrote it"


def test_one_passed_on_by_its_reader_is_refused(place: FolderPlace) -> None:
    """The supervisor seals the officer's signed words to a third, in the officer's box."""
    letter = a_letter()
    passed_on = seal(signed(letter.written, ME), [THIRD.card.seals_to])
    put(place, letter.name, passed_on, f"{OFFICER}/somebody-c")
    with pytest.raises(NotReadable, match="sealed for somebody else, and passed on"):
        take_in(place, letter.name, THIRD, writer=ME.card, reader=THIRD.card)


def test_one_whose_reader_was_swapped_is_refused(place: FolderPlace) -> None:
    letter = a_letter()
    swapped = letter.written.replace(
        HER.card.fingerprint.encode(), THIRD.card.fingerprint.encode()
    ).replace(SUPERVISOR.encode(), b"somebody-c")
    assert swapped != letter.written
    forged = signed(letter.written, ME).replace(letter.written, swapped)
    put(place, letter.name, seal(forged, [THIRD.card.seals_to]), f"{OFFICER}/somebody-c")
    with pytest.raises(NotReadable, match="not signed with the key"):
        take_in(place, letter.name, THIRD, writer=ME.card, reader=THIRD.card)


def test_one_in_the_box_of_somebody_else_is_refused(place: FolderPlace) -> None:
    """Copied as it is from one officer's box into another's."""
    letter = a_letter()
    put(place, letter.name, sealed(letter), f"somebody-c/{SUPERVISOR}")
    with pytest.raises(NotReadable, match="not signed with the key you know them by"):
        take_in(place, letter.name, HER, writer=THIRD.card, reader=HER.card)


def test_one_for_keys_its_reader_no_longer_has_is_refused(place: FolderPlace) -> None:
    old = make_identity(SUPERVISOR, "Supervisor B")
    letter = write_letter(ME.card, old.card, COPY)
    put(place, letter.name, sealed(letter))
    assert "sealed for somebody else" in refused(place, letter.name)


OTHER_NAMES: list[Callable[[Letter], str]] = [
    lambda letter: letter.name.replace("2026-11", "2026-12"),
    lambda letter: letter.name.replace(letter.document.id, "a" * 26),
    lambda letter: f"agreement.{letter.document.id}.age",
    lambda letter: f"opened.{letter.document.id}.age",
    lambda letter: f"comment.{'b' * 26}.{letter.document.id}.age",
]


@pytest.mark.parametrize("other_name", OTHER_NAMES)
def test_one_replayed_under_another_name_is_refused(
    place: FolderPlace, other_name: Callable[[Letter], str]
) -> None:
    letter = a_letter()
    put(place, other_name(letter), sealed(letter))
    assert refused(place, other_name(letter)) == "it lies under a name that is not its own"


def test_an_opening_of_one_copy_is_not_one_of_another(place: FolderPlace) -> None:
    letter = write_letter(ME.card, HER.card, Opened("a" * 26, NOW))
    other = f"opened.{'b' * 26}.age"
    put(place, other, sealed(letter))
    assert refused(place, other) == "it lies under a name that is not its own"


@pytest.mark.parametrize("inside", [b"{}", b"[" * 100_000, b"", b"null", b"\xff" * 50])
def test_what_is_sealed_and_signed_and_no_document_is_refused(
    place: FolderPlace, inside: bytes
) -> None:
    name = file_name(a_letter().document)
    put(place, name, seal(signed(inside, ME), [HER.card.seals_to]))
    assert refused(place, name).startswith("what is in it is not")


@pytest.mark.parametrize("inside", [b"{}", b"[" * 100_000, b"", b"null", b"\n", b"\xff" * 50])
def test_what_a_stranger_seals_is_refused(place: FolderPlace, inside: bytes) -> None:
    name = file_name(a_letter().document)
    put(place, name, seal(inside, [HER.card.seals_to]))
    assert refused(place, name) == "it is not signed"


def test_what_is_larger_than_any_letter_is_not_even_unsealed(place: FolderPlace) -> None:
    name = file_name(a_letter().document)
    put(place, name, bytes(MOST_BYTES + 1))
    assert refused(place, name).startswith("it is larger than")


def test_a_signature_for_something_else_is_none(place: FolderPlace) -> None:
    """The key signs for this program alone: the context is under the signature."""
    import base64

    letter = a_letter()
    bare = b"tipcoach signature: " + base64.b64encode(ME.sign(letter.written)) + b"\n"
    put(place, letter.name, seal(bare + letter.written, [HER.card.seals_to]))
    assert "not signed with the key" in refused(place, letter.name)


def test_the_longest_comment_goes_through(place: FolderPlace) -> None:
    letter = write_letter(ME.card, HER.card, Comment("a" * 26, "👩\u200d👧" * 660))
    post(place, letter, ME, HER.card)
    taken = take_in(place, letter.name, HER, writer=ME.card, reader=HER.card)
    assert taken.document == letter.document
