"""The organisation's own routes: for each pathway the lines to follow, in `pathways.yaml`.

A route that is misspelt would be a route that is silently missing, so every mistake is
refused by name.
"""

from collections.abc import Sequence
from pathlib import Path

from tipcoach.errors import LibraryFault
from tipcoach.library.lines import Document, YamlFault, read_file
from tipcoach.library.load import Problem, nearest
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
        raise LibraryFault([Problem(str(path), fault.line, "the file", fault.what)]) from None
    except OSError as fault:
        what = f"cannot be opened: {fault.strerror}"
        raise LibraryFault([Problem(path.name, None, "", what)]) from None
    if not isinstance(document.value, dict):
        raise LibraryFault([Problem(path.name, None, "", "wants pathways, each with its lines")])
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
) -> list[Problem]:
    problems = []
    for pathway, lines in found.items():
        field, line = clean_line(pathway)[:60], document.line((pathway,))
        if pathway not in known:
            what = f"is not a pathway{nearest(pathway, list(known))}"
            problems.append(Problem(str(path), line, field, what))
        elif not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            what = "wants a list of lines, each in quotes"
            problems.append(Problem(str(path), line, field, what))
    return problems
