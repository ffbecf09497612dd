"""Somebody with keys under a passphrase, an agreement that holds, and a copy brought to them."""

from pathlib import Path

from cli.program import coach_at
from making import asked, entry
from sharing_between import (
    OFFICER,
    QUESTION,
    SUPERVISOR,
    agree_between,
    connect_all,
    hold_keys,
)

from terminal.walks import ENTER, Step
from tipcoach.coach.sharing import prepare_to_share
from tipcoach.practice.answer import Text

PASSPHRASE = "four words of no kin"
BROUGHT = "She asked twice what the letter meant."
SUPERVISION = (
    Step("s", "Your passphrase"),
    Step(f"{PASSPHRASE}{ENTER}", "What I have shared"),
)
REVIEW = (*SUPERVISION, Step("r", QUESTION[:20]))
PAPER = (*REVIEW, Step("o", BROUGHT[:20]))


def somebody_who_shares(home: Path) -> None:
    """Make keys in `home`, and beside it somebody else, who brings one answer."""
    me, other = coach_at(home), coach_at(home.parent / "other")
    (home.parent / "other").mkdir()
    me.keys.make(OFFICER, "Officer A", PASSPHRASE)
    hold_keys(other, SUPERVISOR)
    connect_all(home.parent / "place", me, other)
    agree_between(me, other)
    kept = entry(asked("plan.known", Text(BROUGHT)))
    other.journal.add(kept)
    preparing = prepare_to_share(other, kept.id, OFFICER)
    preparing.choose("plan.known")
    preparing.question = QUESTION
    preparing.share(preparing.preview())
