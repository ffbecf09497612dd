"""The rows a copy is made with: its answers, the question, the principle, what the lens sees."""

from collections.abc import Sequence

from tipcoach.coach.sharing import Preparing
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.entry import Asked
from tipcoach.practice.lenses.notice import Notice
from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.lenses import READ_ONCE
from tipcoach.reports.shared_copies import principle_name, promise_lines
from tipcoach.reports.wrapping import wrap
from tipcoach.tui import keys
from tipcoach.tui.widgets.rows import Row, gap, heading

QUESTION_ROW, PRINCIPLE_ROW = "question", "principle"
PART, NOTICE = "part ", "notice "
"""What the id of such a row begins with."""
WIDTH = 34
OFF = "the lens is off"
NOTHING_FOUND = "nothing found"
NOT_WRITTEN, NOT_NAMED = "nothing yet; {reword} writes it", "none; {reword} names one"
E_DOES = {QUESTION_ROW: "write", PRINCIPLE_ROW: "name", NOTICE: "look"}
"""What `e` does on a row, by what its id begins with; it rewords an answer."""

Placed = tuple[str, Notice]
"""What the lens saw, and the place it saw it in: a prompt id, or that of the question."""


def share_rows(
    preparing: Preparing,
    principles: Sequence[PrincipleName],
    seen: Sequence[Placed] | None,
) -> list[Row]:
    """Everything there is to choose or to say; `seen` is `None` while the lens is off."""
    question, named = clean_line(preparing.question), preparing.principle
    not_written, not_named = (keys.said(keys.SHARE, said) for said in (NOT_WRITTEN, NOT_NAMED))
    return [
        heading("Choose the answers"),
        *(_part(preparing, asked, principles) for asked in preparing.parts),
        gap(),
        heading("The question I bring"),
        Row(QUESTION_ROW, ((question, "ink") if question else (not_written, "muted"),)),
        heading("The principle I name"),
        Row(
            PRINCIPLE_ROW,
            ((principle_name(named, principles), "ink") if named else (not_named, "muted"),),
        ),
        gap(),
        *_seen_rows(seen),
        *_lines(READ_ONCE),
        gap(),
        heading("The employer’s promise"),
        *(row for line in promise_lines(preparing.promise) for row in _lines(line)),
    ]


def e_does(row_id: str) -> dict[str, str]:
    """What the last row says of `e` on a row, where that is not the usual."""
    does = next((said for start, said in E_DOES.items() if row_id.startswith(start)), "")
    return {"reword": does} if does else {}


def _part(preparing: Preparing, asked: Asked, principles: Sequence[PrincipleName]) -> Row:
    mark = next((name.mark for name in principles if name.principle is asked.principle), "")
    box = "[x] " if asked.prompt in preparing.chosen else "[ ] "
    said = clean_line(preparing.words(asked.prompt))
    return Row(
        f"{PART}{asked.prompt}",
        ((box, "accent"), (f"{mark} " if mark else "", "muted"), (asked.question, "ink")),
        below=((f"    {said}", "muted"),),
        box=box,
    )


def _seen_rows(seen: Sequence[Placed] | None) -> list[Row]:
    if not seen:
        return [heading(f"» Identifiers  {OFF if seen is None else NOTHING_FOUND}")]
    rows = [heading("» Identifiers")]
    for number, (_, notice) in enumerate(seen):
        guess = "perhaps" if notice.soft else ""
        rows.append(Row(f"{NOTICE}{number}", ((f"“{notice.quote}”", "found"),), right=guess))
    return rows


def _lines(text: str) -> list[Row]:
    return [heading(line) for line in wrap(clean_line(text), WIDTH)]
