"""Faults to plant in a copy of the prompts, by kind, and where a check should find each.

Nothing here counts lines: each row says what it changes, and the line is where that ends up.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TOP = "the first line"


@dataclass(frozen=True)
class Fault:
    """One edit. In `file`, the first line from the prompt `of` on that matches `line` becomes
    `new` (nothing: it goes); with no `line`, `new` is a whole file (nothing: the file goes).

    `found` is where it is to be found: the place among the new lines, a pattern for another
    line, or `None` for the file as a whole; `said` is part of the sentence.
    """

    kind: str
    file: str
    of: str
    line: str
    new: str
    found: int | str | None
    said: str
    lines: int = 1

    def __str__(self) -> str:
        return f"{self.kind}: {Path(self.file).name} {self.of or self.line}".strip()


PREPARE, REFLECT = "checklists/prepare.yaml", "checklists/reflect.yaml"
MOVES = "lenses/moves.yaml"
MIRROR, TEAM = "checklists/staff-mirror.yaml", "checklists/walk-it-as-them.yaml"
PRINCIPLES = {
    name: f"principles/{name}.yaml"
    for name in ("safety", "trust", "choice", "collaboration", "empowerment", "culture")
}


def purpose(name: str) -> str:
    return f"purposes/{name}.yaml"


def principle_of(prompt: str) -> str:
    return PRINCIPLES[prompt.split(".")[0]]


def _added(name: str, prompt: str, principle: str, more: str) -> tuple[str, str, str, str]:
    """A purpose's own prompt, with `more` fields put under its principle."""
    new = f"    principle: {principle}\n" + more
    return purpose(name), f"{name}.{prompt}", r"^    principle:", new


def _gate(kind: str, about: str, word: str) -> str:
    return f"    {kind}:\n      answers:\n        {about}: {word}"


LONG = " ".join(["word"] * 26)
A_PURPOSE = "purpose: absence\n"
RELEASED = """release: "1.0"
ids:
  - trust.opening-words
  - trust.last-promis
  - gone.for-good
retired:
  - id: gone.before
    now: empowerment.own-ide
    why: It was asked twice.
"""

