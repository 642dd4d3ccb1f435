"""One step as a Django form: validation only, the GOV.UK templates draw it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from forms.engine.fields import field_for
from forms.engine.schema import Answer, Answers, Question, Step, texts_in

ISO_PARTS = ("year", "month", "day")


class StepForm(forms.Form):
    """The questions of one step. ``answers`` gives JSON values, ready to be sealed."""

    use_required_attribute = False

    def __init__(self, step: Step, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.step = step
        for question in step.asked:
            self.fields[question.key] = field_for(question)

    @property
    def answers(self) -> dict[str, Answer]:
        """Return the cleaned answers; one that was left empty is an empty value, not missing."""
        return {question.key: self.cleaned_data[question.key] for question in self.step.asked}


def as_data(step: Step, answers: Answers) -> MultiValueDict[str, str]:
    """Return stored answers as the POST that gave them, to show them again or to validate them again."""
    data: MultiValueDict[str, str] = MultiValueDict()
    for question in step.asked:
        if question.key in answers:
            _spread(question, answers[question.key], data)
    return data


def is_complete(step: Step, answers: Answers) -> bool:
    """Return whether the stored answers of a step that is answered once pass its validation."""
    return StepForm(step, as_data(step, answers)).is_valid()


def _spread(question: Question, answer: Answer, data: MultiValueDict[str, str]) -> None:
    if isinstance(answer, bool):
        data.setlist(question.key, ["yes"] if answer else [])
    elif isinstance(answer, list):
        data.setlist(question.key, texts_in(answer))
    elif isinstance(answer, dict):
        for part, value in answer.items():
            data[f"{question.key}-{part}"] = value
    elif question.kind in {"date", "month"} and answer:
        for part, value in zip(ISO_PARTS, answer.split("-"), strict=False):
            data[f"{question.key}-{part}"] = value.lstrip("0")
    else:
        data[question.key] = answer
