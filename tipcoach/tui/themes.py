"""Three palettes, each measured: every role of text keeps its contrast on every tone.

At least 4.5 to 1 in light and dark, 7 to 1 in high contrast (WCAG 2.2, success criterion
1.4.3 and 1.4.6); a test works it out again. Colour helps and never tells: every state has a
mark and a word beside it.
"""

from textual.theme import Theme

ROLES = (
    "ink", "muted", "accent-ink", "on-accent", "raised", "highlight", "chosen", "edge", "notice",
    "danger", "on-danger", "focus", "safety", "trust", "choice", "collaboration", "empowerment",
)  # fmt: skip

_LIGHT = {
    "background": "#f7f5ef", "surface": "#fffdfa", "panel": "#f0ece2", "raised": "#fffdfa",
    "highlight": "#e0dcd2", "chosen": "#cfe0e6", "edge": "#898170", "ink": "#23282b",
    "muted": "#525a5e", "accent-ink": "#1f5f74", "on-accent": "#ffffff", "safety": "#12564f",
    "trust": "#1159bf", "choice": "#83580a", "collaboration": "#641f7e",
    "empowerment": "#7c1c16", "notice": "#1f5f74", "warning": "#7a4800", "danger": "#9e1b16",
    "on-danger": "#ffffff", "focus": "#1f5f74",
}  # fmt: skip
_DARK = {
    "background": "#14181a", "surface": "#1d2224", "panel": "#1a1e20", "raised": "#272d30",
    "highlight": "#343b3f", "chosen": "#3d4a50", "edge": "#6b787e", "ink": "#e9e6df",
    "muted": "#adb5b8", "accent-ink": "#9cc9d8", "on-accent": "#10181c", "safety": "#77e3c2",
    "trust": "#8badfc", "choice": "#f5cb68", "collaboration": "#e2c3e8",
    "empowerment": "#ee9987", "notice": "#9cc9d8", "warning": "#f0b76b", "danger": "#ff9a8d",
    "on-danger": "#1d0b08", "focus": "#9cc9d8",
}  # fmt: skip
_HIGH_CONTRAST = {
    "background": "#000000", "surface": "#1a1a1a", "panel": "#000000", "raised": "#1a1a1a",
    "highlight": "#2b2b2b", "chosen": "#403600", "edge": "#b8b8b8", "ink": "#ffffff",
    "muted": "#dcdcdc", "accent-ink": "#ffe45c", "on-accent": "#000000", "safety": "#55fbce",
    "trust": "#96bbff", "choice": "#fcfc9a", "collaboration": "#fdd1f7",
    "empowerment": "#f3ab7c", "notice": "#ffffff", "warning": "#ffd27a", "danger": "#ffb3a8",
    "on-danger": "#000000", "focus": "#ffe45c",
}  # fmt: skip

PALETTES = {"light": _LIGHT, "dark": _DARK, "high-contrast": _HIGH_CONTRAST}


def theme(name: str) -> Theme:
    """One of the palettes as a theme of the framework."""
    colours = PALETTES[name]
    return Theme(
        name=f"tipcoach-{name}",
        primary=colours["accent-ink"],
        accent=colours["accent-ink"],
        warning=colours["warning"],
        error=colours["danger"],
        success=colours["safety"],
        foreground=colours["ink"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        dark=name != "light",
        variables={
            **{role: colours[role] for role in ROLES},
            "screen-selection-background": colours["chosen"],
            "screen-selection-foreground": colours["ink"],
        },
    )


def role_defaults() -> dict[str, str]:
    """Our roles before any theme is chosen: without them the style sheets do not parse."""
    return {role: _DARK[role] for role in ROLES}
