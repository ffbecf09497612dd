"""What a shell is offered when Tab is pressed. It is never answered with a fault."""

from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import coach_here
from tipcoach.errors import TipcoachError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMPLETED = 50
"""How many of the newest entries a shell is offered."""


def complete_purpose(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """The purposes there are; a shell must not be answered with a fault."""
    from click.shell_completion import CompletionItem

    try:
        found = coach_here().questions.purposes
    except TipcoachError:
        return []
    return [CompletionItem(one.id, help=one.name) for one in found if one.id.startswith(begun)]


def complete_id(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """The newest ids, each with its day and kind; what it is about stays off the screen."""
    from click.shell_completion import CompletionItem

    from tipcoach.coach.reading import newest

    try:
        found = newest(coach_here(), COMPLETED).entries
    except TipcoachError:
        return []
    return [
        CompletionItem(one.id, help=f"{one.created:%Y-%m-%d} {one.kind.value}")
        for one in found
        if one.id.startswith(begun.upper())
    ]


def complete_promise(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """The promises still open, each with the day it is due; its words stay off the screen."""
    from click.shell_completion import CompletionItem

    from tipcoach.coach.promises import open_promises

    try:
        found = open_promises(coach_here())
    except TipcoachError:
        return []
    return [
        CompletionItem(str(one.id), help=f"due {one.due}" if one.due else "no date")
        for one in found[:COMPLETED]
        if str(one.id).startswith(begun.upper())
    ]


def complete_barrier(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """What may get in the way of a promise."""
    from click.shell_completion import CompletionItem

    try:
        found = coach_here().questions.barriers
    except TipcoachError:
        return []
    return [CompletionItem(one.id, help=one.label) for one in found if one.id.startswith(begun)]


def complete_prompt(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """Every prompt there is, with its question."""
    from click.shell_completion import CompletionItem

    from tipcoach.coach.prompts import every_prompt

    try:
        found = every_prompt(coach_here())
    except TipcoachError:
        return []
    return [
        CompletionItem(one.id, help=one.words["question"])
        for one in found
        if one.id.startswith(begun)
    ]


def complete_checklist(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    from tipcoach.coach.begin import KINDS

    return [CompletionItem(name) for name in KINDS if name.startswith(begun)]


def complete_kind(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """The kinds of prompt file."""
    from click.shell_completion import CompletionItem

    from tipcoach.coach.prompts import prompt_schemas

    return [CompletionItem(kind) for kind in prompt_schemas() if kind.startswith(begun)]


def complete_lens(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    from tipcoach.practice.lenses.notice import Lens

    return [CompletionItem(lens.value) for lens in Lens if lens.value.startswith(begun)]


def complete_person(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """The people one knows in the shared place, by folder."""
    from click.shell_completion import CompletionItem

    from tipcoach.coach.people import people

    try:
        found = people(coach_here()).cards
    except TipcoachError:
        return []
    return [
        CompletionItem(folder, help=card.name)
        for folder, card in found.items()
        if folder.startswith(begun)
    ]


def complete_shared(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """The copies one shared, each with its month and reader; what they are about stays off."""
    from click.shell_completion import CompletionItem

    from tipcoach.coach.sharing import records

    try:
        found = records(coach_here()).all()
    except TipcoachError:
        return []
    return [
        CompletionItem(one.copy, help=f"{one.month} {one.reader}")
        for one in found[:COMPLETED]
        if one.copy.startswith(begun)
    ]
