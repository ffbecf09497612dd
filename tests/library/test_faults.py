"""A slip in a prompt file is said at once: which file, which line, and what was probably meant."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tipcoach.errors import LibraryFault, NotFound
from tipcoach.library.finder import find_prompts
from tipcoach.library.library import Library
from tipcoach.practice.checklist import NO_ROUTE
from tipcoach.practice.visit import Channel, Form

TRUST, SAFETY = "principles/trust.yaml", "principles/safety.yaml"
PREPARE, REFLECT = "checklists/prepare.yaml", "checklists/reflect.yaml"
ARREARS = "purposes/arrears.yaml"


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A copy of the prompts to make mistakes in."""
    return Path(shutil.copytree(find_prompts(), tmp_path / "en-GB"))


def read_all(prompts: Path) -> None:
    """Everything a front end reads of the library."""
    library = Library(prompts)
    assert library.pathways
    assert library.principles
    assert library.purposes
    for checklist in ("prepare", "reflect"):
        for form in Form:
            library.checklist(checklist, "arrears", Channel.HOME, form)
    for standalone in ("staff-mirror", "walk-it-as-them", "agreement", "session", "team-time"):
        library.standalone(standalone)


def faults(prompts: Path) -> tuple[str, ...]:
    with pytest.raises(LibraryFault) as fault:
        read_all(prompts)
    said = tuple(map(str, fault.value.problems))
    for problem in said:
        assert "\n" not in problem
        assert problem.endswith(".")
        for jargon in ("pydantic", "validation", "Traceback", "type=", "input_value"):
            assert jargon not in problem
    return said


