"""Choose parts of an entry by their numbers, and give one of them other words in a copy."""

from tipcoach.coach.sharing import Preparing
from tipcoach.plain.reading_text import hear_text
from tipcoach.plain.talk import Asking, Command, Talk, Turned
from tipcoach.reports.sharing import place_of

WHY = "Why we ask: you choose what to bring; nothing else of the entry is known to anybody."


class Parts:
    """The parts of a copy in the making, numbered as they were asked."""

    def __init__(self, talk: Talk, preparing: Preparing) -> None:
        self._talk = talk
        self._preparing = preparing

    def choose(self) -> None:
        """Raises `Turned` when nothing is chosen, as for quit."""
        self._talk.say("", "The parts of it:")
        for number, asked in enumerate(self._preparing.parts, 1):
            self._talk.say(f"{number}. {asked.question}", self._preparing.words(asked.prompt))
        self._talk.say(
            "Which of them? Answer with as many numbers as you like, spaces between them.",
            "An empty line leaves, and nothing is shared.",
        )
        many = len(self._preparing.parts)
        picked = Asking(self._talk, (WHY,)).understood(
            self._parts_meant, f"Answer with numbers from 1 to {many}, spaces between them."
        )
        if not picked:
            raise Turned(Command.QUIT)
        for asked in self._preparing.parts:
            self._preparing.choose(asked.prompt, on=asked.prompt in picked)

    def _parts_meant(self, said: str) -> frozenset[str] | None:
        by_number = {str(at): part.prompt for at, part in enumerate(self._preparing.parts, 1)}
        numbers = {*said.replace(",", " ").split()}
        return frozenset(by_number[each] for each in numbers) if numbers <= {*by_number} else None

    def reword(self) -> None:
        """One part after another, until an empty line."""
        while True:
            self._talk.say(
                "",
                "Should one of them say it otherwise, in this copy alone? Type its number; an "
                "empty line goes on.",
            )
            prompt = Asking(self._talk, (WHY,)).understood(
                self._part_chosen, "That is not one of the parts you chose."
            )
            if prompt is None:
                return
            self._reword_part(prompt)

    def _part_chosen(self, said: str) -> str | None:
        meant = self._parts_meant(said) or frozenset()
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
