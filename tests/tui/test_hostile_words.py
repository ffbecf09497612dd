"""Hostile words on every screen: each is read as it was written, and none of it is obeyed.

Every frame on the way is looked at segment by segment, because what is in a segment is what
a terminal is sent.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree

import pytest
import yaml
from hostile import (
    ALL_IN_ONE,
    EVERY_FORM,
    HALF_A_PAIR,
    LINES,
    LONG_WORD,
    MARKS_ONLY,
    NAME,
    NAMES_OF_FILES,
    ON_LINES,
    TEXTS,
    Hostile,
    assert_harmless,
    assert_read,
    spoilt_prompts,
    stored_draft,
    stored_entry,
    stored_promise,
    what_acts,
)
from plain.talking import asks
from rich.segment import Segment
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from tipcoach.coach.coach import Coach
from tipcoach.coach.hiding import hidden_questions
from tipcoach.coach.patterns import my_patterns
from tipcoach.coach.reading import newest
from tipcoach.library.finder import find_prompts
from tipcoach.practice.answer import (
    Text,
)
from tipcoach.practice.draft import Draft
from tipcoach.practice.entry import Entry
from tipcoach.reports.patterns import patterns_text
from tipcoach.settings import HOME_VARIABLE, places
from tipcoach.tui.app import TipcoachApp
from tipcoach.tui.widgets.rows import Rows
from tipcoach.tui.widgets.writing_area import WritingArea
from tui.painted import Painted, painted_as
from tui.visits_that_come_back import a_few_visits

TALL = (100, 44)
"""A window in which most screens are seen whole."""

BLOCKS = re.compile("[\u2580-\u259f]")
"""What bars and scrollbars are drawn with."""


class Watched(Painted):
    """Looks at every segment of every frame, and remembers what could be read."""

    def __init__(self, app: TipcoachApp, pilot: Pilot[int]) -> None:
        super().__init__(app, pilot)
        self._seen: dict[str, None] = {}

    def frame(self) -> str:
        compositor = self.app.screen._compositor
        strips = compositor.render_strips()
        for strip in strips:
            for segment in strip:
                assert_segment_harmless(segment)
        # What is broken over rows is looked up in its own column, without what is beside it.
        for widget, (region, clip) in compositor.visible_widgets.items():
            if isinstance(widget, Static | Rows | WritingArea):
                seen = region.intersection(clip)
                rows = strips[seen.y : seen.bottom]
                lines = [row.crop(seen.x, seen.right).text for row in rows]
                self._seen["".join(BLOCKS.sub("", line).strip() for line in lines)] = None
        return super().frame()

    async def press(self, *names: str) -> None:
        await super().press(*names)
        self.frame()

    async def write(self, text: str) -> None:
        await super().write(text)
        self.frame()

    async def paste(self, *texts: str, then: Sequence[str] = ()) -> None:
        """Paste each where the cursor is, as a terminal hands it over, `then` keys after it."""
        for text in texts:
            self.app.post_message(events.Paste(text))
            for name in then:
                self.app.post_message(events.Key(name, None))
        await self._pilot.pause()
        self.frame()

    async def go_over(self, key: str, times: int) -> None:
        """Press a key some times, and look at every row on the way."""
        for _ in range(times):
            await self.press(key)

    def assert_read(self, *hostile: Hostile) -> None:
        """Each could be read since the last time this was asked."""
        self.frame()
        assert_read("\n".join(self._seen), *hostile)
        self._seen.clear()


def assert_segment_harmless(segment: Segment) -> None:
    acts = what_acts(segment.text, lines=False)
    assert acts is None, f"{acts} is painted in {segment.text!r}"
    if segment.style is not None:
        assert segment.style.link is None, segment
        assert "@click" not in segment.style.meta, segment


def entries(coach: Coach) -> tuple[Entry, ...]:
    return newest(coach, None).entries


# -- written here -----------------------------------------------------------------------


async def begin_a_walk(screen: Watched) -> None:
    await screen.press("b", "r", "tab", "down", "down", "enter")
    await screen.until("orient.hat-sentence?")


async def write_in_every_form(screen: Watched) -> None:
    """From the first question to the end, the answers written and pasted by turns."""
    await screen.paste(ON_LINES.text)
    await screen.write(HALF_A_PAIR.text)
    await screen.press("pageup", "pageup")
    screen.assert_read(*TEXTS, HALF_A_PAIR)
    await screen.press("ctrl+n", "1")
    await screen.paste(ALL_IN_ONE.text)
    screen.assert_read(ALL_IN_ONE)
    await screen.press("ctrl+n")
    await write_in_each_kind_of_rows(screen)
    await screen.press("1")
    await screen.write(ON_LINES.text)
    await screen.press("pageup")
    await screen.press("ctrl+n")
    screen.assert_read(*TEXTS)
    await screen.press("enter")
    await write_promises(screen)
    await screen.paste(ALL_IN_ONE.text, ALL_IN_ONE.text, then=["enter", "home"])
    await screen.until("Keep this as it is?")


async def write_in_each_kind_of_rows(screen: Watched) -> None:
    """One word, a list, and a list in three groups."""
    await screen.write(ALL_IN_ONE.text)
    await screen.go_over("pageup", 3)
    screen.assert_read(*TEXTS)
    await screen.press("enter")
    await screen.paste(*in_lines(LINES), then=["enter"])
    await screen.go_over("up", len(LINES) + 1)
    screen.assert_read(*TEXTS)
    await screen.press("ctrl+n")
    for group in range(3):
        await screen.paste(*in_lines(LINES[group::3]), then=["enter"])
        await screen.press("enter")
    screen.assert_read(*TEXTS)


async def write_promises(screen: Watched) -> None:
    """Each with words for a day that are no date, and so stay with the promise.

    A row shows no more than its beginning; the whole is read in the entry.
    """
    await screen.until("By when")
    for what, by_when in zip(LINES[::2], LINES[1::2], strict=True):
        await screen.paste(what.text, by_when.text, then=["enter"])
        await screen.press("enter")
    await screen.press("shift+tab")
    await screen.go_over("up", len(LINES[::2]))
    screen.assert_read(TEXTS[0], TEXTS[1])
    await screen.press("ctrl+n")


def in_lines(hostile: Sequence[Hostile]) -> list[str]:
    return [one.text for one in hostile]


async def leave_and_carry_on(screen: Watched) -> None:
    """Covered by the pause, left for Home, and gone on with."""
    await screen.press("escape", "escape")
    await screen.until("Paused.")
    assert ALL_IN_ONE.read[:12] not in screen.frame()
    await screen.press("h")
    await screen.until("○ draft")
    await screen.press("home", "enter")
    await screen.until("You were in the middle of something")
    await screen.press("c")
    await screen.until("one.plan?")
    screen.assert_read(TEXTS[-1])


async def finish(screen: Watched) -> None:
    """A question is closed, so that its answer is asked about; one line, and then all of it."""
    await screen.press(*["ctrl+b"] * 7)
    await screen.until("gate?")
    await screen.press("2", "escape", "d")
    await screen.until("Set aside", "one.aside?")
    await screen.press("pagedown")
    screen.assert_read(*TEXTS)
    await screen.press("k", "o")
    await screen.until("The one line to keep")
    await screen.paste(ALL_IN_ONE.text)
    screen.assert_read(TEXTS[-1])
    await screen.press("enter")
    await screen.until("Keep this line alone?")
    await screen.press("pagedown")
    screen.assert_read(*TEXTS)
    await screen.press("s", "escape", "escape", "d", "k", "k")
    await screen.until("Your card")


@pytest.mark.thorough
async def test_what_is_written_in_every_form_is_read_and_not_obeyed(coach: Coach) -> None:
    asks(coach, *EVERY_FORM)
    async with painted_as(Watched, coach, TALL) as screen:
        await begin_a_walk(screen)
        await write_in_every_form(screen)
        await leave_and_carry_on(screen)
        await finish(screen)
        screen.assert_read(TEXTS[0], *TEXTS[2:4])
        await screen.press("e")
        await screen.until("one.word?")
        await screen.go_over("pagedown", 3)
        await screen.until("set aside, and kept")
        screen.assert_read(*TEXTS)
        await screen.press("f1")
        await screen.until("One entry")
        await screen.press("escape", "escape", "escape", "j")
        await screen.until("This week", "one.word?")
        screen.assert_read(*TEXTS)
        await screen.press("escape", "a", "1", "enter")
        await screen.until("orient.hat-sentence?")
        await screen.press(*["ctrl+n"] * 5)
        await screen.until("before: [/oops]")
        await screen.press("1")
        await screen.press("ctrl+g")
        await screen.until("You wrote before")
        await screen.go_over("ctrl+g", 2)
        await screen.until("Why we ask")
        screen.assert_read(*TEXTS)


# -- stored by somebody else ------------------------------------------------------------


@pytest.mark.thorough
async def test_an_entry_made_hostile_by_somebody_else_is_read(coach: Coach) -> None:
    stored_entry(coach)
    async with painted_as(Watched, coach, TALL) as screen:
        await screen.press("j")
        await screen.until("This week", "November 2026")
        screen.assert_read(NAME, *TEXTS)
        await screen.press("enter")
        screen.assert_read(NAME)
        await screen.go_over("pagedown", 4)
        screen.assert_read(*TEXTS)
        await screen.press("c")
        await screen.until("Your card")
        await screen.press("pagedown")
        screen.assert_read(NAME, *TEXTS)
        await screen.press("escape", "a")
        await screen.until("Looking back on", "[/oops]")


@pytest.mark.thorough
async def test_a_promise_made_hostile_by_somebody_else_is_read(coach: Coach) -> None:
    """A row shows no more than its beginning; the whole is read on the sheets and in the entry."""
    stored_promise(coach)
    async with painted_as(Watched, coach, TALL) as screen:
        await screen.press("p")
        await screen.until("Overdue")
        screen.assert_read(TEXTS[0])
        await screen.press("x")
        await screen.until("Have they been told?")
        await screen.go_over("pagedown", 3)
        screen.assert_read(*TEXTS)
        await screen.press("escape", "n")
        await screen.until("What is the new date?")
        await screen.paste(ALL_IN_ONE.text, then=["enter"])
        await screen.until("Not a date I know.")
        screen.assert_read(TEXTS[0])
        await screen.press("escape", "x", "y", "g")
        await screen.until("Written down: not kept")
        await screen.press("enter")
        await screen.until("one.promise?")
        screen.assert_read(*TEXTS)
        await screen.go_over("pagedown", 4)
        await screen.until("told.")
        screen.assert_read(TEXTS[-1])
        await screen.press("escape", "n")
        await screen.paste("today", then=["enter"])
        await screen.press("n", "g", "escape", "b")
        await screen.until("Due first")
        screen.assert_read(TEXTS[0])


@pytest.mark.thorough
async def test_a_draft_made_hostile_by_somebody_else_is_read_and_goes_on(coach: Coach) -> None:
    stored_draft(coach)
    async with painted_as(Watched, coach, TALL) as screen:
        await screen.until("○ draft")
        screen.assert_read(NAME)
        await screen.press("home", "enter")
        await screen.until("You were in the middle of something")
        screen.assert_read(NAME)
        await screen.press("c")
        await screen.until("Next")
        await screen.go_over("ctrl+g", 4)
        screen.assert_read(NAME, *TEXTS)
        await screen.press("ctrl+n")
        await screen.press("1")
        await screen.go_over("ctrl+n", 4)
        await screen.until("● [/oops]", "The questions have changed since")
        await screen.press("escape", "h")
        await screen.until("○ draft")
    (draft,) = coach.drafts.all()
    assert isinstance(draft, Draft), "what was read can be read again"


@pytest.mark.thorough
async def test_prompts_made_hostile_by_somebody_else_are_read(coach: Coach, tmp_path: Path) -> None:
    """The organisation's prompts, its routes and the settings."""
    coach = Coach(coach.places, clock=coach.clock, prompts=spoilt_prompts(tmp_path))
    coach.places.config.mkdir(parents=True)
    coach.places.settings.write_text(f"look: {json.dumps(NAME.text)}", encoding="utf-8")
    routes = {"domestic-abuse": [line.text for line in LINES]}
    coach.places.pathways.write_text(yaml.safe_dump(routes), encoding="utf-8")
    async with painted_as(Watched, coach, TALL) as screen:
        await screen.until("is not a valid Look")
        await screen.press("a", "r")
        screen.assert_read(TEXTS[0])
        await screen.press("enter", "ctrl+g", "y")
        await screen.until("Skip")
        await screen.press("5")
        await screen.press("pagedown", "pagedown")
        screen.assert_read(*TEXTS)
        await screen.press("ctrl+n", "ctrl+n", "k")
        await screen.until("stopped: domestic abuse")
        screen.assert_read(*TEXTS)


