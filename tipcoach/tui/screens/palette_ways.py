"""What the palette has rows for: what can be done here, and, found by words alone, elsewhere.

A small choice has its own rows. What is elsewhere is gone to where nothing is under way;
otherwise, and where only a command does it, the row says how.
"""

import unicodedata
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from tipcoach.coach.own_choices import LOOK
from tipcoach.practice.plaintext import clean_line
from tipcoach.tui import keys
from tipcoach.tui.screens.looks import put_on
from tipcoach.tui.screens.sheet import CLOSED
from tipcoach.tui.widgets.rows import Row, Rows, heading

if TYPE_CHECKING:
    from tipcoach.tui.page import KeysFirst

LABELS = 19
ABOUT_THE_PLACE = ("help", "leave")
"""Actions of every screen; they come after those of this one."""
MOVES = frozenset({"↑↓", "PgDn", "Home", "End", "Tab"})
"""Keys that only move. They are known without being told, and come last."""
LETS_GO_OF_NOTHING = frozenset(
    {keys.HOME, keys.VISIT, keys.CARD, keys.JOURNAL, keys.SEARCH, keys.ENTRY, keys.PROMISES,
     keys.PATTERNS, keys.SUPERVISION, keys.SETTINGS, keys.HELP}
)  # fmt: skip
"""Pages that may be left for another as they are."""
LETTERS_IN_ORDER = 3
"""Letters a word has at least before it may leave some out."""

COMMANDS = (
    ("agreement", "tipcoach agreement", "keys people supervisor officer connect"),
    ("back up", "tipcoach journal backup", "copy save export zip restore"),
    ("check everything", "tipcoach doctor", "doctor wrong broken damaged mend"),
    ("Word or markdown", "tipcoach report", "export docx document print file report"),
    ("learning page", "tipcoach learning", "professional development cpd"),
    ("second eyes", "tipcoach lenses", "lens notices wording names spelling switch off"),
    ("keys of your own", "tipcoach keys --write", "shortcut remap change keyboard yaml"),
    ("sample journal", "tipcoach demo", "example try look round"),
)
"""What only the command line does: what it is called, the command, and other words for it."""


@dataclass(frozen=True, slots=True)
class Way:
    """Something to do. With no `do` it only says, at its right, how it is reached.

    `words` are what it is found by; with `by_words` it is listed only once words are written.
    """

    label: str
    note: str
    right: str
    words: tuple[str, ...]
    do: Callable[[], Awaitable[None]] | None
    by_words: bool = False

    def row(self, place: int) -> Row:
        """Its row in the list, named by its place there."""
        columns = ((f"{self.label:<{LABELS}} ", "ink"), (self.note, "muted"))
        return Row(str(place), columns, right=self.right, heading=self.do is None)


def ways_of(under: "KeysFirst") -> tuple[Way, ...]:
    """Everything there is to do, on a screen as it stands now and elsewhere."""
    return (*_here(under), *_looks(under), *_elsewhere(under))


def found_by(words: Sequence[str], ways: Sequence[Way]) -> list[int]:
    """The places of those that begin with all of the words, first those that are called so; where
    none does, of those that have their letters in that order."""
    shown = [place for place, way in enumerate(ways) if words or not way.by_words]
    found = [n for n in shown if all(_begins(ways[n], word) for word in words)]
    found.sort(key=lambda n: not _is_called(ways[n], words))
    return found or [n for n in shown if all(_has_letters(ways[n], word) for word in words)]


def words_of(text: str) -> list[str]:
    """Its words, without accents and capitals, and without what stands between them."""
    parts = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return plain.replace(",", " ").replace(";", " ").replace("’", "'").split()


def _is_called(way: Way, words: Sequence[str]) -> bool:
    called = words_of(way.label)
    return all(any(each.startswith(word) for each in called) for word in words)


def _begins(way: Way, word: str) -> bool:
    return any(each.startswith(word) for each in way.words)


def _has_letters(way: Way, word: str) -> bool:
    """Whether a word begins as one of it does and has no letter out of its order."""
    if len(word) < LETTERS_IN_ORDER:
        return False
    for each in way.words:
        letters = iter(each)
        if each[:1] == word[:1] and all(letter in letters for letter in word):
            return True
    return False


def _here(under: "KeysFirst") -> Iterator[Way]:
    letters = under.rows_with_letters()
    # A row in front may do what an action does: it is offered once.
    idle = {"palette", *under.does_nothing_now(), *(row.id for row in letters)}
    if any(row.id == CLOSED for row in letters):
        idle.add("close")
    says = under.says_now()
    for row in letters:
        yield _choice(under, row)
    actions = [one for one in keys.actions_of(under.NAME) if one.name not in idle]
    for action in sorted(actions, key=_order):
        do = partial(under.do, action.name, *action.keys[:1])
        action = replace(action, label=says.get(action.name, action.label))
        yield _action(action, keys.every_key(action), do)


def _choice(under: "KeysFirst", row: Row) -> Way:
    label, *notes = (clean_line(text) for text, _ in row.columns[1:])
    note, right = " ".join(notes).strip() or clean_line(row.right), row.key

    async def do() -> None:
        rows = next(rows for rows in under.query(Rows) if row in rows.rows)
        await under.chosen(rows, row)  # type: ignore[attr-defined]  # who has rows hears of them

    return Way(label.strip(), note, right, tuple(words_of(f"{label} {note} {right}")), do)


def _action(
    action: keys.Action,
    right: str,
    do: Callable[[], Awaitable[None]] | None,
    *,
    by_words: bool = False,
) -> Way:
    said = f"{action.label} {action.note} {action.plain} {action.words}"
    shown = "" if by_words else keys.every_key(action)
    return Way(action.label, action.note, right, tuple(words_of(f"{said} {shown}")), do, by_words)


def _looks(under: "KeysFirst") -> Iterator[Way]:
    for look in LOOK.values:
        do = partial(put_on, under, look)
        words = tuple(words_of(f"look {look.called} {keys.OF_LOOKS}"))
        yield Way(f"look: {look.called}", "", "", words, do, by_words=True)


def _elsewhere(under: "KeysFirst") -> Iterator[Way]:
    """The ways of Home, from another page; and what only a command does."""
    if under.NAME != keys.HOME:
        here = {action.name for action in keys.actions_of(under.NAME)}
        goes = all(getattr(one, "NAME", "") in LETS_GO_OF_NOTHING for one in under.app.screen_stack)
        for action in keys.actions_of(keys.HOME):
            if action.name in keys.WAYS_IN and action.name not in here:
                do = partial(under.desk.go_home_and, action.name) if goes else None
                yield _action(action, f"on Home: {action.shown}", do, by_words=True)
    for label, command, words in COMMANDS:
        found = tuple(words_of(f"{label} {command} {words}"))
        yield Way(label, "", command, found, None, by_words=True)


def nothing_found(words: Sequence[str]) -> Row:
    more = "Fewer words find more." if len(words) > 1 else "Perhaps another word."
    return heading(f"Nothing is called that. {more}")


def _order(action: keys.Action) -> int:
    if action.shown in MOVES:
        return 2
    return 1 if action.name in ABOUT_THE_PLACE else 0
