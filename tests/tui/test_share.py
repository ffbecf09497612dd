"""Share, as an officer meets it: what is chosen, what is seen, and what leaves the machine."""

from pathlib import Path

import pytest
from making import Clock, entry
from sharing_between import ANSWERS, Pair

from tipcoach.coach.sharing import Preparing, Preview
from tipcoach.practice.entry import Kind
from tipcoach.supervision.place import NotThere
from tipcoach.supervision.shared_records import SharedRecord
from tui.painted import Painted, painted
from tui.sharing_screens import a_pair, choose, sharing, to_the_last_sheet

KNOWN, WORRY, AFTER, NEXT, MINE = ANSWERS.values()
NARROW = (60, 20)


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Pair:
    pair = a_pair(tmp_path, clock)
    pair.entry()
    return pair


def beside(frame: str) -> str:
    """The reader's page, at the right of a window of 80 columns, as one line of words."""
    return " ".join(" ".join(line[41:] for line in frame.split("\n")[3:]).split())


def left_side(frame: str) -> str:
    return " ".join(" ".join(line[:41] for line in frame.split("\n")).split())


async def test_nothing_is_chosen_beforehand_and_enter_says_so(pair: Pair) -> None:
    async with sharing(pair) as screen:
        assert "[x]" not in screen.frame()
        assert "Nothing is chosen yet." in beside(screen.frame())
        assert "Enter go on" not in left_side(screen.frame()), "it does nothing yet"
        await screen.press("enter")
        assert "heavy" not in await screen.settle()
        assert not pair.brought()


@pytest.mark.thorough
async def test_the_readers_page_changes_with_what_is_chosen(pair: Pair) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 0, 1)
        assert KNOWN in beside(screen.frame()) and WORRY in beside(screen.frame())
        await choose(screen, 0)
        assert KNOWN not in beside(screen.frame()) and WORRY in beside(screen.frame())
        assert "Enter go on" in left_side(screen.frame())


@pytest.mark.thorough
async def test_what_was_chosen_is_what_is_brought_and_nothing_else(pair: Pair) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 1, 3)
        await to_the_last_sheet(screen)
        said = screen.frame()
        assert "Two answers" in said and "Supervisor B" in said and "November 2026" in said
        assert not pair.brought(), "nothing is there before the yes"
        await screen.press("s")
        said = await screen.until("Shared with Supervisor B.")
        assert "Nothing else of this entry left this machine." in said
        await screen.press("enter")
        await screen.until("This week")
    (row,) = pair.brought()
    assert row.copy is not None
    assert [part.answer for part in row.copy.parts] == [WORRY, NEXT]
    assert not row.copy.heavy


@pytest.mark.thorough
async def test_not_yet_is_current_on_the_last_sheet_and_shares_nothing(pair: Pair) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 1)
        await to_the_last_sheet(screen)
        await screen.press("enter")
        said = await screen.settle()
        assert "Share this with" not in said and "[x]" in said
        await screen.press("escape")
        await screen.until("This week")
    assert not pair.brought()


@pytest.mark.thorough
async def test_a_part_is_reworded_in_the_copy_alone(pair: Pair) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 1)
        assert "e reword" in screen.frame()
        await screen.press("e")
        await screen.until("Your answer, in other words")
        await screen.until("your entry stays as it is")
        await screen.press("ctrl+u")
        await screen.write("I was not sure.\nI still am not.")
        await screen.press("ctrl+n")
        await screen.settle()
        assert "I was not sure. I still am not." in beside(screen.frame())
        await to_the_last_sheet(screen)
        await screen.press("s")
        await screen.until("Shared with")
    (row,) = pair.brought()
    assert row.copy and row.copy.parts[0].answer == "I was not sure.\nI still am not."
    (kept,) = pair.officer.journal.records(None)
    assert WORRY in str(kept)


@pytest.mark.thorough
async def test_a_question_and_a_principle_are_brought(pair: Pair) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 1)
        await screen.press("home", *["down"] * 5, "e")
        await screen.until("They see it before anything else.")
        await screen.write("How do I stop filling silences?")
        await screen.press("enter", "down", "e")
        await screen.until("None of them")
        await screen.press("3")
        await screen.settle()
        page = beside(screen.frame())
        assert page.index("How do I stop") < page.index("Named: ◊ Choice") < page.index(WORRY)
        await to_the_last_sheet(screen)
        await screen.press("s")
        await screen.until("Shared with")
    (row,) = pair.brought()
    assert row.copy and row.copy.question == "How do I stop filling silences?"
    assert row.copy.principle == "choice"


