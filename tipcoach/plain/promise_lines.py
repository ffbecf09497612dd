"""What was said would happen, by when and whose it is, a line each."""

from dataclasses import replace

from tipcoach.plain.answering import ENDS, Answering
from tipcoach.plain.choices import chosen, not_one_of, rows
from tipcoach.practice.answer import (
    Promised,
)
from tipcoach.practice.checklist import Choice
from tipcoach.practice.promises import Promise, Whose, say_date, understand_date
from tipcoach.practice.session import ACTIONS

NO_DAY = (
    "I do not know that day. Friday, in two weeks, 3 Dec or 2026-12-03 would do; the same words "
    "again keep them with it, and an empty line leaves it open."
)
WHOSE = tuple(Choice(whose.value, whose.label) for whose in Whose)


def read_promises(answering: Answering) -> None:
    made: tuple[Promise, ...] = ()
    of_both = answering.prompt.id == ACTIONS
    answering.say(f"Enough for {'the two of us' if of_both else 'me'} to know it, nobody else.")
    question = "What was said would happen? An empty line if nothing was."
    while True:
        answering.say(question)
        text = answering.asking.line()
        if text in ENDS:
            return
        made = _promise(answering, made, Promise(text))
        question = "What else? An empty line if there is no more."


def _promise(
    answering: Answering, made: tuple[Promise, ...], promise: Promise
) -> tuple[Promise, ...]:
    """Every promise so far, with this one; held at once, before its day and owner are known."""
    answering.hold(Promised((*made, promise)))
    promise = _with_day(answering, promise)
    answering.hold(Promised((*made, promise)))
    promise = replace(promise, whose=_whose(answering))
    answering.hold(Promised((*made, promise)))
    return (*made, promise)


def _with_day(answering: Answering, promise: Promise) -> Promise:
    """The promise with its day. Words that are none, said twice, were meant: they stay with it."""
    answering.say("By when? Such as friday, in two weeks or 3 Dec. An empty line leaves it open.")
    before = ""
    while said := answering.asking.line():
        if due := understand_date(said, answering.today):
            answering.say(f"{say_date(due, answering.today)}.")
            return replace(promise, due=due)
        if said == before:
            return replace(promise, text=f"{promise.text}, {said}")
        before = said
        answering.say(NO_DAY)
    return promise


def _whose(answering: Answering) -> Whose:
    answering.say("Whose is it?", *rows(WHOSE), "An empty line is mine.")
    picked = answering.asking.understood(lambda said: chosen(said, WHOSE), not_one_of(WHOSE))
    return Whose(picked.value) if picked else Whose.MINE
