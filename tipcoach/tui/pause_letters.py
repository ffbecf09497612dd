"""The letters of the pause page: what each is called there, and the action it stands for."""

# Pause letters; pressed fast after Esc, a terminal sends them as Alt and the letter.
PAUSE_ROWS = (
    ("escape", "Carry on", "", ""),
    ("s", "Skip this question", "", "next"),
    ("p", "Previous question", "", "previous"),
    ("d", "Done: finish now", "with what is here", "finish"),
    ("h", "Home", "keep this for later", "home"),
    ("q", "Leave quietly", "save, clear the screen, close", "leave"),
    ("t", "The few questions", "for a bad day, or all again", "few"),
    ("g", "Guide", "why we ask", "guide"),
    ("l", "Longer answer", "with lines of its own", "longer"),
    ("n", "Notice", "look at it", "look"),
    ("c", "Copy the answer", "to the clipboard", "copy"),
    ("w", "Write in my own editor", "", "editor"),
    ("r", "Reading view", "for a projector", "reading_view"),
    ("a", "Agenda", "what was brought, and last time", "agenda"),
    # Not the slash: a terminal sends it after Esc as if Esc had not been pressed.
    ("m", "More", "all that can be done here", "palette"),
)


def pause_action(key: str) -> str | None:
    """The action of a pause letter typed fast after Esc (`alt+s`)."""
    letter = key.removeprefix("alt+")
    if letter == key:
        return None
    return next((action for known, _, _, action in PAUSE_ROWS if known == letter), None)
