"""What the lenses cost: beside one regex of all they look for, at the keys, and to begin with.

    python benchmarks/lens_speed.py [--keys 600] [--already 0] [--only reading|keys|loading]

**Reading.** Every lens on an answer of 8,000 characters, beside one pass of one regex over it: an
alternation of every phrase to look for, its lists written out. That floor looks for what the
lenses do and for nothing around it: not what makes a phrase count or not, not whose words it is
in. It misses “didn't”, and of two phrases at one place it finds the first. It is also a slow way
to look, which tries every phrase at every word and so grows with each family, as the lenses do
not; a second figure has the phrases under their first words, as somebody in a hurry would.

**Keys.** From the write of a key to its letter on the screen, in the program itself in a
terminal, with the lenses on and switched off in turn. Typing pauses long enough for the lenses
to read, again and again, and goes on at different moments around that. The keys just after a
pause are counted on their own, for it is they that a reading could hold up.

**Loading.** From nothing read to the first notices, beside what one walk reads to begin.
"""

import argparse
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from measuring import Promise, in_turn, report, seconds

from tipcoach.coach.coach import Coach
from tipcoach.coach.lenses import Lenses
from tipcoach.library.finder import find_prompts
from tipcoach.library.lens_check import together
from tipcoach.library.lenses import wording_files
from tipcoach.library.library import Library
from tipcoach.practice.lenses.notice import Notice
from tipcoach.practice.lenses.phrases import MOST_BETWEEN, Part, Phrase, read_phrase
from tipcoach.practice.visit import Channel, Form
from tipcoach.settings import HOME_VARIABLE, places

CHARACTERS, ROUNDS = 8_000, 15
MOST_READING, MOST_KEYS = 4.0, 1.2

SENTENCES = (
    "I rang at ten and she picked up on the second ring, which surprised me a bit.",
    "The boiler part is still not here and I said so before she had to ask.",
    "He told me about the stairs again, and this time I wrote down what he said as he said it.",
    "We sat in the kitchen because the front room is where the damp is worst.",
    "I had twenty minutes and used twelve of them talking, so that is one thing to change.",
    "No access on Tuesday, and when I looked the letter had gone out with the wrong day on it.",
    "Their place is chaotic at the moment, with two of the children off school and coughing.",
    "I asked whether a text would be easier than a letter and he said yes, after six.",
    "The repair was logged in March, closed in April though nobody came, and opened again in June.",
    "She did not engage with the form, and I would not have either: it is eleven pages long.",
    "What stayed with me was how long he stood at the door before he opened it.",
    "I promised to find out who decides about the fence, and I do not know yet who that is.",
    "Her support worker was there for the first half and did most of the talking.",
    "We agreed on a week to try it, and on what either of us does if it does not work.",
    "I felt rushed because the visit before ran over, and I think it showed.",
    "He refused to sign, and looking back I never said what the paper was for.",
    "The dog was put in the yard before I asked, and I thanked him for that.",
    "Next time I shall say at the start how long I have and what I cannot decide.",
    "She laughed when I read her the sentence about service charges out loud.",
    "It went quiet after I mentioned the arrears, and I filled it, as I do.",
    "I left a card with my number on it and the hours when somebody answers.",
    "They have asked three times about the light on the landing and nobody rang back.",
    "The neighbour upstairs came down to say the noise has been better since the rug.",
    "I could have asked what a good week looks like, and I asked about the bad ones.",
)  # fmt: skip


def officers_prose(length: int, seed: int = 7) -> str:
    """Ordinary sentences in an order of their own, in paragraphs, exactly so long."""
    chance = random.Random(seed)
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < length:
        paragraphs.append(" ".join(chance.sample(SENTENCES, chance.randint(3, 6))))
    return "\n\n".join(paragraphs)[:length]


# -- reading -----------------------------------------------------------------------------


def phrases_to_look_for() -> Iterator[Phrase]:
    """Every phrase a notice can stand on, and none of those that only say when it counts."""
    model = together(wording_files(find_prompts()))
    for family in model.families:
        for form in family.forms:
            yield from (read_phrase(each, model.lists) for each in form.say)


def one_regex(phrases: list[Phrase]) -> re.Pattern[str]:
    """One alternation of them all."""
    every = dict.fromkeys(map(as_regex, phrases))
    return re.compile(rf"\b(?:{'|'.join(every)})\b", re.IGNORECASE)


def under_first_words(phrases: list[Phrase]) -> re.Pattern[str]:
    """The same, with what may follow each first word beside it."""
    following: dict[str, dict[str, None]] = defaultdict(dict)
    for phrase in phrases:
        for parts in _from_a_word_on(phrase.parts):
            for first in _alternatives(parts[0]):
                following[first][as_regex(Phrase(parts[1:]), goes_on=True)] = None
    by_letter: dict[str, list[str]] = defaultdict(list)
    for first, rests in following.items():
        by_letter[first[0]].append(f"{first}(?:{'|'.join(rests)})")
    letters = (f"(?={letter})(?:{'|'.join(each)})" for letter, each in by_letter.items())
    return re.compile(rf"\b(?:{'|'.join(letters)})\b", re.IGNORECASE)


