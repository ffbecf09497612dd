"""What the file of words kept out of questions may hold."""

from tipcoach.library.models import Authored, Words


class HouseStyleModel(Authored):
    """Words kept out of questions; a star stands for any ending."""

    jargon: tuple[Words, ...] = ()
    """Words that label people or that only we use."""
    praise: tuple[Words, ...] = ()
    """Words that praise."""
    stands: tuple[Words, ...] = ()
    """Words the wording lens sees that may stand in our questions all the same."""
