"""The shape of each kind of prompt file as JSON Schema: for editors, and for the guide.

It is worked out from the models that check the files, so it cannot say anything else.
"""

import ast
from functools import cache
from inspect import cleandoc, getsource
from itertools import pairwise
from pathlib import Path
from textwrap import dedent

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from tipcoach.errors import NotFound
from tipcoach.library.folder import FILES, FOLDERS
from tipcoach.library.load import nearest
from tipcoach.library.models import Authored
from tipcoach.library.overlay_models import OverlayModel

Schema = dict[str, object]


def every_model() -> dict[str, type[BaseModel]]:
    """What each kind of file may hold, by the name of its folder or file, or `overlay`."""
    in_files: dict[str, type[BaseModel]] = {Path(name).stem: FILES[name] for name in FILES}
    in_folders: dict[str, type[BaseModel]] = {Path(name).name: FOLDERS[name] for name in FOLDERS}
    return {**in_folders, **in_files, "overlay": OverlayModel}


def schemas() -> dict[str, Schema]:
    """The schema of every kind of prompt file, by the name of its folder or file."""
    _say_what_fields_are(Authored)
    return {
        kind: {
            "$schema": GenerateJsonSchema.schema_dialect,
            **_on_one_line(model.model_json_schema(schema_generator=_Untitled)),
        }
        for kind, model in every_model().items()
    }


def schema(kind: str) -> Schema:
    """The schema of one kind. Raises `NotFound` with the nearest spelling."""
    found = schemas()
    if kind not in found:
        raise NotFound(
            f"There is no kind of prompt file called “{kind}”{nearest(kind, [*found])}.",
            f"Known: {', '.join(found)}.",
        )
    return found[kind]


def _say_what_fields_are(model: type[BaseModel]) -> None:
    """Give the fields of every authored shape the words that stand under them in the source.

    Only a schema shows them, and looking for them takes longer than reading all the files does.
    """
    said = [_words_under_fields(each) for each in model.__mro__ if issubclass(each, Authored)]
    for name, field in model.model_fields.items():
        field.description = next((words[name] for words in said if name in words), None)
    model.model_rebuild(force=True)
    for narrower in model.__subclasses__():
        _say_what_fields_are(narrower)


@cache
def _words_under_fields(model: type[BaseModel]) -> dict[str, str]:
    (shape,) = ast.parse(dedent(getsource(model))).body
    assert isinstance(shape, ast.ClassDef)  # noqa: S101  (it is the source of a class)
    found = {}
    for field, words in pairwise(shape.body):
        match field, words:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(said))):
                found[name] = cleandoc(said)
    return found


def _on_one_line(shape: Schema) -> Schema:
    """Descriptions are folded where they are written; whoever shows them folds them anew."""
    return {key: _unfolded(key, value) for key, value in shape.items()}


def _unfolded(key: str, value: object) -> object:
    match value:
        case str() if key == "description":
            return " ".join(value.split())
        case dict():
            return _on_one_line(value)
        case list():
            return [_unfolded("", inner) for inner in value]
    return value


class _Untitled(GenerateJsonSchema):
    """Without a title for each field: an editor would show its name twice."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False
