"""A page on one's own learning in the making. Nothing of it is on the disk until it is written."""

from pathlib import Path

from tipcoach.coach.coach import Coach
from tipcoach.errors import AnswersRefused, NotFound, WrongUsage
from tipcoach.library.load import nearest
from tipcoach.practice.answer import AnswerForm, texts_of
from tipcoach.practice.entry import Asked, Entry
from tipcoach.practice.learning import IN_WORDS, MOST_IN_A_FIELD, STANDARDS, LearningPage
from tipcoach.practice.lenses.notice import Lens, Notice
from tipcoach.practice.plaintext import clean
from tipcoach.practice.shared_copy import parts_to_choose, words_of
from tipcoach.practice.standard import Standard


class Learning:
    """What is written of it so far. Nothing of `entry` is in it but its month."""

    def __init__(self, coach: Coach, entry: Entry) -> None:
        self._coach = coach
        self.parts: tuple[Asked, ...] = tuple(filter(_is_learning, parts_to_choose(entry)))
        self._month = entry.month
        self._today = coach.clock().date()
        self._words: dict[str, str] = {}
        self.standards: tuple[Standard, ...] = ()

    def words_of_part(self, asked: Asked) -> str:
        """An answer of the entry, without its days, to begin a field from."""
        return words_of(asked, self._today)

    def words(self, field: str) -> str:
        return self._words.get(field, "")

    def put(self, field: str, words: str) -> None:
        """Raises `WrongUsage` for more words than a field holds."""
        cleaned = clean(words).strip()
        if len(cleaned) > MOST_IN_A_FIELD:
            raise WrongUsage(
                f"{IN_WORDS[field]}: one field holds {MOST_IN_A_FIELD:,} characters.",
                "Nothing was cut. Take something out.",
            )
        self._words[field] = cleaned

    @property
    def is_looked_at(self) -> bool:
        """Whether the identifiers lens is on."""
        return self._coach.lenses.is_on(Lens.IDENTIFIERS)

    def notices(self) -> tuple[tuple[str, Notice], ...]:
        """What may tell who somebody is, with the field it is in."""
        return identifiers_in(self._coach, self._words)

    def page(self) -> LearningPage:
        """Raises `WrongUsage` while no field has words."""
        words = {field: self._words[field] for field in IN_WORDS if self._words.get(field)}
        if not words:
            raise WrongUsage("Nothing is written yet, so there is no page.", "Nothing was written.")
        return LearningPage(self._month, words, self.standards)


def _is_learning(asked: Asked) -> bool:
    """Whether it is in the writer's own words, and about more than the moment or a task."""
    if asked.answer is None or asked.form in (AnswerForm.ONE_WORD, AnswerForm.PROMISE):
        return False
    return bool(texts_of(asked.answer))


def identifiers_in(coach: Coach, texts: dict[str, str]) -> tuple[tuple[str, Notice], ...]:
    """What may tell who somebody is, in texts by their place."""
    return tuple(
        (place, notice)
        for place, text in texts.items()
        for notice in coach.lenses.look(text)
        if notice.lens is Lens.IDENTIFIERS
    )


def standard_called(coach: Coach, id_: str) -> Standard:
    """Raises `NotFound` with the nearest spelling, or `LibraryFault`."""
    known = {standard.id: standard for standard in coach.library.standards}
    if id_ not in known:
        raise NotFound(f"There is no standard called “{id_}”{nearest(id_, [*known])}.")
    return known[id_]


def learning_from(coach: Coach, entry: Entry, path: Path) -> Learning:
    """A page from a file of answers: `was`, `learned`, `changed` in words, `standards` by ids.

    Raises `AnswersRefused` with all that does not fit.
    """
    from tipcoach.library.learning_answers import read_learning

    file = read_learning(path)
    learning = Learning(coach, entry)
    problems = []
    for field, words in file.words.items():
        try:
            learning.put(field, words)
        except WrongUsage as fault:
            problems.append(f"{path.name}: {fault.sentence}")
    for id_ in file.standards:
        try:
            learning.standards = (*learning.standards, standard_called(coach, id_))
        except NotFound as fault:
            problems.append(f"{path.name}: {STANDARDS}: {fault}")
    if problems:
        raise AnswersRefused(problems)
    return learning
