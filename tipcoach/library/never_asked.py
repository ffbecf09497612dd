"""What no question of an officer's may ask: who somebody is, their past, or a rating of anyone.

Each rule is data: the patterns that give it away, and the reason to say. Patterns look for
the asking, not for the word: “say the amount more often than their name” asks for no name.
They cannot catch everything a person could think of, and a reader is still needed.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_WHOSE = (
    r"(?:their|his|her|everyone's|whose"
    r"|(?:the |each |every )?(?:tenant|resident|customer|applicant|person|client|partner|child"
    r"|household|neighbour|visitor|family)(?:'s|s'|ren's)?)"
)
_ASK = (
    r"(?:what|which|who|whose|give|write|note|enter|type|add|put|state|list|confirm"
    r"|check|include|insert|fill in|remind yourself of|record(?= (?:the|their|his|her|each)))"
    r"\b[^.?!]{0,60}?\b"
)
_OF_WHOM = r"(?:the |their |each |every |any )?(?:tenants?|residents?|persons?|people|household)"
_IDENTIFIES = (
    r"(?:first |full |last |own |legal |preferred |home |current |new |old |e-?mail )?"
    r"(?:names?|address(?:es)?|references?|ref|number|mobile|e-?mail|initials|age|ethnicity"
    r"|religion|nationality|sexuality|gender)"
)
_BORN = r"date of birth|birth ?dates?|birthdays?|d\.?o\.?b\b|year of birth|place of birth"


@dataclass(frozen=True, slots=True)
class Rule:
    """What is never asked: the patterns that show it, and why, to follow the name of a field."""

    because: str
    patterns: tuple[str, ...]


WHO_THEY_ARE = Rule(
    "asks who somebody is, and nothing here may identify a person (no name, address, date of"
    " birth, reference or number)",
    (
        rf"\b{_ASK}{_WHOSE} {_IDENTIFIES}\b",
        rf"\b{_ASK}(?:the )?(?:full |home )?(?:names?|address(?:es)?) of {_OF_WHOM}\b",
        rf"^\W*(?:the |{_WHOSE} )?(?:full |home |first )?(?:names?|address|initials)"
        rf"(?:(?:,| and| or|,? and) (?:{_WHOSE} )?(?:address|{_BORN}|reference|number))*\W*$",
        r"\b(?:names?|initials)(?:,| and| or) (?:their |the )?(?:address|reference|postcode)\b",
        rf"\b(?:{_BORN})\b",
        r"\bhow old (?:is|are|was|were) (?:they|he|she|the)\b",
        r"\b(?:when|where) (?:was|were) (?:they|he|she|the \w+) born\b",
        r"\b(?:surnames?|(?:full|family|maiden|last) names?|post ?codes?|national insurance"
        r"|ni number|nino|uprn|contact details)\b",
        rf"(?:^\W*(?:the |{_WHOSE} )?|\b{_ASK})"
        r"(?:reference|tenancy|account|case|customer|payment|property|passport|nhs|claim|file"
        r"|phone|mobile|telephone|contact|landline|house|flat|door|id|client)"
        r" (?:reference )?(?:number|no|ref|reference|id)s?\b",
        rf"\b{_ASK}(?:the|a|any|your) (?:case |tenancy |rent )?reference\b",
        r"\bwhere (?:do|does|did) (?:they|he|she|the \w+) live\b",
        r"\b(?:what|which)(?: is| was)? (?:the )?address\b",
        r"^\W*who (?:else )?lives (?:there|with)\b",
        r"\bwhich (?:house|flat|property|street|block|home) (?:is|was|did|do|are|were)\b",
        r"\b(?:what|who) (?:is|are|was|were) (?:they|he|she|the tenant|the person)(?: called)?\W*$",
        r"\bwhat (?:is|are|was|were) (?:they|he|she|the \w+) called\b",
        r"\bwho (?:did you|have you|are you going to|will you) (?:visit|see|meet|ring)(?:ed|n)?\b",
        r"\bwho (?:is|was) (?:this|the|your) (?:visit|call|meeting|entry) (?:with|about|to)\b",
        r"\bexact date\b|\bdate of (?:the|this|your) (?:visit|call|meeting|appointment)\b",
        r"\b(?:when|what|which|what date|what day|which day|which date) (?:exactly )?(?:did|was)"
        r" (?:you|the|this|your) (?:visit|call on|go|see them|appointment)\b",
    ),
)
THEIR_PAST = Rule(
    "asks for somebody’s history or diagnosis, which is theirs to tell or to keep",
    (
        r"\bdiagnos(?:is|es|ed|e)\b",
        r"\b(?:medical|health|psychiatric|criminal|offending|family|abuse|trauma|life|care|drug"
        r"|alcohol|personal|housing|tenancy|mental health) (?:history|histories)\b",
        r"\b(?:history|histories) of\b|\btheir (?:\w+ )?history\b|\bcriminal records?\b",
        rf"\b(?:what|which|how|describe|any|anything|is there|know|knew|explain|about|note)\b"
        rf"[^.?!]{{0,60}}?\b{_WHOSE} (?:own )?(?:past|background|trauma|childhood|upbringing"
        r"|medication|illness|disabilit(?:y|ies)|mental health|health|convictions?|addictions?"
        r"|condition)\b",
        r"\b(?:have|has|had|were|was|did|do|does) (?:they|he|she|anyone|the \w+|any of them)"
        r" (?:ever|previously|in the past)\b",
        r"\bever (?:been|had|suffered|experienced|served|used|taken|tried|hurt|attempted)\b",
        r"\b(?:been|were|was|is|are|being) (?:\w+ )?(?:abused|assaulted|raped|sectioned|arrested"
        r"|convicted|in prison|in care|traumatised|mentally ill|autistic|an? addict|disabled)\b",
        r"\bwhat (?:has |had |once )?happened to (?:them|him|her|the tenant)"
        r" (?:as|when|in|before|growing|years)\b",
        r"\bchildhood\b|\bas a child\b|\bgr[eo]w(?:ing)? up\b|\baces?\b score|\badverse child",
        r"\b(?:past|previous|earlier) (?:trauma|abuse|convictions?|evictions?|illness)\b",
        r"\bwhat (?:is|was|could be) wrong with (?:them|him|her|the tenant)\b",
        r"\bwhat (?:trauma|abuse|illness|condition|disability|disorder|medication)s? (?:do|does|did"
        r"|has|have|is|are)\b",
        r"\b(?:are|is|were|was) (?:they|he|she|the \w+) (?:taking|on) (?:any )?(?:medication"
        r"|medicines?|drugs|tablets|methadone)\b",
        r"\b(?:do|does|did) (?:they|he|she|the \w+) (?:drink|smoke|(?:take|use) (?:any )?(?:drugs"
        r"|alcohol|medication|medicines?|tablets))\b",
        r"\b(?:have|has|had|disclosed?|mention(?:ed)?|any|what) (?:an? |any )?(?:mental |physical"
        r" |learning )?(?:illness(?:es)?|disabilit(?:y|ies)|health (?:problem|condition|issue)s?"
        r"|addictions?|disorders?)\b",
        r"\b(?:ptsd|bipolar|schizo\w+|adhd|personality disorder|alcoholic)\b",
    ),
)
A_RATING = Rule(
    "asks for a rating, and nobody is scored here",
    (
        r"\bout of (?:five|six|seven|ten|twenty|a hundred|one hundred|\d+)\b",
        r"\b(?:on|using) (?:a|the|this) scale\b|\bscales? (?:of|from|between)\b",
        r"\b(?:re)?scor(?:e|es|ed|ing)\b|\brat(?:e|ed|ing|ings)\b|\bgrad(?:e|es|ed|ing)\b",
        r"\bper ?cent(?:age)?\b|\d ?%|\bout of 1\d*\b",
        r"\b(?:from |between )?(?:0|1|one|zero|nought) ?(?:to|-|–|—|and) ?(?:5|6|7|10|100|five|six"
        r"|seven|ten)\b",
        r"\bhow many (?:stars|points|marks|ticks)\b|\b(?:what|which|a) mark (?:would|do|did|out)\b",
        r"\b(?:give|put|pick|choose)\b[^.?!]{0,20}\ba (?:number|mark|figure|star)"
        r"(?: on| to| for|\W*$)",
        r"\bfive stars?\b|\bthumbs (?:up|down)\b|\brank(?:s|ed|ing)?\b|\bred,? amber\b",
        r"\bhow (?:satisfied|trauma-informed)\b",
    ),
)
RULES = (WHO_THEY_ARE, THEIR_PAST, A_RATING)

_COMPILED = [(rule, re.compile("|".join(rule.patterns))) for rule in RULES]
_SAYS_NOT_TO = re.compile(
    r"\b(?:no|not|never|without|nor|nobody's|don't)(?: (?:a|an|the|their|any|ask|give|write|say|put"
    r"|for|about|of|or|and|names?|address(?:es)?|dates?|past|history|diagnosis|references?"
    r"|scores?|score|rate|rating|scale))+\b"
)
_STEPS_WORDS = (
    "poor bad weak terrible awful fair ok okay average middling adequate satisfactory "
    "acceptable good great excellent outstanding perfect strong well badly poorly low medium "
    "moderate high never rarely seldom sometimes often usually always worse worst same better "
    "best red amber green agree disagree neutral neither satisfied dissatisfied unsatisfactory "
    "beginner novice competent expert"
)
_STEPS = frozenset(_STEPS_WORDS.split())
_BESIDE_A_STEP_WORDS = (
    "very quite fairly rather really extremely somewhat slightly strongly completely totally a "
    "bit lot little the about much just mostly not at all so enough or nor"
)
_BESIDE_A_STEP = frozenset(_BESIDE_A_STEP_WORDS.split())
_A_NUMBER = re.compile(
    r"(?:\d+|zero|nought|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?:\W*|\s*[-–—:=.)(/]+\s+.*|\s+(?:stars?|points?|marks?|out of .*))"
)


def why_never(text: str) -> str | None:
    """Why `text` may not be asked, to follow the name of its field; `None` when it may."""
    said = _plain(text)
    for sentence in [said, *re.split(r"(?<=[.?!])\s+", said)]:
        for rule, pattern in _COMPILED:
            if pattern.search(sentence):
                return rule.because
    return None


def why_never_choices(labels: Sequence[str]) -> str | None:
    """Why these may not be offered together: numbers, marks without words, or a ladder."""
    said = [_plain(label).strip() for label in labels]
    if len(said) < 2:
        return None
    numbers = all(_A_NUMBER.fullmatch(label) for label in said)
    marks = all(not any(sign.isalnum() for sign in label) for label in said)
    steps = sum(_is_a_step(label) for label in said)
    if numbers or marks or (steps >= 2 and steps >= len(said) - 1):
        return A_RATING.because
    return None


def _is_a_step(label: str) -> bool:
    words = re.findall(r"[\w']+", label)
    rest = [word for word in words if word not in _BESIDE_A_STEP]
    if not rest:
        return bool(words) and words != ["not"]
    return all(word in _STEPS for word in rest)


def _plain(text: str) -> str:
    """As it is read: no signs that cannot be seen, one kind of quote, no capitals."""
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", text) if not _is_unseen(sign))
    said = " ".join(seen.replace("’", "'").replace("‘", "'").casefold().split())
    return _SAYS_NOT_TO.sub(" ", said)


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf"
