"""The lenses in words: which there are, what they see, and that they miss things."""

import json
from collections.abc import Iterator, Sequence

from tipcoach.coach.lens_choices import LensList
from tipcoach.coach.lens_reading import LookedAt, Seen
from tipcoach.practice.counting import number_of
from tipcoach.practice.lenses.notice import Lens, Notice
from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.other_words import called_instead
from tipcoach.reports.wrapping import wrap

WIDTH = 78
WHAT_IT_DOES = {
    Lens.WORDING: "Words that blame or label, why they may matter, and another way to say it.",
    Lens.IDENTIFIERS: (
        "What could tell somebody who a person is, such as a name after a title or a phone "
        "number, and a vaguer word for it."
    ),
    Lens.MOVES: "After you have written, one question at most about what is not said yet.",
}
MISSES = (
    "The lenses miss things. They change no word and stop nothing. What they see is kept nowhere, "
    "but for words you ask them to leave alone."
)
NOTHING_SEEN = "Nothing was seen. That is not the same as nothing being there."
READ_ONCE = "It misses things. Read it once as a neighbour or a colleague would."
HOW_TO_SWITCH = "To switch one: tipcoach lenses off LENS, or on LENS."
HOW_TO_ASK_AGAIN = "To be told of one again: tipcoach lenses ask-again WORDS"
HOW_TO_NAME = "To change it: tipcoach lenses names --add NAME, or --remove NAME."


def heading(notice: Notice) -> str:
    """`wording: “no access”`, on one line; a guess says that it is one."""
    perhaps = ", perhaps" if notice.soft else ""
    return f"{notice.lens.value}{perhaps}: “{clean_line(notice.quote)}”"


def what_to_say_instead(notice: Notice) -> str:
    """The question and the other words, as far as there are any."""
    other = f"{called_instead(notice)}: {notice.instead}" if notice.instead else ""
    return " ".join(part for part in (notice.ask, other) if part)


def identifiers_sentence(many: int, *, is_looked_at: bool) -> str:
    """What the identifiers lens has to say of what is to go out as a whole; it may be off."""
    if not is_looked_at:
        return "The identifiers lens is off, so nothing was looked at."
    if not many:
        return "The identifiers lens sees nothing in it."
    return f"The identifiers lens sees {number_of(many, 'thing')} that may tell who somebody is."


def identifier_lines(notices: Sequence[tuple[str, Notice]], *, is_looked_at: bool) -> list[str]:
    """What may tell who somebody is, each with where it is; at the end that more may be there."""
    lines = [
        f"{heading(notice)}, in {place}. {notice.why} {what_to_say_instead(notice)}".rstrip()
        for place, notice in notices
    ]
    return [identifiers_sentence(len(notices), is_looked_at=is_looked_at), *lines, READ_ONCE]


def lens_list_text(found: LensList) -> str:
    """Every lens, on or off, what it leaves alone, and the officer's own list."""
    lines: list[str] = []
    for one in found.lenses:
        lines += _hanging(
            f"{one.lens.value:<13}{'on' if one.is_on else 'off':<5}", WHAT_IT_DOES[one.lens]
        )
    dismissed = [one for one in found.lenses if one.leaves_alone]
    if dismissed:
        lines += ["", "Left alone, because you asked:"]
        for one in dismissed:
            said = "; ".join(map(clean_line, one.leaves_alone))
            lines += [f"  {line}" for line in wrap(f"{one.lens.value}: {said}", WIDTH - 2)]
    lines += ["", *_own_list(found), "", *wrap(MISSES, WIDTH), HOW_TO_SWITCH]
    lines += [HOW_TO_ASK_AGAIN] if dismissed else []
    lines += [HOW_TO_NAME]
    return "\n".join(lines) + "\n"


