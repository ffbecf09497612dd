"""The guide for prompt authors and the schema files say what the models say.

When a field is changed and meant, run with `UPDATE_SCHEMA=write` and read the difference.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tipcoach.library.schema import schemas as schemas_of_the_models
from tipcoach.reports.prompt_documents import schema_document

CHECKOUT = Path(__file__).parent.parent
PROMPTS = CHECKOUT / "prompts"
GUIDE = CHECKOUT / "docs" / "prompt-authors.md"
BEGINS, ENDS = "<!-- fields: begin -->\n", "<!-- fields: end -->\n"
FILES = [path for path in PROMPTS.rglob("*.yaml") if path.parent.name != "sample"]

schemas = cache(schemas_of_the_models)
"""What the models say, worked out once."""

WRITES = os.environ.get("UPDATE_SCHEMA") == "write"


def shapes() -> dict[str, Mapping[str, Any]]:
    """Every shape with fields by its name, each file's own before those inside it."""
    found: dict[str, Mapping[str, Any]] = {}
    for schema in schemas().values():
        known: Any = schema.get("$defs", {})
        for name, shape in {schema["title"]: schema, **known}.items():
            if "properties" in shape:
                found.setdefault(str(name), shape)
    return found


def tables() -> Iterator[str]:
    for name, shape in shapes().items():
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.removesuffix("Model"))
        yield f"### {words.capitalize()}\n\n{shape['description']}\n\n"
        yield "| field | needed | what it is for |\n|---|---|---|\n"
        for field, about in shape["properties"].items():
            needed = "yes" if field in shape.get("required", ()) else ""
            yield f"| `{field}` | {needed} | {about['description']}{_one_of(about)} |\n"
        yield "\n"


def _one_of(about: Mapping[str, Any]) -> str:
    """The words that are allowed, where only some are."""
    allowed = _allowed(about)
    return f" One of {', '.join(f'`{word}`' for word in allowed)}." if len(allowed) > 1 else ""


def _allowed(about: Mapping[str, Any]) -> list[str]:
    every = {name: d for schema in schemas().values() for name, d in _defs(schema).items()}
    for one in (about, *about.get("anyOf", ())):
        ref = one.get("$ref") or one.get("items", {}).get("$ref", "")
        shape = every.get(ref.rpartition("/")[2], one)
        if "enum" in shape:
            return list(shape["enum"])
    return []


def _defs(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = schema.get("$defs", {})
    return found


def test_the_guide_has_every_field_as_the_models_have_it() -> None:
    before, _, rest = GUIDE.read_text(encoding="utf-8").partition(BEGINS)
    said, _, after = rest.partition(ENDS)
    meant = "\n" + "".join(tables())
    if WRITES:
        page = f"{before}{BEGINS}{meant}{ENDS}{after}"
        GUIDE.write_text(page, encoding="utf-8", newline="\n")
        said = meant
    assert said == meant


@pytest.mark.parametrize("kind", schemas())
def test_the_file_an_editor_checks_with_is_what_the_models_say(kind: str) -> None:
    path, meant = PROMPTS / "schema" / f"{kind}.json", schema_document(schemas()[kind]) + "\n"
    if WRITES:
        path.write_text(meant, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == meant


def test_there_is_no_schema_of_what_does_not_exist() -> None:
    assert {path.stem for path in (PROMPTS / "schema").iterdir()} == {*schemas()}


def test_no_field_is_left_without_a_word() -> None:
    unsaid = [
        f"{name}.{field}"
        for name, shape in shapes().items()
        for field, about in shape["properties"].items()
        if not about.get("description")
    ]
    assert unsaid == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_prompt_file_first_names_the_schema_of_its_kind(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    said = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert said, first
    schema = (path.parent / said[1]).resolve()
    inside = path.relative_to(PROMPTS).parts[1:]
    kind = path.stem if len(inside) == 1 or inside[:-1] == ("lenses",) else inside[-2]
    assert schema == PROMPTS / "schema" / f"{kind}.json"
    assert json.loads(schema.read_text(encoding="utf-8"))["additionalProperties"] is False
