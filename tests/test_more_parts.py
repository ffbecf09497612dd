"""The command that adds a part: the Python that runs, and where this was installed from."""

import importlib.metadata
import sys

import pytest

from tipcoach.more_parts import to_install


class Installed:
    def __init__(self, told: str | None) -> None:
        self._told = told

    def read_text(self, name: str) -> str | None:
        return self._told if name == "direct_url.json" else None


@pytest.mark.parametrize(
    ("told", "system", "source"),
    [
        ('{"url": "file:///home/a%20b/tipcoach", "dir_info": {}}', "posix", "/home/a b/tipcoach"),
        ('{"url": "file:///C:/Users/a/tipcoach"}', "nt", "C:/Users/a/tipcoach"),
        ('{"url": "https://example.org/tipcoach.zip"}', "posix", "tipcoach"),
        (None, "posix", "tipcoach"),
    ],
)
def test_it_says_the_whole_command(
    monkeypatch: pytest.MonkeyPatch, told: str | None, system: str, source: str
) -> None:
    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: Installed(told))
    monkeypatch.setattr("tipcoach.more_parts.os", type("os", (), {"name": system}))
    assert to_install("share") == (
        f'To install it: "{sys.executable}" -m pip install "{source}[share]"'
    )


def test_it_holds_where_it_was_never_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> Installed:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "distribution", nothing)
    assert to_install("reports").endswith('pip install "tipcoach[reports]"')
