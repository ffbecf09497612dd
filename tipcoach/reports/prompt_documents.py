"""Prompts for those who write them, as JSON: everything there is to know, nothing folded."""

import json
from collections.abc import Mapping, Sequence

from tipcoach.coach.prompts import Preview
from tipcoach.library.check import Checked
from tipcoach.library.load import Problem
from tipcoach.library.written import (
    WORDINGS,
    Condition,
    Origin,
    WrittenPrompt,
)
from tipcoach.practice.checklist import Choice, Gate, Prompt
from tipcoach.practice.plaintext import clean_line
from tipcoach.reports.conditions import conditions


def list_document(prompts: Sequence[WrittenPrompt]) -> str:
    """`{"prompts": [...]}`, each as `show --json` has it."""
    return _json({"prompts": [_prompt_shape(one) for one in prompts]})


def prompt_document(prompt: WrittenPrompt) -> str:
    return _json(_prompt_shape(prompt))


def preview_document(preview: Preview) -> str:
    """The walk section by section, every question with why, conditions and whose words."""
    made = preview.checklist
    return _json(
        {
            "preview": True,
            "checklist": made.id,
            "title": made.title,
            "purpose": made.purpose,
            "channel": made.channel,
            "form": made.form.value,
            "hat": preview.hat.value if preview.hat else None,
            "sections": [
                {
                    "id": section.id,
                    "name": section.name,
                    "group": section.group.value,
                    "asks": section.asks,
                    "prompts": [_asked_shape(one, preview.origins.get(one.id)) for one in prompts],
                }
                for section, prompts in preview.sections()
            ],
        }
    )


def check_document(checked: Checked) -> str:
    """`{"overlay", "problems": [{"file", "line", "field", "what"}], "notes": [...]}`.

    `overlay` is the folder that was looked at as an overlay, or null.
    """
    return _json(
        {
            "overlay": clean_line(str(checked.overlay)) if checked.overlay else None,
            "problems": [_problem_shape(one) for one in checked.problems],
            "notes": [_problem_shape(one) for one in checked.notes],
        }
    )


def schema_document(schema: Mapping[str, object]) -> str:
    return _json(schema)


def _problem_shape(problem: Problem) -> dict[str, object]:
    return {
        "file": clean_line(problem.file),
        "line": problem.line,
        "field": problem.field,
        "what": problem.what,
    }


def _prompt_shape(prompt: WrittenPrompt) -> dict[str, object]:
    return {
        "id": prompt.id,
        "file": prompt.origin.file,
        "line": prompt.origin.line,
        "principle": prompt.strand or None,
        "phase": prompt.phase or None,
        "section": prompt.section or None,
        "purposes": list(prompt.purposes),
        "not_asked_for": list(prompt.dropped_by),
        "hidden": [
            {"purposes": list(one.purposes), **_origin_shape(one.origin)} for one in prompt.hidden
        ],
        "forms": [form.value for form in prompt.forms],
        **{name: prompt.words.get(name) for name in WORDINGS},
        "answer": prompt.answer.value,
        "choices": [_choice_shape(choice) for choice in prompt.choices],
        "other_words": [
            {
                "purpose": other.purpose,
                "channel": other.channel.value if other.channel else None,
                "words": dict(other.words),
                **_origin_shape(other.origin),
            }
            for other in prompt.others
        ],
        "when": _condition_shape(prompt.when),
        "unless": _condition_shape(prompt.unless),
        "heavy": prompt.heavy or None,
        "own_conduct": prompt.own_conduct,
        "strengths": prompt.strengths,
        "opens_the_card": prompt.opens_the_card,
        "nations": [nation.value for nation in prompt.nations],
        "sources": [
            {"key": source.key, "title": source.title, "address": source.address or None}
            for source in prompt.sources
        ],
        **_said_by(prompt.origin),
    }


def _asked_shape(prompt: Prompt, origin: Origin | None) -> dict[str, object]:
    return {
        "id": prompt.id,
        "principle": prompt.principle.value if prompt.principle else None,
        "question": prompt.question,
        "why": prompt.why,
        "hint": prompt.hint or None,
        "example": prompt.example or None,
        "probe": prompt.probe or None,
        "answer": prompt.form.value,
        "choices": [_choice_shape(choice) for choice in prompt.choices],
        "heavy": prompt.heavy or None,
        "when": _condition_shape(prompt.when),
        "unless": _condition_shape(prompt.unless),
        "conditions": conditions(prompt.when, prompt.unless),
        "nations": [nation.value for nation in prompt.nations],
        "sources": list(prompt.sources),
        "words": _origin_shape(origin) if origin else None,
    }


def _origin_shape(origin: Origin) -> dict[str, object]:
    return {"file": origin.file, "line": origin.line, **_said_by(origin)}


def _said_by(origin: Origin) -> dict[str, object]:
    return {
        "author": origin.author,
        "reviewed_by": list(origin.reviewed_by),
        "lived_experience": origin.lived_experience,
        "words_of": origin.words_of or None,
    }


def _choice_shape(choice: Choice) -> dict[str, object]:
    return {
        "value": choice.value,
        "label": choice.label,
        "note": choice.note or None,
        "pathway": choice.pathway,
        "unsafe": choice.unsafe,
    }


def _condition_shape(condition: Condition | Gate) -> dict[str, object]:
    channels = condition.channels if isinstance(condition, Condition) else ()
    return {
        "channel": [channel.value for channel in channels],
        "hat": [hat.value for hat in condition.hats],
        "answers": {test.prompt: list(test.words) for test in condition.answers},
    }


def _json(document: Mapping[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)
