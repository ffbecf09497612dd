"""What is printed, as it is to be heard: marks that only the eye reads become words, or go.

Where a mark stands before words that say the same it goes; what stood in columns is a sentence.
"""

import re

_MARK = re.compile(r"^(\s*(?:Answer: )?)[⌂≡◊∞▲□■] |^(\s*[0-9A-Z]{26}\S*\s+)[□■●○→×] ", re.MULTILINE)
"""Of a line of somebody's own only what we would have put there: a bullet of theirs stays."""
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
"""Between columns. Of somebody's own words none comes here with two spaces: they are wrapped."""
_DOT, _WAITS, _BLANK = " · ", " … ", re.compile(r"_{3,}")


def spoken(text: str) -> str:
    """The text with no mark, column or rule in it; its lines stay where they are."""
    text = _MARK.sub(lambda found: found[1] or found[2] or "", text)
    text = text.replace(_DOT, ", ").replace(_WAITS, ", ")
    return _GAP.sub(", ", _BLANK.sub("to be written in by hand", text))
