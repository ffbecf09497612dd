"""How a part that is not installed unless it is asked for gets installed: the whole command."""

import os
import sys


def to_install(part: str) -> str:
    """A sentence with the command that adds `part`, an extra of this package.

    It names the Python that runs now and the folder this was installed from, so that it holds in
    whichever folder and environment it is typed.
    """
    return f'To install it: "{sys.executable}" -m pip install "{_source()}[{part}]"'


def _source() -> str:
    """The folder the package came from; its name where it came from an index."""
    import json
    from importlib.metadata import PackageNotFoundError, distribution
    from urllib.parse import unquote, urlsplit

    try:
        told = distribution("tipcoach").read_text("direct_url.json")
    except PackageNotFoundError:
        told = None
    where = urlsplit(json.loads(told)["url"]) if told else None
    if where is None or where.scheme != "file":
        return "tipcoach"
    path = unquote(where.path)
    # On Windows a slash stands before the drive.
    return path.removeprefix("/") if os.name == "nt" else path
