"""What gets in the way, in a small vocabulary that an organisation can extend."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Barrier:
    """One thing that gets in the way. Entries go by its `id`; the `label` may be reworded."""

    id: str
    label: str
