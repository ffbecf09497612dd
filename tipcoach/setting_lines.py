"""A settings file with some of its lines changed: everything else in it stays as somebody wrote it.

A setting is a line `name: value`, with what follows it indented or as a list; a comment at its
end stays. What cannot be changed so, as settings in one pair of brackets, is for the caller to
find out.
"""

import re
from collections.abc import Mapping

_NAME = re.compile(r"(?P<name>[A-Za-z_][A-Za-z0-9_-]*) *:(?= |$)")
_QUOTED = r'"(?:[^"\\]|\\.)*"|' r"'(?:[^']|'')*'"
_VALUE = re.compile(rf" *(?:{_QUOTED}|\[[^\]]*\]|[^#\n]*?)(?P<end>\s+#.*)?$")


def with_lines(text: str, changed: Mapping[str, str]) -> str:
    """The text with each setting of `changed` as it says; new ones come at the end."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines, waiting, said = text.splitlines(), dict(changed), []
    dropping = False
    for line in lines:
        name = _NAME.match(line)
        if name and name["name"] in changed:
            dropping = True
            if (value := waiting.pop(name["name"], None)) is not None:
                rest = _VALUE.match(line[name.end() :])
                said.append(f"{name[0]} {value}{(rest and rest['end']) or ''}")
        elif not (dropping and line.startswith((" ", "\t", "- "))):
            dropping = False
            said.append(line)
    said += [f"{name}: {value}" for name, value in waiting.items()]
    return end.join(said) + end


def comments_of(text: str) -> list[str]:
    """The lines that are a comment and nothing else."""
    return [line for line in text.splitlines() if line.lstrip().startswith("#")]
