"""Every command by its name, and what it is for. Its module is imported when it is asked for.

So `--help`, and opening the app, wait for none of them.
"""

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from importlib import import_module

import click


@dataclass(frozen=True, slots=True)
class Listed:
    """A command before it is imported: its module here, and the first sentences of its help."""

    module: str
    says: str


COMMANDS = {
    "after-session": Listed(
        "sessions", "Look back at how you listened, as a supervisor; for you alone."
    ),
    "agreement": Listed(
        "agreement", "Agree with somebody how supervision goes, before anything is shared."
    ),
    "card": Listed(
        "journal", "Print the card of a preparation: one screen, to read before you go in."
    ),
    "demo": Listed(
        "walks",
        "Look round a sample journal; nothing of it is kept, and nothing of yours is touched.",
    ),
    "doctor": Listed("doctor", "Say where everything is, what is wrong, and what to do about it."),
    "inbox": Listed("inbox", "See what you shared: whether it was opened, and what came back."),
    "journal": Listed("journal", "Find, read and look after what you have kept."),
    "keys": Listed("keys", "Print every action with its key, as a file ready to be changed."),
    "lenses": Listed(
        "lenses", "A second pair of eyes on what you write: see what there is, and switch it off."
    ),
    "mirror": Listed(
        "walks",
        "Look at how you are doing yourself; weekly at most, for you alone, and not scored.",
    ),
    "patterns": Listed(
        "patterns", "Say what comes back in your own journal, for you alone. It is not kept."
    ),
    "prepare": Listed(
        "walks", "Prepare for a visit: what is fixed, what can flex, what is theirs to decide."
    ),
    "promises": Listed(
        "promises", "What was said would happen: see what is due, and say what became of it."
    ),
    "prompts": Listed("prompts", "Read, check and try the questions: for those who write them."),
    "recorded": Listed(
        "journal", "Say that what a stop rule sent elsewhere is recorded there now."
    ),
    "reflect": Listed("walks", "Reflect on a visit: you first; ninety seconds is enough."),
    "learning": Listed(
        "reporting",
        "Write a page on what you learned to FILE, a .docx or .md, for professional development.",
    ),
    "report": Listed(
        "reporting",
        "Write parts of an entry to FILE, a .docx or .md to hand over; of a session, its record.",
    ),
    "review": Listed(
        "review", "See what officers brought, what is not opened yet first, each with its question."
    ),
    "session": Listed("sessions", "Sit down together: an officer and a supervisor, or a team."),
    "settings": Listed(
        "settings",
        "Say what you have chosen: how it looks, what is kept, the lenses; or choose anew.",
    ),
    "share": Listed("sharing", "Share parts of an entry with somebody you have an agreement with."),
    "take-back": Listed(
        "sharing", "Take a shared copy back; what was opened or copied meanwhile is out of reach."
    ),
    "walk-it-as-them": Listed(
        "walks", "Go through one thing of ours as a tenant would: a team, once a quarter."
    ),
}

WITHIN = {
    "journal": {
        "search": "searching",
        "supersede": "correcting",
        "erase": "correcting",
        "hold": "keeping",
        "keep": "keeping",
        "due": "keeping",
        "about": "keeping",
        "backup": "backup",
        "restore": "backup",
        "check": "doctor",
        "schema": "doctor",
    },
    "agreement": {"begin": "agreeing", "send": "agreeing", "read": "agreeing"},
    "session": {
        "agenda": "session_records",
        "send": "session_records",
        "read": "session_reading",
        "show": "session_reading",
    },
}
"""Commands of a group that are in other modules than the group itself."""


class WhenAsked(MutableMapping[str, click.Command]):
    """The commands by their names; one is imported when it is looked up."""

    def __init__(self) -> None:
        self._added: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._added:
            self._added[name] = imported(COMMANDS[name].module, name)
        return self._added[name]

    def __contains__(self, name: object) -> bool:
        return name in COMMANDS or name in self._added

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS | self._added)

    def __len__(self) -> int:
        return len(COMMANDS | self._added)

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._added[name] = command

    def __delitem__(self, name: str) -> None:
        del self._added[name]


def imported(module: str, name: str) -> click.Command:
    """A command, and those of its own when it is a group."""
    here = import_module(f"tipcoach.cli.{module}")
    found: click.Command = getattr(here, name.replace("-", "_"))
    if isinstance(found, click.Group):
        for other, place in WITHIN.get(name, {}).items():
            found.add_command(imported(place, other))
    return found


class Group(click.Group):
    """A group that lists each of its commands with a whole sentence, on the rows it takes."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        listed = [(name, self.says(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(listed)

    def says(self, ctx: click.Context, name: str) -> str:
        """The first sentence of what a command of this group says of itself."""
        command = self.get_command(ctx, name)
        return command.get_short_help_str(_MOST) if command else ""


_MOST = 200
"""Characters of a sentence at most; no command has a longer one."""


class Commands(Group):
    """A group that says what each command is for without importing any of them."""

    def says(self, ctx: click.Context, name: str) -> str:
        return click.Command(name, help=COMMANDS[name].says).get_short_help_str(_MOST)
