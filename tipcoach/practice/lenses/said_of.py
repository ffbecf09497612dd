"""Whom words are said of: the nearest before them, in their sentence, who could be meant."""

from dataclasses import dataclass, field

from tipcoach.practice.lenses.phrases import Part
from tipcoach.practice.lenses.words import Words

_NEAR = 6
"""How far before them a word that denies them may stand."""
_ARE = frozenset(("is", "was", "are", "were", "isnt", "wasnt", "looks", "looked", "has", "had"))
_A = frozenset(("a", "an", "the", "this", "that", "some", "our", "my", "his", "her", "their"))
_WE = frozenset(("i", "we", "ive", "weve", "im", "id", "wed"))
_HE = frozenset(("he", "she", "they", "him", "her", "them", "his", "their", "who", "you", "your"))
_HIM = frozenset(("him", "her", "them"))
_ONE = frozenset(("one", "ones"))
_SIZES = frozenset(("wee", "old", "young", "big", "little", "new", "bit"))
_SORT = frozenset(("sort", "sorts", "kind", "kinds", "type", "types", "piece"))
_IF = frozenset(("if", "whether", "unless", "might", "could", "would"))
_AS = frozenset(("as", "even", "and"))
_AND = frozenset(("and", "but", "then", "so"))
_BY = frozenset(
    [
        "to",
        "on",
        "in",
        "at",
        "with",
        "from",
        "by",
        "about",
        "abt",
        "up",
        "for",
        "into",
        "under",
        "near",
        "behind",
        "over",
        "wi",
    ]
)
_HAVE = frozenset(
    ["have", "had", "has", "got", "see", "saw", "met", "housed", "describe", "described"]
)
_SOME = frozenset(
    [
        "the",
        "a",
        "an",
        "another",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "several",
    ]
)
_AFTER_IT = frozenset(
    ["as", "and", "but", "so", "over", "out", "in", "on", "to", "with", "from", "when", "off"]
)
_WHEN = frozenset(("when", "as", "before", "after", "while", "if", "until", "till", "where"))
"""A clause of ours that opens with one of these stands beside theirs: “when I rang”."""
_VERY = frozenset(("very", "so", "most", "more", "too", "wee", "big", "old"))
_THE = frozenset(("the", "this", "that", "our", "these", "those", "its"))
_THIS = frozenset(
    (
        "the",
        "this",
        "that",
        "our",
        "my",
        "these",
        "those",
        "a",
        "an",
        "its",
        "your",
        "his",
        "her",
        "their",
    )
)