def _own_list(found: LensList) -> list[str]:
    if not found.names:
        return ["Your own list of streets and colleagues is empty."]
    path = clean_line(str(found.names_file))
    names = number_of(len(found.names), "name")
    return [f"Your own list of streets and colleagues has {names}:", path]


def _hanging(begins: str, text: str) -> Iterator[str]:
    for line in wrap(text, WIDTH - len(begins)):
        yield begins + line
        begins = " " * len(begins)


def lens_list_document(found: LensList) -> str:
    """`{"lenses": [{"lens", "on", "does", "leaves_alone"}], "names", "names_file", "faults"}`."""
    return _json(
        {
            "lenses": [
                {
                    "lens": one.lens.value,
                    "on": one.is_on,
                    "does": WHAT_IT_DOES[one.lens],
                    "leaves_alone": [*one.leaves_alone],
                }
                for one in found.lenses
            ],
            "names": len(found.names),
            "names_file": clean_line(str(found.names_file)),
            "faults": [str(fault) for fault in found.faults],
        }
    )


def switched_sentence(lens: Lens, *, on: bool) -> str:
    if on:
        return f"The {lens.value} lens is on."
    return f"The {lens.value} lens is off, until: tipcoach lenses on {lens.value}"


def names_text(names: Sequence[str]) -> str:
    """One a line; nothing where there are none."""
    return "".join(f"{clean_line(name)}\n" for name in names)


def names_document(names: Sequence[str]) -> str:
    return _json({"names": [*names]})


def looked_at_text(found: LookedAt) -> str:
    """Every notice in the order of the text, and that there may be more."""
    lines: list[str] = []
    for seen in found.seen:
        lines += [*_notice_lines(seen), ""]
    if not found.seen:
        lines += [NOTHING_SEEN, ""]
    if found.off:
        lines += [f"Switched off: {', '.join(lens.value for lens in found.off)}."]
    return "\n".join([*lines, *wrap(MISSES, WIDTH)]) + "\n"


def _notice_lines(seen: Seen) -> Iterator[str]:
    yield from wrap(f"Line {seen.line}, {heading(seen.notice)}", WIDTH)
    for said in (seen.notice.why, what_to_say_instead(seen.notice)):
        if said:
            yield from (f"  {line}" for line in wrap(said, WIDTH - 2))


def seen_in_sentence(entry_id: str, seen: Sequence[tuple[str, Notice]]) -> str:
    """Which kinds of identifier there are in an entry, none of them quoted; or nothing."""
    kinds = dict.fromkeys(
        notice.about.replace("-", " ") for _, notice in seen if notice.lens is Lens.IDENTIFIERS
    )
    if not kinds:
        return ""
    return (
        f"The identifiers lens saw something in it: {', '.join(kinds)}. It misses things. To read "
        f"it: tipcoach journal show {entry_id}"
    )


def notices_shape(seen: Sequence[tuple[str, Notice]]) -> list[dict[str, str]]:
    """`[{"prompt", "lens", "about"}]`, with no words of the entry."""
    return [
        {"prompt": prompt_id, "lens": notice.lens.value, "about": notice.about}
        for prompt_id, notice in seen
    ]


def looked_at_document(found: LookedAt) -> str:
    """`{"notices": [...], "off": [...], "complete": false}`: it never is.

    Each notice has its `line` from 1, and `start` and `end` in characters from 0.
    """
    return _json(
        {
            "notices": [_shape(seen) for seen in found.seen],
            "off": [lens.value for lens in found.off],
            "complete": False,
        }
    )


def _shape(seen: Seen) -> dict[str, object]:
    one = seen.notice
    return {
        "line": seen.line,
        "start": one.start,
        "end": one.end,
        "lens": one.lens.value,
        "about": one.about,
        "quote": one.quote,
        "why": one.why,
        "ask": one.ask,
        "instead": one.instead,
        "soft": one.soft,
    }


def _json(shape: dict[str, object]) -> str:
    return json.dumps(shape, ensure_ascii=False, indent=2)
