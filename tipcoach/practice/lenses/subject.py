"""Whether words are plainly said of ourselves, of somebody who came or of a thing.

This looks only where the subject can be told without doubt: right before the words, before an
“and” that leaves it out, or in what is added after them. Anything else may be of those visited.
"""

from dataclasses import dataclass, field

from tipcoach.practice.lenses.phrases import Part
from tipcoach.practice.lenses.words import Words

_WE = frozenset(("i", "we", "ive", "weve", "im", "id", "wed"))
_HE = frozenset(("he", "she", "they", "hes", "shes", "theyre", "hed", "shed", "theyd"))
_HIM = frozenset(("him", "her", "them", "his", "their", "you", "your"))
_A = frozenset(("the", "our", "a", "an", "that", "this", "another", "new"))
_AND = frozenset(("and", "but"))
_WHEN = frozenset(("when", "as", "while", "after", "before", "until"))
_MEN = frozenset(
    (
        "man",
        "men",
        "lad",
        "lads",
        "woman",
        "lady",
        "fella",
        "fellas",
        "boy",
        "boys",
        "people",
        "folk",
    )
)
_SOME = frozenset(("some", "several", "certain", "other", "local"))
_ELSEWHERE = frozenset(("upstairs", "downstairs", "opposite", "next", "above", "below"))
_MANY = frozenset(
    ("boys", "girls", "lads", "kids", "youths", "teenagers", "neighbours", "men", "strangers")
)
_OBJECTS = frozenset(("him", "her", "them"))
_WHO = frozenset(("who", "that", "which", "whom", "acting", "at", "from", "in", "for", "with"))
_IT = frozenset(("it", "its"))
_FAR = 5
_SOMEBODY = frozenset(("somebody", "someone", "person", "guy", "bloke", "girl"))
_FROM = frozenset(("from", "at", "fae", "frae", "in", "on"))
_ARE = frozenset(
    (
        "is",
        "was",
        "are",
        "were",
        "isnt",
        "wasnt",
        "arent",
        "werent",
        "being",
        "been",
        "look",
        "looks",
        "looked",
    )
)
_THE = frozenset(("the", "our", "these", "those", "this", "that", "its", "my"))
_NO_THING = frozenset(
    ("things", "this", "who", "that", "of", "he", "she", "they", "in", "at", "to")
)
_NOBODY_KNOWS = frozenset(
    (
        "things",
        "who",
        "he",
        "she",
        "they",
        "door",
        "upstairs",
        "downstairs",
        "next",
        "there",
        "it",
        "i",
    )
)
_LONGEST_NAME = 6
_OURS = frozenset(("ours", "mine"))
_FAULT = frozenset(("side", "end", "fault", "doing", "mistake", "part"))
_ARE_OR_DID = _ARE | {"has", "had", "have", "did", "would", "will"}
_DOES = _ARE | {"did", "does", "do", "has", "had", "have", "will", "would", "could", "can"}
"""With one of these, what is added is a clause of its own."""
_AFTER = 3
"""How far after them “ours” may stand."""


