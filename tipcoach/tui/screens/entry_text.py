"""An entry as styled text, and where in it what it was found by stands."""

from dataclasses import dataclass

from textual.content import Content

from tipcoach.coach.coach import Coach
from tipcoach.coach.people import name_of
from tipcoach.coach.reading import principles
from tipcoach.practice.entry import Asked, Entry
from tipcoach.practice.query import Query
from tipcoach.reports.entries import Part, entry_note, entry_parts, written
from tipcoach.reports.found_in_entry import found_in_entry

FOUND = "bold underline"
"""As in the list of what was found: seen without colour too."""


@dataclass(frozen=True, slots=True)
class EntryText:
    """An entry as it is read.

    `found` is where, in its text, what was looked for stands first, after where the question
    starts that it is under; None where nothing was looked for or no answer says it.
    """

    content: Content
    found: tuple[int, int] | None = None

    def rows_of_what_was_found(self, width: int) -> tuple[int, int] | None:
        """The rows of that question and of the words themselves, in text of a width; None where
        there are none, as in a window with no room for text."""
        if self.found is None or width <= 0:
            return None
        question, word = self.found
        return self._row_of(question, width), self._row_of(word, width)

    def _row_of(self, place: int, width: int) -> int:
        # What comes after the word can no longer move it to another row.
        rest = self.content.plain[place:].split(maxsplit=1)
        return len(self.content[: place + len(rest[0])].wrap(width)) - 1


def entry_content(coach: Coach, entry: Entry) -> Content:
    """An entry as styled text; the words themselves are never markup."""
    return entry_text(coach, entry).content


def entry_text(coach: Coach, entry: Entry, found_by: Query | None = None) -> EntryText:
    """The same, with the words marked that it was found by."""
    other = name_of(coach, entry.with_whom) if entry.with_whom else ""
    parts = entry_parts(entry, principles(coach), coach.clock().date())
    found = found_in_entry(found_by, entry, parts) if found_by else None
    note = Content.styled(entry_note(entry, other), "$muted")
    pieces = [note, Content("\n"), Content.styled(f"Written {written(entry)}", "$muted")]
    place = None
    for number, (asked, part) in enumerate(zip(entry.asked, parts, strict=True)):
        above, said = _asked(asked, part), _said(part)
        for start, end in found.spans[number] if found else ():
            said = said.stylize(FOUND, start, end)
        pieces += [Content("\n\n"), above, Content("\n")]
        if found and found.first and found.first[0] == number:
            start = sum(map(len, pieces))
            place = start - len(above) - 1, start + found.first[1]
        pieces.append(said)
    return EntryText(Content("").join(pieces), place)


def _asked(asked: Asked, part: Part) -> Content:
    question = Content.styled(part.question, "bold")
    if not part.heading:
        return question
    return Content("\n").join([Content.styled(part.heading, _tint(asked)), question])


def _said(part: Part) -> Content:
    return Content.styled("\n".join(part.lines), "$ink" if part.answered else "$muted")


def _tint(asked: Asked) -> str:
    return f"${asked.principle.value}" if asked.principle else "$accent-ink"
