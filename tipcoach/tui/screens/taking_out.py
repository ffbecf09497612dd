"""What of the answer in front may be taken out of a walk: to an editor, or to a clipboard."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tipcoach.practice.checklist import Prompt
from tipcoach.practice.entry import Kind
from tipcoach.practice.leaving_the_page import may_go_to_an_editor, may_leave_the_page
from tipcoach.tui.widgets.answers import TextForm

if TYPE_CHECKING:
    from tipcoach.tui.screens.walk import WalkScreen


class TakingOut:
    """The editor and the clipboard of one walk on the screen."""

    def __init__(self, screen: "WalkScreen") -> None:
        self._screen = screen

    @property
    def may_go_to_an_editor(self) -> bool:
        """Whether the answer on the page is a text that may be written in an editor."""
        form = self._screen.page.form
        return self._allows(may_go_to_an_editor) and isinstance(form, TextForm)

    @property
    def may_be_copied(self) -> bool:
        """Whether the answer on the page may go to a clipboard."""
        return self._allows(may_leave_the_page)

    @property
    def not_offered(self) -> frozenset[str]:
        """The actions of these that a pause does not offer here."""
        offered = {
            "editor": self.may_go_to_an_editor,
            "copy": self.may_be_copied and self._screen.is_written,
        }
        return frozenset(name for name, is_offered in offered.items() if not is_offered)

    def _allows(self, allowed: Callable[[Kind, Prompt, bool], bool]) -> bool:
        prompt, walk = self._screen.prompt, self._screen.sitting.walk
        if prompt is None or self._screen.gives_notice(prompt):
            return False
        return allowed(self._screen.sitting.draft.kind, prompt, walk.stopped is not None)

    async def open_editor(self) -> None:
        # Neither is of the way to the first question.
        from tipcoach.tui.screens.own_editor import offer_own_editor

        await offer_own_editor(self._screen)

    async def copy(self, *, cut: bool = False) -> None:
        from tipcoach.tui.screens.copying import copy_answer

        await copy_answer(self._screen, cut=cut)
