"""What the identifiers lens sees and what it leaves alone, with the words it ships with."""

from functools import cache
from pathlib import Path

import pytest

from tipcoach.library.lenses import read_identifiers
from tipcoach.practice.lenses.found import KINDS
from tipcoach.practice.lenses.identifiers import IdentifiersLens
from tipcoach.practice.lenses.notice import Lens, Notice

PROMPTS = Path(__file__).parents[3] / "prompts" / "en-GB"


@cache
def lens(*names: str) -> IdentifiersLens:
    return read_identifiers(PROMPTS, names)


def seen(text: str, *names: str) -> list[tuple[str, str]]:
    return [(one.about, one.quote) for one in lens(*names).read(text)]


FOUND = {
    "name-after-title": [
        ("then |Mrs Ashdown-Okafor| rang", ""),
        ("|mr petrosyan| wants it in writing", ""),
        ("|Mr and Mrs Abernathy| were in", ""),
        ("I told |doctor trevanion| on the phone", ""),
        ("by |Mrs Ashdown|'s block", "what is owned stays"),
        ("|PC Wetherall| took it down", ""),
        ("|Mr. ap Gwilym| prefers Welsh", ""),
    ],
    "name": [
        ("I sat with |Oluwaseun| a while", ""),
        ("|Kasia| let me in", ""),
        ("it was |darren| who fixed it", ""),
        ("|Grace| said she was tired", ""),
        ("my manager, |Quillon|, said go home", "no known name"),
        ("a lad called |Brackwell|", ""),
        ("|Zósia| was out", "with an accent"),
        ("her son |Jordan|", "also a country"),
        ("I thanked |Blanchette| for it", "a guess"),
        ("|Thorfinn| was quiet", "a guess"),
    ],
    "postcode": [
        ("at |LS77 4QT|", ""),
        ("|eh971ab| is it", ""),
        ("|ess ee 7 seven four queue tee|", ""),
    ],
    "phone": [
        ("on |07700 900142|", ""),
        ("|+44 (0)7700 900 587| now", ""),
        ("it's |o7700 900 6l5|", "misread"),
        ("|oh seven seven double oh nine hundred two one six| I think", ""),
        ("|+353 1 496 0257|", ""),
        ("|ext 4412|", ""),
    ],
    "email": [
        ("write to |h.p@example.net|, evenings", ""),
        ("|sue dot k at example dot co dot uk| all lower case", ""),
    ],
    "ni-number": [("NI |QQ 12 34 56 C|", ""), ("|qq123456c|", "")],
    "nhs-number": [("card says |999-030-6176|", ""), ("nhs |9991234567| is it", "not checked")],
    "chi-number": [("CHI is |310462 5077|", "")],
    "plate": [("van |OX01 HJK|", ""), ("|yk 97 oop| has no tax", ""), ("reg |K3 ABC|", "")],
    "address": [
        ("at |12 Foxtail Rd| again", ""),
        ("|22 larkfeld cl| re bins", ""),
        ("in |flat 3|", ""),
        ("He lives at |number 8|, end of the row", ""),
        ("|Flat 4, Rowan Court| is damp", "as one"),
        ("on |foxtail road| they all know", ""),
        ("at |4 Heol y Dderwen|", ""),
        ("by |Mill Brae|", ""),
        ("at |2/1, 48 Bruntlaw Street|", ""),
        ("|forty two pennyfold lane| it was", ""),
        ("the |Larkfell estate| is", ""),
    ],
    "exact-date": [
        ("on |3/11| I", ""),
        ("|the 3rd of November|", ""),
        ("on |03.11.2026|", ""),
        ("|the twelfth of may|", ""),
        ("since |2026-11-03|", ""),
        ("|1 Rhagfyr| is when", ""),
        ("|May 3rd| it was", ""),
        ("born |2nd o' January 1948|", ""),
    ],
    "long-number": [("account |4000 1122 9087|", ""), ("|double four seven one nine oh two|", "")],
    "reference": [("|TEN-12345|", ""), ("ref |4471|", ""), ("|UC-REV/2025/00417| it", "")],
    "singular-story": [
        ("the |family whose fire was on the news|", ""),
        ("he is the |only Syrian man on the landing|", ""),
        ("|mother of the triplets|", ""),
        ("she |won the lottery|", ""),
        ("|the headteacher here|", ""),
        ("|the footballer's mother|", ""),
    ],
}


@pytest.mark.parametrize("kind", FOUND)
def test_it_sees(kind: str) -> None:
    for marked, why in FOUND[kind]:
        before, quote, after = marked.split("|")
        assert seen(before + quote + after) == [(kind, quote)], f"{marked} ({why})"


