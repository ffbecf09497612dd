"""A visit that stopped, recorded or not."""

from typing import Any

from making import asked, entry, visit

from tipcoach.practice.answer import YesNotYet
from tipcoach.practice.checklist import RECORDED_PROMPT
from tipcoach.practice.entry import Entry, Kind


def stopped(recorded: bool | None = None, **more: Any) -> Entry:
    answer = None if recorded is None else YesNotYet(recorded)
    settled: dict[str, Any] = {"kind": Kind.REFLECTION, "stopped": "hazard", "visit_label": ""}
    return entry(asked(RECORDED_PROMPT, answer), visit=visit(purpose=None), **(settled | more))