@dataclass(frozen=True, slots=True)
class Subject:
    """`them` are the words for those visited, and `others` for ourselves, for things and for
    whoever else could be meant; `callers` are those of the others who come to a door or act.
    What stands after `reporting` is said by them and not of them. `between` are the helping and
    describing words between a subject and what is said of it."""

    them: Part = field(default_factory=Part)
    others: Part = field(default_factory=Part)
    callers: Part = field(default_factory=Part)
    reporting: Part = field(default_factory=Part)
    between: Part = field(default_factory=Part)

    def is_somebody_else(self, words: Words, first: int, end: int) -> bool:
        """Whether the words `first` to `end` are plainly not said of those visited."""
        begins, ends = words.sentence(first)
        return (
            _is_owned_by_us(words, end, ends)
            or self._is_right_before(words, begins, first)
            or self._is_a_thing(words, begins, first)
            or self._is_left_out(words, begins, first)
            or self._is_a_caller(words, begins, first)
            or self._is_far_from_its_subject(words, begins, first)
            or self._is_some_others(words, begins, first)
            or (begins == first and self._is_named_after(words, end, ends))
        )

    def _is_some_others(self, words: Words, begins: int, first: int) -> bool:
        """“Some boys on the estate are”, “the lad upstairs was”: not those visited."""
        if first - begins < 2:
            return False
        lives = range(begins + 1, min(begins + 4, first))
        if any(words.folded[at] in _ELSEWHERE and words.folded[at - 1] in _MEN for at in lives):
            return True
        if words.folded[begins] not in _SOME:
            return False
        opened = range(begins + 1, min(begins + 3, first))
        found = next((at for at in opened if words.folded[at] in _MANY), None)
        return found is not None and not any(
            words.folded[at] in _HE or not words.runs_on(at) for at in range(found, first)
        )

    def _is_named_after(self, words: Words, end: int, ends: int) -> bool:
        """“Awkward customer, that sofa”: what it is said of comes after a comma."""
        for at in range(end, min(end + _AFTER, ends)):
            if "," not in words.text[words.ends[at - 1] : words.starts[at]]:
                continue
            until = at
            while until + 1 < ends and words.runs_on(until):
                until += 1
            return words.folded[at] in _THE - {"my"} and not any(
                self.them.fits_at(words, here)
                or self.reporting.fits_at(words, here)
                or words.folded[here] in _DOES
                for here in range(at, until + 1)
            )
        return False

    def _before(self, words: Words, begins: int, first: int) -> int:
        """The last word before `first` that is not one of `between`; before `begins` if none."""
        at = first - 1
        while at >= begins and self._is_between(words, at):
            at -= 1
        return at

    def _is_between(self, words: Words, at: int) -> bool:
        return at in words.passed or self.between.fits(words.folded[at])

    def _is_right_before(self, words: Words, begins: int, first: int) -> bool:
        """“We never answered”, “the new lift is hard to reach”."""
        at = self._before(words, begins, first)
        if at < begins or not words.joined[at] or self.them.fits_at(words, at):
            return False
        if "," in words.text[words.ends[at] : words.starts[at + 1]]:
            return False
        word = words.folded[at]
        return word in _WE or (word not in ("it", "its") and self.others.fits_at(words, at))

    def _is_a_thing(self, words: Words, begins: int, first: int) -> bool:
        """“The new rules are that complex”, “markets are volatile”."""
        last = self._before(words, begins, first)
        if last < begins or not _ARE.intersection(words.folded[last + 1 : first + 1]):
            return False
        opens = last
        while opens > begins and words.folded[opens] not in _THE and last - opens < _LONGEST_NAME:
            opens -= 1
        if not all(words.joined[opens:first]) or any(
            self.them.fits_at(words, at) or words.folded[at] in _NO_THING
            for at in range(opens, last + 1)
        ):
            return False
        if words.folded[opens] in _THE and (opens == begins or words.folded[opens - 1] in _AND):
            return opens < last
        if self._is_a_longer_thing(words, begins, last):
            return True
        return opens == begins == last and words.folded[last].endswith("s")

    def _is_a_longer_thing(self, words: Words, begins: int, last: int) -> bool:
        """“Rough casting on the gable is filthy”, but nobody by a name."""
        if last == begins or last - begins > 2 * _LONGEST_NAME:
            return False
        return not any(
            not words.runs_on(at)
            or self.them.fits_at(words, at)
            or words.folded[at] in _NOBODY_KNOWS
            or (at > begins and words.text[words.starts[at]].isupper())
            or words.folded[at].isdigit()
            for at in range(begins, last + 1)
        )

    def _is_far_from_its_subject(self, words: Words, begins: int, first: int) -> bool:
        """“The agent who was to ring her back was rude”."""
        last = self._before(words, begins, first)
        if last > begins and words.folded[last] in _AND:
            last = self._before(words, begins, last - 1)
        if last <= begins or not _ARE_OR_DID.intersection(words.folded[last + 1 : first + 1]):
            return False
        if self.them.fits_at(words, last) and words.folded[last] not in _OBJECTS:
            return False
        for at in range(begins, min(begins + _FAR, last)):
            if self._is_opened_by(words, at, last):
                opened = range(begins, at)
                return not any(
                    self.them.fits_at(words, here) and words.folded[here] not in _HIM | _A
                    for here in opened
                )
        return False

    def _is_opened_by(self, words: Words, at: int, last: int) -> bool:
        """Whether somebody else stands at the word `at` with more told of them after it."""
        if self.others.fits_at(words, at) and words.folded[at] not in _WE | _IT:
            return words.folded[at + 1] in _WHO or not words.runs_on(at)
        return words.folded[at] in _MEN | _SOMEBODY and self._is_from_others(words, at, last)

    def _is_left_out(self, words: Words, begins: int, first: int) -> bool:
        """“We gave her a day and then failed to keep it.”"""
        at = self._before(words, begins, first)
        if at < begins or words.folded[at] not in _AND:
            return False
        for before in range(at - 1, begins - 1, -1):
            word = words.folded[before]
            if word in _WE:
                return before == begins or words.folded[before - 1] not in _WHEN
            if self.them.fits_at(words, before) and word not in _HIM:
                return False
        return False

    def _is_a_caller(self, words: Words, begins: int, first: int) -> bool:
        """“The boiler man was a no show”, “the plumber was to come and he didn't show”."""
        for at in range(first - 1, begins - 1, -1):
            word = words.folded[at]
            if word in _MEN or word in _SOMEBODY:
                return (at > begins and self.others.fits_at(words, at - 1)) or (
                    self._is_from_others(words, at, first)
                )
            if self.callers.fits_at(words, at):
                return self._opens(words, begins, at, first)
            if word in _HE:
                return first - at <= _AFTER and self._is_of_a_caller(words, begins, at)
            if self.them.fits_at(words, at):
                return False
        return False

    def _is_from_others(self, words: Words, at: int, first: int) -> bool:
        """“The man from the gas board”, “somebody at the call centre”."""
        if at + 1 >= first or words.folded[at + 1] not in _FROM:
            return False
        near = range(at + 2, min(at + 2 + _AFTER + 1, first))
        return any(self.others.fits_at(words, here) for here in near)

    def _is_of_a_caller(self, words: Words, begins: int, he: int) -> bool:
        for at in range(he - 1, begins - 1, -1):
            if self.callers.fits_at(words, at):
                return self._opens(words, begins, at, he)
            if self.them.fits_at(words, at):
                return False
        return False

    def _opens(self, words: Words, begins: int, at: int, until: int) -> bool:
        """Whether the sentence opens with who came, and what they did is not to say something."""
        if at > begins + 2 or at == begins or words.folded[at - 1] not in _A:
            return False
        near = range(at + 1, min(at + 3, until))
        return not any(self.reporting.fits_at(words, here) for here in near)


def _is_owned_by_us(words: Words, end: int, ends: int) -> bool:
    """“The missed visit was ours”, “neglected by us”."""
    near = words.folded[end : min(end + _AFTER, ends)]
    for n, word in enumerate(near):
        if word in _OURS or (word in ("us", "me") and n and near[n - 1] == "by"):
            return True
        if word in ("our", "my") and n + 1 < len(near) and near[n + 1] in _FAULT:
            return True
        if word in _HE:
            return False
    return False
