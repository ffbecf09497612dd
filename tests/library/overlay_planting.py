"""A clean overlay with something of everything in it, and faults to plant in it.

Planted and found as those of our own files are: see `planting`.
"""

from pathlib import Path

from library.planting import LONG, Fault

OURS, MORE, PURPOSE = "ours.yaml", "more.yaml", "purposes/parking.yaml"
BARRIERS = "barriers.yaml"

CLEAN = {
    OURS: """\
overlay: Sample Homes (a sample)
provenance:
  author: the practice lead
  lived_experience: a tenant panel, November 2026
adds:
  - id: ours.interpreter
    phase: before
    principle: safety
    question: Is an interpreter booked, and do they know it is free?
    quick: Is an interpreter booked?
    why: Nobody should have to bring a relative to be understood.
    answer: yes-not-yet
    sources: [OURS-1]
  - id: ours.interpreter-how
    phase: before
    principle: safety
    question: Who will you look at while the interpreter speaks?
    why: Looking at the interpreter leaves the other person out.
    hint: Them, and not the interpreter.
    when:
      answers:
        landed.no-letter: "yes"
    sources: [OURS-1, D]
  - id: landed.no-letter
    checklist: prepare
    section: landed
    question: Which of our letters is still on its way to them?
    why: A letter that crosses with you undoes what you said.
    answer: yes-not-yet
    sources: [D]
  - id: ours.kept-up
    phase: after
    principle: empowerment
    question: What have they kept up that no form of ours asks about?
    quick: What have they kept up?
    why: Seeing it is a matter of looking.
    strengths: true
    channels:
      phone:
        question: What did you hear that they have kept up?
    purposes: [damp, offer, parking]
    sources: [SB-Wis1]
  - id: ours.rent-letter
    phase: after
    principle: trust
    question: Which letter of ours said what they told you it said?
    why: They may be right about it.
    hint: The letter, and the line in it.
    purposes: [arrears]
    sources: [D]
rewords:
  - prompt: orient.hat-sentence
    quick: What will you say you are there for?
  - prompt: collaboration.wants
    channels:
      phone:
        question: What might they want most from this call?
        quick: What might they want from the call?
  - prompt: trust.last-promise
    purposes: [damp]
    question: What did we last say we would do about the damp itself?
  - prompt: land.heard
    question: Does anything you saw or heard have to go further today?
hides:
  - landed.story
  - prompt: landed.from-us
    purposes: [damp]
order:
  prepare:
    five: [ours.interpreter]
    trust: [trust.early-no]
""",
    MORE: """\
overlay: Sample Homes (a sample)
provenance:
  author: the practice lead
  reviewed_by: [a tenant panel]
  lived_experience: a tenant panel, November 2026
adds:
  - id: more.who-else
    phase: after
    principle: collaboration
    question: Who else of ours could have been there with you?
    why: Two people from two teams can save a second visit.
    answer: yes-not-yet
    sources: [D]
  - id: more.their-say
    phase: after
    principle: choice
    question: What did they say about how the visit began?
    why: It is the part of it they had the least say in.
    answer: yes-not-yet
    sources: [D]
rewords:
  - prompt: safety.settled
    why: What helped once may help again.
  - prompt: culture.better-fit
    hint: Whatever they said would fit.
hides:
  - sense.dilemma
""",
    PURPOSE: """\
purpose: parking
name: Parking
label: parking
letter: z
about:
  hurts: A fine frightens.
  good: Say what can be undone.
  do_not_ask: Whose car it is.
provenance:
  author: the practice lead
  lived_experience: none yet
adds:
  - id: parking.letter
    phase: before
    principle: trust
    question: What did our last letter about the car say, and was it right?
    why: A wrong letter has to be put right first.
    sources: [OURS-1]
  - id: parking.space
    phase: after
    principle: choice
    question: Which of the spaces was theirs to choose?
    why: There may have been more than one.
    sources: [D]
rewords:
  - prompt: trust.last-promise
    question: What did we last say we would do about parking?
drops: [trust.early-no]
stops:
  - id: threats
    label: Threats over a space
    pathway: neighbour-threats
card:
  opening: {home: Hello., doorstep: Hello., phone: Hello., office: Hello., video: Hello.}
  way_out: {home: Bye., doorstep: Bye., phone: Bye., office: Bye., video: Bye.}
""",
    "sources.yaml": "sources:\n  - key: OURS-1\n    title: Our own panel, 2026\n",
    "pathways.yaml": """\
pathways:
  - id: neighbour-threats
    name: Threats from a neighbour
    say: ["In danger now, ring 999."]
""",
    BARRIERS: """\
barriers:
  - id: another-team
    label: Waiting on repairs, or on another team
  - id: one-car
    label: The one pool car
""",
}


