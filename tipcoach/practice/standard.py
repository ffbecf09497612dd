"""What a piece of learning can speak to: a standard of a professional body or a regulator."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard. `body` says whose it is, and is empty for what is nobody's: something else."""

    id: str
    body: str
    name: str

    @property
    def in_full(self) -> str:
        """`CIH professional standards: Knowledgeable`."""
        return f"{self.body}: {self.name}" if self.body else self.name
