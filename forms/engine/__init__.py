"""The form engine: pure functions over a compiled schema and a set of answers. No database, no HTTP."""

from forms.engine.conditions import holds, keys_in
from forms.engine.form import StepForm, as_data
from forms.engine.path import first_incomplete, on_path, path
from forms.engine.schema import Answer, Answers, Option, Question, Schema, Step

__all__ = [
    "Answer",
    "Answers",
    "Option",
    "Question",
    "Schema",
    "Step",
    "StepForm",
    "as_data",
    "first_incomplete",
    "holds",
    "keys_in",
    "on_path",
    "path",
]
