"""The questions of a report as a form: yes, no or cannot tell, each with room for a note."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.documents.answers import Answers
from accessibility.documents.presentation import Problem
from accessibility.models import DocumentAnswer

LONGEST_NOTE = 2_000
UNSURE = DocumentAnswer.Answer.UNSURE


@dataclass(frozen=True)
class Question:
    """A question with its fields, and what was said before."""

    problem: Problem
    answer: forms.BoundField
    note: forms.BoundField
    stored: DocumentAnswer | None

    @property
    def is_open(self) -> bool:
        """Return whether nobody has decided it."""
        return self.stored is None or self.stored.answer == UNSURE


class QuestionsForm(forms.Form):
    """Two fields a question. A question may be left for later; who cannot tell says what is missing."""

    def __init__(self, problems: list[Problem], known: Mapping[str, DocumentAnswer], data: Any = None) -> None:
        super().__init__(data)
        self.problems, self.known = problems, known
        for problem in problems:
            row = known.get(problem.rule)
            self.fields[f"answer-{problem.rule}"] = forms.ChoiceField(
                choices=DocumentAnswer.Answer.choices, widget=forms.RadioSelect, required=False, label=problem.message,
                initial=row.answer if row else None,
            )  # fmt: skip
            self.fields[f"note-{problem.rule}"] = forms.CharField(
                widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=LONGEST_NOTE,
                initial=row.note if row else "", label=gettext_lazy("What you looked at, or what is missing"),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Ask for a note where somebody cannot tell, so that the next person knows where to go on."""
        values = super().clean() or {}
        for problem in self.problems:
            if values.get(f"answer-{problem.rule}") == UNSURE and not values.get(f"note-{problem.rule}", "").strip():
                self.add_error(f"note-{problem.rule}", _("Say what you would need to know."))
        return values

    @property
    def questions(self) -> list[Question]:
        """Return the questions in the order of the report."""
        return [
            Question(row, self[f"answer-{row.rule}"], self[f"note-{row.rule}"], self.known.get(row.rule))
            for row in self.problems
        ]

    @property
    def answers(self) -> Answers:
        """Return what was answered, once the form is valid."""
        said = ((row.rule, self.cleaned_data[f"answer-{row.rule}"]) for row in self.problems)
        return {rule: (answer, self.cleaned_data[f"note-{rule}"].strip()) for rule, answer in said if answer}
