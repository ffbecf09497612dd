"""The house reads its own questions with the lens that reads what officers write."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from tipcoach.library.house_style import any_of, wordings
from tipcoach.library.lens_check import phrase_faults, together
from tipcoach.library.lenses import wording_lens
from tipcoach.library.load import Problem
from tipcoach.practice.lenses.notice import Notice

if TYPE_CHECKING:
    from tipcoach.library.folder import Folder

HOUSE_STYLE = "house-style.yaml"


def seen_by_the_lens(folder: "Folder") -> Iterator[Problem]:
    """What the wording lens sees in the files looked at, but for what the house lets stand.

    Nothing where the lens itself has a fault, or where it cannot be read what may stand. What
    the house calls jargon is said once, as that.
    """
    if not folder.wording or HOUSE_STYLE in folder.unread:
        return
    if any(phrase_faults(folder.wording)):
        return
    # Many a wording is the same for several channels.
    read = cache(wording_lens(together(folder.wording)).read)
    jargon = any_of(folder.style.jargon)
    stands = {" ".join(words.casefold().split()) for words in folder.style.stands}
    for file in folder.looked_at:
        for field, words in wordings(file):
            for notice in read(words):
                said = " ".join(notice.quote.casefold().split())
                if said not in stands and not jargon.search(said):
                    yield file.problem(field, _said(notice))


def _said(notice: Notice) -> str:
    perhaps = f"; perhaps “{notice.instead}”" if notice.instead else ""
    return f"says “{notice.quote}”, which the wording lens sees as {notice.about}{perhaps}"
