"""All of it goes through a folder: nothing here needs a network, or finds one missing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
ALONE = ["unshare", "--map-root-user", "--net"]
_NO_WAY_OUT = """
import socket
try:
    socket.create_connection(("192.0.2.1", 80), timeout=5)
except OSError as fault:
    print(fault.strerror)
"""


def _may_be_alone() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*ALONE, "true"], capture_output=True, timeout=30).returncode == 0


@pytest.mark.thorough
def test_everything_about_sharing_works_where_there_is_no_network() -> None:
    if not _may_be_alone():
        pytest.skip("this system does not let a process leave the network")
    out = subprocess.run(
        [*ALONE, sys.executable, "-c", _NO_WAY_OUT], capture_output=True, text=True
    )
    assert "unreachable" in out.stdout
    done = subprocess.run(
        [*ALONE, sys.executable, "-m", "pytest", "-n", "0", "-q", "-p", "no:cacheprovider",
         "tests/supervision"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
