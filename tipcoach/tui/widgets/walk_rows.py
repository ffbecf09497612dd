"""The rows under a question that is chosen from."""

from collections.abc import Sequence

from tipcoach.practice.answer import Answer, Picked, PickedMany, YesNotYet, as_text
from tipcoach.practice.answer import AnswerForm as Form
from tipcoach.practice.checklist import Principle, Prompt
from tipcoach.practice.session import LAST_TIME
from tipcoach.practice.walk import Walk
from tipcoach.tui.widgets.rows import Row

GO_ON = "go-on"
YES, NOT_YET = "yes", "not-yet"
OPEN, SKIP = "open", "skip"
EYES, AGENDA, PROMISES = "eyes", "agenda", "promises"


def rows_for(walk: Walk, prompt: Prompt, answer: Answer | None, *, has_agenda: bool) -> list[Row]:
    """The rows of a prompt that is chosen from; none for one that is written."""
    match prompt.form:
        case Form.YES_NOT_YET:
            return [
                Row(YES, (("y  ", "accent"), ("Yes", "ink")), key="y", number="1"),
                Row(NOT_YET, (("n  ", "accent"), ("Not yet", "ink")), key="n", number="2"),
            ]
        case Form.PICK_ONE | Form.PICK_MANY:
            marked = answer.values if isinstance(answer, PickedMany) else ()
            rows = [
                Row(
                    choice.value,
                    (
                        (f"{_key(number):<3}", "accent"),
                        (_box(prompt, choice.value in marked), "ink"),
                        (f"{choice.label}  ", "ink"),
                        (choice.note, "muted"),
                    ),
                    key=_key(number),
                )
                for number, choice in enumerate(prompt.choices, 1)
            ]
            return [*rows, _go_on()] if prompt.form is Form.PICK_MANY else rows
        case Form.SAY_ONLY:
            is_last_time = walk.step is not None and walk.step.section.id == LAST_TIME
            rows = [_go_on(), *([_the_promises()] if is_last_time else [])]
            rows += [_turn_the_eyes()] if walk.checklist.eyes else []
            return [*rows, *([_the_agenda()] if has_agenda else [])]
    return []


def _key(number: int) -> str:
    """The key of a choice. Those after the ninth have none: they are moved to."""
    return str(number) if number < 10 else ""


def _box(prompt: Prompt, marked: bool) -> str:
    if prompt.form is Form.PICK_ONE:
        return ""
    return "[x] " if marked else "[ ] "


def _go_on() -> Row:
    return Row(GO_ON, (("   ", "accent"), ("Go on", "bold")))


def heavy_rows() -> list[Row]:
    """Whether a question that holds heavy detail is opened at all."""
    return [
        Row(OPEN, (("o  ", "accent"), ("Open it", "ink")), key="o"),
        Row(SKIP, (("s  ", "accent"), ("Skip it", "ink")), key="s"),
    ]


def _turn_the_eyes() -> Row:
    columns = (("e  ", "accent"), ("Turn the eyes  ", "ink"), ("when the talk is stuck", "muted"))
    return Row(EYES, columns, key="e")


def _the_agenda() -> Row:
    columns = (("a  ", "accent"), ("Agenda  ", "ink"), ("what was brought, and last time", "muted"))
    return Row(AGENDA, columns, key="a")


def _the_promises() -> Row:
    columns = (("p  ", "accent"), ("Promises  ", "ink"), ("write down what became of one", "muted"))
    return Row(PROMISES, columns, key="p")


def current_row(prompt: Prompt, answer: Answer | None) -> str | None:
    """The row to stand on: what was chosen before; nothing on arrival."""
    match answer:
        case Picked(value):
            return value
        case YesNotYet(yes):
            return YES if yes else NOT_YET
    return GO_ON if prompt.form in (Form.SAY_ONLY, Form.PICK_MANY) else None


def five_rows(walk: Walk, prompts: Sequence[Prompt]) -> list[Row]:
    """The five together, each with what was planned and what was said."""
    rows = []
    for number, prompt in enumerate(prompts, 1):
        principle = prompt.principle or Principle.SAFETY
        name = walk.checklist.principle_name(principle)
        answer = walk.answers.get(prompt.id)
        below = [(f"     {prompt.question}", "ink")]
        planned = " ".join(line.text for line in walk.plan_beside(prompt)).replace("\n", " ")
        if planned:
            below.append((f"     before: {planned}", "muted"))
        if answer is not None:
            said = as_text(answer).replace("\n", " ")
            below.append((f"     ● {said}", principle.value))
        heading = ((f"{number}  ", "accent"), (f"{name.mark} {name.name}", principle.value))
        rows.append(Row(prompt.id, heading, key=str(number), below=tuple(below)))
    return [*rows, _go_on()]