async def test_mistakes_with_hostile_names_are_said_harmlessly(
    coach: Coach, tmp_path: Path
) -> None:
    coach.places.config.mkdir(parents=True)
    coach.places.pathways.write_text(yaml.safe_dump({NAME.text: ["x"]}), encoding="utf-8")
    month = coach.places.journal / "2026-11"
    month.mkdir(parents=True)
    for name in NAMES_OF_FILES:
        (month / name.text).write_text("{}", encoding="utf-8")
    async with painted_as(Watched, coach, TALL) as screen:
        await screen.press("b")
        await screen.until("is not a pathway")
        screen.assert_read(NAME)
        await screen.press("escape", "j")
        await screen.until("Found but not used")
        screen.assert_read(*NAMES_OF_FILES)


MISTAKES = {
    "a mark that acts": (
        "principles/trust.yaml", b'mark: "\xe2\x89\xa1"', rb'mark: "\e"', "mark is too long"),
    "a field that acts": (
        "purposes/arrears.yaml", b"label:", rb'"\e[2J":', r"\u{1b}[2J is not a field here"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), MISTAKES.values(), ids=MISTAKES)
async def test_a_hostile_mistake_in_a_prompt_file_is_said_and_throws_nobody_out(
    coach: Coach, tmp_path: Path, file: str, old: bytes, new: bytes, said: str
) -> None:
    prompts = Path(copytree(find_prompts(), tmp_path / "prompts"))
    (prompts / file).write_bytes((prompts / file).read_bytes().replace(old, new))
    coach = Coach(coach.places, clock=coach.clock, prompts=prompts)
    async with painted_as(Watched, coach, TALL) as screen:
        await screen.press("b", "r", "enter", "enter")
        await screen.until(Path(file).name)
        screen.assert_read(Hostile("", said))


