"""What every authored shape of a prompt file has in common, checked where it enters.

Unknown keys are refused everywhere, because a misspelt key in a form quietly loses
whatever stood under it. The field descriptions are the prompt author's reference.
"""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from tipcoach.practice.plaintext import clean

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([.-][a-z0-9]+)*$", max_length=64)]


def tidy(said: object) -> object:
    return clean(said).strip() if isinstance(said, str) else said


Words = Annotated[str, BeforeValidator(tidy), Field(min_length=1, max_length=800)]


class Authored(BaseModel):
    """The common rule: nothing unknown, nothing changed after reading."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=False, defer_build=True
    )


class Provenance(Authored):
    """Who wrote a file, who has reviewed it, and who with lived experience had a part. Change it
    only when it is true."""

    author: Words
    """Who wrote it."""
    reviewed_by: tuple[Words, ...] = ()
    """Who has reviewed it, with the month and the role of the people, never their names. Empty
    while nobody has."""
    lived_experience: Words
    """What part people with lived experience have had. `none yet` while there has been none."""
