"""Choose parts of an entry by their numbers, and give one of them other words in a copy."""

from collections.abc import Callable, Sequence

from tipcoach.coach.sharing import Preparing
from tipcoach.plain.reading_text import hear_text
from tipcoach.plain.talk import Asking, Command, Talk, Turned
from tipcoach.practice.entry import Asked
from tipcoach.reports.sharing import place_of

WHY = "Why we ask: you choose what to bring; nothing else of the entry is known to anybody."


def pick_parts(
    talk: Talk, parts: Sequence[Asked], words: Callable[[Asked], str], leaves: str
) -> frozenset[str]:
    """Show all parts under numbers, and hear which are meant: the ids of their prompts.

    `leaves` says what an empty line does: it raises `Turned`, as for quit.
    """
    talk.say("", "The answers in it:")
    for number, asked in enumerate(parts, 1):
        talk.say(f"{number}. {asked.question}", words(asked))
    talk.say("Which of them? Answer with as many numbers as you like, spaces between them.", leaves)
    picked = Asking(talk, (WHY,)).understood(
        lambda said: _parts_meant(said, parts),
        f"Answer with numbers from 1 to {len(parts)}, spaces between them.",
    )
    if not picked:
        raise Turned(Command.QUIT)
    return picked


def _parts_meant(said: str, parts: Sequence[Asked]) -> frozenset[str] | None:
    by_number = {str(at): part.prompt for at, part in enumerate(parts, 1)}
    numbers = {*said.replace(",", " ").split()}
    return frozenset(by_number[each] for each in numbers) if numbers <= {*by_number} else None


class Parts:
    """The parts of a copy in the making, numbered as they were asked."""

    def __init__(self, talk: Talk, preparing: Preparing) -> None:
        self._talk = talk
        self._preparing = preparing

    def choose(self) -> None:
        """Raises `Turned` when nothing is chosen, as for quit."""
        picked = pick_parts(
            self._talk,
            self._preparing.parts,
            lambda asked: self._preparing.words(asked.prompt),
            "An empty line leaves, and nothing is shared.",
        )
        for asked in self._preparing.parts:
            self._preparing.choose(asked.prompt, on=asked.prompt in picked)

    def reword(self) -> None:
        """One part after another, until an empty line."""
        while True:
            self._talk.say(
                "",
                "Should one of them say it otherwise, in this copy alone? Type its number; an "
                "empty line goes on.",
            )
            prompt = Asking(self._talk, (WHY,)).understood(
                self._part_chosen, "That is not one of the answers you chose."
            )
            if prompt is None:
                return
            self._reword_part(prompt)

    def _part_chosen(self, said: str) -> str | None:
        meant = _parts_meant(said, self._preparing.parts) or frozenset()
        found = [prompt for prompt in self._preparing.chosen if prompt in meant]
        return found[0] if len(found) == 1 == len(meant) else None

    def _reword_part(self, prompt: str) -> None:
        place = place_of(self._preparing, prompt)
        self._talk.say(f"What should {place} say? An empty line leaves it as it is.")
        self._talk.say("Now it says:", self._preparing.words(prompt))
        if words := hear_text(Asking(self._talk, (WHY,))):
            self._preparing.reword(prompt, words)
            self._talk.say("It says that in this copy.")

    def show_chosen(self) -> None:
        """What is chosen so far, under its numbers."""
        for number, asked in enumerate(self._preparing.parts, 1):
            if asked.prompt in self._preparing.chosen:
                self._talk.say(f"{number}. {asked.question}", self._preparing.words(asked.prompt))