FAULTS = (
    # -- what a field may not be called or hold
    Fault("unknown field", PRINCIPLES["trust"], "trust.early-no", r"^    hint:", "    hnt: x",
          0, "hnt is not a field here; did you mean “hint”"),
    Fault("unknown field", PREPARE, "watch.principle", r"^            note:", "            nte: x",
          0, "nte is not a field here; did you mean “note”"),
    Fault("unknown field", purpose("damp"), "damp.pictures", r"^        hint:", "        hnt: x",
          0, "hnt is not a field here; did you mean “hint”"),
    Fault("unknown field", purpose("offer"), "", r"^  reviewed_by:", "  reviewd_by: []",
          0, "reviewd_by is not a field here; did you mean “reviewed_by”"),
    Fault("unknown value", PREPARE, "landed.from-us", r"answer: list", "        answer: lst",
          0, "“lst”, which is not one of"),
    Fault("unknown value", PREPARE, "watch", r"group: start", "    group: strt",
          0, "did you mean “start”"),
    Fault("unknown value", PRINCIPLES["safety"], "safety.who-hears", r"phase:", "    phase: befor",
          0, "did you mean “before”"),
    Fault("unknown value", purpose("offer"), "offer.deadline", r"hat: \[",
          "      hat: [landlrd]", 0, "did you mean “landlord”"),
    # -- missing
    Fault("missing why", PRINCIPLES["empowerment"], "empowerment.disagree", r"^    why:", "",
          r"- id: empowerment.disagree$", "why is missing"),
    Fault("missing why", purpose("damp"), "damp.advice", r"^    why:", "",
          r"- id: damp.advice$", "why is missing"),
    Fault("missing source", PRINCIPLES["collaboration"], "collaboration.wait", r"^    sources:",
          "", r"- id: collaboration.wait$", "sources is missing"),
    Fault("missing source", purpose("damp"), "damp.meanwhile", r"^    sources:", "",
          r"- id: damp.meanwhile$", "sources is missing"),
    Fault("missing provenance", purpose("arrears"), "", r"^provenance:", "",
          TOP, "provenance is missing", lines=4),
    Fault("missing provenance", PRINCIPLES["culture"], "", r"^  lived_experience:", "",
          r"^provenance:", "lived_experience is missing"),
    # -- names that lead nowhere
    Fault("no such source", PRINCIPLES["trust"], "trust.plain-reason", r"sources: \[",
          "    sources: [TIP-NAPC]", 0, "names “TIP-NAPC”, which does not exist; did you mean"),
    Fault("no such source", purpose("audit"), "audit.expected", r"sources: \[",
          "    sources: [D, NOBODY]", 0, "names “NOBODY”, which does not exist"),
    Fault("no such pathway", REFLECT, "land.heard", r"pathway: safeguarding",
          "            pathway: safeguardin", 0, "did you mean “safeguarding”"),
    Fault("no such pathway", purpose("welfare"), "", r"^    pathway:", "    pathway: crysis",
          0, "names “crysis”, which does not exist"),
    Fault("no such prompt", purpose("notice"), "", r"^drops:", "drops: [empowerment.easier-tim]",
          0, "did you mean “empowerment.easier-time”"),
    Fault("no such prompt", purpose("offer"), "", r"prompt: trust.last-promise",
          "  - prompt: trust.last-promis", 0, "did you mean “trust.last-promise”"),
    Fault("no such prompt", *_added("welfare", "of-use", "collaboration",
          _gate("when", "busines.sort", "theirs")), 3, "did you mean “business.sort”"),
    Fault("no such prompt", *_added("welfare", "who-told", "collaboration",
          _gate("unless", "land.herd", "not-safe")), 3, "did you mean “land.heard”"),
    # -- conditions
    Fault("never true", *_added("absence", "ordinary", "empowerment",
          _gate("when", "business.sort", "they")), 3, "waits for “they”, and “business.sort” says"),
    Fault("never true", *_added("absence", "who-spoke", "empowerment",
          _gate("when", "moment.stayed", "quiet")), 3, "“moment.stayed” gives none"),
    Fault("never true", *_added("condition", "getting-by", "empowerment",
          "    when:\n      hat: [both]\n    unless:\n      hat: [both, support]"),
          2, "can never hold: unless closes all of it"),
    Fault("never true", *_added("condition", "passed-on", "collaboration",
          "    when:\n      channel: [video]\n    unless:\n      channel: [video]"),
          2, "can never hold: unless closes all of it"),
    Fault("never true", *_added("condition", "their-word", "collaboration",
          _gate("when", "alone.cover", '"yes"')), 3, "“alone.cover” is not asked before this one"),
    Fault("circle", *_added("bereavement", "records", "trust",
          "    answer: yes-not-yet\n" + _gate("when", "bereavement.kept-to-do", '"yes"')),
          4, "goes round in a circle: “bereavement.kept-to-do” waits for this one"),
    Fault("circle", *_added("bereavement", "kept-to-do", "empowerment",
          "    answer: yes-not-yet\n" + _gate("when", "bereavement.records", '"yes"')),
          4, "goes round in a circle: “bereavement.records” waits for this one"),
    # -- prompts nobody is asked
    Fault("on no walk", PRINCIPLES["collaboration"], "collaboration.write-together",
          r"^    phase:", "", r"- id: collaboration.write-together$",
          "which no walk can reach; it has no phase"),
    Fault("on no walk", purpose("sign-up"), "sign-up.own-words", r"^    principle:", "",
          r"- id: sign-up.own-words$", "which no walk can reach; it has no principle"),
    Fault("out of place", "principles/more/trust.yaml", "", "", A_PURPOSE,
          None, "is where no prompt file is read"),
    Fault("out of place", "purpose/absence.yaml", "", "", A_PURPOSE,
          None, "is where no prompt file is read; did you mean “purposes”"),
    # -- twice
    Fault("id twice", purpose("condition"), "condition.taken", r"- id:",
          "  - id: condition.how-many", 0, "which condition.yaml already has"),
    Fault("id twice", purpose("settling-in"), "settling-in.skimmed", r"- id:",
          "  - id: damp.how-often", 0, "“damp.how-often”, which damp.yaml already has"),
    Fault("key twice", purpose("complaint-made"), "complaint-made.gap", r"^    hint:",
          "    hint: One.\n    hint: Two.", 1, "has `hint` twice"),
    Fault("key twice", purpose("complaint-made"), "complaint-made.log", r"^    hint:",
          "    hint: One.\n    hint: Two.", 1, "has `hint` twice"),
    Fault("key twice", "sources.yaml", "TIP-Scot6", r"- key:",
          "  - key: Seed2\n    title: Again\n  - key: TIP-Scot6", 0, "“Seed2” a second time"),
    Fault("key twice", "pathways.yaml", "safeguarding", r"- id:",
          "  - id: domestic-abuse\n    name: Again\n  - id: safeguarding",
          0, "“domestic-abuse” a second time"),
    Fault("key twice", "barriers.yaml", "target", r"- id:",
          "  - id: time\n    label: The time of day\n  - id: target", 0, "“time” a second time"),
    Fault("key twice", "barriers.yaml", "computer", r"^    label:", "    label: A rule or a policy",
          0, "“A rule or a policy” a second time"),
    Fault("key twice", "standards.yaml", "cih-skilled", r"- id:",
          "  - id: cih-ethical\n    name: Again\n  - id: cih-skilled",
          0, "“cih-ethical” a second time"),
    # -- since the last release
    Fault("id gone", "released.yaml", "", "", RELEASED,
          r"trust.last-promis$", "which is gone since 1.0; did you mean “trust.last-promise”"),
    Fault("id gone", "released.yaml", "", "", RELEASED,
          r"gone.for-good", "which is gone since 1.0; keep the id, or put it under retired"),
    Fault("id gone", "released.yaml", "", "", RELEASED,
          r"now:", "which does not exist; did you mean “empowerment.own-idea”"),
    # -- a principle that is not asked
    Fault("left out", purpose("audit"), "", r"^drops:", "drops: [empowerment.strength-seen]",
          0, "leaves empowerment without a question in reflect (home, quick"),
    Fault("left out", purpose("complaint-about"), "", r"^drops:", "drops: [collaboration.wants]",
          0, "leaves collaboration without a question in prepare (home, quick"),
    Fault("left out", PRINCIPLES["choice"], "choice.actually-chose", r"^    quick:", "",
          r"^principle:", "leaves visits without a question in reflect (home, quick"),
    Fault("no strengths", PRINCIPLES["empowerment"], "empowerment.strength-seen",
          r"^    strengths:", "", r"^principle:",
          "leaves visits without a question about strengths in reflect (home"),
    Fault("no strengths", purpose("welfare"), "welfare.unreported", r"^    strengths:", "",
          r"^drops:", "leaves strengths without a question in prepare (home, quick"),
    # -- how the house writes
    Fault("too long", PRINCIPLES["trust"], "trust.hard-news", r"^    question:",
          f"    question: {LONG}?", 0, "has 26 words; a question has at most 25"),
    Fault("too long", purpose("audit"), "audit.why-them", r"^    question:",
          f"    question: More, {LONG}?", 0, "has 27 words"),
    Fault("too many sentences", PRINCIPLES["safety"], "safety.if-upset", r"^    question:",
          "    question: Is it? Was it? Will it be?", 0, "has 3 sentences; at most 2"),
    Fault("too many sentences", purpose("audit"), "audit.papers", r"^        question:",
          "        question: So. Which ones? Why those? Who says?", 0, "has 4 sentences"),
    Fault("jargon", PRINCIPLES["trust"], "trust.old-promise", r"^    why:",
          "    why: It helps them to engage with us.", 0, "says “engage”, which is jargon"),
    Fault("jargon", purpose("audit"), "audit.left-shut", r"^    hint:",
          "    hint: What Service users said.", 0, "says “Service users”, which is jargon"),
    Fault("praise", PRINCIPLES["choice"], "choice.still-open", r"^    why:",
          "    why: Well done for asking.", 0, "says “Well done”, which is praise"),
    Fault("praise", REFLECT, "sense.dilemma", r"^        hint:",
          "        hint: Excellent.", 0, "says “Excellent”, which is praise"),
    Fault("exclamation mark", PRINCIPLES["culture"], "culture.better-fit", r"^    hint:",
          "    hint: Anything!", 0, "has an exclamation mark"),
    Fault("exclamation mark", REFLECT, "land.heard", r"label: Danger",
          "            label: Danger in the home!", 0, "has an exclamation mark"),
    Fault("read alike", purpose("complaint-made"), "complaint-made.toll", r"^    question:",
          "    question: If they read your case note,  what would surprise THEM?",
          0, "reads the same as that of “trust.case-note”"),
    Fault("read alike", purpose("notice"), "notice.who-helps", r"^    question:",
          "    question: What is the hardest thing you have to do? Where will it be?\n"
          "    channels:\n      video:\n        question: What came out of this that was their "
          "own idea?", 3, "reads the same as that of “empowerment.own-idea”"),
    # -- a checklist that is not about a visit
    Fault("of a visit", MIRROR, "mirror.load", r"^        hint:",
          "        quick: A load?", 0, "quick is only for a checklist about a visit"),
    Fault("of a visit", MIRROR, "mirror.body", r"^        hint:",
          "        channels:\n          home:\n            question: How is home?",
          0, "channels is only for a checklist about a visit"),
    Fault("of a visit", MIRROR, "mirror.carry", r"^        hint:",
          "        when:\n          hat: [landlord]", 1, "when.hat is only for a checklist about"),
    Fault("of a visit", TEAM, "them.meets", r"^        hint:",
          "        unless:\n          channel: [phone]", 1, "unless.channel is only for"),
    Fault("of a visit", TEAM, "through", r"^    group:",
          "    group: start\n    forms: [full]", 1, "forms is only for a checklist about a visit"),
    Fault("of a visit", TEAM, "echo", r"^    group:",
          "    group: principles\n    principle: safety", 1, "principle is only for a checklist"),
    Fault("of no visit", REFLECT, "", r"^kind:", "kind: reflection\nrhythm:\n  days: 7\n  why: No.",
          1, "rhythm is only for a checklist about no visit"),
    Fault("of no visit", PREPARE, "", r"^kind:",
          "kind: preparation\nrhythm:\n  days: 1\n  why: No.", 1, "rhythm is only for a checklist"),
    Fault("no landing", MIRROR, "mirror.carry", r"^        sources:",
          "        answer: pick-one\n        choices:\n          - value: much\n"
          "            label: Much\n            pathway: staff-support\n        sources: [D]",
          4, "pathway wants a section with landing: true"),
    Fault("no landing", TEAM, "them.lost", r"^        hint:",
          "        answer: pick-one\n        choices:\n          - value: here\n"
          "            label: Here\n            pathway: staff-support",
          4, "pathway wants a section with landing: true"),
    # -- a plan to look back on, and choices from a list
    Fault("no plan yet", PREPARE, "plan.if-then", r"^        why:",
          "        looks_back: true\n        why: It may have come.",
          0, "looks_back is only for a question after a visit"),
    Fault("no plan yet", purpose("sign-up"), "sign-up.front-door", r"^    principle:",
          "    principle: empowerment\n    looks_back: true",
          1, "looks_back is only for a question after a visit"),
    Fault("not a pick", TEAM, "them.trust", r"^        hint:", "        choices_from: barriers",
          0, "choices_from wants an answer of pick-one or pick-many"),
    Fault("not a pick", REFLECT, "stop.need", r"^        choices:",
          "        choices_from: barriers\n        choices:",
          0, "choices_from is in place of choices"),
    Fault("never true", *_added("sign-up", "plans", "empowerment",
          _gate("when", "promises.made", "mine")), 3, "“promises.made” says one of all mine"),
    Fault("never true", *_added("sign-up", "told-twice", "collaboration",
          _gate("when", "sense.mine-ours-system", "theirs")),
          3, "“sense.mine-ours-system” says one of mine, no mine, no ours, no system"),
    # -- a purpose among purposes
    Fault("one letter", purpose("notice"), "", r"^letter:", "letter: d", 0, "“d”, as in damp.yaml"),
    Fault("one letter", purpose("sign-up"), "", r"^letter:", "letter: d", 0, "as in damp.yaml"),
    Fault("file name", purpose("settling-in"), "", r"^purpose:", "purpose: settling",
          0, "is “settling”, but the file is called settling-in.yaml"),
    Fault("file name", purpose("bereavement"), "", r"^purpose:", "purpose: bereavment",
          0, "is “bereavment”, but the file is called bereavement.yaml"),
    Fault("move", MOVES, "wider-picture", r"^    asked_by:", "    asked_by: [sense.mine-or-ours]",
          0, "names “sense.mine-or-ours”, which does not exist"),
    Fault("move", REFLECT, "more.learning", r"^        hint:", "        answer: one-word",
          0, "answer stands where questions wait to be called"),
    Fault("move", MOVES, "learning", r"^    shown_by:", "    shown_by: [sense.went-wel]",
          0, "names “sense.went-wel”, which does not exist; did you mean “sense.went-well”"),
)  # fmt: skip

