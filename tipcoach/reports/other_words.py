"""What the other words of a notice are called, and when they may be used, wherever it is said."""

from tipcoach.practice.lenses.notice import Notice

_IF_SEEN = "if that is what you saw"


def called_instead(notice: Notice) -> str:
    """An example is not what they should say; other words for the same may be put in."""
    return "Such as" if notice.instead_is_an_example else "Perhaps"


def when_to_use(notice: Notice) -> str:
    """On what condition the other words may be put in; nothing where they say the same."""
    return _IF_SEEN if notice.instead_is_an_example else ""
