"""The form engine: pure functions over a compiled schema and a set of answers. No database, no HTTP."""

from forms.engine.conditions import holds, keys_in
from forms.engine.form import StepForm, as_data
from forms.engine.held import asks_for_files, without_lost_files
from forms.engine.path import first_incomplete, first_unfinished, on_path, pages_of_turn, path
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
    "asks_for_files",
    "first_incomplete",
    "first_unfinished",
    "holds",
    "keys_in",
    "on_path",
    "pages_of_turn",
    "path",
    "without_lost_files",
]
