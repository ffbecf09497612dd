"""The one question more, offered line by line before the end."""

from datetime import date

from tipcoach.coach.sitting import Sitting
from tipcoach.errors import AnswerNotTaken, NotSaved
from tipcoach.plain.answering import Answering
from tipcoach.plain.forms import take_text
from tipcoach.plain.talk import Asking, Command, Talk, Turned
from tipcoach.practice.walk import END
from tipcoach.reports.guides import guide
from tipcoach.reports.one_more import ARE_OFF

OFF = "off"
OFFER = "Answer it, or an empty line goes on. off: no such question again."


def offer_one_more(talk: Talk, sitting: Sitting, today: date) -> None:
    """Offer it where there is one, once. Raises `Turned` for back and for quit."""
    prompt = sitting.one_more.prompt
    if prompt is None:
        return
    sitting.one_more.opened()
    asking = Asking(talk, guide(prompt))
    talk.say("", "One more question, if you like.", prompt.question, OFFER)
    try:
        line = asking.line()
    except Turned as turned:
        if turned.command not in (Command.SKIP, Command.FINISH):
            raise
        line = ""
    if not line:
        sitting.one_more.leave()
    elif line.casefold() == OFF:
        _switch_off(talk, sitting)
    else:
        sitting.one_more.call()
        hold = Answering(asking, prompt, None, lambda said: sitting.answer(prompt.id, said), today)
        _take(hold, line)
        sitting.go_to(END)


def _take(answering: Answering, line: str) -> None:
    """Hold the answer that begins with `line`; one that is not taken may be given again."""
    while line:
        try:
            take_text(answering, line)
        except AnswerNotTaken as fault:
            answering.say(str(fault))
            line = answering.asking.line()
        else:
            return


def _switch_off(talk: Talk, sitting: Sitting) -> None:
    try:
        sitting.one_more.switch_off()
    except NotSaved as trouble:
        talk.say(str(trouble))
    talk.say(ARE_OFF)
