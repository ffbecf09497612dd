"""What was brought and what came back, each as the one whom it is for sees it."""

from cli.two_desks import Desks

UNKNOWN = "a" * 26


def test_both_views_stand_beside_each_other(desks: Desks) -> None:
    copy = desks.share("--question", "What did I miss?")
    assert desks.supervisor("review", "ask", copy, "What did she see?").code == 0
    assert desks.officer("inbox", "say", copy, "I saw it otherwise.").code == 0
    for said in (
        desks.officer("inbox", "read", copy).out,
        desks.supervisor("review", "open", copy).out,
    ):
        assert "What did she see?" in said and "I saw it otherwise." in said
        assert "Wobbly." in said
    assert "Supervisor B: What did she see?" in desks.officer("inbox").out


def test_the_inbox_says_who_opened_what_and_when(desks: Desks) -> None:
    copy, other = desks.share(), desks.share()
    assert "Opened in tipcoach on" not in desks.officer("inbox").out
    desks.supervisor("review", "open", copy)
    opened = {
        one["copy"]: one["opened"] for one in desks.officer("inbox", "--json").document["shared"]
    }
    assert opened[copy] and opened[other] is None
    assert desks.officer("inbox").out.count("Opened in tipcoach on") == 1


def test_what_is_not_opened_yet_comes_first_and_a_mark_is_for_one_machine(desks: Desks) -> None:
    first, second = desks.share(), desks.share()
    desks.supervisor("review", "open", first)
    marked = desks.supervisor("review", "mark", first, "--json").document
    assert (marked["copy"], marked["marked"]) == (first, True)
    rows = desks.supervisor("review", "--json").document["brought"]
    assert [(row["copy"], row["opened"], row["marked"]) for row in rows] == [
        (second, False, False),
        (first, True, True),
    ]
    desks.supervisor("review", "unmark", first)
    assert "marked" not in desks.supervisor("review").out
    some = desks.supervisor("review", "--limit", "1")
    assert second in some.out and first not in some.out and "--all" in some.out
    assert first in desks.supervisor("review", "--all").out


def test_a_mark_comes_off_a_copy_that_is_gone(desks: Desks) -> None:
    copy = desks.share()
    desks.supervisor("review", "mark", copy)
    desks.officer("take-back", copy, "--yes")
    off = desks.supervisor("review", "unmark", copy, "--json")
    assert (off.code, off.document) == (0, {"copy": copy, "marked": False})
    assert copy not in desks.pair.supervisor.places.marked.read_text(encoding="ascii")
    assert desks.supervisor("review", "unmark", "none").code == 1


def test_nothing_of_an_opened_copy_is_kept_on_the_machine_of_its_reader(desks: Desks) -> None:
    copy = desks.share("--question", "What did I miss?")
    desks.supervisor("review", "open", copy)
    desks.supervisor("review", "ask", copy, "What did she see?")
    for path in desks.pair.supervisor.places.data.parent.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"Wobbly" not in data and b"did I miss" not in data, path


def test_an_id_that_is_none_is_said_to_be_none(desks: Desks) -> None:
    for done in (
        desks.officer("inbox", "read", UNKNOWN),
        desks.officer("inbox", "say", "../x", "Hello."),
        desks.officer("take-back", UNKNOWN, "--yes"),
        desks.supervisor("review", "open", UNKNOWN),
        desks.supervisor("review", "ask", "../x", "Hello?"),
        desks.supervisor("review", "mark", UNKNOWN),
    ):
        assert done.code == 1
        assert done.out == ""
        assert "Traceback" not in done.err and "Something went wrong" not in done.err


def test_nothing_yet_is_said_plainly(desks: Desks) -> None:
    assert desks.officer("inbox").out.startswith("You have shared nothing.")
    assert desks.supervisor("review").out == "Nothing was brought.\n"
    assert desks.officer("inbox", "--json").document == {"shared": [], "refused": []}


def test_a_file_of_somebody_elses_is_named_and_the_rest_still_shows(desks: Desks) -> None:
    copy = desks.share("--question", "What did I miss?")
    (desks.pair.box / "notes (conflict).txt").write_text("not ours")
    (desks.pair.box / f"copy.2026-11.{UNKNOWN}.age").write_bytes(b"not sealed")
    done = desks.supervisor("review")
    assert "Found but not used: officer-a: notes (conflict).txt" in done.err
    assert "Not to be opened: it " in done.out
    assert copy in done.out and "What did I miss?" in done.out
    assert desks.supervisor("review", "open", UNKNOWN).code == 1
