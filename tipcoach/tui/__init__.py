"""The screens.

The framework takes switches from the environment as it is imported. Some of them write every key
that is typed to a file (`TEXTUAL_DEBUG`, `TEXTUAL_LOG`), hand it to another program
(`TEXTUAL=devtools`, `TEXTUAL_DRIVER`), or print once the screen has been left. Words are private
here, so those alone stay that are about how things are painted.
"""

import os

OF_THE_FRAMEWORK = "TEXTUAL"
HOW_IT_IS_PAINTED = frozenset(
    {
        "TEXTUAL_ANIMATIONS",
        "TEXTUAL_COLOR_SYSTEM",
        "TEXTUAL_DIM_FACTOR",
        "TEXTUAL_DISABLE_KITTY_KEY",
        "TEXTUAL_FILTERS",
        "TEXTUAL_FPS",
        "TEXTUAL_SMOOTH_SCROLL",
        "TEXTUAL_SPEEDUPS",
    }
)

for _switch in [name for name in os.environ if name.upper().startswith(OF_THE_FRAMEWORK)]:
    if _switch.upper() not in HOW_IT_IS_PAINTED:
        del os.environ[_switch]

# What has changed is painted at the next of so many moments a second: a letter waits for it.
os.environ.setdefault("TEXTUAL_FPS", "120")
