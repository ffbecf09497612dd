"""A sample of supervision, to practise a session with: an officer, a supervisor, and a folder.

Both are in one throw-away home with keys of their own, and all that is there came about as it
would between two people: an agreement, a session that was seen differently, and a copy brought.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from tipcoach.coach.agreeing import agree, collect, send, write_agreement
from tipcoach.coach.answers import keep_answers
from tipcoach.coach.begin import Wanted
from tipcoach.coach.coach import Coach, local_now
from tipcoach.coach.people import know, look_up
from tipcoach.coach.promises import settle
from tipcoach.coach.sample import days_ago, keep_visits, sample_pair
from tipcoach.coach.session_records import send_record, write_record
from tipcoach.coach.session_views import answer_record, collect_records
from tipcoach.coach.shared_place import connect
from tipcoach.coach.sharing import prepare_to_share
from tipcoach.coach.throw_away import throw_away_home
from tipcoach.practice.checklist import Principle
from tipcoach.practice.entry import Kind
from tipcoach.practice.follow_up import Became, SessionView
from tipcoach.settings import HOME_VARIABLE, places

OFFICER, SUPERVISOR = "officer-sample", "supervisor-sample"
NAMES = {OFFICER: "Sample officer", SUPERVISOR: "Sample supervisor"}
LAST_SESSION, AGREED_ON = 28, 40
"""How many days ago they sat down last, and agreed how they work together."""
QUESTION = "A sample question: how do I leave room for a no that I cannot act on?"
SEEN = "A sample answer: I said I would try to count, not that I always can."
BROUGHT = ("moment.stayed", "decide.if-then")


@contextmanager
def sample_supervision(clock: Callable[[], datetime] = local_now) -> Iterator[Coach]:
    """The supervisor of the sample, to whom an officer has brought something.

    Nothing of either is left afterwards. Raises `NotInstalled`, `LibraryFault` or `NotSaved`.
    """
    from tipcoach.supervision.extra import check_installed
    from tipcoach.supervision.identity import make_identity

    check_installed()
    with throw_away_home("sample") as supervisor:
        supervisor.clock = clock
        root = supervisor.places.data.parent
        officer = Coach(places({HOME_VARIABLE: str(root / "officer")}), clock=clock, is_sample=True)
        for coach, folder in ((officer, OFFICER), (supervisor, SUPERVISOR)):
            coach.keys.hold_for_this_run(make_identity(folder, NAMES[folder]))
        _meet(root / "shared-place", officer, supervisor)
        with days_ago(AGREED_ON, officer, supervisor):
            _agree(officer, supervisor)
        with days_ago(LAST_SESSION, officer, supervisor):
            _sit_down(officer, supervisor)
        keep_visits(officer)
        _bring(officer)
        yield supervisor


def _meet(place: Path, *coaches: Coach) -> None:
    place.mkdir()
    for coach in coaches:
        connect(coach, place)
    for coach in coaches:
        for other in coaches:
            if other is not coach:
                know(coach, look_up(coach, other.keys.card.folder))


def _agree(officer: Coach, supervisor: Coach) -> None:
    answers = officer.library.folder / "sample" / "agreement.yaml"
    entry = keep_answers(officer, answers, Wanted(Kind.AGREEMENT))
    send(officer, write_agreement(officer, entry, SUPERVISOR))
    for waiting in collect(supervisor)[0]:
        agree(supervisor, waiting)
    collect(officer)


def _sit_down(officer: Coach, supervisor: Coach) -> None:
    """A session whose record the officer saw differently, and of which one thing was moved."""
    answers = supervisor.library.folder / "sample" / "session.yaml"
    entry = keep_answers(supervisor, answers, Wanted(Kind.SESSION, with_whom=OFFICER))
    send_record(supervisor, write_record(supervisor, entry), entry)
    for waiting in collect_records(officer).waiting:
        answer_record(officer, waiting, SessionView(False, SEEN))
    collect_records(supervisor)
    in_a_month = supervisor.clock().date() + timedelta(days=LAST_SESSION + 7)
    settle(supervisor, f"{entry.id}/2", Became.RENEGOTIATED, due=in_a_month, told=True)


def _bring(officer: Coach) -> None:
    _, reflection = sample_pair(officer)
    preparing = prepare_to_share(officer, reflection.id, SUPERVISOR)
    for part in preparing.parts:
        if part.prompt in BROUGHT:
            preparing.choose(part.prompt)
    preparing.question, preparing.principle = QUESTION, Principle.CHOICE
    preparing.share(preparing.preview())
