"""What came in the shared place: a line on Home, late, and nothing where it cannot be told."""

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.message import Message

from tipcoach.errors import TipcoachError
from tipcoach.practice.counting import in_words
from tipcoach.tui.widgets.rows import Row

if TYPE_CHECKING:
    from tipcoach.coach.session_post import Post
    from tipcoach.tui.screens.home import HomeScreen

POST = WAITS, CAME = "record-waits", "view-came"
"""The ids of its rows."""


class PostCame(Message):
    """What is there now, brought over from its thread."""

    def __init__(self, post: "Post") -> None:
        super().__init__()
        self.post = post


def look_for_post_by(home: "HomeScreen") -> None:
    """Look in a thread that nobody waits for: a place that hangs must not keep the way out."""
    coach = home.desk.coach

    def look() -> None:
        from tipcoach.coach.session_post import Post, look_for_post

        post = Post()
        # A place that is not there says nothing here: Supervision says it.
        with suppress(TipcoachError, OSError):
            post = look_for_post(coach)
        home.post_message(PostCame(post))

    threading.Thread(target=look, daemon=True).start()


def post_rows(post: "Post") -> list[Row]:
    """One line for records that wait, and one for views that have come."""
    rows = []
    if post.records:
        many, names = len(post.records), [*dict.fromkeys(post.records)]
        said = "A record waits" if many == 1 else f"{in_words(many).capitalize()} records wait"
        right = f"from {names[0]}" if len(names) == 1 else ""
        rows.append(_row(WAITS, f"{said} for your view", right))
    if post.views:
        names = [*dict.fromkeys(post.views)]
        who = f"{names[0]} has" if len(names) == 1 else "People have"
        rows.append(_row(CAME, f"{who} said how they see a record", ""))
    return rows


def _row(row_id: str, said: str, right: str) -> Row:
    return Row(row_id, (("■ ", "accent"), (said, "bold")), right=right)
