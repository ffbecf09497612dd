"""Look once more at what may tell who somebody is, with vaguer words for each thing, once."""

from collections.abc import Callable, Sequence

from tipcoach.plain.choices import chosen, not_one_of, rows
from tipcoach.plain.talk import Asking, Talk
from tipcoach.practice.checklist import Choice
from tipcoach.practice.lenses.instead import with_instead
from tipcoach.practice.lenses.notice import Notice
from tipcoach.reports.lenses import heading, what_to_say_instead

USE, KEEP = Choice("use", "use that"), Choice("keep", "keep my words")
WHY = "Why we ask: what you leave as it is goes out as it is."


def look_again(
    talk: Talk,
    notices: Callable[[], Sequence[tuple[str, Notice]]],
    *,
    name_of: Callable[[str], str],
    words_at: Callable[[str], str],
    put: Callable[[str, str], None],
    why: str = WHY,
) -> None:
    """Show each notice with its place by name, and put other words there where that is wanted.

    Raises `Turned` for a command.
    """
    kept: set[tuple[str, str]] = set()
    while waiting := [one for one in notices() if (one[0], one[1].quote) not in kept]:
        place, notice = waiting[0]
        if not _takes_instead(talk, name_of(place), notice, why):
            kept.add((place, notice.quote))
            continue
        put(place, with_instead(words_at(place), notice))
        talk.say("Now it says:", words_at(place))


def _takes_instead(talk: Talk, place: str, notice: Notice, why: str) -> bool:
    """Whether the other words are to be taken."""
    choices = [USE, KEEP] if notice.instead else [KEEP]
    talk.say("", f"{heading(notice)}, in {place}.", notice.why)
    talk.say(*filter(None, [what_to_say_instead(notice)]), *rows(choices))
    talk.say("An empty line keeps your words.")
    picked = Asking(talk, (why,)).understood(
        lambda said: chosen(said, choices), not_one_of(choices)
    )
    return picked == USE
