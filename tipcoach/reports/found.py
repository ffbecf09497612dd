"""What a search found, for people and for programs. It loads next to nothing, to be quick."""

import json
from collections.abc import Callable

from tipcoach.practice.plaintext import clean, clean_line
from tipcoach.practice.search import Found, Match
from tipcoach.reports.wrapping import wrap

KINDS = {
    "preparation": "Before",
    "reflection": "After",
    "staff_mirror": "Staff mirror",
    "walk_it_as_them": "Walk it as them",
    "agreement": "Supervision agreement",
    "session": "Session",
    "after_session": "After a session",
}
NOTHING = (
    "Nothing in your journal says that. All of it has to be in one entry; arr* looks for the\n"
    "beginning of a word.\n"
)
MOST_IN_TEXT, MOST_IN_JSON = 220, 400
"""Characters of a sentence that are shown."""

# No cleaned text holds these, and they take no room when a line is broken.
_FROM, _TO = "\u2062", "\u2063"


def found_text(found: Found, mark: Callable[[str], str], width: int = 78) -> str:
    """Two or more lines an entry; `mark` makes what was looked for stand out."""
    if not found.matches:
        return NOTHING
    lines: list[str] = []
    for match in found.matches:
        entry = match.entry
        about = " · ".join(part for part in (entry.day, title_of(match), entry.id) if part)
        lines.append(clean_line(about))
        lines += [f"  {line}" for line in _sentence(match, mark, width - 2)]
    if found.more:
        lines.append("There are more: --limit N, or --all.")
    return "\n".join(lines) + "\n"


def title_of(match: Match) -> str:
    """`Before · rent arrears · phone`; a stopped visit names no purpose."""
    entry = match.entry
    label = "stopped" if entry.stopped else entry.label
    return " · ".join(part for part in (KINDS[entry.kind], label, entry.channel) if part)


def _sentence(match: Match, mark: Callable[[str], str], width: int) -> list[str]:
    said = "".join(
        f"{_FROM}{text}{_TO}" if is_found else text
        for text, is_found in pieces(match, MOST_IN_TEXT)
    )
    lines = "\n".join(wrap(said, width))
    first, *parts = lines.split(_FROM)
    for part in parts:
        inside, _, after = part.partition(_TO)
        first += "\n".join(map(mark, inside.split("\n"))) + after
    return first.split("\n")


def pieces(match: Match, most: int) -> list[tuple[str, bool]]:
    """The sentence in pieces, each with whether it is what was looked for."""
    said, spans = match.cut(most)
    found: list[tuple[str, bool]] = []
    place = 0
    for start, end in spans:
        found += [(clean_line(said[place:start]), False), (clean_line(said[start:end]), True)]
        place = end
    return [piece for piece in [*found, (clean_line(said[place:]), False)] if piece[0]]


def found_document(found: Found) -> str:
    """`{"results": [...], "more": ...}`; `words` are spans in `sentence`, from and to."""
    return json.dumps(
        {"results": [_shape(match) for match in found.matches], "more": found.more},
        ensure_ascii=False,
        indent=2,
    )


def _shape(match: Match) -> dict[str, object]:
    entry = match.entry
    sentence, spans = match.cut(MOST_IN_JSON)
    return {
        "id": entry.id,
        "kind": entry.kind,
        "created": entry.created,
        "purpose": entry.purpose,
        "channel": entry.channel or None,
        "stopped": entry.stopped,
        "sentence": clean(sentence),
        "words": [list(span) for span in spans],
    }
