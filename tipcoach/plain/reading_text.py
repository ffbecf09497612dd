"""Hear a text of one line, or of several between two full stops."""

from tipcoach.plain.talk import FULL_STOP, Asking, without_backslash


def hear_text(asking: Asking) -> str:
    """The text, empty when nothing is typed. Raises `Turned` for a command on its first line."""
    line = asking.line()
    if line != FULL_STOP:
        return line
    asking.talk.say("Every line is taken; a full stop alone on a line ends it.")
    lines = []
    while (line := asking.talk.hear_of_several()) != FULL_STOP:
        lines.append(without_backslash(line))
    return "\n".join(lines)
