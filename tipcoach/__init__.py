"""tipcoach: a conversation coach for housing officers, before and after a visit."""

import os

__version__ = "0.1.0"

# A plug-in of the library that validates files is handed all that is in them, and any package
# installed beside this one can bring one along. Looking for them also takes time at every start.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
