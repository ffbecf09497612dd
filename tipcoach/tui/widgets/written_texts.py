"""The texts that stand in a form of answer, each by itself, and the way back into its field."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tipcoach.practice.lenses.instead import put_for_it
from tipcoach.practice.lenses.notice import Notice
from tipcoach.tui.widgets.answers import AnswerForm, IfThenForm
from tipcoach.tui.widgets.line_forms import LineGroup, LinesForm
from tipcoach.tui.widgets.promise_form import PromiseForm
from tipcoach.tui.widgets.writing_area import WritingArea


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text as it was written. `into_field` puts it where it can be changed, and returns that.

    One that `goes_on` is part of a sentence that stands before its field.
    """

    text: str
    into_field: Callable[[], WritingArea]
    goes_on: bool = False


def texts_in(form: AnswerForm) -> list[WrittenText]:
    """Every text of a form that is not blank, that being written first."""
    found = [*_in_fields(form), *_in_lines(form)]
    return [written for written in found if written.text.strip()]


def _in_fields(form: AnswerForm) -> Iterator[WrittenText]:
    areas = [area for area in form.query(WritingArea) if area.id != PromiseForm.DAY]
    for area in sorted(areas, key=lambda area: area is not form.screen.focused):
        yield WrittenText(area.text, partial(_itself, area), isinstance(form, IfThenForm))


def _in_lines(form: AnswerForm) -> Iterator[WrittenText]:
    if isinstance(form, LinesForm):
        for group in form.groups:
            for place, line in enumerate(group.lines):
                yield WrittenText(line, partial(_take_line, form, group, place))
    elif isinstance(form, PromiseForm):
        for place, promise in enumerate(form.made):
            yield WrittenText(promise.text, partial(_take_promise, form, place))


def _itself(area: WritingArea) -> WritingArea:
    return area


def _take_line(form: LinesForm, group: LineGroup, place: int) -> WritingArea:
    form.take_out(group, place, into_field=True)
    return group.area


def _take_promise(form: PromiseForm, place: int) -> WritingArea:
    form.take_back(place)
    return form.what


def go_to_quote(written: WrittenText, notice: Notice) -> WritingArea:
    """The field of a text, what a notice quotes selected in it; nothing is changed."""
    area = written.into_field()
    area.select_words(notice.start, notice.end)
    return area


def put_instead(written: WrittenText, notice: Notice) -> bool:
    """Put the other words of a notice where its quote stands; it can be undone there.

    False, and nothing is changed, when the quote does not stand there any more.
    """
    if not notice.instead or written.text[notice.start : notice.end] != notice.quote:
        return False
    area = written.into_field()
    if area.text != written.text:
        return False
    words = put_for_it(written.text, notice, goes_on=written.goes_on)
    area.put_instead(words, notice.start, notice.end)
    return True
