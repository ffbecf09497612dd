"""How the records of a journal hang together: which corrects which, and what is said of which.

Nothing here is stored. A correction names the entry it supersedes, a follow-up the entry it
is about, and all that is asked of them is worked out from those links.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tipcoach.practice.entry import Entry
from tipcoach.practice.follow_up import FollowUp, Said, standing


@dataclass(frozen=True)
class Links:
    """`supersedes` maps the id of each correction to that of the version before it.

    A correction is always given a later id than what it corrects, so a link that points
    forward, or to itself, was not written by this program and counts for nothing: no file
    can make every version of an entry an earlier one.
    """

    supersedes: Mapping[str, str] = field(default_factory=dict)
    follow_ups: tuple[FollowUp, ...] = ()

    def later(self, entry_id: str) -> str | None:
        """The newest version of an entry, when there is a later one."""
        newest, corrections = None, self._corrections.get(entry_id)
        while corrections:
            newest = max(corrections)
            corrections = self._corrections.get(newest)
        return newest

    def before(self, entry_id: str) -> tuple[str, ...]:
        """The ids of the versions that an entry corrects, oldest first.

        A correction of the same version made in another window is not one of them.
        """
        found: list[str] = []
        while before := self.supersedes.get(found[-1] if found else entry_id):
            found.append(before)
        return tuple(reversed(found))

    def versions(self, entry_id: str) -> tuple[str, ...]:
        """The ids of every version of an entry, oldest first; its own is among them."""
        first = entry_id
        while first in self.supersedes:
            first = self.supersedes[first]
        found = [first]
        for each in found:
            found += self._corrections.get(each, ())
        return tuple(sorted(found))

    def of(self, entry_id: str) -> tuple[FollowUp, ...]:
        """Every follow-up about any version of an entry."""
        return tuple(
            each for version in self.versions(entry_id) for each in self._about.get(version, ())
        )

    def said(self, entry_id: str, kind: type[Said]) -> tuple[FollowUp, ...]:
        """What of one kind is said of an entry now, whichever version it was said of."""
        return standing(self.of(entry_id), self.versions(entry_id), kind)

    @cached_property
    def _corrections(self) -> Mapping[str, list[str]]:
        """The ids of what corrects an entry, for each that is corrected."""
        found: dict[str, list[str]] = defaultdict(list)
        for id_, before in self.supersedes.items():
            found[before].append(id_)
        return found

    @cached_property
    def _about(self) -> Mapping[str, list[FollowUp]]:
        found: dict[str, list[FollowUp]] = defaultdict(list)
        for each in self.follow_ups:
            found[each.about].append(each)
        return found


def links_of(records: Iterable[object]) -> Links:
    """The links of a journal's records; whatever else is among them is passed over."""
    supersedes: dict[str, str] = {}
    follow_ups: list[FollowUp] = []
    for record in records:
        if isinstance(record, FollowUp):
            follow_ups.append(record)
        elif isinstance(record, Entry) and record.supersedes and record.supersedes < record.id:
            supersedes[record.id] = record.supersedes
    return Links(supersedes, tuple(follow_ups))
