"""What is a person's own to choose: what each is called, the values it may have, and choosing one.

The screen of settings and `tipcoach settings` both read this. Nothing else has a say in any of
it: no file of an organisation's, and nobody it is shared with.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipcoach.practice.lenses.notice import Lens
from tipcoach.settings import Look

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach


@dataclass(frozen=True, slots=True)
class Value:
    """`name` is what is typed, `called` what is read, and `does` what comes of it."""

    name: str
    called: str
    does: str


@dataclass(frozen=True, slots=True)
class OwnChoice:
    """Something to choose. `name` is what is typed, `called` what is read, `why` one line."""

    name: str
    called: str
    why: str
    values: tuple[Value, ...]

    def value(self, name: str) -> Value:
        return next(one for one in self.values if one.name == name)

    def after(self, value: Value) -> Value:
        """The next of its values; the first after the last."""
        return self.values[(self.values.index(value) + 1) % len(self.values)]


LOOK = OwnChoice(
    "look",
    "How the screens look",
    "Light, dark, high contrast, or as your terminal is.",
    (
        Value(Look.TERMINAL.value, "as the terminal", "light or dark, as it is"),
        Value(Look.LIGHT.value, "light", "dark words on a light ground"),
        Value(Look.DARK.value, "dark", "light words on a dark ground"),
        Value(Look.HIGH_CONTRAST.value, "high contrast", "at least 7 to 1"),
    ),
)
SESSION_MINUTES = OwnChoice(
    "session-minutes",
    "How long parts of a session take",
    "In words. Nothing counts down and nothing rings.",
    (
        Value("yes", "said", "beside each part of a session, about how long it takes"),
        Value("no", "not said", "no part of a session says how long it takes"),
    ),
)
KEEP_WORDS = OwnChoice(
    "keep-words",
    "The one word for how you are",
    "In the entry or not; the draft has it until you finish.",
    (
        Value("no", "not kept", "the one word for how you are is not kept in the entry"),
        Value("yes", "kept", "the one word for how you are is kept in the entry"),
    ),
)


def _lens(lens: Lens, called: str, why: str) -> OwnChoice:
    on = Value("on", "on", f"{why[0].lower()}{why[1:].removesuffix('.')}")
    return OwnChoice(lens.value, called, why, (on, Value("off", "off", "it says nothing")))


LENSES = {
    lens: _lens(lens, called, why)
    for lens, called, why in (
        (
            Lens.WORDING,
            "Words that blame or label",
            "Says why they may matter, and another way to say it.",
        ),
        (
            Lens.IDENTIFIERS,
            "What tells who somebody is",
            "Sees a name or a number, and has a vaguer word for it.",
        ),
        (
            Lens.MOVES,
            "One more question",
            "After you write, one at most on what is not said yet.",
        ),
    )
}
OWN_CHOICES = (LOOK, SESSION_MINUTES, KEEP_WORDS, *LENSES.values())


def value_now(coach: "Coach", choice: OwnChoice) -> Value:
    """What it is now. With a mistake in the file it is what holds in its place."""
    settings = coach.settings
    if choice is LOOK:
        return choice.value(settings.look)
    if choice is SESSION_MINUTES:
        return choice.value("yes" if settings.session_minutes else "no")
    if choice is KEEP_WORDS:
        return choice.value("yes" if settings.keep_words else "no")
    return choice.value("off" if Lens(choice.name) in settings.lenses_off else "on")


def choose(coach: "Coach", choice: OwnChoice, value: Value) -> None:
    """Have it so from now on, and keep it, in what the file says by now.

    Raises `NotSaved`, or `SettingsFault` where the file has a mistake in it: that is left as it
    is. Either way it holds for this window.
    """
    coach.read_settings_again()
    if choice is LOOK:
        coach.remember(look=Look(value.name))
    elif choice is SESSION_MINUTES:
        coach.remember(session_minutes=value.name == "yes")
    elif choice is KEEP_WORDS:
        coach.remember(keep_words=value.name == "yes")
    else:
        coach.lenses.switch(Lens(choice.name), on=value.name == "on")
    if coach.settings_fault:
        raise coach.settings_fault
