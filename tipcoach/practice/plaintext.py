"""The one place that cleans text, on its way in and on its way out.

Stored text can come from a paste, another machine or a damaged file, and a terminal obeys
what it is sent: an escape sequence in a note can move the cursor, colour the screen or
write to the clipboard, and a direction override can make a sentence read backwards. What
could act is made visible instead (`\\u{1b}`), so that nothing the writer typed is lost.
"""

import re
import unicodedata

# A run of marks over one letter climbs out of its row; four is more than any script needs.
_MOST_MARKS = 4

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# Controls, direction marks and overrides, invisible spaces, interlinear and tag characters,
# and halves of surrogate pairs. The joiners U+200C and U+200D stay: Persian, Hindi and
# family emoji are written with them.
_ACTS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)

# Ordinary text: nothing above acts in it, and no marks that could pile up.
_ORDINARY = re.compile("[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]*")


def clean(text: str) -> str:
    """Return `text` safe to store, paint and print; running it again changes nothing.

    Line ends become `\\n`, a tab four spaces. Idempotent, and the identity on ordinary text.
    """
    if _ORDINARY.fullmatch(text):
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", "    ")
    return _few_marks(_ACTS.sub(_shown, text))


def clean_line(text: str) -> str:
    """Like `clean`, on one line: every line end becomes a space."""
    return clean(text).replace("\n", " ")


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    return "\N{REPLACEMENT CHARACTER}" if 0xD800 <= code <= 0xDFFF else f"\\u{{{code:x}}}"


def _few_marks(text: str) -> str:
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if run <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