LEFT_ALONE = """
order number 4 on the chip shop ticket
last month she was number 20
mood 3/10 today, it was 6/12 of the rooms and 6/10 before
on the list he is now 3rd, March is when they look again
a challengin brae, and the hale close
it was the Dean at the university, and the Heather Café
his grandad's razor and a Harris tweed
Drumming's stopped
she flies with Loganair from Oban to Helensburgh
Reg 12 of the 2006 order
BS7671 cert left, and a DS1500 with him
paid 40 40 20 20 and then stopped
temp log 14 15 13 12 16 14
2023-24 rents
version 2.0.14 of the app crashed
was 7/10 on the pain scale
mould in 3/6 rooms
11/12 on the list were repairs
second of may be ten calls that day
she was bid number 37
I went to Leeds, then Cardiff, then Skye
UC, PIP and the DWP, and HMRC after that
The Equality Act 2010 says so, and so does Awaab's Law
She is from Eritrea, speaks Tigrinya and is Muslim
At Eid and in Ramadan, and on Boxing Day
In March 12 people came, and in May 2025 nobody
rent is £412.50, or 1200 pounds, 398 a month, up 4.7% by 14.50
form 6a page 112 room 12 ward 7 bus 82 floor 3 unit cost
at 10.30, from 9.30-10.30, then 14:15
24/7 care, 8/10 for that, 1/2 full, 2/3 of it
2019-2020 was hard, and 2025/26 is no better
I think I will. You may have it. Mark the page. Hope helps. Grace is rare. Will you?
the only lift in the block
a 2 bed house, a 3 storey block, two doors down the road, the next close
I miss her and we miss the bus; the doctor said no
County Court is next, in the High Street
I rang Universal Credit, Citizens Advice and Age UK
St Mary's Church and the Lambourne Medical Centre
COVID-19, A4 paper, the M62, a P60, post-2004 rules
KITCHEN DAMP AND NOBODY CAME
flat 2 weeks ago, number one priority, no one came
twenty five thousand pounds, one two three four
the Tenant Handbook and my Manager
She saw it on the telly
one Tuesday, the third of these visits, the tenth
a Vauxhall outside, Guinness, Sertraline 50mg
They come from a village near Sylhet and moved to Thirsk
"""


@pytest.mark.parametrize("text", LEFT_ALONE.strip().splitlines())
def test_it_leaves_alone(text: str) -> None:
    assert seen(text) == []


def test_a_word_that_only_looks_like_a_name_is_a_guess() -> None:
    guess, name = lens().read("I thanked Blanchette, and then Kasia.")
    assert (guess.soft, name.soft) == (True, False)


def test_each_kind_says_why_and_offers_something_else() -> None:
    for marked in FOUND.values():
        for one in lens().read(marked[0][0].replace("|", "")):
            assert one.lens is Lens.IDENTIFIERS and one.why and one.instead


def test_a_story_that_few_have_asks_who_would_know_them() -> None:
    (one,) = lens().read("It was the family whose fire was on the news.")
    assert "neighbour" in one.ask and "colleague" in one.ask


def test_it_says_that_it_misses_things() -> None:
    assert "misses" in lens().misses


@pytest.mark.parametrize(
    "typed",
    ["Tŷ Gwyn", "ty\u0302 gwyn", "ty gwyn", "TŶ GWYN", "Tŷ Gwyn's", "Tŷ-Gwyn"],
)
@pytest.mark.parametrize("listed", ["Tŷ Gwyn", "ty\u0302 gwyn"])
def test_the_officers_own_list_is_found_however_it_is_typed(listed: str, typed: str) -> None:
    assert seen(f"Back at {typed} again", listed) == [("own-list", typed)]


def test_a_word_of_the_own_list_is_found_whole() -> None:
    assert seen("the larkfielding of it, larkfield", "Larkfield") == [("own-list", "larkfield")]


@pytest.mark.parametrize("before", ["🌷🏳️‍🌈 ", "قالت لي ", "e\u0301te\u0301 ", "Es i weld "])
def test_the_place_is_right_whatever_stands_before(before: str) -> None:
    text = f"{before}Samira, on 07700 900901 🌷 at 5 Oakmere Lane"
    found: tuple[Notice, ...] = lens().read(text)
    assert [one.quote for one in found] == ["Samira", "07700 900901", "5 Oakmere Lane"]
    assert all(text[one.start : one.end] == one.quote for one in found)


def test_every_kind_has_an_example_here() -> None:
    assert {*FOUND, "own-list"} == {*KINDS}
