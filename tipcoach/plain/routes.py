"""The organisation's routes, said at the moment they matter and not again."""

from tipcoach.plain.talk import Talk
from tipcoach.practice.checklist import Pathway
from tipcoach.practice.walk import Walk

INCIDENT = "incident"


class Routes:
    """Remembers which routes have been said, so that each is said once as it comes to apply."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._stopped: str | None = None
        self._unsafe = False
        self._said_before = False

    def say_new(self, walk: Walk) -> None:
        """Say what applies since the last time: an unsafe officer first, then a stop rule."""
        if walk.checklist.always_stops and not walk.stopped and not self._said_before:
            self._say_pathway(walk.checklist.pathway(walk.checklist.always_stops))
        self._said_before = True
        if walk.officer_unsafe and not self._unsafe:
            self._say_unsafe(walk)
        if walk.stopped and walk.stopped != self._stopped:
            self._say_stopped(walk.checklist.pathway(walk.stopped))
        self._unsafe = walk.officer_unsafe
        self._stopped = walk.stopped

    def _say_unsafe(self, walk: Walk) -> None:
        self._say_pathway(walk.checklist.pathway(INCIDENT))
        self._talk.say("Questions about your own conduct are not asked today.")

    def _say_stopped(self, pathway: Pathway) -> None:
        self._talk.say(
            "", "This does not go through a checklist. The ordinary questions stop here."
        )
        self._say_pathway(pathway)
        self._talk.say("No account of it is kept here, by design.")

    def _say_pathway(self, pathway: Pathway) -> None:
        self._talk.say("", f"{pathway.name}.", *pathway.say)
        if pathway.route:
            self._talk.say("Your organisation’s route:")
        self._talk.say(*pathway.lines)
