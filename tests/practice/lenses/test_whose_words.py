"""Whose words they are, and where they stand in a text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.lenses.made import lens_of, quotes
from tipcoach.library.finder import find_prompts
from tipcoach.library.lenses import read_wording

LENS = read_wording(find_prompts())


@pytest.mark.parametrize(
    "text",
    [
        "“I'm an alcoholic,” he said.",
        '"They think I am a liar" she said.',
        "He said 'I'm a hoarder, aren't I'.",
        "She said ‘it’s chaotic here’ and laughed.",
        "she said quote i am hard to reach unquote full stop",
        "he told me open quotes i was drunk close quotes",
        "I asked and she said “a junkie, me?”",
        "We crossed out “refused access”.",
        "Not “chaotic”.",
        "She hates being called chaotic.",
        "He says he is not a hoarder.",
        "The neighbour called him a junkie.",
        "He denies being an alcoholic.",
        "In her own words it is chaotic.",
        "I wrote what I saw instead of chaotic.",
        "I nearly wrote chaotic.",
        "I wrote chaotic and then changed it.",
        "Our file has the word hoarder in it.",
        "We no longer write alcoholic.",
        "Her ex told everyone she was chaotic.",
        "The file has him as aggressive, I saw none of it.",
        "Handover says refuses to engage. I don't see that.",
        "I thought he was lying. It turned out I had the wrong year.",
        "I wrote unkempt out of habit. I rubbed it out.",
        "It would be easy to call this attention seeking.",
        "Not because he is chaotic.",
        "Do we still say hoarder?",
        "Mental, the man on the stairs shouted.",
        "A course called Living With Chaotic Families.",
        "Manipulative? She asked for what the leaflet offers.",
        "When I typed chaotic I stopped.",
        "Was he aggressive? No.",
        "They took his slur for drunk.",
        "She's not in denial, she's in pain.",
        "He thought I would think he was lying.",
        "We are the ones who were chaotic that day.",
        "She is afraid that the school will think her chaotic.",
        "He did not want to be seen as a hoarder, he told me.",
        "She dreads being called a junkie.",
        "She starts at Chaotic Sports on Monday.",
        "The form still said hoarder. He is forty. I took it off.",
        "She's no more a hoarder than I am.",
        "Handover said aggressive, I found a worried man who is deaf on one side.",
        "The file has her as a hoarder but she has two chairs and a bed.",
        "Referral says chaotic, he walked four miles to be on time.",
        "The log says he was drunk. He was in hospital.",
        "Lads at the shop were shouting junkie at him.",
        "By her own account she was drunk that day.",
        "He told me he was lazy at school.",
        "Nothing to suggest that he is a hoarder.",
        "She asked me not to put that she is chaotic.",
        "He asked whether this would make him a hoarder.",
    ],
)
def test_their_own_words_are_left_as_they_said_them(text: str) -> None:
    assert quotes(LENS, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Our letter says “refused access”.", "refused access"),
        ("I wrote 'chaotic' and wish I had not.", "chaotic"),
        ("The handover said “a hoarder”.", "hoarder"),
        ("I told her she was “chaotic”.", "chaotic"),
        ("My colleague called him an alcoholic.", "alcoholic"),
        ("He says he is an alcoholic.", "alcoholic"),
        ("I can't, she's chaotic, it's hers", "chaotic"),
        ("A quote for the door. He is chaotic.", "chaotic"),
        ("The file says he is chaotic and that fits what I saw.", "chaotic"),
        ("My colleague wrote that she is manipulative and I agree.", "manipulative"),
        ("The notes say aggressive. He was aggressive with me as well.", "aggressive"),
        ("The last officer thought he was lying and so do I.", "lying"),
        ("The form says non-compliant. I sent it.", "non-compliant"),
        ("I recorded that he was chaotic, and I was wrong.", "chaotic"),
        ("Her mother says she is attention seeking and I would say so too.", "attention seeking"),
        ("Why does she stay? I asked.", "Why does she stay"),
        ("Is he in denial? Yes, completely.", "denial"),
        ("Refused access, my own key did not fit.", "Refused access"),
        ("When I see clutter like this I ask.", "clutter"),
    ],
)
def test_what_we_say_is_ours_in_quotation_marks_or_not(text: str, found: str) -> None:
    assert any(found in quote for quote in quotes(LENS, text))


@pytest.mark.parametrize(
    "around",
    [
        "👩‍👩‍👧 {} 🙂",
        "❤️{}❤️",
        unicodedata.normalize("NFD", "Zoë’s café. {}. Née"),
        "Mae hi’n oer yn nhŷ Siân. {}, meddai fo.",
        "قال لي {} وهو يبكي",
        "One.\r\n\r\n{}\r\nTwo.",
        "\u202b{}\u202c",
        "İİİ ß {} ﬁ",
    ],
)
def test_what_is_found_stands_where_it_is_said_to(around: str) -> None:
    assert quotes(LENS, around.format("refused access")) == ["refused access"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Says he refused access last year.", []),
        ("Told us straight she refused access.", []),
        ("Mrs Baird says she refused access.", []),
        ("Says the man refused access.", ["refused access"]),
        ("Says she is well but refused access.", ["refused access"]),
        ("Says she is well, refused access.", ["refused access"]),
        ("He rang and says she refused access.", ["refused access"]),
    ],
)
def test_what_they_tell_of_themselves_is_left_though_who_says_it_is_left_out(
    text: str, seen: list[str]
) -> None:
    assert quotes(lens_of(["refused access"]), text) == seen


def test_a_letter_in_two_parts_is_not_another_word() -> None:
    lens = lens_of(["cafe"])
    assert quotes(lens, unicodedata.normalize("NFD", "the café")) == []
    assert quotes(lens, "the cafe") == ["cafe"]


WORDS = ("refused access", "chaotic", "drunk", "he said ", "our letter ", "not ")
MARKS = ("“", "”", '"', "'", "quote ", " unquote", "\u0301", "e\u0301", "🙂", "سلام")
ENDS = (". ", "\r\n", "\n\n", " ")
SAID = st.sampled_from((*WORDS, *MARKS, *ENDS))


@settings(max_examples=30)
@given(st.lists(SAID | st.text(max_size=6), max_size=14).map("".join))
def test_any_text_is_read_in_order_and_no_mark_is_parted_from_its_letter(text: str) -> None:
    notices = LENS.read(text)
    last = 0
    for one in notices:
        assert last <= one.start < one.end
        assert one.quote == text[one.start : one.end]
        assert unicodedata.category((text + " ")[one.end])[0] != "M"
        assert unicodedata.category(text[one.start])[0] != "M"
        last = one.end
