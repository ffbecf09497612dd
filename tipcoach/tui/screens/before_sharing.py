"""What is done once, on the command line, before anything is shared."""

from tipcoach.errors import NotInstalled
from tipcoach.practice.plaintext import clean
from tipcoach.supervision.extra import check_installed

WHAT_IT_IS = (
    "What you choose to bring is sealed to one reader, and to you.\n"
    "Nothing is shared by itself.\n"
    "\n"
    "First, once, on the command line:\n"
)
STEPS = (
    "1  Make your keys\n"
    "   tipcoach agreement keys\n"
    "2  Connect the place you share in\n"
    "   tipcoach agreement place FOLDER\n"
    "3  Compare numbers with the other person\n"
    "   tipcoach agreement know WHO\n"
    "4  Agree how it is done, together\n"
    "   tipcoach agreement begin --with WHO"
)


def what_comes_first() -> str:
    """All of it; the part that sharing needs stands first, where it is not installed."""
    try:
        check_installed()
    except NotInstalled as missing:
        return f"{WHAT_IT_IS}{missing.sentence}\n{clean(missing.hint)}\n\n{STEPS}"
    return f"{WHAT_IT_IS}{STEPS}"