@pytest.mark.parametrize("size", [(80, 24), NARROW])
async def test_the_keys_say_what_they_do_on_the_row_stood_on(
    pair: Pair, size: tuple[int, int]
) -> None:
    async with sharing(pair, size) as screen:
        assert "Space in or out   e reword" in foot(await screen.settle())
        await screen.press("home", *["down"] * 5)
        said = foot(await screen.until("▌ nothing yet; e writes it"))
        assert "e write" in said and "in or out" not in said and "reword" not in said
        await screen.press("down")
        said = foot(await screen.until("▌ none; e names one"))
        assert "e name" in said and "in or out" not in said
        await screen.press("home", "space", "e")
        await screen.until("your entry stays")
        await screen.write(" Mr Quill was there.")
        await screen.press("enter")
        assert "Space in or out   e reword" in foot(await screen.settle())
        await screen.press("end")
        assert "e look" in foot(await screen.until("▌ “Mr Quill”"))
        await screen.press("e")
        await screen.until("Perhaps   the tenant")
        await screen.press("u")
        said = foot(await screen.until("Space in or out   e reword"))
        assert "e look" not in said, "the row it was for is gone"


def foot(frame: str) -> str:
    """The last rows, with the keys that are said."""
    return "\n".join(frame.rstrip().splitlines()[-2:])


async def test_the_last_sheet_says_of_what_is_seen_first_only_what_is_so(pair: Pair) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 1)
        said = " ".join((await to_the_last_sheet(screen)).split())
        assert "One answer: " in said
        await screen.press("pagedown")
        said = " ".join((await screen.settle()).split())
        assert "Before it is opened Supervisor B sees your name and the month." in said
        assert "question" not in said.partition("Before it is opened")[2].partition(".")[0]


@pytest.mark.thorough
async def test_heavy_detail_is_asked_about_once_and_the_reader_is_warned(pair: Pair) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 1)
        await screen.press("enter")
        await screen.until("heavy detail, such as harm")
        await screen.press("r")
        assert "e gives the answer" in await screen.settle()
        await screen.press("enter")
        await screen.until("heavy detail")
        await screen.press("k")
        await screen.until("Share this with")
        await screen.press("escape")
        assert "It holds heavy detail." in beside(await screen.settle())
        await screen.press("enter")
        await screen.until("Share this with")
        await screen.press("s")
        await screen.until("Shared with")
    (row,) = pair.brought()
    assert row.copy and row.copy.heavy


async def test_on_a_second_try_it_is_said_what_was_said_of_heavy_detail(pair: Pair) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 1)
        await to_the_last_sheet(screen)
        await screen.press("escape", "enter")
        await screen.until("Share this with", "h   You said: no heavy detail in it   change that")
        await screen.press("h")
        await screen.until("heavy detail, such as harm", "k   Keep it, and warn them")
        await screen.press("k")
        await screen.until("Share this with", "h   You said: warn them of heavy detail")
        await screen.press("s")
        await screen.until("Shared with Supervisor B.")
    assert [row.copy.heavy for row in pair.brought() if row.copy] == [True]


@pytest.mark.thorough
async def test_sealing_waits_until_the_end_has_been_on_the_screen(pair: Pair) -> None:
    async with sharing(pair, (80, 14)) as screen:
        await choose(screen, 0, 1, 2, 3, 4)
        assert MINE not in beside(screen.frame())
        await screen.press("enter")
        await screen.until("heavy detail")
        await screen.press("n")
        assert "to its end first" in await screen.settle()
        await screen.press("enter")
        assert "Share this with" not in await screen.settle()
        await screen.press("pagedown", "pagedown", "pagedown")
        assert MINE in beside(await screen.settle())
        await screen.press("enter")
        await screen.until("Share this with")


async def test_a_page_that_was_read_before_enter_stays_read_where_nothing_changes(
    pair: Pair,
) -> None:
    async with sharing(pair, (80, 14)) as screen:
        await choose(screen, 0, 1, 2, 3, 4)
        await screen.press("pagedown", "pagedown", "pagedown")
        assert MINE in beside(await screen.settle())
        await screen.press("enter")
        await screen.until("heavy detail")
        await screen.press("n")
        await screen.until("Share this with")
        await screen.press("escape")
        assert MINE in beside(await screen.settle()), "it stays where it was"
        await screen.press("enter")
        await screen.until("Share this with")
        await screen.press("h")
        await screen.until("heavy detail, such as harm")
        await screen.press("k")
        said = await screen.until("to its end first")
        assert "It holds heavy detail." in beside(said), "the warning was not seen yet"


@pytest.mark.thorough
async def test_a_change_after_the_end_was_seen_has_to_be_seen_too(pair: Pair) -> None:
    async with sharing(pair, (80, 14)) as screen:
        await choose(screen, 0, 1, 2, 3)
        await to_the_last_sheet(screen)
        await screen.press("escape")
        await choose(screen, 4)
        await screen.press("enter")
        await screen.until("heavy detail")
        await screen.press("n")
        assert "to its end first" in await screen.settle()


async def test_where_all_they_will_see_is_in_sight_a_page_on_goes_down_what_is_chosen(
    pair: Pair,
) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 0)
        frame = screen.frame()
        assert "PgDn for the rest" not in frame and "↓ more below" in frame
        assert "That is all of it." in beside(frame)
        await screen.press("pagedown", "pagedown")
        assert "↑ more above" in await screen.settle()


async def test_where_it_goes_on_its_end_is_said_once_it_is_there(pair: Pair) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 0, 1, 2, 3, 4)
        assert "That is all of it." not in await screen.until("PgDn for the rest")
        await screen.press(*["pagedown"] * 4)
        await screen.until("That is all of it.")


