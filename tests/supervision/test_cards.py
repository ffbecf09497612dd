"""A card: read strictly, and its number is that of both keys."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import anything
from sharing_between import Pair

from supervision.bad_json import NOT_JSON, spoiled
from tipcoach.coach.agreeing import standing_with
from tipcoach.coach.people import KeysChanged, Met, know, known, look_up, people
from tipcoach.errors import NotFound, NotReadable, SettingsFault, WrongUsage
from tipcoach.supervision.cards import Card, check_name, read_card, write_card
from tipcoach.supervision.identity import make_identity
from tipcoach.supervision.people import People, read_people, write_people

CARD = make_identity("officer-a", "Officer A").card
SHAPE = json.loads(write_card(CARD))
FIXED = Card(
    "officer-a",
    "Officer A",
    "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
    "MCowBQYDK2VwAyEAgA0JCyXXXXXXXXXXXXXXXXXXXXXX",
)


def test_a_number_is_five_groups_of_five_and_always_the_same() -> None:
    assert FIXED.fingerprint == "01747 94698 89379 87071 29457"
    assert re.fullmatch(r"\d{5}( \d{5}){4}", CARD.fingerprint)


def test_a_number_changes_with_either_key_and_with_nothing_else() -> None:
    other = make_identity("officer-a", "Officer A").card
    assert replace(CARD, name="Somebody", folder="b-c").fingerprint == CARD.fingerprint
    for changed in (
        replace(CARD, seals_to=other.seals_to),
        replace(CARD, signs_with=other.signs_with),
        replace(CARD, seals_to=CARD.signs_with, signs_with=CARD.seals_to),
    ):
        assert changed.fingerprint != CARD.fingerprint


def test_numbers_do_not_meet() -> None:
    numbers = {make_identity("a-b", "A").card.fingerprint for _ in range(300)}
    assert len(numbers) == 300


@given(name=anything)
def test_a_card_reads_as_it_was_written_whatever_its_name(name: str) -> None:
    try:
        card = replace(CARD, name=check_name(name))
    except WrongUsage:
        return
    assert read_card(write_card(card), "officer-a") == card
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", card.name)


@pytest.mark.parametrize("data", NOT_JSON.values(), ids=NOT_JSON)
def test_what_is_not_a_card_is_refused(data: bytes) -> None:
    with pytest.raises(NotReadable):
        read_card(data, "officer-a")


def test_a_card_with_anything_wrong_in_it_is_refused() -> None:
    many = 0
    for what, data in spoiled(SHAPE):
        try:
            card = read_card(data, "officer-a")
        except NotReadable:
            many += 1
            continue
        assert "name" in what or what.endswith("version',) is 1"), f"{what} was taken"
        assert card == replace(CARD, name=card.name)
    assert many > 100


@given(data=st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8")))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    with pytest.raises(NotReadable):
        read_card(data, "officer-a")


@pytest.mark.parametrize("seals_to", ["age1", "x", "\ud800", "age1 " + "q" * 58, "\x00", "é" * 40])
def test_a_card_nothing_can_be_sealed_to_is_refused(seals_to: str) -> None:
    data = json.dumps({**SHAPE, "seals_to": seals_to}).encode()
    with pytest.raises(NotReadable, match="nothing can be sealed"):
        read_card(data, "officer-a")


def test_a_card_in_another_folder_is_refused() -> None:
    with pytest.raises(NotReadable, match="names another folder"):
        read_card(write_card(CARD), "officer-b")


# -- in the place, and on this machine ---------------------------------------------------


def swap_card(pair: Pair) -> Card:
    """Somebody who can write in the place puts other keys in the supervisor's stead."""
    card = make_identity("supervisor-b", "Supervisor B").card
    (pair.folder / "supervisor-b" / "card.json").write_bytes(write_card(card))
    return card


def test_other_keys_in_the_place_are_said_aloud_and_nothing_is_shared(pair: Pair) -> None:
    preparing = pair.prepare()
    card = swap_card(pair)
    found = look_up(pair.officer, "supervisor-b")
    assert (found.met, found.card) == (Met.CHANGED, card)
    with pytest.raises(KeysChanged) as said:
        preparing.share(preparing.preview())
    before = known(pair.officer, "supervisor-b")
    assert before.fingerprint in said.value.sentence
    assert card.fingerprint in said.value.sentence
    assert not [*pair.box.glob("copy.*")]


def test_an_agreement_does_not_outlive_the_keys_it_was_made_under(pair: Pair) -> None:
    swap_card(pair)
    know(pair.officer, look_up(pair.officer, "supervisor-b"))
    other = known(pair.officer, "supervisor-b")
    assert standing_with(pair.officer, other).agreement is None


@pytest.mark.parametrize("data", [b"", b"[" * 100_000, b"{}", b"\xff"])
def test_a_bad_card_in_the_place_is_named_with_its_reason(pair: Pair, data: bytes) -> None:
    (pair.folder / "supervisor-b" / "card.json").write_bytes(data)
    with pytest.raises(
        NotFound, match="No card can be read in a folder called supervisor-b there: it is not"
    ):
        look_up(pair.officer, "supervisor-b")


@pytest.mark.parametrize("folder", ["..", "../officer-a", "/etc", "a/b", "con", ""])
def test_a_folder_that_leads_elsewhere_is_never_looked_in(pair: Pair, folder: str) -> None:
    with pytest.raises(WrongUsage):
        look_up(pair.officer, folder)


@given(name=anything)
def test_people_read_as_they_were_written(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    card = Card("officer-a", name, CARD.seals_to, CARD.signs_with)
    path = tmp_path_factory.getbasetemp() / "people.yaml"
    path.write_text(write_people(People({}).and_also(card)), encoding="utf-8")
    assert read_people(path).of("officer-a") == card


BAD_PEOPLE = {
    "not a mapping": "- officer-a\n",
    "an alias": "a: &x 1\nb: *x\n",
    "a tag": "officer-a: !!python/object/apply:os.system ['true']\n",
    "nested": "[" * 20_000,
    "a number for a folder": "1: {name: A, seals_to: B, signs_with: C}\n",
    "a folder that leads elsewhere": "../up: {name: A, seals_to: B, signs_with: C}\n",
    "a key missing": "officer-a: {name: A, seals_to: B}\n",
    "a key too many": "officer-a: {name: A, seals_to: B, signs_with: C, more: D}\n",
    "a number for a name": f"officer-a: {{name: 1, seals_to: {CARD.seals_to}, signs_with: C}}\n",
    "not a key to seal to": "officer-a: {name: A, seals_to: B, signs_with: C}\n",
    "not a key to sign with": f"officer-a: {{name: A, seals_to: {CARD.seals_to}, signs_with: C}}\n",
    "nothing": "officer-a:\n",
    "a tab": "officer-a:\n\tname: A\n",
}


@pytest.mark.parametrize("text", BAD_PEOPLE.values(), ids=BAD_PEOPLE)
def test_a_bad_file_of_people_is_named_and_nobody_is_guessed(pair: Pair, text: str) -> None:
    pair.officer.places.people.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsFault, match=r"pins\.yaml"):
        people(pair.officer)
