"""All answers on the path in words, in groups: the check page, the receipt and staff read the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from forms.engine.display import in_words
from forms.engine.path import on_path, pages_of_turn, path
from forms.engine.schema import ITEM_ID, Answers, Question, Schema, Step, items_in, texts_in


@dataclass(frozen=True)
class Row:
    """One question with its answer; ``step`` is the page that asks it, ``item`` the turn of a step that repeats.

    ``files`` are the ids of stored files.
    """

    label: str
    lines: list[str]
    question: Question
    step: Step
    item: str = ""
    files: tuple[str, ...] = ()


@dataclass
class Group:
    """Rows under one heading; an empty ``title`` has none."""

    title: str
    rows: list[Row] = field(default_factory=list)
    step: Step | None = None


def summarise(schema: Schema, answers: Answers, file_names: Mapping[str, str] | None = None) -> list[Group]:
    """Return the answers on the path. ``file_names``: id of a stored file -> what its sender called it."""
    kept = on_path(schema, answers)
    groups: list[Group] = []
    for step in path(schema, answers):
        for group in _groups_of(schema, step, kept, file_names or {}):
            if groups and not step.repeat and groups[-1].title == group.title and groups[-1].step is None:
                groups[-1].rows.extend(group.rows)
            else:
                groups.append(group)
    return [group for group in groups if group.rows or group.step]


def _groups_of(schema: Schema, step: Step, answers: Answers, names: Mapping[str, str]) -> Iterator[Group]:
    if step.repeat is None:
        yield Group(step.section, list(_rows(step, answers, names)))
        return
    items = items_in(answers, step)
    for number, item in enumerate(items, start=1):
        title = _("%(name)s %(number)d") % {"name": step.repeat.item or step.title, "number": number}
        pages = pages_of_turn(schema, step, answers, item)
        turn = str(item.get(ITEM_ID, ""))
        yield Group(title, [row for page in pages for row in _rows(page, item, names, turn)], step)
    if not items:
        yield Group(step.title, [], step)


def _rows(step: Step, answers: Mapping[str, Any], names: Mapping[str, str], item: str = "") -> Iterator[Row]:
    for question in step.questions:
        if not question.asks and not question.calculated:
            continue
        answer = answers.get(question.key, "")
        files = tuple(texts_in(answer)) if question.kind == "file" else ()
        lines = [names[pk] for pk in files if pk in names] if question.kind == "file" else in_words(question, answer)
        yield Row(question.label, lines, question, step, item, files)


def file_ids(schema: Schema, answers: Answers) -> set[str]:
    """Return the ids of all files that the answers on the path name."""
    return {pk for group in summarise(schema, answers) for row in group.rows for pk in row.files}
