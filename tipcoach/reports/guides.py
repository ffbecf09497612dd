"""The guide to a question: why it is asked, what an answer may be, and whose words they are."""

from tipcoach.practice.checklist import Prompt

NOT_REVIEWED = "none yet"


def guide(prompt: Prompt, label: str = "{}: ") -> list[str]:
    """Its paragraphs, one thing in each. `label` is how what a paragraph is stands before it."""
    said = {
        "Why we ask": prompt.why,
        "An example": prompt.example,
        "One question further": prompt.probe,
    }
    paragraphs = [label.format(what) + words for what, words in said.items() if words]
    if prompt.nations:
        paragraphs.append(f"The law here is that of {', '.join(prompt.nations)}.")
    if prompt.words_of:
        paragraphs.append(f"These words are those of {prompt.words_of}.")
    if prompt.sources:
        paragraphs.append(f"From {'; '.join(prompt.sources)}.")
    return [*paragraphs, _review(prompt)]


def _review(prompt: Prompt) -> str:
    if prompt.reviewed in ("", NOT_REVIEWED):
        return "Not yet reviewed by people with lived experience."
    return f"Reviewed by people with lived experience: {prompt.reviewed}."
