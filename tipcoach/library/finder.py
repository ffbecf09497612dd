"""Where the prompts are: inside the installed package, else at the top of the checkout.

An editable install does not carry the wheel's copy, so both places must be looked in.
"""

from pathlib import Path

import tipcoach
from tipcoach.errors import LibraryFault

LANGUAGE = "en-GB"


def find_prompts(package: Path | None = None) -> Path:
    """Return the folder of the prompts; `package` is the folder of the `tipcoach` package.

    Raises `LibraryFault` when neither place has one.
    """
    package = package or Path(tipcoach.__file__).parent
    for place in (package / "prompts", package.parent / "prompts"):
        if (place / LANGUAGE).is_dir():
            return place / LANGUAGE
    raise LibraryFault([f"The prompts are missing: there is no folder {package / 'prompts'}."])
