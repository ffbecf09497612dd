"""The keys of one's own: where they are written down, and what is in there."""

from typing import TYPE_CHECKING

from tipcoach.key_settings import OwnKeys, read_keys

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach


def own_keys(coach: "Coach") -> OwnKeys | None:
    """What is asked for; `None` where nobody wrote any down. Never raises."""
    return read_keys(coach.places.keys)
