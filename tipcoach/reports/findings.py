"""What was found on looking a journal over, for a person and as JSON."""

import json
import textwrap
from collections.abc import Sequence

from tipcoach.coach.doctor.findings import Finding, State, how_many_wrong

WIDTH = 78
GAP = "            "
"""As wide as the longest word for a state, and a space."""
SHOWN = 20
"""How many findings of one kind are shown to a person."""

WORDS = {
    State.WRONG: "Wrong",
    State.CANNOT_TELL: "Cannot tell",
    State.NOTE: "Note",
    State.FINE: "Fine",
}
ORDER = [*WORDS]


def findings_text(findings: Sequence[Finding]) -> str:
    """What is wrong first, then what cannot be told, then notes, then what is fine."""
    lines: list[str] = []
    shown: dict[tuple[str, State], int] = {}
    for one in sorted(findings, key=lambda one: ORDER.index(one.state)):
        kind = (one.what, one.state)
        shown[kind] = shown.get(kind, 0) + 1
        if shown[kind] <= SHOWN:
            lines += _lines(one)
    for (what, state), count in shown.items():
        if count > SHOWN:
            more = f"{count - SHOWN:,} more like these; --json has them all."
            lines += _lines(Finding(what, state, more))
    wrong = how_many_wrong(findings)
    things = "1 thing needs" if wrong == 1 else f"{wrong:,} things need"
    lines += ["", f"{things} doing." if wrong else "Nothing needs doing."]
    return "\n".join(lines) + "\n"


def _lines(finding: Finding) -> list[str]:
    first, *rest = [*_wrap(f"{finding.what}. {finding.detail}"), *_wrap(finding.to_do)]
    return [f"{WORDS[finding.state]:<{len(GAP)}}{first}", *(GAP + line for line in rest)]


def _wrap(text: str) -> list[str]:
    """Lines of words; the path of a file is never broken, so that it can be copied."""
    return textwrap.wrap(text, WIDTH - len(GAP), break_long_words=False, break_on_hyphens=False)


def findings_document(findings: Sequence[Finding]) -> str:
    """`{"findings": [{"what", "state", "detail", "to_do"}], "wrong": N}`."""
    shape = {
        "findings": [
            {
                "what": one.what,
                "state": one.state.value,
                "detail": one.detail,
                "to_do": one.to_do,
            }
            for one in findings
        ],
        "wrong": how_many_wrong(findings),
    }
    return json.dumps(shape, ensure_ascii=False, indent=2)