def put(folder: Path) -> Path:
    """Write the clean overlay into `folder`."""
    for name, said in CLEAN.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(said, encoding="utf-8")
    return folder


HEAD = """\
overlay: Sample Homes (a sample)
provenance: {author: the practice lead, lived_experience: none yet}
"""


def _add(name: str, more: str, place: str = "phase: before, principle: trust") -> str:
    said = f"question: What of {name}?, why: It belongs to {name}., sources: [D]"
    return f"  - {{id: {name}, {place}, {said}, {more}}}\n"


CONDITIONS = f"""{HEAD}adds:
{_add("gate.word", "when: {answers: {business.sort: they}}")}\
{_add("gate.silent", "when: {answers: {landed.no-power: quiet}}")}\
{_add("gate.late", "when: {answers: {alone.cover: 'yes'}}")}\
{_add("gate.shut", "when: {hat: [both]}, unless: {hat: [both]}")}\
{_add("gate.nobody", "when: {answers: {busines.sort: theirs}}")}\
{_add("gate.round", "answer: yes-not-yet, when: {answers: {gate.about: 'yes'}}")}\
{_add("gate.about", "answer: yes-not-yet, when: {answers: {gate.round: 'yes'}}")}"""
PLACES = f"""{HEAD}adds:
{_add("place.no-plan", "looks_back: true", "checklist: prepare, section: landed")}\
{_add("place.none", "forms: [full]", "hint: None")}\
{_add("place.half", "forms: [full]", "phase: after")}\
{_add("place.section", "forms: [full]", "checklist: prepare, section: landde")}\
{_add("place.checklist", "forms: [full]", "checklist: preparre, section: landed")}\
{_add("place.landing", "forms: [full]", "checklist: reflect, section: land")}\
{_add("place.called", "forms: [full]", "checklist: reflect, section: more")}\
{_add("place.purpose", "purposes: [dampp]")}\
{_add("place.no-form", "forms: [quick]")}\
{_add("place.no-walk", "forms: [quick]", "checklist: prepare, section: landed")}\
{_add("land.safe", "forms: [full]")}\
{_add("more.who-else", "forms: [full]")}\
{_add("place.source", "forms: [full]").replace("[D]", "[TIP-NAPC]")}\
{_add("place.stop", "answer: pick-one, choices: [{value: a, label: A, pathway: hazard}]")}\
{_add("place.card", "card: opening")}"""
OTHER_WORDS = f"""{HEAD}rewords:
  - {{prompt: trust.last-promis, why: It is misspelt.}}
  - {{prompt: empowerment.disagree, quick: Can they say no?}}
  - {{prompt: landed.from-us, purposes: [damp], why: It is hidden for damp.}}
  - {{prompt: arrears.court, purposes: [damp], why: It is for arrears.}}
  - {{prompt: landed.no-power, purposes: [arrers], why: It is misspelt.}}
  - {{prompt: damp.advice, why: Once.}}
  - {{prompt: damp.advice, why: Twice.}}
"""
LEFT_OUT = f"""{HEAD}hides:
  - land.heard
  - sense.dilema
  - {{prompt: collaboration.wants, purposes: [audit]}}
  - {{prompt: choice.actually-chose, purposes: [offer, notice]}}
  - {{prompt: moment.noticed, purposes: [dampp]}}
order:
  prepare:
    hat: [orient.hat-sentence]
    landed: [landed.stry]
    plann: []
  reflect:
    land: [land.word]
"""
IN_EMPOWERMENT = "phase: after, principle: empowerment"
STRENGTHS = f"""{HEAD}adds:
{_add("strong.none", "quick: What else?, purposes: [sign-up]", IN_EMPOWERMENT)}\
hides:
  - {{prompt: empowerment.kept-going, purposes: [repairs-access]}}
"""
NEVER = f"""{HEAD}adds:
{_add("never.who", "hint: Their date of birth.")}\
{_add("never.past", "probe: Have they ever been abused?")}\
{_add("never.mark", "example: Seven out of ten.")}"""
CANNOT_BE_READ = "overlay: x\nadds: [\n"
A_PURPOSE = (
    CLEAN[PURPOSE].replace("purpose: parking", "purpose: garage").replace("parking.", "garages.")
)

