"""A file of answers for a page on one's own learning, YAML or JSON."""

from dataclasses import dataclass
from pathlib import Path

from tipcoach.errors import AnswersRefused
from tipcoach.library.answers import read_as_plain
from tipcoach.library.load import nearest
from tipcoach.practice.learning import IN_WORDS, STANDARDS
from tipcoach.practice.plaintext import clean_line


@dataclass(frozen=True, slots=True)
class LearningAnswers:
    """What the file says: words by field, and the ids of standards, none of them twice."""

    words: dict[str, str]
    standards: tuple[str, ...]


def read_learning(path: Path) -> LearningAnswers:
    """Raises `AnswersRefused` with all that is wrong with its shape; never with its words."""
    document = read_as_plain(path)
    found = document.value
    fields = [*IN_WORDS, STANDARDS]
    if not isinstance(found, dict):
        raise AnswersRefused([f"{path.name}: the file wants {', '.join(fields)}."])
    problems = []
    for key, value in found.items():
        where = f"{path.name}, line {document.line((key,))}"
        if key not in fields:
            named = clean_line(str(key))[:60]
            problems.append(f"{where}: {named} is not a field here{nearest(str(key), fields)}.")
        elif key == STANDARDS and not _is_list_of_text(value):
            problems.append(f"{where}: {key} wants a list of ids, such as [cih-knowledgeable].")
        elif key != STANDARDS and not isinstance(value, str):
            problems.append(f"{where}: {key} wants text in quotes.")
    if problems:
        raise AnswersRefused(problems)
    words = {field: found[field] for field in IN_WORDS if field in found}
    return LearningAnswers(words, tuple(dict.fromkeys(found.get(STANDARDS, ()))))


def _is_list_of_text(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
