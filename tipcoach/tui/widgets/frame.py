"""The parts round every page: header with its badge, strip, and the last row of keys."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from tipcoach.errors import TipcoachError
from tipcoach.practice.plaintext import clean
from tipcoach.reports.wrapping import width_of, wrap
from tipcoach.tui import keys

if TYPE_CHECKING:
    from tipcoach.tui.page import KeysFirst


NO_OTHERS: Mapping[str, str] = MappingProxyType({})
BESIDE = 2
"""Columns kept free between the title and the badge."""
LEAST_BADGE = 8
"""Columns a badge has at least: “saving” and “saved” take turns while one writes, and the page is
not laid out again for that."""


class Header(Horizontal):
    """What screen this is and what it concerns; the badge at the right tells the truth."""

    DEFAULT_CSS = f"""
    Header {{ height: 1; padding: 0 2; }}
    Header #title {{ width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }}
    Header #badge {{ width: auto; min-width: {LEAST_BADGE}; height: 1; margin: 0 0 0 2;
                     text-align: right; color: $muted; }}
    Header #badge.-failed {{ background: $danger; color: $on-danger; text-style: bold; }}
    """

    def __init__(self, title: str, concerning: str = "", badge: str = "") -> None:
        super().__init__()
        self._title, self._concerning, self._badge = title, concerning, badge
        self._shown = badge

    def compose(self) -> ComposeResult:
        yield Static(self._content(), id="title")
        yield Static(Content(self._badge), id="badge")

    def badge(self, text: str, *, failed: bool = False) -> None:
        self._badge = text
        self.query_one("#badge", Static).set_class(failed, "-failed")
        self._show_badge()

    @property
    def said(self) -> str:
        """What the badge says now."""
        return self._badge

    def on_resize(self) -> None:
        self._show_badge()

    def _show_badge(self) -> None:
        """Where both do not fit, the first word of the badge leaves the title whole."""
        fits = width_of(self._content().plain) + BESIDE + _columns(self._badge) <= self.size.width
        text = self._badge if fits else self._badge.partition(" · ")[0]
        if text != self._shown:
            wider = _columns(text) != _columns(self._shown)
            self._shown = text
            self.query_one("#badge", Static).update(Content(text), layout=wider)

    def _content(self) -> Content:
        rest = f" · {self._concerning}" if self._concerning else ""
        return Content.assemble((self._title, "bold $ink"), (rest, "$muted"))


def _columns(badge: str) -> int:
    return max(width_of(badge), LEAST_BADGE)


class Strip(Static):
    """Something is wrong, and stays said until it is right. There are no toasts."""

    DEFAULT_CSS = """
    Strip { display: none; height: auto; max-height: 8; padding: 0 2; background: $raised;
            color: $ink; border-left: outer $danger; }
    Strip.-shown { display: block; }
    Strip.-calm { border-left: outer $notice; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._trouble: TipcoachError | None = None

    @property
    def said(self) -> TipcoachError | None:
        """What it says now."""
        return self._trouble

    def say(self, trouble: TipcoachError | None, *, calm: bool = False) -> None:
        """Say it until something else is said; `calm` where nothing is wrong."""
        self._trouble = trouble
        self.set_class(calm, "-calm")
        self.set_class(trouble is not None, "-shown")
        self._fill()

    def on_resize(self) -> None:
        self._fill()

    def _fill(self) -> None:
        if self._trouble is not None:
            said = _as_many_as_fit(self._trouble, self.screen.size.width - STRIP_MARGINS)
            self.update(Content(said))


STRIP_MARGINS = 5
STRIP_ROWS = 5


def _as_many_as_fit(trouble: TipcoachError, width: int) -> str:
    """What is wrong, a line a problem: the first few of many, and how many more there are."""
    problems = clean(trouble.sentence).split("\n")
    if len(problems) == 1:
        return clean(str(trouble))
    said = ""
    for shown in range(1, len(problems) + 1):
        rest = len(problems) - shown
        are = "is" if rest == 1 else "are"
        more = f"There {are} {rest} more like it." if rest else ""
        tail = " ".join(part for part in (more, clean(trouble.hint)) if part)
        longer = "\n".join([*problems[:shown], tail])
        if said and len(wrap(longer, width)) > STRIP_ROWS:
            break
        said = longer
    return said


class KeyWords(Static):
    """A row of keys with what each does; a click on one does it."""

    def shown(self) -> tuple[list[keys.Action], list[keys.Action]]:
        """The actions at the left, and at the right."""
        raise NotImplementedError

    def render(self) -> Content:
        left, right = self.shown()
        gap = max(self.size.width - _width(left) - _width(right), 1)
        return Content.assemble(_content(left), " " * gap, _content(right))

    def on_click(self, event: Click) -> None:
        """Do what the key does that is clicked on; of two arrows, the one."""
        screen = cast("KeysFirst", self.screen)
        if not screen.is_clicked(event):
            return
        left, right = self.shown()
        column = event.get_content_offset_capture(self).x
        place = self.size.width - _width(right)
        for actions, start in ((left, 0), (right, place)):
            for action in actions:
                end = start + _width([action])
                if start <= column < end:
                    arrow = "up" if column == start else "down"
                    key = arrow if action.shown == ARROWS else "".join(action.keys[:1])
                    self.app.call_later(screen.do, action.name, key)
                start = end + GAP


class KeysAbove(KeyWords):
    """Keys that the page itself says, where the last row has no room for all of them.

    `labels` are actions by their names, each with another label, or none for its own; those
    `without` do nothing here until others are left out.
    """

    def __init__(
        self,
        screen: str,
        labels: Mapping[str, str],
        *,
        id: str,  # noqa: A002  (the framework's name for it)
        without: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(id=id)
        self._screen, self._labels, self._without = screen, labels, without
        self._says: Mapping[str, str] = NO_OTHERS

    def leave_out(self, names: Collection[str], says: Mapping[str, str] = NO_OTHERS) -> None:
        """Leave out keys that do nothing here now, and have others say what they do now."""
        if (self._without, self._says) != (frozenset(names), dict(says)):
            self._without, self._says = frozenset(names), dict(says)
            self.refresh()

    def shown(self) -> tuple[list[keys.Action], list[keys.Action]]:
        names = [name for name in self._labels if name not in self._without]
        actions = [keys.called(self._screen, name) for name in names]
        labels = {**self._labels, **self._says}
        said = [labels[action.name] or action.label for action in actions]
        return [
            replace(action, label=label) for action, label in zip(actions, said, strict=True)
        ], []


class Keys(KeyWords):
    """The last row: what can be done on the left, the way out and help on the right.

    Where it is too narrow, verbs go from the right; the way out never does, nor what goes on.
    """

    DEFAULT_CSS = """
    Keys { dock: bottom; height: 1; padding: 0 2; color: $muted; text-wrap: nowrap; }
    """

    def __init__(
        self,
        screen: str,
        *,
        without: frozenset[str] = frozenset(),
        says: Mapping[str, str] = NO_OTHERS,
        above: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self._screen = screen
        self._without = without
        self.says = dict(says)
        """What an action does now, by its name, where that is not what it usually does."""
        self.said_above = above
        """Those that the page itself says, while it does: no key is said twice."""

    def leave_out(self, names: Collection[str], says: Mapping[str, str] = NO_OTHERS) -> None:
        """Leave out keys that do nothing here now, and have others say what they do now."""
        if (self._without, self.says) != (frozenset(names), dict(says)):
            self._without, self.says = frozenset(names), dict(says)
            self.refresh()

    @property
    def left_out(self) -> frozenset[str]:
        """The actions that do nothing here now."""
        return self._without

    @property
    def _page_says_how(self) -> bool:
        return any(how.display for how in self.screen.query("#how"))

    def shown(self) -> tuple[list[keys.Action], list[keys.Action]]:
        above = self.said_above if self.said_above and self._page_says_how else frozenset()
        shown = [
            replace(action, label=self.says.get(action.name, action.label))
            for action in keys.actions_of(self._screen)
            if action.place != "hidden" and action.name not in self._without | above
        ]
        left = [action for action in shown if action.place == "left"]
        right = [action for action in shown if action.place == "right"]
        while _width(left) + GAP + _width(right) > self.size.width:
            going = [action for action in left if action.name not in STAYS]
            if going:
                left.remove(min(going, key=lambda one: self._order_of_going(one, left)))
            elif left and len(right) > 1:
                right.pop()
            else:
                break
        return left, right

    def _order_of_going(self, action: keys.Action, row: list[keys.Action]) -> int:
        """Arrows are known without being told, and so is Enter where letters open as well; the
        palette has the rest; then from the right."""
        if action.shown == ARROWS:
            return -3
        if action.name == "open" and self._screen == keys.HOME:
            return -2
        return -1 if action.name == "palette" else len(row) - row.index(action)


GAP = 3
STAYS = frozenset({"go_on"})
"""Where letters are made large, this is the key for whoever stands at the wall."""
ARROWS = "↑↓"


def _width(actions: list[keys.Action]) -> int:
    words = sum(width_of(f"{action.shown} {action.label}") for action in actions)
    return words + GAP * max(len(actions) - 1, 0)


def _content(actions: list[keys.Action]) -> Content:
    parts = [
        Content.assemble((action.shown, "$accent-ink"), f" {action.label}") for action in actions
    ]
    return Content(" " * GAP).join(parts)
