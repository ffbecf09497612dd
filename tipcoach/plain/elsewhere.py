"""When the disk does not take what was written: try again, or save it in another folder."""

from tipcoach.coach.autosave import Saving
from tipcoach.coach.coach import Coach
from tipcoach.coach.elsewhere import folder_to_offer, save_elsewhere, where_else
from tipcoach.coach.sitting import Sitting
from tipcoach.errors import WrongUsage
from tipcoach.plain.talk import Asking, Command, Talk

AGAIN, FOLDER = "again", "folder"
MEANINGS = (
    "again tries once more. folder saves in another folder.",
    "quit leaves without what is not saved.",
)


def try_again_or_elsewhere(talk: Talk, asking: Asking, coach: Coach, sitting: Sitting) -> None:
    """Return once there is something new to try. Raises `Turned` for quit."""
    talk.say(*MEANINGS)
    while True:
        word = asking.word(AGAIN, FOLDER, Command.QUIT)
        if word == AGAIN or (word == FOLDER and _moved(talk, asking, coach, sitting)):
            return


def _moved(talk: Talk, asking: Asking, coach: Coach, sitting: Sitting) -> bool:
    offered = folder_to_offer()
    talk.say("Which folder? Its whole path, on one line.")
    if offered:
        talk.say(f"An empty line is {offered}")
    try:
        saved = save_elsewhere(coach, sitting, asking.line() or offered)
    except WrongUsage as trouble:
        talk.say(str(trouble))
        return False
    if saved.state is Saving.FAILED:
        talk.say(str(saved.trouble), "Your words are still held here.")
        return False
    if elsewhere := where_else(coach):
        talk.say(f"Saved in {elsewhere.folder}. To open it another day:")
        talk.show(elsewhere.command)
    return True
