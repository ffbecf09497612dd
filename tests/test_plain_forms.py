"""Every action of every screen can be done without a screen: read off the registry of keys.

What an action names as its plain form is a command line, a word of plain lines, or a way of
typing. Each is looked up or done here, so that none can be named that does not exist.
"""

from collections.abc import Callable

import click
import pytest
from making import pick, prompt, real_library, section
from plain.talking import PREPARE, REFLECT, asks, type_lines

from tipcoach import cli
from tipcoach.coach.coach import Coach
from tipcoach.plain.talk import Command
from tipcoach.practice.answer import AnswerForm, Text
from tipcoach.practice.checklist import Choice
from tipcoach.practice.entry import Kind
from tipcoach.tui import keys
from tipcoach.tui.pause_letters import PAUSE_ROWS

TEXT = section("only", prompt("only.text", hint="a hint"))
NEXT = section("next", prompt("next.text"))


def an_empty_line_goes_on(coach: Coach) -> None:
    heard = type_lines(asks(coach, TEXT, NEXT), PREPARE, "")
    assert "Skipped." in heard
    assert "next.text?" in heard


def the_visit_is_chosen(coach: Coach) -> None:
    for typed in (("1", "3", "1"), ("rent arrears", "phone", "quick")):
        heard = type_lines(coach, PREPARE, *typed, purpose=None, channel=None, form=None)
        assert "Before a visit." in heard


def every_part_of_the_visit_is_asked_in_turn(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE, "1", "1", "1", purpose=None, channel=None, form=None)
    assert "How do you meet?" in heard.after("What is it about?")
    assert "How long is there?" in heard.after("How do you meet?")


def a_route_is_said_whole(coach: Coach) -> None:
    heard = type_lines(coach, REFLECT, "yes", "at-risk")
    pathway = next(one for one in coach.library.pathways if one.id == "safeguarding")
    assert " ".join([*pathway.say, *pathway.lines]) in heard


def a_full_stop_opens_a_long_answer(coach: Coach) -> None:
    heard = type_lines(asks(coach, TEXT), PREPARE, ".", "one", "two", ".", "keep")
    assert heard.answer_to("only.text") == Text("one\ntwo")


def what_is_shown_is_shown_whole(coach: Coach) -> None:
    heard = type_lines(asks(coach, TEXT), PREPARE, "word " * 300, "keep")
    from tipcoach.reports.entries import entry_text

    text = entry_text(heard.kept, (), coach.clock().date())
    assert text.count("word") == 300


def the_word_turns_the_eyes(coach: Coach) -> None:
    heard = type_lines(coach, Kind.SESSION, "eyes", purpose=None, channel=None, form=None)
    assert any(prompt.question in heard for prompt in real_library().standalone("session").eyes)


def few_asks_a_few_and_again_all_of_them(coach: Coach) -> None:
    heard = type_lines(coach, PREPARE, "few", "few", "finish", "keep")
    assert "Five questions, one at a time." in heard
    assert "All the questions again." in heard.after("Five questions, one at a time.")


WAYS_OF_TYPING: dict[str, Callable[[Coach], None]] = {
    "an empty line": an_empty_line_goes_on,
    "a number or a word": the_visit_is_chosen,
    "the next question": every_part_of_the_visit_is_asked_in_turn,
    "all of it": a_route_is_said_whole,
    "a single full stop": a_full_stop_opens_a_long_answer,
    "few": few_asks_a_few_and_again_all_of_them,
    "eyes": the_word_turns_the_eyes,
    "the whole of it": what_is_shown_is_shown_whole,
}


def is_a_command_line(words: list[str]) -> None:
    """Every word is a command, an option or an argument that the command line knows."""
    assert words.pop(0) == "tipcoach"
    here: click.Command = cli.tipcoach
    while isinstance(here, click.Group) and words and not words[0].startswith("-"):
        name = words.pop(0)
        assert name in here.commands, name
        here = here.commands[name]
    options = {option for parameter in here.params for option in parameter.opts}
    arguments = {parameter.make_metavar(click.Context(here)) for parameter in here.params}
    for word in words:
        assert word in options | arguments, word


ACTIONS = [
    pytest.param(action, id=f"{screen}-{action.name}")
    for screen in keys.EVERYWHERE
    for action in keys.actions_of(screen)
]


@pytest.mark.parametrize("action", ACTIONS)
def test_it_has_a_plain_form_that_there_is(coach: Coach, action: keys.Action) -> None:
    if action.plain.startswith("tipcoach "):
        is_a_command_line(action.plain.split())
    elif action.plain in list(Command):
        in_a_walk(coach, Command(action.plain))
    else:
        WAYS_OF_TYPING[action.plain](coach)


HEARD = {
    Command.BACK: "This is the first question.",
    Command.SKIP: "Skipped.",
    Command.WHY: "Why we ask:",
    Command.LOOK: "There is nothing to look at here.",
    Command.FINISH: "The end. What is skipped stays skipped.",
    Command.QUIT: "Nothing was written, so nothing is kept.",
    Command.HELP: "Words alone on a line are commands.",
}


def in_a_walk(coach: Coach, command: Command) -> None:
    heard = type_lines(asks(coach, TEXT, NEXT), PREPARE, command.value)
    assert HEARD[command] in heard


def test_every_pause_letter_does_an_action_of_the_walk() -> None:
    of_the_walk = {action.name for action in keys.actions_of(keys.WALK)} | {"home"}
    done = {action for _, _, _, action in PAUSE_ROWS if action}
    assert done <= of_the_walk


def test_choosing_an_answer_by_a_letter_is_a_number_or_the_words(coach: Coach) -> None:
    """Rows of answers are not in the registry: every choice is typed by number or label."""
    asked = section("only", pick("only.pick", Choice("one", "The first"), Choice("two", "Other")))
    for typed in ("2", "other", "two"):
        heard = type_lines(asks(coach, asked), PREPARE, typed, "keep")
        assert heard.kept.asked[0].label == "Other"
    yes = section("only", prompt("only.yes", AnswerForm.YES_NOT_YET))
    assert type_lines(asks(coach, yes), PREPARE, "not yet", "keep").kept.asked[0].answer