IN_A_TRANSLATION = (
    Fault("untranslated", PRINCIPLES["culture"], "culture.asked-or-assumed", r"^    hint:", "",
          r"- id: culture.asked-or-assumed$", "hint is missing; en-GB has it"),
    Fault("untranslated", REFLECT, "watch.at-stake", r"^            note: with", "",
          r"- value: collaboration", "note is missing; en-GB has it"),
    Fault("untranslated", "pathways.yaml", "safeguarding", r"^    say:", "    say:",
          0, "say[3] is missing; en-GB has it", lines=2),
    Fault("untranslated", "barriers.yaml", "access", r"^    label:", "",
          r"- id: access", "label is missing"),
    Fault("untranslated", purpose("repairs-access"), "", "", "", None, "is missing; en-GB has it"),
)  # fmt: skip
"""Found beside the language it is translated from."""


class _Line(str):
    """A line that can be told from another with the same words."""

    __slots__ = ()


def plant(folder: Path, faults: Sequence[Fault]) -> list[int | None]:
    """Make the edits of `faults` in `folder`; the line each is to be found on."""
    texts: dict[str, list[_Line]] = {}
    new_lines: dict[int, list[_Line]] = {}
    for number, fault in enumerate(faults):
        if not fault.line:
            if fault.new:
                texts[fault.file] = [_Line(line) for line in fault.new.split("\n")]
            else:
                (folder / fault.file).unlink()
            continue
        if fault.file not in texts:
            said = (folder / fault.file).read_text(encoding="utf-8")
            texts[fault.file] = [_Line(line) for line in said.split("\n")]
        lines = texts[fault.file]
        start = _first(lines, rf"- (id|key): {re.escape(fault.of)}$") if fault.of else 0
        place = start + _first(lines[start:], fault.line)
        new_lines[number] = [_Line(line) for line in fault.new.split("\n")] if fault.new else []
        lines[place : place + fault.lines] = new_lines[number]
    for name, lines in texts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("\n".join(lines), encoding="utf-8")
    found: list[int | None] = []
    for number, fault in enumerate(faults):
        match fault.found:
            case None:
                found.append(None)
            case int(place):
                wanted = new_lines[number][place]
                here = next(n for n, line in enumerate(texts[fault.file]) if line is wanted)
                found.append(here + 1)
            case "the first line":
                found.append(1 + _first(texts[fault.file], r"^[^#]"))
            case str(pattern):
                found.append(1 + _first(texts[fault.file], pattern))
    return found


def _first(lines: Sequence[str], pattern: str) -> int:
    return next(n for n, line in enumerate(lines) if re.search(pattern, line))
