"""Keys as people write them, and as the framework names them.

`Ctrl+N`, `F4`, `Space`, or one sign such as `x` or `/`.
"""

import string
import unicodedata

NAMED = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "insert": "Insert",
    "delete": "Delete",
    "backspace": "Backspace",
}
ALSO = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete"}
HELD_DOWN = {"ctrl": "Ctrl", "super": "Cmd", "shift": "Shift", "alt": "Alt"}
HELD = {"control": "ctrl", "cmd": "super", "command": "super"}
ARROWS = {"↑": "up", "↓": "down", "←": "left", "→": "right"}
STAY = frozenset(
    {"enter", "escape", "tab", "ctrl+q", "up", "down", "left", "right"}
    | {"pageup", "pagedown", "home", "end", "backspace"}
)
"""They do the same in every program, or are the way out, and are what they are here too."""

SAME_AS = {"ctrl+h": "Backspace", "ctrl+i": "Tab", "ctrl+j": "Enter", "ctrl+m": "Enter"}
"""A terminal sends them as another key."""

EDITING = frozenset(
    {f"ctrl+{letter}" for letter in "acdekuvwxyz"}
    | {f"super+{letter}" for letter in "acvxyz"}
    | {"ctrl+shift+z", "super+shift+z", "f6", "f7", "delete"}
)
"""Keys of writing: copy, paste, undo, and their like."""

_SIGNS = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at",
          "hyphen_minus": "minus", "plus_sign": "plus", "low_line": "underscore"}  # fmt: skip


def key_called(typed: str) -> str | None:
    """The framework's name of a key somebody wrote down; `None` where there is no such key."""
    said = typed if len(typed) == 1 else typed.strip()
    if len(said) == 1:
        return ARROWS.get(said) or _sign(said)
    low = said.casefold().replace("-", "+").replace(" ", "")
    low = ALSO.get(low, low)
    if low in NAMED:
        return low
    if low[:1] == "f" and low[1:].isdecimal() and 1 <= int(low[1:]) <= 12:
        return f"f{int(low[1:])}"
    *held, letter = (HELD.get(part, part) for part in low.split("+"))
    if held in (["ctrl"], ["super"], ["ctrl", "shift"], ["super", "shift"]) and len(letter) == 1:
        return "+".join([*held, letter]) if letter in string.ascii_lowercase else None
    return None


def written(key: str) -> str:
    """A key of the framework as it is written for people."""
    if key in NAMED:
        return NAMED[key]
    if "+" in key:
        *held, last = key.split("+")
        return "+".join([*(HELD_DOWN[each] for each in held), written(last).upper()])
    if len(key) > 1 and key[0] == "f" and key[1:].isdecimal():
        return key.upper()
    return next((sign for sign in string.punctuation if _sign(sign) == key), key)


def is_typed(key: str) -> bool:
    """Whether it writes something where text is written."""
    return key == "space" or (len(written(key)) == 1 and key not in NAMED)


def _sign(sign: str) -> str | None:
    if sign.isalnum():
        return sign
    if sign not in string.punctuation:
        return "space" if sign == " " else None
    name = unicodedata.name(sign).lower().replace(" ", "_").replace("-", "_")
    return _SIGNS.get(name, name)
