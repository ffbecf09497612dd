"""The keys: all of them as a file that is ready to be changed, and what is wrong with one's own."""

import json
from typing import TYPE_CHECKING

import click

from tipcoach.cli.at_hand import as_json_option, coach_here, say

if TYPE_CHECKING:
    from tipcoach.coach.coach import Coach
    from tipcoach.coach.doctor.findings import Finding
    from tipcoach.key_settings import Problem
    from tipcoach.tui.keys import Action


@click.command()
@click.option("--write", is_flag=True, help="Write the file where it is read from, if none is.")
@as_json_option
def keys(write: bool, as_json: bool) -> int:
    """Print every action with its key, as a file ready to be changed.

    Saved under the name in its first line, it is read each time the app opens. Plain lines and
    the command line need none of it: with --json each action says what does the same there.

    A line that cannot be used is said, and the usual key holds for it; then it leaves with 1.
    """
    from tipcoach.coach.own_keys import write_down
    from tipcoach.practice.plaintext import clean_line
    from tipcoach.tui.keys_file import keys_text
    from tipcoach.tui.remapping import in_use

    coach = coach_here()
    registry, problems = in_use(coach)
    if write:
        path = write_down(coach, keys_text(registry, clean_line(str(coach.places.keys))))
        say(f"Written to {path}. What you change there is read when the app opens.")
    elif as_json:
        click.echo(_document(registry, problems))
    else:
        click.echo(keys_text(registry, clean_line(str(coach.places.keys))), nl=False)
    for problem in problems:
        say(str(problem))
    return 1 if problems else 0


def about_keys(coach: "Coach") -> "list[Finding]":
    """What there is to say of somebody's own keys, for whoever looks everything over."""
    from tipcoach.coach.doctor.findings import Finding, State
    from tipcoach.tui.remapping import how_many_own, in_use

    registry, problems = in_use(coach)
    if problems:
        to_do = "The usual keys hold there. `tipcoach keys` prints a whole file."
        return [Finding("Keys you press", State.WRONG, str(one), to_do) for one in problems]
    others = how_many_own(registry)
    detail = f"{others} of your own." if others else "They are the usual ones."
    return [Finding("Keys you press", State.FINE, detail)]


def _document(registry: "tuple[Action, ...]", problems: "tuple[Problem, ...]") -> str:
    from tipcoach.tui.key_names import written
    from tipcoach.tui.remapping import name_of, stays

    actions = [
        {
            "place": screen,
            "action": name_of(action),
            "label": action.label,
            "keys": [*map(written, action.keys)] or [action.shown],
            "stays": stays(action),
            "plain": action.plain,
        }
        for action in registry
        for screen in action.screens
    ]
    found = {"keys": actions, "problems": [str(each) for each in problems]}
    return json.dumps(found, ensure_ascii=False, indent=2)
