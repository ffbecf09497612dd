"""What the folds over a journal ask of a record, without a word of its text.

Most records have no gist: no stop rule ended them, they correct nothing, nothing was promised
in them, and they are said of nothing. Those that have one say between them what still waits to
be recorded, which entries are earlier versions, where promises are, and what was said of which.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tipcoach.practice.answer import YesNotYet
from tipcoach.practice.checklist import RECORDED_PROMPT
from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import (
    FollowUp,
    Hold,
    PromiseOutcome,
    Recorded,
    Review,
    SessionView,
    unreplaced,
)
from tipcoach.practice.versions import Links

_SAYS = {
    Recorded: "recorded",
    Hold: "hold",
    Review: "review",
    PromiseOutcome: "promise",
    SessionView: "view",
}


@dataclass(frozen=True, slots=True)
class Gist:
    """`stopped`: a stop rule ended the entry, and something of it belongs elsewhere.

    `recorded`: it says that this is recorded there. `supersedes` is what an entry corrects;
    `about`, `says` and `replaces` are those of a follow-up. All links are ids. `promises` is how
    many promises an entry holds.
    """

    id: str
    stopped: bool = False
    recorded: bool = False
    supersedes: str | None = None
    about: str | None = None
    says: str = ""
    replaces: str | None = None
    promises: int = 0

    @property
    def bears_on_recording(self) -> bool:
        """Whether what waits to be recorded may be otherwise with it than without."""
        return self.stopped or self.supersedes is not None or self.says == _SAYS[Recorded]


def gist_of(record: Entry | FollowUp) -> Gist | None:
    """The gist of a record, or nothing when no fold asks about it."""
    if isinstance(record, FollowUp):
        yes = isinstance(record.said, Recorded) and record.said.yes
        says = _SAYS[type(record.said)]
        return Gist(
            record.id, recorded=yes, about=record.about, says=says, replaces=record.replaces
        )
    promises = len(record.promises)
    if not (record.sends_elsewhere or record.supersedes or promises):
        return None
    answer = record.answer_to(RECORDED_PROMPT)
    return Gist(
        record.id,
        stopped=record.sends_elsewhere,
        recorded=isinstance(answer, YesNotYet) and answer.yes,
        supersedes=record.supersedes,
        promises=promises,
    )


def not_yet_recorded(gists: Iterable[Gist]) -> tuple[str, ...]:
    """The ids of what a stop rule ended and nobody has said is recorded, newest first.

    The newest word counts, by its links, whichever version of an entry it was said of; with
    none, what the entry itself says.
    """
    found = tuple(gists)
    links = Links(earlier_versions(found))
    said: dict[str, list[Gist]] = defaultdict(list)
    for gist in found:
        if gist.about is not None and gist.says == "recorded":
            said[gist.about].append(gist)
    waiting: list[str] = []
    for gist in found:
        if not gist.stopped or links.later(gist.id):
            continue
        about = [each for version in links.versions(gist.id) for each in said.get(version, ())]
        newest = unreplaced(about)
        if not any(each.recorded for each in newest or (gist,)):
            waiting.append(gist.id)
    return tuple(sorted(waiting, reverse=True))


def earlier_versions(gists: Iterable[Gist]) -> dict[str, str]:
    """From the id of each correction to that of the version before it.

    A link that points forward was not written by this program and counts for nothing.
    """
    return {
        gist.id: gist.supersedes for gist in gists if gist.supersedes and gist.supersedes < gist.id
    }
