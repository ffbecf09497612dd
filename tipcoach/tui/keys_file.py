"""Every action with its key, written out as a `keys.yaml` that is ready to be changed."""

from collections.abc import Iterator, Sequence

from tipcoach.settings import quoted
from tipcoach.tui import keys
from tipcoach.tui.key_names import written
from tipcoach.tui.remapping import EVERY_PLACE, name_of, stays

HEAD = """\
# The keys of tipcoach, place by place. They are read from {where}
# Change what you like. A line that is left out, or cannot be used, keeps its usual key.
# A key is written as Ctrl+N, F4, Space, or as one sign; several as [Ctrl+N, F4].
# Enter, Esc, Ctrl+Q, Tab, and the keys that move stay as they are, and so do the letters
# after Esc in a walk and those of small choices. They stand here after a #."""

LABELS = 34
"""The column that says what each action is called on the screen."""


def keys_text(registry: Sequence[keys.Action], where: str) -> str:
    """The whole file; `where` is its place on disk."""
    everywhere = {action.name for action in keys.REGISTRY if action.screens == keys.EVERYWHERE}
    everywhere.add("palette")
    lines = [HEAD.format(where=where)]
    for place in (EVERY_PLACE, *keys.EVERYWHERE):
        of_all = place == EVERY_PLACE
        screen = keys.HOME if of_all else place
        here = [action for action in registry if screen in action.screens]
        shown = [action for action in here if (action.name in everywhere) is of_all]
        if not of_all:
            shown += [one for one in here if one.name in everywhere and _is_other(one, registry)]
        lines += ["", *_place(place, shown)]
    return "\n".join(lines) + "\n"


def _is_other(action: keys.Action, registry: Sequence[keys.Action]) -> bool:
    """Whether an action of every place has another key here than on Home, which stands for all."""
    return not any(
        one.name == action.name and one.keys == action.keys and keys.HOME in one.screens
        for one in registry
    )


def _place(place: str, actions: Sequence[keys.Action]) -> Iterator[str]:
    yield f"{place}:" if any(not stays(one) for one in actions) else f"# {place}:"
    for action in actions:
        if stays(action):
            value = " ".join(map(written, action.keys)) or action.shown
            yield f"# {name_of(action)}: {value}".ljust(LABELS) + f"  # {action.label}"
            continue
        said = [_value(key) for key in action.keys]
        value = said[0] if len(said) == 1 else f"[{', '.join(said)}]"
        yield f"  {name_of(action)}: {value}".ljust(LABELS) + f"  # {action.label}"


def _value(key: str) -> str:
    """A key so that any reader of YAML takes it for a word."""
    word = written(key)
    is_plain = len(word) > 1 or (word.isalpha() and word not in "ynYN")
    return word if is_plain else quoted(word)