@dataclass(frozen=True, slots=True)
class SaidOf:
    """`them` are the words for those visited, `others` for ourselves, for things and for whoever
    else could be meant. What stands after `reporting`, as in “I wrote”, is said by us and not of
    us. What stands shortly after `no` is denied, and after “if” it is only supposed. `goes_on` are
    words that may follow a noun, so that what is before them does not describe something: “a liar
    and a cheat”. Right before one of the `things` they describe it: “alcoholic hand gel”."""

    them: Part = field(default_factory=Part)
    others: Part = field(default_factory=Part)
    reporting: Part = field(default_factory=Part)
    no: Part = field(default_factory=Part)
    goes_on: Part = field(default_factory=Part)
    things: Part = field(default_factory=Part)

    def is_of_them(self, words: Words, first: int, end: int) -> bool:
        """Whether the words `first` to `end` are said of them, or of nobody who is named."""
        begins, _ = words.sentence(first)
        if self._is_denied(words, begins, first) or self._is_supposed(words, begins, first):
            return False
        if self.them.fits_at(words, first) or words.folded[first] in _WE:
            return True
        if self._are_what_they_are(words, end):
            return True
        if self.describes_a_thing(words, first, end) or self._is_done_by_a_thing(words, first):
            return False
        is_told = False
        for at in range(first - 1, begins - 1, -1):
            if ":" in words.text[words.ends[at] : words.starts[at + 1]]:
                return True
            if self.them.fits_at(words, at):
                if self._is_done_to(words, at, first):
                    continue
                return True
            if self.others.fits_at(words, at):
                if self._reports(words, at + 1, first):
                    is_told = True
                elif not (
                    (is_told and words.folded[at] in _WE)
                    or (at > begins and words.folded[at - 1] in _WHEN)
                    or self._is_no_subject(words, begins, at, first)
                ):
                    return False
            elif self._is_a_thing_that_is(words, begins, at):
                return False
        return True

    def _is_done_to(self, words: Words, at: int, first: int) -> bool:
        """“The agent who came to see her was rude”: she is not who is meant."""
        if words.folded[at] not in _HIM:
            return False
        return any(words.folded[here] in _ARE for here in range(at + 1, first))

    def _are_what_they_are(self, words: Words, end: int) -> bool:
        """Whether one of them follows, whom they describe: “a lazy tenant”."""
        if end == len(words.folded) or words.folded[end] in _HE | _ONE:
            return False
        return self.them.fits_at(words, end) and words.runs_on(end - 1)

    def _is_a_thing_that_is(self, words: Words, begins: int, at: int) -> bool:
        """“The poster was”; not “the flat by the poster was”, which may be of a person."""
        if words.folded[at] not in _ARE or at - 2 < begins or words.folded[at - 2] not in _THIS:
            return False
        if self.them.fits_at(words, at - 1) or self.reporting.fits_at(words, at + 1):
            return False
        return at - 3 < begins or words.folded[at - 3] not in _BY

    def _is_no_subject(self, words: Words, begins: int, at: int, first: int) -> bool:
        """Whether who or what could be meant only stands there: “on the phone”, “it is a”."""
        word = words.folded[at]
        if word in _WE:
            return self._has_some(words, at, first)
        if word == "ex":
            return at == begins or words.folded[at - 1] not in _A
        if word in ("it", "its"):
            if at > begins and words.folded[at - 1] in _BY:
                return True
            opens = at == begins and _runs_on_to(words, at, first)
            return opens or self._is_an_empty_it(words, at, first)
        if self._stands_after_by(words, begins, at):
            return True
        return not _runs_on_to(words, at, first) and words.folded[first - 1] not in _ARE

    def _stands_after_by(self, words: Words, begins: int, at: int) -> bool:
        """“On the phone”, “to the contact centre”."""
        near = range(max(begins, at - _NEAR), at)
        for before in reversed(near):
            if words.folded[before] in _BY:
                return True
            if words.folded[before] in _ARE or self.them.fits_at(words, before):
                return False
            if words.folded[before] in _THIS:
                return before > begins and words.folded[before - 1] in _BY
        return False

    def _has_some(self, words: Words, at: int, first: int) -> bool:
        """“We will have four asylum seekers”."""
        has = words.folded[at] in ("ive", "weve")
        for here in range(at + 1, first + 1):
            if has and (words.folded[here] in _SOME or words.folded[here].isdigit()):
                return True
            has = has or words.folded[here] in _HAVE
        return False

    def _is_an_empty_it(self, words: Words, it: int, first: int) -> bool:
        """“She says it is a complex case”, or an “it” that something is done to."""
        after = it + 1
        if words.folded[it] == "it":
            if not _runs_on_to(words, it, after) or words.folded[after] in _AFTER_IT:
                return True
            if words.folded[after] not in _ARE:
                return False
            after += 1
        while after < first and (after in words.passed or words.folded[after] in _VERY):
            after += 1
        return words.folded[after] in _SOME and words.folded[after - 1] != "all"

    def describes_a_thing(self, words: Words, first: int, end: int) -> bool:
        """Whether they describe something: “an idle tap”, “alcoholic hand gel”."""
        if self.is_before_a_thing(words, end):
            return True
        if end == first + 2 and words.folded[first] in ("a", "an"):
            return self._goes_on_with_a_thing(words, first + 1)
        before = _before(words, first)
        opens, _ = words.sentence(first)
        if before < opens or words.folded[before] not in _A:
            return False
        return end == first + 1 and self._goes_on_with_a_thing(words, first)

    def _is_done_by_a_thing(self, words: Words, first: int) -> bool:
        """Whether something does it: “the cactus suffered”."""
        before = _before(words, first)
        if before <= words.sentence(first)[0] or words.folded[before - 1] not in _THE:
            return False
        if not _runs_on_to(words, before, first):
            return False
        if (
            words.folded[before - 1] == "its"
            and words.ends[before - 1] - words.starts[before - 1] > 3
        ):
            return False
        return not self.them.fits_at(words, before) and words.folded[before] not in _ARE

    def is_before_a_thing(self, words: Words, end: int) -> bool:
        """Whether what ends before the word `end` describes it: “toxic paint”, “a toxic sort of
        paint”."""
        of = _sort_of(words, end)
        if of < len(words.folded) and of > end and self.things.fits_at(words, of):
            return True
        if end == len(words.folded) or not self.things.fits_at(words, end):
            return False
        return not words.text[words.ends[end - 1] : words.starts[end]].strip(" -")

    def _goes_on_with_a_thing(self, words: Words, here: int) -> bool:
        after = _sort_of(words, here + 1)
        while after in words.passed or (
            after + 1 < len(words.folded) and words.folded[after] in _SIZES
        ):
            after += 1
        runs_on = after < len(words.folded) and all(words.joined[here:after])
        if not runs_on or "," in words.text[words.ends[here] : words.starts[after]]:
            return False
        return not self.them.fits_at(words, after) and not self.goes_on.fits_at(words, after)

    def _is_denied(self, words: Words, begins: int, first: int) -> bool:
        for at in range(first - 1, max(begins, first - _NEAR) - 1, -1):
            if not words.runs_on(at) or words.folded[at] in _AND:
                return False
            if self.no.fits_at(words, at):
                return True
        return False

    def _is_supposed(self, words: Words, begins: int, first: int) -> bool:
        """“I asked whether he is rude”, “should anybody be rude”."""
        if words.folded[begins] == "should" and first > begins + 1:
            return True
        return any(
            words.folded[at] in _IF and (at == begins or words.folded[at - 1] not in _AS)
            for at in range(begins, first)
        )

    def _reports(self, words: Words, here: int, first: int) -> bool:
        return any(self.reporting.fits_at(words, at) for at in range(here, min(here + 3, first)))


def _before(words: Words, first: int) -> int:
    """The word before `first` that is no filler."""
    before = first - 1
    while before in words.passed or (before >= 0 and words.folded[before] in _VERY):
        before -= 1
    return before


def _sort_of(words: Words, here: int) -> int:
    """The word after “sort of” where that stands at `here`, or else `here`."""
    is_sort = words.folded[here : here + 1] and words.folded[here] in _SORT
    return here + 2 if is_sort and words.folded[here + 1 : here + 2] == ("of",) else here


def _runs_on_to(words: Words, at: int, until: int) -> bool:
    return all(words.runs_on(here) for here in range(at, until))
