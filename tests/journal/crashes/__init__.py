"""Crashes, faults of the disk and power cuts, at every call to the system in turn.

One story (`story.py`) is told on a disk that goes wrong at one place, for every place there
is; then the journal is opened afresh and held against what the story was told is kept
(`kept.py`). Each way of going wrong is shown to catch writers that are wrong (`mutants.py`).
"""
