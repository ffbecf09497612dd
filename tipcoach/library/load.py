"""Read one prompt file into its authored shape, or say all that is wrong with it.

Every problem is one sentence with file, line and field, and for a misspelling the nearest
thing it could have been.
"""

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from tipcoach.errors import LibraryFault
from tipcoach.library.lines import Document, Path_, YamlFault, read_file
from tipcoach.practice.plaintext import clean_line

Model = TypeVar("Model", bound=BaseModel)

_PLAIN = {
    "missing": "is missing",
    "string_type": "wants text",
    "string_too_short": "is empty",
    "string_too_long": "is too long",
    "string_pattern_mismatch": "wants lower-case letters, digits, full stops and hyphens",
    "too_short": "is empty",
    "too_long": "is too long",
    "bool_type": "wants true or false",
    "bool_parsing": "wants true or false",
    "int_type": "wants a whole number",
    "int_parsing": "wants a whole number",
    "tuple_type": "wants a list",
    "dict_type": "wants a mapping of fields",
    "model_type": "wants a mapping of fields",
    "greater_than_equal": "is too small",
    "date_type": "wants a day, such as 2026-10-01",
}


def load(path: Path, model: type[Model]) -> tuple[Model, Document]:
    """Read `path` as `model`. Raises `LibraryFault` with every problem in the file."""
    document, problems = read(path)
    try:
        found = model.model_validate(document.value)
    except ValidationError as fault:
        problems += [_say(path, document, model, error["loc"], error) for error in fault.errors()]
    if problems:
        raise LibraryFault(list(dict.fromkeys(problems)))
    return found, document


def read(path: Path) -> tuple[Document, list["Problem"]]:
    """Read `path` as plain values, with the keys that stand in it twice.

    Raises `LibraryFault` when it cannot be read at all.
    """
    twice: list[YamlFault] = []
    try:
        document = read_file(path, twice)
    except YamlFault as fault:
        raise LibraryFault([Problem(path.name, fault.line, "the file", fault.what)]) from None
    except OSError as fault:
        what = f"cannot be opened: {fault.strerror}"
        raise LibraryFault([Problem(path.name, None, "", what)]) from None
    return document, [Problem(path.name, one.line, "the file", one.what) for one in twice]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one place of a prompt file; said, it is one finished sentence.

    `line` counts from 1; `None` when it is about the file and no place in it.
    """

    file: str
    line: int | None
    field: str
    what: str

    def __str__(self) -> str:
        said = " ".join(part for part in (self.field, self.what) if part)
        if self.line is None:
            return f"{self.file} {said}."
        return f"{self.file}, line {self.line}: {said}."


def problem(path: Path, document: Document, field: Path_, what: str) -> Problem:
    """A problem with a field of a file."""
    return Problem(path.name, document.line(field), _field_name(field), what)


def nearest(word: str, words: list[str]) -> str:
    """`; did you mean “…”` for the nearest of `words`, or nothing."""
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    return f"; did you mean “{close[0]}”" if close else ""


def _say(
    path: Path, document: Document, model: type[BaseModel], loc: Path_, error: object
) -> Problem:
    assert isinstance(error, dict)  # noqa: S101  (pydantic's ErrorDetails is a TypedDict)
    kind, given = error["type"], error.get("input")
    field = in_document(document, loc)
    if kind == "extra_forbidden":
        known = _fields_at(model, loc[:-1])
        return problem(path, document, field, f"is not a field here{nearest(str(loc[-1]), known)}")
    if kind in ("enum", "literal_error"):
        allowed = [word.strip("' ") for word in _expected(error).replace(" or ", ",").split(",")]
        said = clean_line(str(given))[:60]
        what = f"is “{said}”, which is not one of {', '.join(allowed)}{nearest(said, allowed)}"
        return problem(path, document, field, what)
    what = _PLAIN.get(kind) or str(error["msg"]).removeprefix("Value error, ")
    return problem(path, document, field, what)


def _expected(error: dict[str, object]) -> str:
    context = error.get("ctx")
    return str(context.get("expected", "")) if isinstance(context, dict) else ""


def in_document(document: Document, loc: Path_) -> Path_:
    """`loc` without the marks the validator adds for keys and kinds."""
    kept: list[str | int] = []
    for part in loc:
        if (*kept, part) in document.lines or part == loc[-1]:
            kept.append(part)
    return tuple(part for part in kept if part != "[key]")


def _field_name(field: Path_) -> str:
    said = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in field)
    return clean_line(said.lstrip(".")) or "the file"


def _fields_at(model: type[BaseModel], loc: Path_) -> list[str]:
    """The names of the fields allowed at `loc`, found by walking the models."""
    here: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int) or here is None:
            continue
        info = here.model_fields.get(str(part))
        if info is not None:
            here = _model_in(info.annotation) or here
    return list(here.model_fields) if here else []


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in reversed(getattr(annotation, "__args__", ())):
        found = _model_in(inner)
        if found is not None:
            return found
    return None
