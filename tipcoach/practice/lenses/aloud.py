"""Numbers, codes and addresses of the wire said aloud: “oh seven seven double four ...”.

A run of figures and letters is put into writing and then read as what is written is.
"""

from collections.abc import Iterator

from tipcoach.practice.lenses.found import Found
from tipcoach.practice.lenses.numbers import find_numbers
from tipcoach.practice.lenses.words import Words

_ONES = "zero one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
FIGURES = {
    **{word: str(n) for n, word in enumerate(_ONES.split())},
    **dict.fromkeys(("oh", "o", "nought", "naught", "nil"), "0"),
}
TEENS = {word: str(n) for n, word in enumerate(_TEENS.split(), 10)}
TENS = {word: str(n) for n, word in enumerate(_TENS.split(), 2)}
IN_WORDS = "|".join(word for word in (*FIGURES, *TEENS) if len(word) > 2 and word != "nil")
"""The words from one to nineteen, for a pattern."""
_TIMES = {"double": 2, "dubble": 2, "treble": 3, "triple": 3}
_NATO = (
    "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar "
    "papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu"
)
_SPELT = {
    **{word: word[0] for word in (*_NATO.split(), "bee", "cee", "dee", "gee", "jay", "kay")},
    **{word: word[0] for word in ("pee", "queue", "tee", "vee", "zed", "tea", "be", "oh")},
    "eff": "f",
    "aitch": "h",
    "haitch": "h",
    "ell": "l",
    "em": "m",
    "en": "n",
    "cue": "q",
    "ess": "s",
    "ex": "x",
    "wye": "y",
    "ar": "r",
    "ee": "e",
    "eye": "i",
    "ay": "a",
    "you": "u",
    "why": "y",
    "see": "c",
    "sea": "c",
    "are": "r",
}
_COULD_BE_WORDS = frozenset(
    ("you", "why", "see", "sea", "are", "tea", "be", "a", "i", "eye", "oh", "o", "mike", "golf")
)
_BETWEEN = frozenset(("comma", "dash", "hyphen", "space", "slash", "stroke", "then", "something"))
FEWEST_FIGURES = 6
_DOT = ("dot", "point")
_SIGNS = frozenset(("dot", "underscore", "dash", "hyphen"))
_ENDINGS = frozenset(
    ("com", "co", "org", "net", "uk", "ac", "gov", "info", "wales", "scot", "cymru", "eu", "ie")
)


def find_aloud(words: Words) -> Iterator[Found]:
    """What is said aloud in the text, in its order."""
    yield from _emails(words)
    at = 0
    while at < len(words.folded):
        end = _run_end(words, at)
        if end - at >= 3:
            kind = _kind(words, at, end)
            if kind:
                yield Found(kind, words.starts[at], words.ends[end - 1])
        at = max(end, at + 1)


def _is_figure(word: str) -> bool:
    return word in FIGURES or word in TEENS or word in TENS or word in _TIMES or word.isdigit()


def _run_end(words: Words, at: int) -> int:
    """The word after the run that begins at `at`; `at` itself where none does."""
    first = words.folded[at]
    if (
        len(first) > 9
        or not (_is_figure(first) or _is_letter(first))
        or first in _COULD_BE_WORDS - {"oh", "o"}
    ):
        return at
    end = last = at
    while end < len(words.folded) and (end == at or words.joined[end - 1]):
        word = words.folded[end]
        if _is_figure(word) or _is_letter(word):
            # “... two one six I think”: a word that is also a letter does not end a run.
            last = last if word in _COULD_BE_WORDS - {"oh", "o"} else end + 1
        elif word == "hundred" and end > at and words.folded[end - 1] in FIGURES:
            last = end + 1
        elif word not in _BETWEEN:
            break
        end += 1
    return last


def _is_letter(word: str) -> bool:
    return word in _SPELT or (len(word) == 1 and word.isascii() and word.isalpha())


def _kind(words: Words, at: int, end: int) -> str | None:
    said = words.folded[at:end]
    written = "".join(_written(said))
    figures = sum(sign.isdigit() for sign in written)
    letters = len(written) - figures
    spoken = sum(word in FIGURES or word in _TIMES for word in said)
    if letters == 0:
        if figures < FEWEST_FIGURES or spoken < 4:
            return None
        found = next(find_numbers(written), None)
        return found.kind if found else "long-number"
    sure = sum(_is_letter(word) and word not in _COULD_BE_WORDS for word in said)
    if sure < 2 or figures < 1 or len(written) < 5:
        return None
    found = next(find_numbers(written.upper()), None)
    if found and found.end - found.start == len(written):
        return found.kind
    return "plate" if figures <= 2 else "reference"


def _written(said: tuple[str, ...]) -> Iterator[str]:
    times = 1
    for n, word in enumerate(said):
        after = said[n + 1] if n + 1 < len(said) else ""
        if word in _TIMES:
            times = _TIMES[word]
            continue
        if word == "hundred":
            yield "00"
        elif word in TENS:
            yield TENS[word] + ("" if after in FIGURES and after not in ("oh", "o") else "0")
        elif word in FIGURES or word in TEENS:
            yield (FIGURES.get(word) or TEENS[word]) * times
        elif word.isdigit():
            yield word * times
        elif _is_letter(word):
            yield _SPELT.get(word, word) * times
        times = 1


def _emails(words: Words) -> Iterator[Found]:
    for n, word in enumerate(words.folded):
        if word != "at" or n == 0:
            continue
        end = _domain_end(words, n + 1)
        if end is None:
            continue
        first = n - 1
        while first >= 2 and words.folded[first - 1] in _SIGNS and words.joined[first - 1]:
            first -= 2
        yield Found("email", words.starts[first], words.ends[end - 1])


def _domain_end(words: Words, first: int) -> int | None:
    """The word after a domain said aloud: “example dot co dot uk”."""
    end = first + 1
    while end + 1 < len(words.folded) and words.folded[end] in _DOT:
        end += 2
    # “at example dot” with any word after it; a full stop between is one that was typed.
    if end == first + 1 or words.folded[end - 1] not in _ENDINGS:
        return None
    return end
