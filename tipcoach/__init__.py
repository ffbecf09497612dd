"""tipcoach: a conversation coach for housing officers, before and after a visit."""

__version__ = "0.1.0"
