"""What may stand round the question of a walk: a route, the guide, what heads a session, and the
column beside them all.

Each can be told what it says before it is on the page, so that a page without it is there sooner.
"""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tipcoach.tui import keys
from tipcoach.tui.widgets.more import ABOVE, More

GUIDE_BELOW = "{guide} for the rest"
THEN_CLOSES = f"{GUIDE_BELOW}, then it closes"
GUIDE_CLOSES = "{guide} closes it"
AGENDA_BELOW = "{agenda} for the rest"


class Box(Vertical):
    """A text that scrolls, and a row that tells of the rest of it."""

    def __init__(self, name: str, *, below: str, above: str = ABOVE, whole: str = "") -> None:
        super().__init__(id=f"{name}-box")
        self.text = Static("", id=name)
        self.scroll = VerticalScroll(self.text, id=f"{name}-scroll", can_focus=False)
        self._more = More(self.scroll, below=below, above=above, held=True, whole=whole)

    def compose(self) -> ComposeResult:
        yield self.scroll
        yield self._more

    def say(self, content: Content) -> None:
        """Say this, from its start."""
        self.text.update(content)
        if self.scroll.is_attached:
            self.scroll.scroll_home(animate=False)


class Aside(Vertical):
    """The column beside the question: what heads a session, what was planned, and the guide."""

    def __init__(self) -> None:
        super().__init__(id="aside")
        self.agenda = Static("", id="agenda-beside")
        self.planned = Static("", id="planned-beside", classes="aside-block")
        self.guide = Static("", id="guide-beside")
        self.scroll = VerticalScroll(
            self.agenda, self.planned, self.guide, id="aside-scroll", can_focus=False
        )

    def compose(self) -> ComposeResult:
        yield self.scroll
        yield More(self.scroll, below=_said(GUIDE_BELOW), above=_said("{guide} back to its start"))


def route_box() -> Box:
    return Box("route", below="PgDn rest of the route", above="PgUp back to its start")


def guide_box() -> Box:
    closes = _said(GUIDE_CLOSES)
    return Box("guide", below=_said(THEN_CLOSES), above=closes, whole=closes)


def heads_box() -> Box:
    return Box("heads", below=_said(AGENDA_BELOW))


def _said(text: str) -> str:
    return keys.said(keys.WALK, text)