@pytest.mark.thorough
async def test_where_it_is_narrow_the_page_comes_before_the_sheet(pair: Pair) -> None:
    async with sharing(pair, NARROW) as screen:
        await choose(screen, 0, 1, 2, 3, 4)
        assert "All your reader will see" not in screen.frame()
        await screen.press("enter")
        await screen.until("heavy detail")
        await screen.press("n")
        said = await screen.until("All your reader will see")
        assert "Share this with" not in said and MINE not in said
        await screen.press("enter")
        assert "to its end first" in await screen.settle()
        await screen.press("escape")
        await screen.until("Choose the answers")
        await screen.press("enter")
        await screen.until("All your reader will see")
        await screen.press("pagedown", "pagedown")
        await screen.settle()
        await screen.press("enter")
        await screen.until("Share this with")


async def test_where_it_is_narrow_a_page_on_goes_down_the_rows_and_never_a_page_unseen(
    pair: Pair,
) -> None:
    async with sharing(pair, NARROW) as screen:
        await choose(screen, 0, 1, 2, 3, 4)
        await screen.press("enter")
        await screen.until("heavy detail")
        await screen.press("n")
        first = await screen.until("All your reader will see", "PgDn for the rest")
        await screen.press("pagedown")
        assert await screen.settle() != first
        await screen.press("escape")
        await screen.until("Choose the answers")
        await screen.press("home", *["pagedown"] * 3)
        assert "↑ more above" in await screen.settle(), "the rows"
        await screen.press("enter")
        await screen.until("All your reader will see")
        assert await screen.settle() == first


@pytest.mark.thorough
async def test_the_identifiers_lens_is_seen_again_with_its_blur(pair: Pair) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 1)
        assert "nothing found" in screen.frame() and "It misses things." in screen.frame()
        await screen.press("e")
        await screen.until("your entry stays")
        await screen.write(" Mr Quill was there.")
        await screen.press("enter")
        await screen.until("“Mr Quill”")
        await screen.press("end", "e")
        await screen.until("Perhaps   the tenant")
        await screen.press("u")
        await screen.until("nothing found")
        assert "the tenant was there." in beside(screen.frame())


@pytest.mark.thorough
async def test_what_may_tell_who_somebody_is_stands_first_on_the_last_sheet(pair: Pair) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 1)
        await screen.press("e")
        await screen.until("your entry stays")
        await screen.write(" Mr Quill was there.")
        await screen.press("enter")
        await screen.until("“Mr Quill”")
        await to_the_last_sheet(screen)
        said = await screen.settle()
        assert "may tell who somebody is: “Mr Quill”" in " ".join(said.split())


@pytest.mark.thorough
async def test_an_error_leaves_everything_chosen_in_place(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(self: Preparing, preview: Preview) -> SharedRecord:
        raise NotThere("The shared place cannot be reached.", "Nothing was shared.")

    async with sharing(pair) as screen:
        await choose(screen, 1)
        await to_the_last_sheet(screen)
        monkeypatch.setattr(Preparing, "share", fails)
        await screen.press("s")
        said = await screen.until("The shared place cannot be reached.")
        assert "[x]" in said and WORRY in beside(said) and "○ not shared" in said
        monkeypatch.undo()
        await screen.press("enter")
        await screen.until("Share this with")
        await screen.press("s")
        await screen.until("Shared with")
    assert len(pair.brought()) == 1


@pytest.mark.thorough
async def test_the_promise_is_said_or_that_there_is_none(pair: Pair) -> None:
    async with sharing(pair) as screen:
        await choose(screen, 1)
        await to_the_last_sheet(screen)
        await screen.press("pagedown")
        assert "There is no written promise yet" in await screen.settle()


@pytest.mark.thorough
async def test_what_is_private_is_never_shared(pair: Pair, clock: Clock) -> None:
    clock.advance(hours=1)
    alone = {"kind": Kind.STAFF_MIRROR, "visit": None, "visit_label": ""}
    pair.officer.journal.add(entry(created=clock.now, **alone))
    async with painted(pair.officer) as screen:
        await to_the_journal(screen)
        await screen.press("s")
        await screen.until("never shared")


@pytest.mark.thorough
async def test_it_is_reached_from_the_page_of_an_entry(pair: Pair) -> None:
    async with painted(pair.officer) as screen:
        await to_the_journal(screen)
        await screen.press("enter")
        await screen.until("Written")
        await screen.press("s")
        await screen.until("Choose the answers")
        await screen.press("escape")
        await screen.until("Written")


@pytest.mark.thorough
async def test_without_an_agreement_it_says_what_comes_first(tmp_path: Path, clock: Clock) -> None:
    pair = a_pair(tmp_path, clock, agreed=False)
    pair.entry()
    async with painted(pair.officer) as screen:
        await to_the_journal(screen)
        await screen.press("s")
        await screen.until("There is no agreement with Supervisor B yet.")


async def to_the_journal(screen: Painted) -> None:
    await screen.press("j")
    await screen.until("This week")
    await screen.settle()
