"""Nothing that is installed beside the program is handed what a file of the journal holds."""

import subprocess
import sys

PROGRAM = """
import importlib.metadata
looked = []
found = importlib.metadata.entry_points
importlib.metadata.entry_points = lambda **asked: looked.append(asked) or found(**asked)
import tipcoach.journal.format
print(looked)
"""


def test_no_plug_in_of_the_validating_library_is_looked_for() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
