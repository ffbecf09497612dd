"""Settings as the program itself writes them, read without YAML.

Every start reads them before the first frame, and the reader of YAML costs a good part of that.
Whatever is written in any other way is left to it, so that there is one meaning to a file.
"""

import re

_WORD = r"[a-z]+(?:-[a-z]+)*"
_QUOTED = r'"[^"\\]*"'
_LINE = re.compile(
    rf"(?P<name>[a-z_]+): (?:(?P<word>{_WORD})|(?P<quoted>{_QUOTED})"
    rf"|(?P<listed>\[(?:{_QUOTED}(?:, {_QUOTED})*)?\]))"
)
_EACH = re.compile(r'"([^"\\]*)"')
_TRUTH = {"true": True, "false": False}
_NO_WORDS = frozenset({"yes", "no", "on", "off", "null"})
"""What YAML takes for something else than a word."""


def read_plain(text: str) -> dict[str, object] | None:
    """Each setting by its name; `None` where the text says anything in another way."""
    found: dict[str, object] = {}
    for line in text.split("\n"):
        if not line.isprintable():
            return None
        if not line or line.startswith("#"):
            continue
        said = _LINE.fullmatch(line)
        if said is None or not _NO_WORDS.isdisjoint(said.group("name", "word")):
            return None
        if said["name"] in _TRUTH:
            return None
        found[said["name"]] = _value(said)
    return found


def _value(said: re.Match[str]) -> object:
    if (word := said["word"]) is not None:
        return _TRUTH.get(word, word)
    if (quoted := said["quoted"]) is not None:
        return quoted[1:-1]
    return _EACH.findall(said["listed"])
