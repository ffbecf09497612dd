"""Mending on the way back from the sheet that asks how to finish: once it is done, back there."""

from tipcoach.practice.walk import END, Standing, Walk


class Mending:
    """What was there when it was asked how to finish, to tell what was mended since.

    A question gone to from that sheet is mended, and so is one whose answer changed when all had
    been asked. Who only looks through the questions goes on through them.
    """

    def __init__(self, walk: Walk) -> None:
        self._answers = walk.answers
        self._ahead = _ahead(walk)
        self._is_sent = False

    def send(self) -> None:
        """The question in front was gone to from the sheet."""
        self._is_sent = True

    def leave(self) -> None:
        """Another was gone to since, on their own way."""
        self._is_sent = False

    def is_under_way(self, walk: Walk) -> bool:
        """Whether going on from the question in front ends a mend."""
        step = walk.step
        if step is None or self._is_sent:
            return self._is_sent
        asked = (prompt.id for prompt in step.prompts)
        changed = any(walk.answers.get(each) != self._answers.get(each) for each in asked)
        return changed and not self._ahead

    def after(self, walk: Walk) -> str:
        """Where a mend goes on: at a question it opened, that nobody has met, or at the end."""
        opened = (step for step in _ahead(walk) if step not in self._ahead)
        return next(opened, END)


def _ahead(walk: Walk) -> list[str]:
    return [step.id for step in walk.path if walk.standing(step) is Standing.AHEAD]
