"""What came in the shared place: a line on Home, late, and nothing where it cannot be told."""

import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.message import Message

from tipcoach.coach.people import people
from tipcoach.coach.resume import Found
from tipcoach.coach.session_post import Post, look_for_post
from tipcoach.errors import TipcoachError
from tipcoach.practice.counting import in_words
from tipcoach.tui.widgets.rows import Row

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.tui.screens.home import HomeScreen

POST = WAITS, CAME = "record-waits", "view-came"
"""The ids of its rows."""


class PostCame(Message):
    """What is there now, brought over from its thread."""

    def __init__(self, post: Post) -> None:
        super().__init__()
        self.post = post


def look_for_post_by(home: "HomeScreen") -> None:
    """Look in a thread that nobody waits for: a place that hangs must not keep the way out."""
    coach = home.desk.coach

    def look() -> None:
        post = Post()
        # A place that is not there says nothing here: Supervision says it.
        with suppress(TipcoachError, OSError):
            post = look_for_post(coach)
        home.post_message(PostCame(post))

    threading.Thread(target=look, daemon=True).start()


def post_rows(post: Post) -> list[Row]:
    rows = []
    if post.records:
        many = len(post.records)
        said = "A record waits" if many == 1 else f"{in_words(many).capitalize()} records wait"
        rows.append(_row(WAITS, f"{said} for your view", post.records))
    if post.views:
        many = len(post.views)
        said = (
            "A view of a record has" if many == 1 else f"{in_words(many).capitalize()} views have"
        )
        rows.append(_row(CAME, f"{said} come", post.views))
    return rows


def _row(row_id: str, said: str, names: Sequence[str]) -> Row:
    one = len({*names}) == 1
    return Row(row_id, (("■ ", "accent"), (said, "bold")), right=f"from {names[0]}" if one else "")


def names_in(coach: "Coach", drafts: Sequence[Found]) -> dict[str, str]:
    """The names of those whom sessions under way are with, by their folders."""
    wanted = {draft.with_whom for draft in drafts if draft.with_whom}
    if not wanted:
        return {}
    with suppress(TipcoachError):
        return {folder: card.name for folder, card in people(coach).cards.items()}
    return {}
