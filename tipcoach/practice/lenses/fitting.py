"""Whether other words can stand where a notice does, by the words beside it.

It is told from a few plain signs of English; where one speaks against it the words are not put
there, and whoever wrote them is shown the place instead.
"""

import re

from tipcoach.practice.lenses.notice import Lens, Notice

_WORDS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_AMID = re.compile(r"[;(:]")
_ARTICLES = frozenset({"a", "an"})
_BEFORE_A_NOUN = _ARTICLES | {
    "the", "this", "that", "these", "those", "my", "our", "his", "her", "their", "your", "some",
    "no", "any", "another", "very", "quite", "so", "too", "such", "real", "really",
}  # fmt: skip
_BEFORE_NO_VERB = _BEFORE_A_NOUN | {
    "is", "was", "are", "were", "be", "been", "being", "am", "has", "have", "had", "to", "not",
    "do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "should",
    "shall", "keeps", "kept", "gets", "got", "of", "for", "with", "by", "as", "from", "about",
}  # fmt: skip
_ONE = frozenset({"is", "was", "has", "does"})
_PAST = frozenset({
    "said", "told", "left", "grew", "died", "smelt", "came", "went", "got", "kept", "made", "was",
    "were", "did", "had", "took", "lost", "gave",
})  # fmt: skip
_OF_ONE = frozenset({"speaks", "uses", "tells", "owes", "sees", "lives", "describes"})
_BEGINS_A_CLAUSE = frozenset({
    "we", "i", "he", "she", "they", "you", "here", "these", "take", "say", "ask", "shall", "what",
})  # fmt: skip
_SAYS_OF_IT = frozenset({
    "is", "was", "are", "were", "has", "have", "had", "does", "did", "do", "could", "would", "will",
})  # fmt: skip
_OF_MANY = frozenset({"people", "homes", "families", "tenants"})


def fits(text: str, notice: Notice) -> bool:
    """Whether the other words of `notice` read as English where its quote stands in `text`."""
    if notice.lens is not Lens.WORDING:
        return True
    quoted, instead = _words(notice.quote), _words(notice.instead)
    if not (quoted and instead) or _AMID.search(notice.instead):
        return False
    before, after = text[: notice.start], text[notice.end :]
    if instead[0] in _BEGINS_A_CLAUSE or "," in notice.instead or _has_its_own_subject(instead):
        return _is_a_sentence(before, after)
    last = next(iter(_words(before)[-1:]), "")
    if _is_verb(instead[0]):
        return last not in _BEFORE_NO_VERB and bool(before.strip()) and _alike(quoted, instead)
    return not _is_verb(quoted[0]) and _fits_a_noun(last, quoted, instead)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.casefold().replace("’", "'"))


def _has_its_own_subject(words: list[str]) -> bool:
    """Such as “the plan has not held”: it says something of a thing, and takes no other before."""
    of_it = _SAYS_OF_IT.isdisjoint(words) or not {"who", "that", "which"}.isdisjoint(words)
    return words[0] in _BEFORE_A_NOUN and not of_it


def _is_a_sentence(before: str, after: str) -> bool:
    begins = not before.strip() or before.rstrip()[-1] in ".?!:\n"
    return begins and (not after.strip() or after.lstrip()[0] in ".?!")


def _is_verb(word: str) -> bool:
    """Whether it is a verb that says who did it and when, as far as that can be told."""
    return word in _ONE | _PAST | _OF_ONE | {"are", "have"} or word.endswith("ed")


def _alike(quoted: list[str], instead: list[str]) -> bool:
    """Whether both begin with a verb of the same number."""
    is_of_one = instead[0] in _ONE | _OF_ONE
    if is_of_one:
        return quoted[0] in _ONE or (quoted[0].endswith("s") and len(quoted[0]) > len("is"))
    return quoted[0] in _PAST or quoted[0].endswith("ed")


def _fits_a_noun(last: str, quoted: list[str], instead: list[str]) -> bool:
    if quoted[0].endswith("ing") and len(quoted) > 1:
        return False
    if last in _BEFORE_A_NOUN and instead[0] in _BEFORE_A_NOUN:
        return False
    if last in _ARTICLES and (instead[0][0] in "aeiou") != (last == "an"):
        return False
    many = quoted[-1].endswith("s") and not quoted[-1].endswith("ss")
    return not many or instead[0] in _OF_MANY or instead[0] not in ("person", "tenant", "family")
