"""A screen that tells the truth about saving: pending, saved, or failed and why."""

from textual import on
from textual.message import Message

from tipcoach.coach.autosave import Saved, Saving
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import NotSaved, TipcoachError
from tipcoach.tui import keys
from tipcoach.tui.page import Page
from tipcoach.tui.widgets.frame import Header, Strip

BADGES = {
    Saving.NOTHING_YET: "○ nothing yet",
    Saving.PENDING: "○ saving",
    Saving.SAVED: "● saved",
    Saving.FAILED: " not saved ",
}

TRY_AGAIN = "{save} tries again, or saves in another folder."


def _with_the_way(trouble: TipcoachError | None) -> TipcoachError | None:
    """A trouble with the disk, and what there is to press here."""
    if not isinstance(trouble, NotSaved):
        return trouble
    return NotSaved(str(trouble), keys.said(keys.WALK, TRY_AGAIN))


class SavingScreen(Page):
    """The coach says what is true of the draft; the badge and the strip repeat it."""

    class SavingTold(Message):
        """The coach has said something of saving, in whatever thread."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.save_failed = False

    def listen(self) -> None:
        """Hear of saving from now on, and show what is true already."""
        # Called from the saving thread: a message is the one safe way over.
        self.sitting.told = self._bring_over
        self.show_saved(self.sitting.saved)

    def _bring_over(self, saved: Saved) -> None:
        self.post_message(self.SavingTold())

    @on(SavingTold)
    def _saving_told(self) -> None:
        # What comes from another thread may come late: "saving" after "saved" would stay.
        self.show_saved(self.sitting.saved)

    def show_saved(self, saved: Saved) -> None:
        failed = saved.state is Saving.FAILED
        self.show_badge(saved)
        if failed or (self.save_failed and saved.state is Saving.SAVED):
            self.save_failed = failed
            self.query_one(Strip).say(_with_the_way(saved.trouble))

    def show_badge(self, saved: Saved) -> None:
        badge = self.badge_for(saved)
        self.query_one(Header).badge(badge, failed=badge == BADGES[Saving.FAILED])

    def badge_for(self, saved: Saved) -> str:
        return BADGES[saved.state]

    def save_now(self) -> Saved:
        """Write the draft at once; the app asks this of every screen when it is ended."""
        return self.sitting.save_now()