@pytest.mark.thorough
async def test_a_folder_of_a_hostile_name_is_named_harmlessly(tmp_path: Path) -> None:
    """Where something cannot be saved is said with its path, on the page and on the way out."""
    home = tmp_path / "home\x1b[777m[b"
    home.mkdir()
    (home / "data").write_text("a file where the folder should be")
    coach = Coach(places({HOME_VARIABLE: str(home)}))
    async with painted_as(Watched, coach, TALL) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.write(ALL_IN_ONE.text)
        await screen.press("ctrl+s")
        await screen.until("Not saved to")
        screen.assert_read(Hostile("", "home\\u{1b}[777m[b"))
        await screen.press("ctrl+q")
        await screen.until("Not everything is saved.")
        screen.assert_read(Hostile("", "home\\u{1b}[777m[b"))
        await screen.press("enter")


# -- the longest and the least ----------------------------------------------------------

FULL = "w" * 8_000


@pytest.mark.thorough
@pytest.mark.parametrize(
    "text, kept",
    [
        pytest.param("", None, id="nothing", marks=pytest.mark.thorough),
        pytest.param("x", "x", id="one character", marks=pytest.mark.thorough),
        pytest.param(FULL, FULL, id="8000", marks=pytest.mark.thorough),
        pytest.param(FULL + "w", None, id="8001"),
        pytest.param(LONG_WORD, LONG_WORD, id="a long word", marks=pytest.mark.thorough),
        pytest.param(MARKS_ONLY.text, MARKS_ONLY.read, id="marks alone"),
        pytest.param("\x1b" * 2_000, None, id="longer once it is shown"),
    ],
)
async def test_a_pasted_text_of_any_length_is_kept_whole_or_not_at_all(
    coach: Coach, text: str, kept: str | None
) -> None:
    async with painted_as(Watched, coach) as screen:
        await screen.press("b", "r", "enter", "3")
        await screen.paste(text)
        full = len(text) >= 2_000 and kept is None
        if full:
            await screen.until("This answer is full", "Nothing was cut.")
        await screen.press("ctrl+n", "ctrl+b", "escape", "d", "k")
        await screen.until("Your card")
        await screen.press("e")
        await screen.press("pagedown")
    (made,) = entries(coach)
    assert made.answer_to("orient.hat-sentence") == (Text(kept) if kept else None)


