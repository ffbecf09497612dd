"""What a backup, or bringing one back, came to: in sentences and as JSON."""

import json
from collections.abc import Sequence

from tipcoach.coach.backup import BackedUp, Count
from tipcoach.coach.restore import Restored
from tipcoach.practice.counting import number_of
from tipcoach.practice.plaintext import clean_line

SHOWN = 20
"""How many files that were left out are named to a person."""

WHOLE_FILE_IS_OPEN = (
    "It is not encrypted: whoever can open that file can read all of it. Keep it where you may "
    "keep confidential files, such as an encrypted disk or stick, and delete it when you no "
    "longer need it. What you erase later stays in it."
)
WHAT_WAS_ERASED = (
    "If something was erased, discarded or finished since the backup was made, it has come "
    "back. Look through what is here, and take away again what should not be."
)


def backed_up_text(made: BackedUp) -> str:
    where = clean_line(str(made.path))
    done = f"Backed up {count_text(made.count)} to {where}."
    return f"{done} It was read back, and is the same.\n{_left_out_text(made.left_out)}"


def backed_up_document(made: BackedUp) -> str:
    """`{"file", "entries", "drafts", "other_files", "left_out": [...], "encrypted": false}`."""
    return _json(
        {
            "file": clean_line(str(made.path)),
            **_count_shape(made.count),
            "left_out": _left_out_shape(made.left_out),
            "encrypted": False,
        }
    )


def restored_text(done: Restored) -> str:
    there = ""
    if done.already_there:
        files = number_of(done.already_there, "file")
        there = f" {files} {_was(done.already_there)} here already, just the same."
    return (
        f"Brought back {count_text(done.count)} from {clean_line(str(done.path))}.{there}\n"
        f"{_left_out_text(done.left_out)}"
    )


def restored_document(done: Restored) -> str:
    """As `backed_up_document`, of what was brought back, with `already_there`."""
    return _json(
        {
            "file": clean_line(str(done.path)),
            **_count_shape(done.count),
            "already_there": done.already_there,
            "left_out": _left_out_shape(done.left_out),
        }
    )


def count_text(count: Count) -> str:
    """`3 entries, 1 draft and 2 other files`."""
    entries = number_of(count.entries, "entry", "entries")
    drafts = number_of(count.drafts, "draft")
    return f"{entries}, {drafts} and {number_of(count.others, 'other file')}"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


def _left_out_text(left_out: Sequence[tuple[str, str]]) -> str:
    lines = [f"Left out: {name}: {reason.removesuffix('.')}." for name, reason in left_out[:SHOWN]]
    if len(left_out) > SHOWN:
        lines.append(f"And {len(left_out) - SHOWN:,} more were left out; --json names them all.")
    return "".join(f"{line}\n" for line in lines)


def _left_out_shape(left_out: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"file": name, "reason": reason} for name, reason in left_out]


def _count_shape(count: Count) -> dict[str, int]:
    return {"entries": count.entries, "drafts": count.drafts, "other_files": count.others}


def _json(document: dict[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)
