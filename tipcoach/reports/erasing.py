"""What is said before something is erased, the same in every front end."""

from collections.abc import Iterator, Sequence

from tipcoach.coach.erasing import OUT_OF_REACH, Erasing

ASKED_FOR = "Has anyone asked to see records that this may be in?"
WHO_ASKS = (
    "A tenant, a solicitor, a court, the Ombudsman, or somebody looking into a complaint. "
    "If you are not sure, say so."
)
THEN_IT_STAYS = (
    "Then it stays for now. Erasing what has been asked for can be an offence, whoever asks. "
    "Your data protection officer can say when it may go."
)
ERASED = "Erased, with everything of it that is within reach."
NOT_ERASED = "Nothing was erased."


def what_goes(erasing: Erasing) -> tuple[str, ...]:
    """What goes, a line each."""
    counted: tuple[tuple[Sequence[object], str, str], ...] = (
        (erasing.versions, "the entry", "{} versions of the entry"),
        (range(erasing.promises), "the promise made in it", "the {} promises made in it"),
        (erasing.follow_ups, "one note of what became of it", "{} notes of what became of it"),
        (erasing.drafts, "a correction not finished", "{} corrections not finished"),
        (erasing.notes, "the note of what you took back", "the notes of what you took back"),
        (erasing.records, "its record, as it was signed", "{} records of it, as they were signed"),
        (erasing.quoting, "what one draft quotes of it", "what {} drafts quote of it"),
    )
    return tuple(
        one if len(ids) == 1 else several.format(len(ids)) for ids, one, several in counted if ids
    )


def out_of_reach(erasing: Erasing) -> tuple[str, ...]:
    """What is not taken away, a line each; files that may hold its words."""
    copies = (
        f"{name}, which may hold words of it: look, and delete it." for name in erasing.copies
    )
    return (*_still_shared(erasing), *OUT_OF_REACH, *copies)


def _still_shared(erasing: Erasing) -> Iterator[str]:
    """First, for it is the one thing that can still be done something about."""
    for each in erasing.shared:
        yield (
            f"Parts of it are shared with {each.reader}. Take them back with: "
            f"tipcoach take-back {each.copy}"
        )
    for folder, _ in erasing.records:
        yield f"Its record is with {folder} too, and stays sealed in the shared place."
