"""Text in a file that would act on a terminal reads as text and acts on nothing."""

import json

import pytest

from tipcoach.journal.format import read_record
from tipcoach.practice.answer import (
    Text,
)
from tipcoach.practice.entry import Entry

from .test_format import GOOD


def _short(text: str) -> str:
    return ascii(text)[:20]


TEXT_THAT_ACTS = [
    "\x1b[2J", "\x1b]52;c;aGk=\x07", "\x9b31m", "\x1b]8;;file:///etc/passwd\x1b\\", "\b\b\r",
    "\x00", "\u202eabc", "\u2066abc", "a\u200bb", "\U000e0041", "a" + "\u0301" * 200,
]  # fmt: skip

TEXT_THAT_ONLY_LOOKS_AS_IF = [
    "[/oops]", "[b", "[link=file:///etc/passwd]x[/link]", "[@click=app.quit]x[/]", '[1, "3"]',
    "=cmd|' /C calc'!A0", "</script>", "w" * 3_000, "👩‍👩‍👧‍👦", "أبجد", "Ysgol Gŵyr ŷ",
    "%s {0} $HOME",
]  # fmt: skip


@pytest.mark.parametrize("text", [*TEXT_THAT_ACTS, *TEXT_THAT_ONLY_LOOKS_AS_IF], ids=_short)
def test_text_in_a_file_reads_as_text_and_acts_on_nothing(text: str) -> None:
    """Put there by hand, in every field a person's words or a question may stand in."""
    document = json.loads(GOOD)
    document["visit"]["label"] = text[:90]
    document["visit"]["purpose"] = text[:90]
    document["stopped"] = text[:90]
    document["card"]["opening"] = text
    document["card"]["stops"][0]["label"] = text
    document["answers"][0] |= {"question": text, "answered": text, "label": text}
    document["answers"][1]["answered"] = text
    document["answers"][3]["answered"] = [text]
    document["answers"][4]["answered"] = {"must": [text]}
    document["answers"][5]["answered"] = [{"text": text + "."}]
    document["answers"][6]["answered"] = {"if": text, "then": text}

    read = read_record(json.dumps(document).encode())

    shown = repr_of(read)
    acts = {c for c in shown if c not in "\n\u200c\u200d" and not c.isprintable()}
    assert not acts, ascii(acts)
    if text in TEXT_THAT_ONLY_LOOKS_AS_IF:
        assert isinstance(read, Entry)
        assert read.answer_to("a.0") == Text(text), "ordinary text is left as it is"
        assert read.asked[0].question == text


def repr_of(value: object) -> str:
    """Every text in an entry, joined."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "".join(map(repr_of, value))
    fields = getattr(value, "__dataclass_fields__", {})
    return "".join(repr_of(getattr(value, name)) for name in fields)
