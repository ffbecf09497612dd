"""The agenda of a session, said when it begins and whenever the word for it is typed."""

from datetime import date

from tipcoach.coach.agenda import agenda, last_time
from tipcoach.coach.coach import Coach
from tipcoach.coach.people import known
from tipcoach.coach.reading import principles
from tipcoach.errors import TipcoachError
from tipcoach.plain.talk import Talk
from tipcoach.reports.agenda import agenda_page, last_time_lines
from tipcoach.reports.session_records import names_of
from tipcoach.reports.shared_copies import page_text


class AgendaAloud:
    """That of one sitting with the person of `folder`, read anew each time it is said.

    What cannot be read of it is said in its place: nobody is kept from the talk by it.
    """

    def __init__(self, talk: Talk, coach: Coach, folder: str, today: date) -> None:
        self._talk = talk
        self._coach = coach
        self._folder = folder
        self._today = today

    def say(self) -> None:
        """All of it."""
        coach = self._coach
        try:
            found = agenda(coach, self._folder)
            lines = agenda_page(found, coach.keys.card.name, principles(coach), self._today)
        except TipcoachError as fault:
            self._talk.say("", str(fault))
            return
        self._talk.say("")
        self._talk.in_pieces(page_text(lines))

    def say_last_time(self) -> None:
        """What was agreed last time and what became of it."""
        coach = self._coach
        try:
            names = names_of(coach.keys.card.name, known(coach, self._folder).name)
            lines = [*last_time_lines(last_time(coach, self._folder), names, self._today)]
        except TipcoachError as fault:
            self._talk.say(str(fault))
            return
        # Its heading is that of the part, which has been said.
        self._talk.in_pieces(page_text(lines[2:]))
        self._talk.say("")
