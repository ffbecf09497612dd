"""What the other words of a notice are called, wherever they are shown."""

from tipcoach.practice.lenses.notice import Notice


def called_instead(notice: Notice) -> str:
    """An example is not what they should say; other words for the same may be put in."""
    return "Such as" if notice.instead_is_an_example else "Perhaps"