FAULTS = (
    # -- what a field may not be called or hold
    Fault("unknown field", OURS, "ours.interpreter-how", r"^    hint:", "    hnt: x",
          0, "hnt is not a field here; did you mean “hint”"),
    Fault("unknown field", MORE, "", r"^hides:", "hide:",
          0, "hide is not a field here; did you mean “hides”"),
    Fault("unknown value", OURS, "ours.rent-letter", r"^    principle:",
          "    principle: saftey", 0, "“saftey”, which is not one of"),
    Fault("unknown value", MORE, "more.who-else", r"^    answer:", "    answer: yes-not",
          0, "did you mean “yes-not-yet”"),
    Fault("no such channel", OURS, "ours.rent-letter", r"^      phone:$", "      fone:",
          0, "“fone”, which is not one of home, doorstep, phone, office, video"),
    Fault("missing", PURPOSE, "parking.space", r"^    why:", "",
          r"- id: parking.space", "why is missing"),
    Fault("missing", MORE, "", r"^  lived_experience:", "",
          r"^provenance:", "lived_experience is missing"),
    Fault("missing", PURPOSE, "", r"^  do_not_ask:", "", r"^about:", "do_not_ask is missing"),
    Fault("key twice", MORE, "more.their-say", r"^    why:", "    why: One.\n    why: Two.",
          1, "has `why` twice"),
    # -- conditions
    Fault("never true", "conditions.yaml", "", "", CONDITIONS,
          r"gate.word,", "waits for “they”, and “business.sort” says one of"),
    Fault("never true", "conditions.yaml", "", "", CONDITIONS,
          r"gate.silent,", "waits for an answer in words; “landed.no-power” gives none"),
    Fault("never true", "conditions.yaml", "", "", CONDITIONS,
          r"gate.late,", "“alone.cover” is not asked before this one"),
    Fault("never true", "conditions.yaml", "", "", CONDITIONS,
          r"gate.shut,", "can never hold: unless closes all of it"),
    Fault("no such prompt", "conditions.yaml", "", "", CONDITIONS,
          r"gate.nobody,", "did you mean “business.sort”"),
    Fault("circle", "conditions.yaml", "", "", CONDITIONS,
          r"id: gate.round,", "goes round in a circle: “gate.about” waits for this one"),
    Fault("circle", "conditions.yaml", "", "", CONDITIONS,
          r"id: gate.about,", "goes round in a circle: “gate.round” waits for this one"),
    # -- where it goes
    Fault("no place", "places.yaml", "", "", PLACES, r"place.none,", "wants a place"),
    Fault("no place", "places.yaml", "", "", PLACES, r"place.half,", "wants a place"),
    Fault("no such place", "places.yaml", "", "", PLACES,
          r"place.section,", "“landde”, which does not exist; did you mean “landed”"),
    Fault("no such place", "places.yaml", "", "", PLACES,
          r"place.checklist,", "“preparre”, which does not exist; did you mean “prepare”"),
    Fault("guarded", "places.yaml", "", "", PLACES,
          r"place.landing,", "nothing can be added to landing or to a stop rule"),
    Fault("guarded", "places.yaml", "", "", PLACES, r"place.stop,", "is declared while landing"),
    Fault("guarded", "places.yaml", "", "", PLACES, r"place.card,", "is for one question only"),
    Fault("no plan yet", "places.yaml", "", "", PLACES,
          r"place.no-plan,", "looks_back is only for a question after a visit"),
    Fault("no such purpose", "places.yaml", "", "", PLACES,
          r"place.purpose,", "“dampp”, which does not exist; did you mean “damp”"),
    Fault("on no walk", "places.yaml", "", "", PLACES,
          r"place.no-form,", "“place.no-form”, which no walk can reach"),
    Fault("on no walk", "places.yaml", "", "", PLACES,
          r"place.no-walk,", "“place.no-walk”, which no walk can reach"),
    Fault("on no walk", "places.yaml", "", "", PLACES,
          r"place.called,", "“place.called”, which nothing asks"),
    Fault("id twice", "places.yaml", "", "", PLACES, r"id: land.safe", "reflect.yaml already has"),
    Fault("id twice", "places.yaml", "", "", PLACES, r"id: more.who", "more.yaml already has"),
    Fault("no such source", "places.yaml", "", "", PLACES,
          r"place.source,", "“TIP-NAPC”, which does not exist; did you mean “TIP-NAPAC”"),
    # -- other words
    Fault("no such prompt", "words.yaml", "", "", OTHER_WORDS,
          r"last-promis,", "did you mean “trust.last-promise”"),
    Fault("shown nowhere", "words.yaml", "", "", OTHER_WORDS,
          r"empowerment.disagree", "quick is shown on no walk"),
    Fault("shown nowhere", "words.yaml", "", "", OTHER_WORDS,
          r"landed.from-us", "why is shown on no walk"),
    Fault("shown nowhere", "words.yaml", "", "", OTHER_WORDS,
          r"arrears.court", "why is shown on no walk"),
    Fault("no such purpose", "words.yaml", "", "", OTHER_WORDS, r"arrers", "mean “arrears”"),
    Fault("reworded twice", "words.yaml", "", "", OTHER_WORDS, r"Twice", "rewords already"),
    # -- what is taken out, and in which order
    Fault("kept", "hidden.yaml", "", "", LEFT_OUT, r"- land.heard", "cannot be taken out"),
    Fault("no such prompt", "hidden.yaml", "", "", LEFT_OUT, r"dilema", "mean “sense.dilemma”"),
    Fault("no such purpose", "hidden.yaml", "", "", LEFT_OUT, r"dampp", "mean “damp”"),
    Fault("left out", "hidden.yaml", "", "", LEFT_OUT, r"collaboration.wants",
          "leaves collaboration without a question in prepare (audit, home, quick"),
    Fault("left out", "hidden.yaml", "", "", LEFT_OUT, r"choice.actually-chose",
          "leaves choice without a question in reflect (notice, home, quick"),
    Fault("no strengths", "strengths.yaml", "", "", STRENGTHS, r"strong.none,",
          "leaves strengths without a question in reflect (sign-up, home, quick"),
    Fault("left out", "strengths.yaml", "", "", STRENGTHS, r"empowerment.kept-going",
          "leaves empowerment without a question in prepare (repairs-access, home, quick"),
    Fault("left out", PURPOSE, "", r"^drops:", "drops: [empowerment.kept-going]", 0,
          "leaves empowerment without a question in prepare (parking, home, quick"),
    Fault("order", "hidden.yaml", "", "", LEFT_OUT, r"^    hat:", "which is always the first"),
    Fault("order", "hidden.yaml", "", "", LEFT_OUT, r"landed.stry", "mean “landed.story”"),
    Fault("order", "hidden.yaml", "", "", LEFT_OUT, r"plann", "did you mean “plan”"),
    Fault("order", "hidden.yaml", "", "", LEFT_OUT, r"^    land:", "its order cannot be changed"),
    # -- what is never asked
    Fault("never asked", "never.yaml", "", "", NEVER, r"never.who,", "hint asks who somebody is"),
    Fault("never asked", "never.yaml", "", "", NEVER, r"never.past,", "probe asks for somebody’s"),
    Fault("never asked", "never.yaml", "", "", NEVER, r"never.mark,", "example asks for a rating"),
    # -- barriers
    Fault("unknown field", BARRIERS, "another-team", r"^    label:",
          "    label: Waiting on repairs\n    lable: x", 1, "did you mean “label”"),
    Fault("said twice", BARRIERS, "one-car", r"- id:",
          "  - id: another-team\n    label: Another team again\n  - id: one-car",
          0, "is “another-team” a second time"),
    Fault("said twice", BARRIERS, "one-car", r"^    label:", "    label: Not enough time",
          0, "reads the same as that of “time”"),
    Fault("never asked", BARRIERS, "one-car", r"- id:",
          "  - id: born\n    label: Their date of birth\n  - id: one-car",
          1, "asks who somebody is"),
    # -- whole purposes and files
    Fault("one letter", "purposes/garages.yaml", "", "", A_PURPOSE,
          r"^letter:", "is “z”, which picks parking"),
    Fault("one letter", PURPOSE, "", r"^letter:", "letter: z", 0, "is “z”, which picks garage"),
    Fault("file name", "purposes/garages.yaml", "", "", A_PURPOSE,
          r"^purpose:", "is “garage”, but the file is called garages.yaml"),
    Fault("no such pathway", PURPOSE, "", r"^    pathway:", "    pathway: neighbor-threats",
          0, "did you mean “neighbour-threats”"),
    Fault("taken", "sources.yaml", "", r"- key:", "  - key: D\n    title: Again\n  - key: OURS-1",
          0, "is “D”, which there is already"),
    Fault("no such source", PURPOSE, "parking.letter", r"sources:", "    sources: [OURS-2]",
          0, "“OURS-2”, which does not exist"),
)  # fmt: skip