# -- every width ------------------------------------------------------------------------


@pytest.mark.thorough
@pytest.mark.parametrize("size", [(60, 20), (120, 40)], ids=["60x20", "120x40"])
async def test_at_every_width_nothing_that_was_stored_is_obeyed(
    coach: Coach, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Rail, folded rail, preview and the guide beside the page come and go with the width."""
    coach = Coach(coach.places, clock=coach.clock, prompts=spoilt_prompts(tmp_path))
    stored_entry(coach)
    stored_draft(coach)
    async with painted_as(Watched, coach, size) as screen:
        await screen.until("g  ○")
        await screen.press("home", "enter")
        await screen.until("You were in the middle of something")
        await screen.press("c")
        await screen.until("Finish now")
        await screen.go_over("ctrl+g", 6)
        await screen.press("ctrl+n")
        await screen.press("1")
        await screen.go_over("ctrl+n", 4)
        await screen.until("Go on")
        await screen.press("1")
        await screen.go_over("ctrl+g", 2)
        await screen.go_over("ctrl+n", 3)
        await screen.press("escape")
        await screen.until("Paused.")
        await screen.press("h")
        await screen.until("○ dr")
        await screen.press("j")
        await screen.until("This week")
        await screen.press("enter")
        await screen.go_over("pagedown", 8)
        await screen.press("c")
        await screen.until("Your card")
        await screen.go_over("pagedown", 4)
        await screen.press("f1")
        await screen.press("escape", "escape", "a")
        await screen.until("Looking back on")
        await screen.press("1", "enter")
        await screen.until("Finish now")
        for _ in range(6):
            await screen.press("ctrl+n", "ctrl+g")


@pytest.mark.thorough
async def test_my_patterns_are_read_and_not_obeyed_whoever_wrote_the_files(coach: Coach) -> None:
    a_few_visits(coach, 6)
    for path in coach.places.journal.rglob("*.json"):
        shape = json.loads(path.read_bytes())
        if shape["kind"] == "follow_up":
            shape["said"]["because"] = NAME.text
        else:
            shape["visit"]["label"] = NAME.text
            for one in shape["answers"]:
                one["question"] = ALL_IN_ONE.text
                if one["prompt"] == "sense.barriers":
                    one["label"] = ALL_IN_ONE.text
                if one["prompt"] == "decide.bring":
                    one["answered"] = ON_LINES.text
        path.write_text(json.dumps(shape), encoding="utf-8")
    coach.remember(hidden=(NAME.text,), welcomed=True)
    async with painted_as(Watched, coach, TALL) as screen:
        await screen.press("y")
        await screen.until("Most at stake")
        await screen.go_over("pagedown", 8)
        screen.assert_read(*TEXTS, NAME)
        await screen.press("enter")
        await screen.until("Choose one")
        await screen.go_over("down", 4)
        await screen.press("enter")
        await screen.until("Ask it again?")
        screen.assert_read(NAME)
    assert_harmless(patterns_text(my_patterns(coach), (), hidden_questions(coach)))