def as_regex(phrase: Phrase, *, goes_on: bool = False) -> str:
    """A phrase as somebody would write it for `re`."""
    written = ""
    for part in phrase.parts:
        if part.gap:
            written += rf"(?:\W+\w+){{0,{MOST_BETWEEN}}}"
            continue
        word = "|".join(_alternatives(part))
        between = r"[\s-]+" if written or goes_on else ""
        after = "" if between else r"[\s-]+"
        written += f"(?:{between}(?:{word}){after})?" if part.optional else f"{between}(?:{word})"
    return written


def _from_a_word_on(parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """Those that the parts stand for, each with a word to begin with that has to be there."""
    yield parts
    if parts[0].optional:
        yield from _from_a_word_on(parts[1:])


def _alternatives(part: Part) -> list[str]:
    return [*map(re.escape, sorted(part.exact)), *(rf"{one}\w*" for one in part.beginnings)]


def lenses_of_nobody(folder: str) -> Lenses:
    """The lenses as the program has them before it has read anything, with nothing dismissed."""
    return Coach(places({HOME_VARIABLE: folder})).lenses


def read(lenses: Lenses, text: str) -> tuple[Notice, ...]:
    """With every lens there is."""
    if moves := getattr(lenses, "moves", None):
        moves.missing([text])
    return lenses.look(text)


def reading(folder: str) -> list[Promise]:
    text, lenses = officers_prose(CHARACTERS), lenses_of_nobody(folder)
    phrases = list(phrases_to_look_for())
    floor, quicker = one_regex(phrases), under_first_words(phrases)
    found = in_turn(
        {
            "lenses": lambda: seconds(lambda: read(lenses, text)),
            "regex": lambda: seconds(lambda: list(floor.finditer(text))),
            "first words": lambda: seconds(lambda: list(quicker.finditer(text))),
        },
        ROUNDS,
    )
    print(
        f"{len(text):,} characters, {len(phrases):,} phrases: "
        f"the lenses see {len(read(lenses, text))}, the regex {len(list(floor.finditer(text)))}; "
        "with its phrases under their first words it takes "
        f"{found['first words'] * 1000:.2f} ms, and the lenses "
        f"{found['lenses'] / found['first words']:.1f} times that"
    )
    took = found["lenses"] * 1000
    return [Promise("every lens on it", took, found["regex"] * 1000, MOST_READING)]


# -- loading -----------------------------------------------------------------------------


def loading(folder: str) -> None:
    """Figures only."""
    prompts, text = find_prompts(), officers_prose(400)
    found = in_turn(
        {
            "to the first notices": lambda: seconds(lambda: read(lenses_of_nobody(folder), text)),
            "one walk's prompts": lambda: seconds(
                lambda: Library(prompts).checklist("prepare", "arrears", Channel.HOME, Form.FULL)
            ),
        },
        ROUNDS,
    )
    print("Loading: " + ", ".join(f"{name} {each * 1000:.0f} ms" for name, each in found.items()))


# -- keys --------------------------------------------------------------------------------


def keys(folder: str, number: int, already: int) -> list[Promise]:
    from painting import after_a_reading, between, p95, type_in_turn

    found = type_in_turn(Path(folder), officers_prose(number), officers_prose(already))
    held = {lenses: after_a_reading(each) for lenses, each in found.items()}
    print(
        f"{len(found['on'])} keys with the lenses on and {len(found['off'])} with them off; "
        f"{len(held['on'])} and {len(held['off'])} during a reading or just after it"
    )
    for what, of in (("every key", found), ("during a reading or just after", held)):
        for lenses in ("on", "off"):
            times = sorted(key.took * 1000 for key in of[lenses])
            middle, most = times[len(times) // 2], times[-1]
            print(f"  {what}, {lenses}: median {middle:.1f} ms, at most {most:.1f} ms")
        least, most = between(of["on"], of["off"])
        print(f"  {what}: on beside off is between {least:.2f} and {most:.2f} times, by 95 of 100")
    return [
        Promise(what, p95(of["on"]) * 1000, p95(of["off"]) * 1000, MOST_KEYS)
        for what, of in (
            ("from a key to its letter, 95 of 100", found),
            ("the same during a reading or just after", held),
        )
    ]


def main() -> int:
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--keys", type=int, default=600, help="how many with the lenses on, and off")
    asked.add_argument("--already", type=int, default=0, help="characters there before typing")
    asked.add_argument("--only", choices=["reading", "keys", "loading"])
    chosen = asked.parse_args()
    promises: list[Promise] = []
    with tempfile.TemporaryDirectory(prefix="tipcoach-lenses-") as folder:
        if chosen.only in (None, "reading"):
            promises += reading(folder)
        if chosen.only in (None, "loading"):
            loading(folder)
        if chosen.only in (None, "keys"):
            promises += keys(folder, chosen.keys, chosen.already)
    if not promises:
        return 0
    return report("The lenses", promises)


if __name__ == "__main__":
    raise SystemExit(main())
