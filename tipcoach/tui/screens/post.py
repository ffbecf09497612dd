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

POST = BROUGHT, WAITS, CAME = "brought", "record-waits", "view-came"
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
    """One line for copies that were brought, one for records that wait, one for views that came."""
    rows = brought_rows(post.copies)
    if post.records:
        many = len(post.records)
        said = "A record waits" if many == 1 else f"{in_words(many).capitalize()} records wait"
        rows.append(_row(WAITS, f"{said} for your view", _from(post.records)))
    if post.views:
        names = [*dict.fromkeys(post.views)]
        who = f"{names[0]} has" if len(names) == 1 else "People have"
        rows.append(_row(CAME, f"{who} said how they see a record", ""))
    return rows


def brought_rows(people: tuple[str, ...]) -> list[Row]:
    """That something was brought and not opened yet. How many is not said: it is no pile to be
    got through."""
    return [_row(BROUGHT, "Something was brought to you", _from(people))] if people else []


def _from(people: tuple[str, ...]) -> str:
    names = {*people}
    return f"from {people[0]}" if len(names) == 1 else ""


def _row(row_id: str, said: str, right: str) -> Row:
    return Row(row_id, (("■ ", "accent"), (said, "bold")), right=right)
