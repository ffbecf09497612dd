"""What choosing a row of a walk means: an answer, one of the five, or a heavy prompt opened."""

from typing import TYPE_CHECKING

from tipcoach.practice.answer import AnswerForm, Picked, PickedMany, YesNotYet
from tipcoach.practice.checklist import Prompt
from tipcoach.tui.screens.eyes import turn_the_eyes
from tipcoach.tui.widgets.rows import Row
from tipcoach.tui.widgets.walk_rows import AGENDA, EYES, GO_ON, OPEN, PROMISES, YES

if TYPE_CHECKING:
    from tipcoach.tui.screens.walk import WalkScreen


async def choose(screen: "WalkScreen", row: Row) -> None:
    """Act on the row chosen; choosing an answer goes on."""
    prompt = screen.prompt
    if prompt is None:
        if row.id == GO_ON:
            await screen.act_next()
        else:
            screen.open(row.id)
    elif screen.gives_notice(prompt) and row.id == OPEN:
        screen.open_heavy(prompt)
    elif row.id == EYES and prompt.form is AnswerForm.SAY_ONLY:
        await turn_the_eyes(screen)
    elif row.id == AGENDA and prompt.form is AnswerForm.SAY_ONLY:
        # Enter out of habit, once it is closed, goes on with the talk.
        screen.page.pick.stand_on(GO_ON)
        await screen.act_agenda()
    elif row.id == PROMISES and prompt.form is AnswerForm.SAY_ONLY:
        from tipcoach.tui.screens.promises import PromisesScreen

        screen.page.pick.stand_on(GO_ON)
        await screen.app.push_screen(PromisesScreen(over_a_talk=True))
    elif prompt.form is AnswerForm.PICK_MANY and row.id != GO_ON:
        _mark(screen, prompt, row)
    else:
        if prompt.form is AnswerForm.YES_NOT_YET:
            screen.hold(prompt, YesNotYet(row.id == YES))
        elif row.id in prompt.values:
            screen.hold(prompt, Picked(row.id))
        await screen.act_next()


def _mark(screen: "WalkScreen", prompt: Prompt, row: Row) -> None:
    held = screen.sitting.walk.answers.get(prompt.id)
    marked = set(held.values if isinstance(held, PickedMany) else ()) ^ {row.id}
    screen.hold(prompt, PickedMany(tuple(value for value in prompt.values if value in marked)))
    screen.show()
    screen.page.pick.stand_on(row.id)
