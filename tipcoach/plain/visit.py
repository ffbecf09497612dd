"""What the visit is: asked only where the command line left it out."""

from collections.abc import Sequence
from dataclasses import replace

from tipcoach.coach.begin import Beginning, Wanted, looking_back_on
from tipcoach.coach.coach import Coach
from tipcoach.coach.reading import preparations_to_look_back_on
from tipcoach.errors import WrongUsage
from tipcoach.plain.choices import chosen, not_one_of, rows
from tipcoach.plain.talk import FEW, Asking, Talk, ask_again, capitalised
from tipcoach.practice.checklist import Choice
from tipcoach.practice.entry import Entry, Kind
from tipcoach.practice.promises import say_date
from tipcoach.practice.visit import Channel, Form
from tipcoach.reports.few import NOTE

WHY = (
    "Why we ask: the questions are chosen for what the visit is about, how you meet and how "
    "long there is. No name, address or day is asked for.",
)
NOT_PREPARED = "0"
HOW_LONG = {
    Kind.PREPARATION: {Form.QUICK: "two minutes", Form.FULL: "about eight minutes"},
    Kind.REFLECTION: {Form.QUICK: "ninety seconds", Form.FULL: "about eight minutes"},
}


def check(coach: Coach, wanted: Wanted) -> None:
    """Raise at once what would be raised at the end of the questions.

    `NotFound`, `NotReadable`, `WrongUsage` or `LibraryFault`.
    """
    if wanted.purpose is not None:
        coach.library.purpose(wanted.purpose)
    if wanted.of is None:
        return
    found = looking_back_on(coach, wanted.of, Form.QUICK)
    if wanted.purpose not in (None, found.purpose):
        raise WrongUsage(
            f"{wanted.of} prepared for {found.purpose}, not {wanted.purpose}.",
            "Leave the purpose out: it comes with the preparation.",
        )


def ask_visit(talk: Talk, coach: Coach, wanted: Wanted) -> Beginning:
    """What the walk is begun with. Back begins these few questions again.

    Raises `Turned` for quit.
    """
    visit = _AskVisit(talk, coach)
    return ask_again(
        talk,
        lambda: visit.beginning(wanted),
        "These come before the first question. From the first of them again.",
    )


class _AskVisit:
    def __init__(self, talk: Talk, coach: Coach) -> None:
        self._talk = talk
        self._coach = coach
        self._asking = Asking(talk, WHY)

    def beginning(self, wanted: Wanted) -> Beginning:
        if wanted.kind is Kind.REFLECTION and wanted.of is None and wanted.purpose is None:
            wanted = replace(wanted, of=self._preparation())
        if wanted.of is not None:
            return self._looking_back(wanted, wanted.of)
        purpose = wanted.purpose or self._purpose()
        channel = wanted.channel or self._channel()
        form, few = self._how_long(wanted)
        return Beginning(wanted.kind, purpose, channel, form, wanted.hat, few=few)

    def _looking_back(self, wanted: Wanted, of: str) -> Beginning:
        """How they met is taken from the preparation, unless the command line says otherwise."""
        form, few = self._how_long(wanted)
        found = looking_back_on(self._coach, of, form, wanted.channel)
        return replace(found, hat=wanted.hat or found.hat, few=few)

    def _preparation(self) -> str | None:
        """The id of the preparation looked back on; `None` for something not prepared for."""
        waiting = preparations_to_look_back_on(self._coach)
        if not waiting:
            return None
        choices = [Choice(entry.id, self._row(entry)) for entry in waiting]
        self._talk.say("", "Which preparation do you look back on? The newest come first.")
        self._talk.say(*rows(choices))
        self._talk.say("0, or an empty line: something you did not prepare for.")
        nothing = Choice(NOT_PREPARED, NOT_PREPARED)
        picked = self._asking.understood(
            lambda said: nothing if said == NOT_PREPARED else chosen(said, choices),
            f"Answer with a number from 0 to {len(choices)}.",
        )
        return None if picked in (None, nothing) else picked.value

    def _row(self, entry: Entry) -> str:
        written = say_date(entry.created.date(), self._coach.clock().date())
        return f"{capitalised(entry.concerning.replace(' · ', ', '))}, prepared on {written}"

    def _purpose(self) -> str:
        choices = [Choice(one.id, one.name) for one in self._coach.questions.purposes]
        self._talk.say("", "What is it about?", *rows(choices))
        while True:
            picked = self._asking.understood(
                lambda said: chosen(said, choices), not_one_of(choices)
            )
            if picked:
                return picked.value
            self._talk.say("This one is needed: the questions depend on it. A number, or quit.")

    def _channel(self) -> Channel:
        choices = [Choice(channel.value, channel.value) for channel in Channel]
        used_last = self._coach.settings.channel
        return Channel(self._pick("How do you meet?", choices, used_last))

    def _how_long(self, wanted: Wanted) -> tuple[Form, bool]:
        """The form, and whether it begins with the few; which is not remembered for next time."""
        used_last = self._coach.settings.form
        if wanted.form or wanted.few:
            return wanted.form or used_last, wanted.few
        notes = HOW_LONG[wanted.kind]
        choices = [Choice(form.value, form.value, note=notes[form]) for form in Form]
        choices.append(Choice(FEW, FEW, note=NOTE))
        said = self._pick("How long is there?", choices, used_last)
        return (used_last, True) if said == FEW else (Form(said), False)

    def _pick(self, question: str, choices: Sequence[Choice], used_last: str) -> str:
        """One of `choices`; an empty line is what was used last time."""
        self._talk.say("", question, *rows(choices), f"An empty line chooses {used_last}.")
        picked = self._asking.understood(lambda said: chosen(said, choices), not_one_of(choices))
        return picked.value if picked else used_last
