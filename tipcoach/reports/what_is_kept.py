"""What becomes of an answer, said where it is not what the other questions lead one to expect."""

from tipcoach.practice.answer import AnswerForm

NOT_SAVED = "This is not saved. When you go on it is let go, unless you choose then to keep it."
SAID_ALOUD = "Nothing said here is written down."
KEPT_AMID_TALK = "What you put here is kept."
CHOSEN = "This is kept, as you chose. When you go on you can still let it go."
WORD_IS_NOT_KEPT = "gone when you finish"
WORD_IS_KEPT = "kept, yours alone"


def what_becomes_of_it(form: AnswerForm, kept: bool, *, keeps_words: bool, amid_talk: bool) -> str:
    """A sentence or a label for one form of answer; empty for those that are simply kept.

    `kept` is whether there is an answer already, `keeps_words` whether the one word for how an
    officer is stays. `amid_talk` is whether other questions are only said, so that those whose
    answers are kept have to be told from them.
    """
    match form:
        case AnswerForm.SAY_ONLY:
            return ""
        case AnswerForm.ON_SCREEN_ONLY:
            return CHOSEN if kept else NOT_SAVED
        case AnswerForm.ONE_WORD:
            return WORD_IS_KEPT if keeps_words else WORD_IS_NOT_KEPT
    return KEPT_AMID_TALK if amid_talk else ""
