"""The organisation's own routes: for each pathway the lines to follow, in `pathways.yaml`.

A route that is misspelt would be a route that is silently missing, so every mistake is
refused by name.
"""

from collections.abc import Sequence
from pathlib import Path

from tipcoach.errors import LibraryFault
from tipcoach.library.lines import Document, YamlFault, read_file
from tipcoach.library.load import nearest
from tipcoach.practice.plaintext import clean_line


def read_routes(
    path: Path, known: Sequence[str], *, some_are_unknown: bool = False
) -> dict[str, tuple[str, ...]]:
    """The lines for each pathway id of `known`; none when there is no file.

    With `some_are_unknown` there may be pathways that could not be read, so a route for one
    that is not known is passed over: it must not take the others with it.

    Raises `LibraryFault` with every problem, each with its line.
    """
    try:
        document = read_file(path)
    except FileNotFoundError:
        return {}
    except YamlFault as fault:
        raise LibraryFault([f"{path}, line {fault.line}: the file {fault.what}."]) from None
    except OSError as fault:
        raise LibraryFault([f"{path.name} cannot be opened: {fault.strerror}."]) from None
    if not isinstance(document.value, dict):
        raise LibraryFault([f"{path.name}: the file wants a pathway and its lines."])
    found = {
        pathway: lines
        for pathway, lines in document.value.items()
        if pathway in known or not some_are_unknown
    }
    if problems := _problems(path, document, found, known):
        raise LibraryFault(problems)
    return {pathway: tuple(clean_line(line) for line in lines) for pathway, lines in found.items()}


def _problems(
    path: Path, document: Document, found: dict[str, object], known: Sequence[str]
) -> list[str]:
    problems = []
    for pathway, lines in found.items():
        where = f"{path}, line {document.line((pathway,))}: {clean_line(pathway)[:60]}"
        if pathway not in known:
            problems.append(f"{where} is not a pathway{nearest(pathway, list(known))}.")
        elif not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            problems.append(f"{where} wants a list of lines, each in quotes.")
    return problems
