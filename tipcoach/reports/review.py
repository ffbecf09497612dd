"""What officers brought, as its reader sees it before and after opening one."""

import json
from collections.abc import Iterator, Sequence

from tipcoach.coach.inbox import Said
from tipcoach.coach.reviewing import Brought, Review, Row
from tipcoach.practice.checklist import PrincipleName
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.shared_copy import SharedCopy
from tipcoach.reports.inbox import said_lines, said_shape
from tipcoach.reports.shared_copies import before_opening, copy_page, page_text, said_month
from tipcoach.reports.sharing import copy_shape
from tipcoach.reports.wrapping import wrap

WIDTH = 78
NOTHING_BROUGHT = "Nothing was brought.\n"
HOW = "To open one: tipcoach review open COPY. Its officer is told first."
MORE = "There are more: --limit N, or --all."
MARKED = "Marked for the session, on this machine alone."
NOT_MARKED = "No longer marked."


def review_text(rows: Sequence[Row], principles: Sequence[PrincipleName], *, more: bool) -> str:
    """Unopened first; of each only its question, what was named, and the fair warning."""
    if not rows:
        return NOTHING_BROUGHT
    lines: list[str] = []
    for row in rows:
        lines += [*_row_lines(row, principles), ""]
    return "\n".join([*lines, *([MORE] if more else []), HOW]) + "\n"


def _row_lines(row: Row, principles: Sequence[PrincipleName]) -> Iterator[str]:
    yield row.brought.id
    yield f"  {row_note(row.brought)}"
    if row.copy is None:
        yield from _in(f"Not to be opened: {row.why}.")
        return
    for line in before_opening(row.copy, principles):
        yield from _in(line.text)


def row_note(brought: Brought) -> str:
    """`Officer A · November 2026 · not opened · marked for the session`."""
    parts = [brought.officer.name, said_month(brought.month)]
    parts.append("opened" if brought.opened else "not opened")
    parts += ["marked for the session"] if brought.marked else []
    return clean_line(" · ".join(parts))


def _in(text: str) -> Iterator[str]:
    return (f"  {line}" for line in wrap(text, WIDTH - 2))


def opened_text(
    brought: Brought, copy: SharedCopy, said: Sequence[Said], principles: Sequence[PrincipleName]
) -> str:
    """All of a copy, and what was said of it by either."""
    page = page_text(copy_page(copy, principles))
    lines = [row for line in said_lines(said) for row in wrap(line, WIDTH)]
    after = "\n".join(["", *lines, ""]) if lines else ""
    return f"{brought.officer.name}\n\n{page}{after}"


def told_sentence(brought: Brought) -> str:
    """That its officer knows of the opening."""
    if brought.opened:
        return f"{brought.officer.name} was told when you opened it first."
    return f"{brought.officer.name} has been told that you opened it."


def review_document(review: Review, rows: Sequence[Row], *, more: bool) -> str:
    """`{"brought": [...], "more": ..., "closed": [...], "foreign": [...]}`."""
    return _json(
        {
            "brought": [_row_shape(row) for row in rows],
            "more": more,
            "closed": [*review.closed],
            "foreign": [*map(clean_line, review.foreign)],
        }
    )


def _row_shape(row: Row) -> dict[str, object]:
    copy = row.copy
    return {
        **brought_shape(row.brought),
        "question": copy.question if copy else None,
        "principle": copy.principle if copy else None,
        "heavy": copy.heavy if copy else None,
        "refused": row.why if copy is None else None,
    }


def brought_shape(brought: Brought) -> dict[str, object]:
    return {
        "copy": brought.id,
        "month": brought.month,
        "officer": {"folder": brought.officer.folder, "name": brought.officer.name},
        "opened": brought.opened,
        "marked": brought.marked,
    }


def opened_document(brought: Brought, copy: SharedCopy, said: Sequence[Said]) -> str:
    """A copy's row, all of it under `content`, and what was `said`."""
    shape = {**brought_shape(brought), "opened": True}
    return _json({**shape, "content": copy_shape(copy), "said": said_shape(said)})


def marked_document(brought: Brought) -> str:
    return _json({**brought_shape(brought), "marked": True})


def unmarked_document(copy_id: str) -> str:
    """`{"copy": ..., "marked": false}`."""
    return _json({"copy": copy_id, "marked": False})


def asked_document(brought: Brought, text: str) -> str:
    """`{"copy": ..., "said": ...}`."""
    return _json({"copy": brought.id, "said": text})


def _json(shape: dict[str, object]) -> str:
    return json.dumps(shape, ensure_ascii=False, indent=2)