def edit(path: Path, pattern: str, new: str) -> int:
    """Replace the first line that matches; the number of the (first) new line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if re.search(pattern, line))
    lines[number : number + 1] = new.split("\n") if new else []
    path.write_text("\n".join(lines), encoding="utf-8")
    return number + 1


def test_the_copy_is_whole_before_anything_is_planted(prompts: Path) -> None:
    read_all(prompts)


# -- misspelt, missing, twice ------------------------------------------------------------

SLIPS = {
    "a field of a prompt": (TRUST, r"^    hint:", "    hnt: x", "hnt is not a field", "hint"),
    "a field of a choice": (
        PREPARE, r"^            note:", "            nte: x", "nte is not a field", "note"),
    "a field of a section": (PREPARE, r"^    draw:", "    drw: 2", "drw is not a field", "draw"),
    "a field of other words": (
        TRUST, r"^        question:", "        qestion: x", "is not a field", "question"),
    "a field of a gate": (
        ARREARS, r"^      hat: \[", "      hats: [both]", "is not a field", "hat"),
    "a field at the top": (TRUST, r"^note:", "notes: x", "notes is not a field", "note"),
    "a field of a purpose": (ARREARS, r"^drops:", "drop: []", "drop is not a field", "drops"),
    "a way of answering": (
        PREPARE, r"answer: pick-one", "        answer: pick-on", "“pick-on”", "pick-one"),
    "a half of the visit": (TRUST, r"phase: before", "    phase: befor", "“befor”", "before"),
    "a part of the walk": (PREPARE, r"group: start", "    group: strt", "“strt”", "start"),
    "a principle": (ARREARS, r"principle: trust", "    principle: trsut", "“trsut”", "trust"),
    "a channel": (TRUST, r"^      phone:", "      fone:", "“fone”", "phone"),
    "a hat": (ARREARS, r"hat: \[", "      hat: [landlrd]", "“landlrd”", "landlord"),
    "a form": (PREPARE, r"forms: \[full\]", "    forms: [ful]", "“ful”", "full"),
    "a source": (TRUST, r"sources: \[", "    sources: [TIP-NAPC]", "“TIP-NAPC”", "TIP-NAPAC"),
    "a pathway of a choice": (
        REFLECT, r"pathway: domestic", "            pathway: domestic-abus", "“domestic-abus”",
        "domestic-abuse"),
    "a pathway of a stop rule": (
        ARREARS, r"pathway: lender", "    pathway: lender-threat", "“lender-threat”",
        "lender-threats"),
    "a question a gate asks about": (
        ARREARS, r"^        business.sort:", "        busines.sort: no theirs", "“busines.sort”",
        "business.sort"),
    "a question to drop": (
        ARREARS, r"^drops:", "drops: [trust.last-promis]", "“trust.last-promis”",
        "trust.last-promise"),
    "a question to reword": (
        ARREARS, r"^  - prompt: trust", "  - prompt: trust.left-unsur", "“trust.left-unsur”",
        "trust.left-unsure"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "pattern", "new", "said", "meant"), SLIPS.values(), ids=SLIPS)
def test_a_misspelling_is_said_with_its_line_and_what_was_meant(
    prompts: Path, file: str, pattern: str, new: str, said: str, meant: str
) -> None:
    line = edit(prompts / file, pattern, new)
    (problem,) = faults(prompts)

    assert problem.startswith(f"{Path(file).name}, line {line}: "), problem
    assert said in problem
    assert f"did you mean “{meant}”" in problem


PLANTED = {
    "a key twice": (TRUST, r"^    hint:", "    hint: one\n    hint: two", 1, "`hint` twice"),
    "an alias": (TRUST, r"^    hint:", "    hint: &a one\n    example: *a", 1, "alias"),
    "a merge": (TRUST, r"^    hint:", "    hint: x\n    <<: {probe: y}", 1, "plain word"),
    "a list for a key": (TRUST, r"^    hint:", "    [hint]: x", 0, "plain word"),
    "an object": (
        TRUST, r"^    hint:", "    hint: !!python/object/apply:os.system x", 0, "tag"),
    "an object of a list": (
        TRUST, r"sources:", "    sources: !!python/object/apply:os.system [D]", 0, "tag"),
    "an object of fields": (
        TRUST, r"^provenance:", "provenance: !!python/object:os.system", 0, "tag"),
    "a tag of somebody's own": (TRUST, r"sources:", "    sources: !mine [D]", 0, "tag"),
    "a truth that is none": (TRUST, r"^    hint:", "    own_conduct: !!bool x", 0, ""),
    "a number that is none": (TRUST, r"^    hint:", "    hint: !!int ''", 0, ""),
    "a day that is none": (TRUST, r"^    hint:", "    hint: !!timestamp x", 0, ""),
    "the thirtieth of February": (TRUST, r"^    hint:", "    hint: 2026-02-30", 0, ""),
    "a tab": (TRUST, r"^    hint:", "\thint: x", 0, "not YAML"),
    "an unclosed quote": (TRUST, r"^    hint:", '    hint: "x', None, "not YAML"),
    "a colon too many": (TRUST, r"^    hint:", "    hint: a: b", 0, "not YAML"),
    "a number for text": (TRUST, r"^    hint:", "    hint: 7", 0, "hint wants text"),
    "yes for text": (TRUST, r"^    hint:", "    hint: yes", 0, "hint wants text"),
    "a time for text": (TRUST, r"^    hint:", "    hint: 12:30:45", 0, "hint wants text"),
    "a list for text": (TRUST, r"^    hint:", "    hint: [a, b]", 0, "hint wants text"),
    "text for a list": (TRUST, r"sources:", "    sources: D", 0, "sources wants a list"),
    "text for yes or no": (TRUST, r"^    hint:", "    own_conduct: maybe", 0, "true or false"),
    "nothing at all": (TRUST, r"^    why:", "    why:", 0, "why wants text"),
    "none of a principle": (PREPARE, r"^    draw: 2", "    draw: 0", 0, "questions of its own"),
    "empty text": (TRUST, r"^    why:", "    why: '  '", 0, "why is empty"),
    "too many words": (TRUST, r"^    why:", f"    why: {'w' * 801}", 0, "why is too long"),
    "an id in capitals": (TRUST, r"^  - id:", "  - id: Trust.x", 0, "lower-case"),
    "no questions drawn": (PREPARE, r"^    draw: 2", "    draw: -1", 0, "too small"),
    "a letter too many": (ARREARS, r"^letter:", "letter: rr", 0, "letter"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "pattern", "new", "after", "said"), PLANTED.values(), ids=PLANTED)
def test_what_a_file_may_not_hold_is_refused_with_its_line(
    prompts: Path, file: str, pattern: str, new: str, after: int | None, said: str
) -> None:
    """`after` is how many lines below the first planted one the fault lies."""
    line = edit(prompts / file, pattern, new)
    (problem,) = faults(prompts)

    where = re.match(r"trust.yaml, line (\d+): |\w+.yaml, line (\d+): ", problem)
    assert where, problem
    if after is not None:
        assert problem.startswith(f"{Path(file).name}, line {line + after}: "), problem
    assert said in problem, problem


def test_a_question_without_its_why_is_refused_at_the_question(prompts: Path) -> None:
    path = prompts / TRUST
    edit(path, r"^    why:", "")
    first = path.read_text(encoding="utf-8").split("\n").index("  - id: trust.last-promise") + 1
    (problem,) = faults(prompts)
    assert problem == f"trust.yaml, line {first}: prompts[1].why is missing."


@pytest.mark.parametrize(
    ("file", "pattern", "taken"),
    [
        (TRUST, r"^  - id: trust.early-no", "trust.last-promise"),
        (SAFETY, r"^  - id: safety.settled", "trust.last-promise"),
        (ARREARS, r"^  - id: arrears.court", "orient.hat"),
    ],
)
def test_an_id_used_twice_is_said_where_it_is_used_again(
    prompts: Path, file: str, pattern: str, taken: str
) -> None:
    edit(prompts / file, pattern, f"  - id: {taken}")
    problems = faults(prompts)
    assert any(f"“{taken}”, which " in problem and "already has" in problem for problem in problems)


def test_all_that_is_wrong_with_a_file_is_said_in_one_run(prompts: Path) -> None:
    path = prompts / TRUST
    planted = [
        edit(path, r"^    hint:", "    hnt: x"),
        edit(path, r"phase: after", "    phase: afterwards"),
        edit(path, r"^    hint:", "    hint: 7"),
        edit(path, r"own_conduct: true", "    own_conduct: maybe"),
    ]
    problems = faults(prompts)
    assert sorted(planted) == [int(re.findall(r"line (\d+)", one)[0]) for one in problems]


def test_broken_references_are_all_said_in_one_run(prompts: Path) -> None:
    edit(prompts / TRUST, r"sources: \[", "    sources: [NOBODY]")
    edit(prompts / SAFETY, r"sources: \[", "    sources: [NOTHING]")
    edit(prompts / ARREARS, r"^drops:", "drops: [gone.for-good]")
    with pytest.raises(LibraryFault) as fault:
        Library(prompts).checklist("prepare", "arrears", Channel.HOME, Form.FULL)
    problems = tuple(map(str, fault.value.problems))
    for name in ("NOBODY", "NOTHING", "gone.for-good"):
        assert len([one for one in problems if f"“{name}”" in one]) == 1


# -- whole files -------------------------------------------------------------------------


def latin_1(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[6] += " # caf\N{LATIN SMALL LETTER E WITH ACUTE}"
    path.write_bytes("\n".join(lines).encode("latin-1", "replace"))


def bomb(path: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    path.write_text("\n".join(rows), encoding="utf-8")


def symlink(path: Path) -> None:
    path.rename(path.with_suffix(".elsewhere"))
    path.symlink_to(path.with_suffix(".elsewhere"))


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


WHOLE: dict[str, tuple[Callable[[Path], object], str, int | None]] = {
    "Latin-1": (latin_1, "not written in UTF-8", 7),
    "UTF-16": (lambda path: path.write_bytes("principle: trust".encode("utf-16")), "UTF-8", 1),
    "a bomb": (bomb, "alias", 0),
    "two documents": (lambda path: path.write_text("a: 1\n---\nb: 2\n"), "not YAML", 2),
    "empty": (lambda path: path.write_text(""), "is empty", 1),
    "only a remark": (lambda path: path.write_text("# nothing\n"), "is empty", 1),
    "zeros": (lambda path: path.write_bytes(b"\0" * 4096), "not YAML", 1),
    "a control character": (lambda path: path.write_text("a: \x07\n"), "not YAML", 1),
    "a list": (lambda path: path.write_text("- a\n"), "wants a mapping of fields", 1),
    "a word": (lambda path: path.write_text("trust\n"), "wants a mapping of fields", 1),
    "huge": (lambda path: path.write_text("# x\n" * 200_000), "larger than", 1),
    "a link": (symlink, "link", 1),
    "a folder": (folder, "cannot be opened", None),
    "gone": (Path.unlink, "cannot be opened", None),
}


@pytest.mark.parametrize(("spoil", "said", "line"), WHOLE.values(), ids=WHOLE)
def test_a_file_that_cannot_be_used_at_all_is_refused_plainly(
    prompts: Path, spoil: Callable[[Path], object], said: str, line: int | None
) -> None:
    spoil(prompts / TRUST)
    (problem,) = faults(prompts)
    assert said in problem, problem
    assert problem.startswith("trust.yaml ") if line is None else f"line {line or ''}" in problem


def test_a_byte_order_mark_does_no_harm(prompts: Path) -> None:
    for path in prompts.rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    read_all(prompts)


def test_line_ends_of_windows_do_no_harm(prompts: Path) -> None:
    before = Library(prompts).checklist("prepare", "arrears", Channel.HOME, Form.FULL)
    for path in prompts.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert Library(prompts).checklist("prepare", "arrears", Channel.HOME, Form.FULL) == before


def test_text_that_acts_is_made_visible(prompts: Path) -> None:
    edit(prompts / TRUST, r"^    hint:", '    hint: "a\\e[2Jb\\u202Ec"')
    made = Library(prompts).checklist("prepare", "arrears", Channel.HOME, Form.FULL)
    assert any(prompt.hint == "a\\u{1b}[2Jb\\u{202e}c" for prompt in made.prompts)


DEEP = {
    "20,000 [": "'[' * 20_000",
    "20,000 {": "'{' * 20_000",
    "20,000 [ in a field": "'a: ' + '[' * 20_000 + ']' * 20_000",
    "[ and ] on many lines": r"'a:\n' + '\n'.join(' ' + '[' * 20 for _ in range(900))",
    "[ after many ] in a remark": r"'# ' + ']' * 9_000 + '\n' + '[' * 9_000 + ']' * 9_000",
    "[ after many ] in quotes": r"'a: \"' + ']' * 9_000 + '\"\nb: ' + '[' * 9_000 + ']' * 9_000",
    "] in quotes after each [": r"'[\"]\", ' * 9_000 + ']' * 9_000",
    "20,000 - on one line": "'- ' * 20_000",
    "200,000 - on one line": "'- ' * 200_000",
    "200,000 ? on one line": "'? ' * 200_000",
    "- after ?": "'? - ' * 100_000",
    "900 steps of a list": r"'\n'.join(' ' * n + '-' for n in range(900))",
    "600 steps of fields": r"'\n'.join(' ' * n + 'a:' for n in range(600))",
    "fields in a list": r"'\n'.join('  ' * n + '- a:' for n in range(400))",
    "[ among words": r"'\n'.join('- a [' for _ in range(9)) + '\n- ' + '[' * 9_000",
}


FEW_DEEP = ("20,000 [", "20,000 - on one line", "600 steps of fields", "fields in a list")
"""Those of the default run: by brackets, along one line, by steps, and by both kinds of step."""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(one, id=name, marks=[] if name in FEW_DEEP else pytest.mark.thorough)
        for name, one in DEEP.items()
    ],
)
def test_deep_nesting_is_refused_and_brings_nothing_down(prompts: Path, text: str) -> None:
    """In an interpreter of its own, for it may be the interpreter that goes down."""
    program = (
        "import sys; from pathlib import Path\n"
        "from tipcoach.errors import LibraryFault\n"
        "from tipcoach.library.load import load\n"
        "from tipcoach.library.principle_model import PrincipleModel\n"
        f"path = Path(sys.argv[1]); path.write_text({text})\n"
        "try: load(path, PrincipleModel)\n"
        "except LibraryFault as fault: print(len(fault.problems), fault.problems[0])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(prompts / TRUST)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-300:] or f"killed by signal {-done.returncode}"
    assert re.match(r"1 trust.yaml, line \d+: the file ", done.stdout), done.stdout


# -- purposes as a whole -----------------------------------------------------------------


def test_two_purposes_on_one_letter_are_refused(prompts: Path) -> None:
    said = (prompts / ARREARS).read_text(encoding="utf-8")
    other = re.sub(r"\barrears\.", "money.", said).replace("purpose: arrears", "purpose: money")
    (prompts / "purposes" / "money.yaml").write_text(other, encoding="utf-8")
    with pytest.raises(LibraryFault, match="letter “r”"):
        assert Library(prompts).purposes


def test_a_card_that_has_no_words_for_a_channel_is_refused(prompts: Path) -> None:
    edit(prompts / ARREARS, r"^    doorstep: ", "")
    (problem,) = faults(prompts)
    assert problem.startswith("arrears.yaml, line ")
    assert "wants words for: doorstep" in problem


def test_a_purpose_that_calls_itself_something_else_than_its_file_is_refused(
    prompts: Path,
) -> None:
    """It would be offered under one name and not be found under it."""
    edit(prompts / ARREARS, r"^purpose:", "purpose: arears")
    assert any("arears" in problem for problem in faults(prompts))


def test_a_purpose_there_is_not_is_said_with_the_nearest_and_the_known() -> None:
    with pytest.raises(NotFound, match="did you mean “arrears”") as fault:
        Library(find_prompts()).purpose("arears")
    assert "Known: " in fault.value.hint
    with pytest.raises(NotFound):
        Library(find_prompts()).purpose("../purposes/arrears")


def test_hidden_files_and_other_kinds_beside_the_prompts_are_no_purposes(prompts: Path) -> None:
    known = Library(prompts).purposes
    for name in (".arrears.yaml.swp", ".hidden.yaml", "README.md", "arrears.yaml~", "notes.txt"):
        (prompts / "purposes" / name).write_text("x: [", encoding="utf-8")
    assert Library(prompts).purposes == known


# -- the organisation's own routes -------------------------------------------------------


def test_an_organisations_own_routes_stand_with_their_pathways(
    prompts: Path, tmp_path: Path
) -> None:
    own = tmp_path / "pathways.yaml"
    own.write_text('hazard: ["Ring the duty line on 7.", "Then the office."]\n', encoding="utf-8")
    routes = {pathway.id: pathway.route for pathway in Library(prompts, own).pathways}
    assert routes.pop("hazard") == ("Ring the duty line on 7.", "Then the office.")
    assert not any(routes.values()), "what is not filled in is not made up"
    assert Library(prompts, own).routes_fault is None


def test_without_routes_of_their_own_every_pathway_says_so(prompts: Path, tmp_path: Path) -> None:
    for pathway in Library(prompts, tmp_path / "none.yaml").pathways:
        assert pathway.lines == (NO_ROUTE,)
        assert pathway.say


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("\nhazrd: [Ring 7]", "line 2: hazrd is not a pathway; did you mean “hazard”"),
        ("hazard: Ring 7", "line 1: hazard wants a list"),
        ("hazard: [7]", "line 1: hazard wants a list"),
        ("hazard: [a]\nhazard: [b]", "line 2: the file has `hazard` twice"),
        ("- hazard", "wants pathways"),
        ("hazard: [", "not YAML"),
        ("hazard: &x [a]\nincident: *x", "alias"),
    ],
)
def test_a_slip_in_the_routes_is_said_and_sends_nobody_the_wrong_way(
    prompts: Path, tmp_path: Path, said: str, wanted: str
) -> None:
    """It must not keep an officer from landing either, so all routes count as not filled in."""
    own = tmp_path / "pathways.yaml"
    own.write_text(said, encoding="utf-8")
    library = Library(prompts, own)
    assert {pathway.lines for pathway in library.pathways} == {(NO_ROUTE,)}
    assert library.routes_fault is not None
    (problem,) = map(str, library.routes_fault.problems)
    assert "pathways.yaml" in problem
    assert wanted in problem


# -- a checklist that is walked as what it is not ------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind", "about"),
    [("reflect", "walk_it_as_them", "no visit"), ("staff-mirror", "preparation", "a visit")],
)
def test_a_checklist_of_another_kind_is_refused_by_its_line(
    prompts: Path, name: str, kind: str, about: str
) -> None:
    line = edit(prompts / "checklists" / f"{name}.yaml", r"^kind:", f"kind: {kind}")
    said = f"{name}.yaml, line {line}: kind is “{kind}”, which is about {about}."
    library = Library(prompts)
    with pytest.raises(LibraryFault) as fault:
        if name == "reflect":
            library.checklist(name, "arrears", Channel.HOME, Form.FULL)
        else:
            library.standalone(name)
    assert said in map(str, fault.value.problems)