NOTES = (
    Fault("too long", OURS, "ours.interpreter", r"^    question:", f"    question: {LONG}?",
          0, "has 26 words; a question has at most 25"),
    Fault("too many sentences", OURS, "", r"^    question: Does any",
          "    question: Is it? Was it? Will it be?", 0, "has 3 sentences; at most 2"),
    Fault("jargon", MORE, "", r"^    hint: Whatever", "    hint: What service users said.",
          0, "says “service users”, which is jargon"),
    Fault("praise", PURPOSE, "parking.space", r"^    why:", "    why: Well done for asking.",
          0, "says “Well done”, which is praise"),
    Fault("exclamation mark", OURS, "", r"^    quick: What will you say", "    quick: Say it!",
          0, "has an exclamation mark"),
    Fault("read alike", OURS, "ours.rent-letter", r"^    question:",
          "    question: If they read your case note, what would surprise them?",
          0, "reads the same as that of “trust.case-note”"),
    Fault("read alike", OURS, "", r"^    question: What did we last say",
          "    question: What came out of this that was their own idea?",
          0, "reads the same as that of “empowerment.own-idea”"),
    Fault("no source", MORE, "more.their-say", r"^    sources:", "",
          r"- id: more.their-say", "sources is missing: name one of ours"),
)  # fmt: skip
"""How the house writes: to be said, and no fault of theirs."""
