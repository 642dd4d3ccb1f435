"""A request as other systems read it: version 1 of the envelope, whose JSON Schema is published beside this file."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import translation

from forms.engine.display import in_words
from forms.engine.path import on_path, pages_of_turn, path
from forms.engine.schema import ITEM_ID, Question, Schema, Step, items_in, texts_in
from forms.models import Submission

VERSION = "1.0"
SCHEMA_FILE = Path(__file__).parent / "schemas" / "envelope-v1.json"


@cache
def envelope_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the envelope."""
    schema: dict[str, Any] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    return schema


def envelope_of(submission: Submission) -> dict[str, Any]:
    """Return the envelope of a request, in the words of the version that asked.

    Answers stand in the order of the path. ``name`` is the canonical name where the author gave one, else the key of
    the question: it is the same in every language. An erased request has no answers.
    """
    version, facts = submission.version, submission.version.schema
    files = [_file(row) for row in submission.files.all()]
    with translation.override(submission.locale):
        answers = list(_answers(version.compiled, submission.open_content().get("answers") or {}))
    return {
        "envelope": VERSION,
        "id": str(submission.pk),
        "reference": submission.reference,
        "form": {
            "slug": version.form_slug,
            "title": facts["title"],
            "version": version.number,
            "sha256": version.sha256,
        },
        "team": facts["team"]["name"] if facts["team"] else "",
        "received_at": submission.received_at.isoformat(),
        "due_on": submission.due_on.isoformat(),
        "channel": submission.channel,
        "locale": submission.locale,
        "test": submission.is_test,
        "answers": answers,
        "files": files,
    }


def only_mapped(envelope: dict[str, Any], mapping: Mapping[str, str]) -> dict[str, Any]:
    """Return an envelope with the answers that ``mapping`` names and their files; with all where it names none."""
    if not mapping:
        return envelope
    answers = [answer for answer in envelope["answers"] if answer["name"] in mapping]
    asked = {answer["key"] for answer in answers}
    return {**envelope, "answers": answers, "files": [file for file in envelope["files"] if file["question"] in asked]}


def fields_of(envelope: Mapping[str, Any], mapping: Mapping[str, str]) -> dict[str, str]:
    """Return name -> text of each answer; several turns of a repeating step are joined by blank lines."""
    found: dict[str, list[str]] = {}
    for answer in envelope["answers"]:
        found.setdefault(mapping.get(answer["name"], answer["name"]), []).append("\n".join(answer["text"]))
    return {name: "\n\n".join(texts) for name, texts in found.items()}


def _answers(schema: Schema, answers: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    kept = on_path(schema, answers)
    for step in path(schema, kept):
        if step.repeat is None:
            yield from _of_step(step, kept)
            continue
        for number, item in enumerate(items_in(kept, step), start=1):
            for page in pages_of_turn(schema, step, kept, item):
                yield from _of_step(page, item, {"step": step.slug, "number": number, "id": str(item.get(ITEM_ID, ""))})


def _of_step(step: Step, answers: Mapping[str, Any], turn: dict[str, Any] | None = None) -> Iterator[dict[str, Any]]:
    for question in step.questions:
        value = answers.get(question.key)
        if (question.asks or question.calculated) and value not in (None, "", [], {}):
            yield {**_answer(question, value), **({"item": turn} if turn else {})}


def _answer(question: Question, value: Any) -> dict[str, Any]:
    text = texts_in(value) if question.kind == "file" else in_words(question, value)
    return {
        "name": question.maps_to or question.key,
        "key": question.key,
        "kind": question.kind,
        "label": question.label,
        "value": value,
        "text": text,
    }


def _file(row: Any) -> dict[str, Any]:
    return {"id": str(row.pk), "question": row.question_key, "name": row.name, "content_type": row.content_type,
            "size": row.size, "sha256": row.sha256}  # fmt: skip
