"""No question asks who somebody is, what happened to them long ago, or a mark for anyone.

The first test holds our own words to the rule that an organisation's are held to.
"""

from pathlib import Path

import pytest

from tipcoach.library.finder import find_prompts
from tipcoach.library.lines import read_file
from tipcoach.library.never_asked import (
    A_RATING,
    THEIR_PAST,
    WHO_THEY_ARE,
    why_never,
    why_never_choices,
)
from tipcoach.library.overlay_asks import never_to_be_asked

OURS = sorted(
    path
    for kind in ("checklists", "principles", "purposes")
    for path in (find_prompts() / kind).glob("*.yaml")
)


@pytest.mark.thorough
@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_none_of_our_own_prompts_asks_it(path: Path) -> None:
    assert never_to_be_asked(path, read_file(path)) == []


def test_a_planted_question_in_a_file_of_ours_would_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "trust.yaml"
    said = (find_prompts() / "principles" / "trust.yaml").read_text(encoding="utf-8")
    path.write_text(said + "\n  - id: trust.x\n    question: What is their name?\n", "utf-8")
    (problem,) = never_to_be_asked(path, read_file(path))
    assert "question asks who somebody is" in str(problem)


WHO = """
What is their date of birth?
What is the tenant’s name?
Name
Tenant’s name:
Full name and address?
Their name, address and reference.
In one line, what happened? And their surname?
What are they called?
What is the name of the person you saw?
Who is the tenant?
Who did you visit?
Who lives there?
What are their initials?
What is their phone number?
Write down their email address.
Which flat is it?
Which address did you go to?
What is the address?
What is the tenancy number?
Case reference?
What is the case reference?
WHAT IS THEIR NATIONAL INSURANCE NUMBER?
Where do they live?
How old are they?
When was she born?
D.O.B.
What is their D\u200bO\u200bB and post\u00a0code?
What date did you visit?
When was the visit?
What is their ethnicity?
"""
PAST = """
Have they ever been abused?
What is their diagnosis?
Not to pry, but what is their diagnosis?
Describe their past.
What do you know of their mental health?
Have they been in prison?
Were they abused as a child?
Is there any history of violence?
Are they on any medication?
Do they use drugs?
What trauma have they had?
What happened to them before they came here?
What is wrong with him?
Do they have a criminal record?
Have they had previous evictions?
Do you know if they have a disability?
Did they disclose any mental illness?
What health problems do they have?
What do you know of the resident’s background?
"""
RATING = """
How would you score how it went?
On a scale of one to ten, how did it go?
How did it go, from 1 to 5?
How did it go, out of ten?
Rate the visit.
Rate yourself, 1–10.
What percentage of the visit was trauma-informed?
How many stars would you give it?
What mark would you give yourself?
Give it a number.
Put a number on how it went.
What grade did they get?
How would you rank the five?
How satisfied were you?
"""
PLANTED = [
    pytest.param(text, rule, id=text.encode("ascii", "ignore").decode())
    for said, rule in ((WHO, WHO_THEY_ARE), (PAST, THEIR_PAST), (RATING, A_RATING))
    for text in said.strip().split("\n")
]


@pytest.mark.parametrize(("text", "rule"), PLANTED)
def test_however_it_is_put_it_is_seen(text: str, rule: object) -> None:
    assert why_never(text) == getattr(rule, "because", None)
    assert why_never(f"What stayed with you? {text}") is not None


@pytest.mark.parametrize(
    "text",
    [
        "How will you ask what they like to be called?",
        "Which number shows when you ring?",
        "Did you say the amount more often than their name?",
        "What moment stayed with you?",
        "Write no names, no address and no reference here.",
        "Who else should know, by role and not by name?",
        "What will you do if they ask for your name?",
        "How much time will you leave?",
        "Do not ask their diagnosis; what would help today?",
        "What will you say about our open hours, 9 to 5?",
        "What did they take away in writing?",
        "What will they want to hear about the letters first?",
    ],
)
def test_what_asks_no_such_thing_may_be_asked(text: str) -> None:
    assert why_never(text) is None


LADDERS = [
    ["1", "2", "3", "4", "5"],
    ["One", "Two", "Three"],
    ["1 - bad", "2 - so so", "3 - good"],
    ["5 stars", "4 stars", "3 stars"],
    ["★", "★★", "★★★"],
    ["🙂", "🙁"],
    ["Poor", "Fair", "Good"],
    ["Very good", "Quite good", "Not very good"],
    ["Not at all", "A little", "A lot"],
    ["Never", "Sometimes", "Always"],
    ["Low", "Medium", "High", "Not sure"],
    ["Strongly agree", "Agree", "Disagree"],
    ["Red", "Amber", "Green"],
    ["Worse", "About the same", "Better"],
]
NO_LADDERS = [
    [],
    ["Good"],
    ["Landlord", "Support", "Both"],
    ["Yes", "No", "Not sure"],
    ["One visit", "Two visits", "More"],
    ["At the door", "At the table", "Somewhere else"],
    ["To talk to my manager", "A break first", "Another day"],
]


@pytest.mark.parametrize("labels", LADDERS, ids=lambda labels: labels[-1])
def test_choices_that_make_a_ladder_are_a_rating(labels: list[str]) -> None:
    assert why_never_choices(labels) == A_RATING.because


@pytest.mark.parametrize("labels", NO_LADDERS, ids=lambda labels: "-".join(labels[-1:]))
def test_choices_between_things_are_no_rating(labels: list[str]) -> None:
    assert why_never_choices(labels) is None
