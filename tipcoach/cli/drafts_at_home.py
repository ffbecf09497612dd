"""The newest draft as Home in plain lines offers it, and the command that goes on with it."""

from tipcoach.cli.plain_home import Waiting
from tipcoach.coach.coach import Coach
from tipcoach.coach.resume import Found, find_drafts
from tipcoach.errors import NotReadable
from tipcoach.practice.entry import Kind
from tipcoach.practice.session import GROUP, TEAM_TIME

COMMANDS = {
    Kind.PREPARATION: "prepare",
    Kind.REFLECTION: "reflect",
    Kind.STAFF_MIRROR: "mirror",
    Kind.WALK_IT_AS_THEM: "walk-it-as-them",
    Kind.SESSION: "session",
    Kind.AFTER_SESSION: "after-session",
}
OPTIONS = {GROUP: "--group", TEAM_TIME: "--team-time"}


def newest_draft(coach: Coach) -> Waiting | None:
    """None where there is none, or where the folder cannot be read, which is said elsewhere."""
    try:
        drafts = find_drafts(coach).drafts
    except NotReadable:
        return None
    found = (one for one in drafts if one.kind in COMMANDS and not (one.unrecorded or one.in_use))
    draft = next(found, None)
    return Waiting(draft.title, tuple(_command(draft))) if draft else None


def _command(draft: Found) -> list[str]:
    command = [COMMANDS[draft.kind]]
    if draft.with_whom:
        return [*command, "--with", draft.with_whom]
    return [*command, OPTIONS[draft.checklist]] if draft.checklist in OPTIONS else command
