"""The two libraries of the extra `share`, imported where they are used: age and Ed25519."""

from types import ModuleType

from tipcoach.errors import NotInstalled
from tipcoach.more_parts import to_install


def age() -> ModuleType:
    """The library that seals and opens. Raises `NotInstalled`."""
    try:
        import pyrage
    except ImportError:
        raise _not_installed() from None
    return pyrage  # type: ignore[no-any-return]


def ed25519() -> ModuleType:
    """The library that signs. Raises `NotInstalled`."""
    try:
        from cryptography.hazmat.primitives.asymmetric import ed25519 as found
    except ImportError:
        raise _not_installed() from None
    return found


def check_installed() -> None:
    """Raises `NotInstalled` where either is missing."""
    _ = age(), ed25519()


def _not_installed() -> NotInstalled:
    return NotInstalled(
        "Sharing needs a part that is not installed.",
        to_install("share"),
    )
