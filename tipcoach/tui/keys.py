"""The one registry of keys: what every action is called, where it works, its plain form.

Screens, the last row, the help page and the plain-lines parity test all read this. A key
is dispatched before any widget sees it, in the order it was typed, so nothing is lost when
somebody types ahead of the screen.
"""

from dataclasses import dataclass

(
    HOME, VISIT, WALK, SHEET, CARD, JOURNAL, SEARCH, ENTRY, PROMISES, PATTERNS, SHARE, SUPERVISION,
    REVIEW, PAPER, READING_VIEW, SETTINGS, HELP, PALETTE,
) = EVERYWHERE = (
    "home", "visit", "walk", "sheet", "card", "journal", "search", "entry", "promises", "patterns",
    "share", "supervision", "review", "paper", "reading-view", "settings", "help", "palette",
)  # fmt: skip

WRITTEN_IN = (WALK, SEARCH, SHEET)
"""The screens with a text to write."""
NOT_IN_THE_LAST_ROW = tuple(screen for screen in EVERYWHERE if screen not in (HOME, WALK, PALETTE))
"""Where the palette is a key away, and the last row has better use for the room."""

FIND = "tipcoach journal search WORDS..."


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a key does.

    `keys` in the framework's names, the first as it is shown. `place` orders the last row:
    `left` for verbs, `right` for the way out, `hidden` when it need not be shown.
    `plain` is what does the same in plain lines or on the command line. `note` says more in the
    palette, and is found by its words too; `words` are others that it is found by.
    """

    name: str
    screens: tuple[str, ...]
    keys: tuple[str, ...]
    shown: str
    label: str
    plain: str
    place: str = "left"
    note: str = ""
    words: str = ""


OF_LOOKS = "theme colour color contrast settings"
"""What else a look is called."""

REGISTRY = (
    Action(
        "before",
        (HOME,),
        ("b",),
        "b",
        "before a visit",
        "tipcoach prepare --plain",
        "hidden",
        "prepare; a card to take along",
    ),
    Action(
        "after",
        (HOME,),
        ("a",),
        "a",
        "after a visit",
        "tipcoach reflect --plain",
        "hidden",
        "reflect; you first",
    ),
    Action(
        "journal",
        (HOME,),
        ("j",),
        "j",
        "journal",
        "tipcoach journal list",
        "hidden",
        "what you have kept",
    ),
    Action("search", (HOME,), ("slash",), "/", "search the journal", FIND, "hidden", "find"),
    Action(
        "go_on_with",
        (HOME,),
        ("g",),
        "g",
        "go on",
        "tipcoach --plain",
        "hidden",
        "with the newest draft, where it stopped",
        "draft continue resume carry unfinished",
    ),
    Action(
        "promises",
        (HOME,),
        ("p",),
        "p",
        "promises",
        "tipcoach promises list",
        "hidden",
        "what was said would happen",
    ),
    Action(
        "patterns",
        (HOME,),
        ("y",),
        "y",
        "my patterns",
        "tipcoach patterns",
        "hidden",
        "what comes back, for you alone",
    ),
    Action(
        "supervision",
        (HOME,),
        ("s",),
        "s",
        "supervision",
        "tipcoach inbox",
        "hidden",
        "shared copies, sessions, review",
    ),
    Action(
        "mirror",
        (HOME,),
        ("m",),
        "m",
        "staff mirror",
        "tipcoach mirror --plain",
        "hidden",
        "how you are doing",
    ),
    Action(
        "walk_it_as_them",
        (HOME,),
        ("t",),
        "t",
        "walk it as them",
        "tipcoach walk-it-as-them --plain",
        "hidden",
        "a team, one letter or one door",
    ),
    Action(
        "change_look",
        (HOME,),
        ("l",),
        "l",
        "look",
        "tipcoach settings look",
        "hidden",
        "light, dark, high contrast",
        OF_LOOKS,
    ),
    Action(
        "questions",
        (PATTERNS,),
        ("enter",),
        "Enter",
        "questions",
        "tipcoach patterns --hide ID",
    ),
    Action("choose", (HOME, JOURNAL), ("down", "up"), "↑↓", "choose", "tipcoach journal list"),
    Action(
        "page",
        (JOURNAL,),
        ("pagedown", "pageup"),
        "PgDn",
        "a page on",
        "tipcoach journal list",
        "hidden",
    ),
    Action(
        "oldest", (JOURNAL,), ("end",), "End", "oldest", "tipcoach journal list --all", "hidden"
    ),
    Action("newest", (JOURNAL,), ("home",), "Home", "newest", "tipcoach journal list", "hidden"),
    Action(
        "open",
        (HOME, JOURNAL),
        ("enter",),
        "Enter",
        "open",
        "tipcoach journal show ID",
        note="the row you are on",
    ),
    Action("search", (JOURNAL,), ("slash",), "/", "find", FIND),
    Action("share", (JOURNAL, ENTRY), ("s",), "s", "share", "tipcoach share ID --with"),
    Action("choose", (SHARE,), ("down", "up"), "↑↓", "choose", "tipcoach share ID --with"),
    Action("seal", (SHARE,), ("enter",), "Enter", "go on", "tipcoach share ID --yes"),
    Action("in_or_out", (SHARE,), ("space",), "Space", "in or out", "tipcoach share ID --part"),
    Action("reword", (SHARE,), ("e",), "e", "reword", "tipcoach share ID --reword"),
    Action(
        "read_on",
        (SHARE,),
        ("pagedown", "pageup"),
        "PgDn",
        "the rest of what they will see",
        "tipcoach share ID --preview",
        "hidden",
    ),
    Action("choose", (SUPERVISION,), ("down", "up"), "↑↓", "choose", "tipcoach inbox"),
    Action("open", (SUPERVISION,), ("enter",), "Enter", "read", "tipcoach inbox read COPY"),
    Action("take_back", (SUPERVISION,), ("t",), "t", "take back", "tipcoach take-back COPY"),
    Action("say", (SUPERVISION,), ("c",), "c", "how I see it", "tipcoach inbox say COPY TEXT"),
    Action("session", (SUPERVISION,), ("b",), "b", "session", "tipcoach session --with"),
    Action("review", (SUPERVISION,), ("r",), "r", "brought to me", "tipcoach review"),
    Action("choose", (REVIEW,), ("down", "up"), "↑↓", "choose", "tipcoach review"),
    Action("open_it", (REVIEW,), ("o",), "o", "open", "tipcoach review open COPY"),
    Action(
        "ask",
        (REVIEW, PAPER),
        ("q",),
        "q",
        "ask",
        "tipcoach review ask COPY TEXT",
        note="a question they can think about",
    ),
    Action(
        "mark",
        (REVIEW, PAPER),
        ("m",),
        "m",
        "mark for the session",
        "tipcoach review mark COPY",
        note="on this machine alone",
    ),
    Action("send", (PAPER,), ("s",), "s", "send it", "tipcoach session send"),
    Action("agreed", (PAPER,), ("a",), "a", "I agree", "tipcoach session read --agreed"),
    Action(
        "differently",
        (PAPER,),
        ("d",),
        "d",
        "I see it differently",
        "tipcoach session read --differently",
    ),
    Action("agree", (PAPER,), ("y",), "y", "say yes to it", "tipcoach agreement read --yes"),
    Action("choose", (SEARCH,), ("down", "up"), "↑↓", "choose", FIND),
    Action("open", (SEARCH,), ("enter",), "Enter", "search, open", FIND),
    Action("search_again", (SEARCH,), ("slash",), "/", "other words", FIND),
    Action("choose", (PROMISES,), ("down", "up"), "↑↓", "choose", "tipcoach promises list"),
    Action("kept", (PROMISES,), ("k",), "k", "kept", "tipcoach promises kept ID"),
    Action(
        "new_date",
        (PROMISES,),
        ("n",),
        "n",
        "new date",
        "tipcoach promises renegotiated ID --due --told",
    ),
    Action(
        "not_kept", (PROMISES,), ("x",), "x", "not kept", "tipcoach promises not-kept ID --told"
    ),
    Action("open", (PROMISES,), ("enter",), "Enter", "look", "tipcoach journal show ID"),
    Action("begin", (VISIT,), ("enter",), "Enter", "begin", "an empty line"),
    Action("choose_visit", (VISIT,), ("down", "up"), "↑↓", "choose", "a number or a word"),
    Action("columns", (VISIT,), ("tab", "right"), "Tab", "next column", "the next question"),
    Action("next", (WALK,), ("ctrl+n", "f4"), "Ctrl+N", "next", "an empty line", "hidden"),
    Action("previous", (WALK,), ("ctrl+b", "f3"), "Ctrl+B", "back", "back", "hidden"),
    Action("guide", (WALK,), ("ctrl+g", "f2"), "Ctrl+G", "guide", "why"),
    Action(
        "route", (WALK,), ("pagedown", "pageup"), "PgDn", "rest of the route", "all of it", "hidden"
    ),
    Action("agenda", (WALK,), ("ctrl+o",), "Ctrl+O", "agenda", "tipcoach session agenda"),
    Action("longer", (WALK,), ("f9",), "F9", "longer answer", "a single full stop"),
    Action("editor", (WALK,), ("f8",), "F8", "my own editor", "a single full stop", "hidden"),
    Action(
        "copy",
        (WALK,),
        ("ctrl+c", "super+c"),
        "Ctrl+C",
        "copy the answer",
        "tipcoach journal show ID",
        "hidden",
    ),
    Action(
        "cut", (WALK,), ("ctrl+x", "super+x"), "Ctrl+X", "cut what is selected", "back", "hidden"
    ),
    Action("undo", WRITTEN_IN, ("ctrl+z", "super+z"), "Ctrl+Z", "undo", "back", "hidden"),
    Action(
        "redo",
        WRITTEN_IN,
        ("ctrl+y", "super+y", "ctrl+shift+z", "super+shift+z"),
        "Ctrl+Y",
        "redo",
        "back",
        "hidden",
    ),
    Action(
        "reading_view", (WALK,), ("ctrl+r",), "Ctrl+R", "reading view", "tipcoach session --plain"
    ),
    Action("go_on", (READING_VIEW,), ("enter", "space"), "Enter", "go on", "an empty line"),
    Action("eyes", (READING_VIEW,), ("e",), "e", "eyes", "eyes"),
    # A clicker for slides sends PgDn and PgUp.
    Action("previous", (READING_VIEW,), ("ctrl+b", "f3", "pageup"), "Ctrl+B", "back", "back"),
    Action(
        "next", (READING_VIEW,), ("ctrl+n", "f4", "pagedown"), "Ctrl+N", "next", "skip", "hidden"
    ),
    Action("look", (WALK,), ("ctrl+l",), "Ctrl+L", "look at the notice", "look", "hidden"),
    Action("pause", (WALK,), ("escape",), "Esc", "pause", "?", "right"),
    Action(
        "few",
        (WALK,),
        (),
        "Esc then t",
        "fewer questions, or all again",
        "few",
        "hidden",
        words="short bad day",
    ),
    Action("finish", (WALK,), (), "Esc then d", "finish now", "finish", "hidden"),
    Action("save", (WALK,), ("ctrl+s",), "Ctrl+S", "save now", "quit", "hidden"),
    Action("reflect_on_this", (CARD,), ("a",), "a", "after a visit", "tipcoach reflect --of ID"),
    Action("read_entry", (CARD,), ("e",), "e", "whole entry", "tipcoach journal show ID"),
    Action("copy", (CARD,), ("c",), "c", "copy", "tipcoach card ID"),
    Action("close", (SHEET,), ("escape",), "Esc", "carry on", "back", "right"),
    Action("close", (HELP,), ("escape",), "Esc", "close", "back", "right"),
    Action("options", (ENTRY,), ("o",), "o", "options", "tipcoach journal supersede ID"),
    Action("show_card", (ENTRY,), ("c",), "c", "card", "tipcoach card ID"),
    Action(
        "scroll",
        (CARD, ENTRY, HELP, PATTERNS, PAPER),
        ("down", "up"),
        "↑↓",
        "scroll",
        "the whole of it",
    ),
    Action(
        "home",
        (VISIT, CARD, JOURNAL, PATTERNS, SUPERVISION, SETTINGS),
        ("escape",),
        "Esc",
        "home",
        "quit",
        "right",
    ),
    Action("go_to_page", (READING_VIEW,), ("escape",), "Esc", "page", "an empty line", "right"),
    Action("keep_private", (SHARE,), ("escape",), "Esc", "back", "back", "right"),
    Action(
        "go_back",
        (ENTRY, SEARCH, REVIEW, PAPER, PROMISES),
        ("escape",),
        "Esc",
        "back",
        "quit",
        "right",
    ),
    Action("choose", (PALETTE,), ("down", "up"), "↑↓", "choose", "a number or a word"),
    Action("do", (PALETTE,), ("enter",), "Enter", "do it", "?"),
    Action("close", (PALETTE,), ("escape",), "Esc", "back as it was", "back", "right"),
    Action(
        "settings",
        (HOME,),
        ("comma",),
        ",",
        "settings",
        "tipcoach settings",
        note="lenses, what is kept",
        words="options preferences configuration looks words minutes hidden files second eyes",
    ),
    Action("choose", (SETTINGS,), ("down", "up"), "↑↓", "choose", "tipcoach settings"),
    Action("change", (SETTINGS,), ("enter",), "Enter", "change", "tipcoach settings"),
    Action("palette", (HOME, WALK), ("ctrl+p",), "Ctrl+P", "commands", "?"),
    Action("palette", NOT_IN_THE_LAST_ROW, ("ctrl+p",), "Ctrl+P", "commands", "?", "hidden"),
    Action("help", EVERYWHERE, ("f1",), "F1", "help", "?", "right"),
    Action(
        "leave",
        EVERYWHERE,
        ("ctrl+q",),
        "Ctrl+Q",
        "leave",
        "quit",
        "right",
        note="quit, exit",
        words="close end stop",
    ),
)

WAYS_IN = (
    "before", "after", "journal", "search", "promises", "patterns", "supervision", "mirror",
    "walk_it_as_them", "settings",
)  # fmt: skip
"""What is gone to from Home, also by the palette of another page."""

OF_THE_SCREEN_ALONE = {
    "choose": "in plain lines a number or a word is typed; nothing is stood on",
    "choose_visit": "in plain lines a number or a word is typed; nothing is stood on",
    "columns": "in plain lines its questions come one after another",
    "scroll": "in plain lines all of it is said, and the terminal keeps it",
    "route": "in plain lines all of it is said, and the terminal keeps it",
    "page": "on the command line a list is as long as it is asked to be",
    "read_on": "on the command line all of it is said",
    "reading_view": "letters for a wall; in plain lines a session is read along as it is",
    "do": "in plain lines the word itself is typed",
}
"""What moves about a screen, and why nothing without a screen needs a word for it. `plain` names
what is there instead."""


_in_use: tuple[Action, ...] = REGISTRY


def use(registry: tuple[Action, ...] = REGISTRY) -> None:
    """From now on the keys are those of `registry`: the usual ones, or somebody's own."""
    global _in_use
    _in_use = registry


def action_for(screen: str, key: str) -> Action | None:
    """The action a key has on a screen."""
    return next((action for action in actions_of(screen) if key in action.keys), None)


def actions_of(screen: str) -> tuple[Action, ...]:
    """Every action of a screen, in the order of the registry."""
    return tuple(action for action in _in_use if screen in action.screens)


def called(screen: str, name: str) -> Action:
    """An action of a screen by its name."""
    return next(action for action in actions_of(screen) if action.name == name)


def said(screen: str, text: str) -> str:
    """A text about a screen, with the key of each action it names: `{next} goes on`."""
    return text.format_map({action.name: action.shown for action in actions_of(screen)})


def every_key(action: Action) -> str:
    """Its key, and the function keys that do the same."""
    more = [key.upper() for key in action.keys[1:] if key.startswith("f") and key[1:].isdecimal()]
    return " or ".join([action.shown, *more])
