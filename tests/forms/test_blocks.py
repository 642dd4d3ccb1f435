"""What an author leaves empty is made for them, and stays."""

import pytest
from django.core.exceptions import ValidationError

from forms.blocks.conditions import ImportedBlock
from forms.blocks.questions import OptionBlock, TextBlock
from forms.blocks.steps import StepBlock

WORDS = [{"type": "guidance", "value": {"body": "<p>Words.</p>"}}]


def cleaned(block, **values):
    return block.clean(block.to_python({**block.get_prep_value(block.get_default()), **values}))


@pytest.mark.parametrize(
    ("block", "words", "name", "made"),
    [
        (TextBlock(), {"label": "What is your name?"}, "key", "what-is-your-name"),
        (TextBlock(), {"label": "Your name", "key": "kept"}, "key", "kept"),
        (
            TextBlock(),
            {"label": "What colour is " + "very " * 20},
            "key",
            "what-colour-is-very-very-very-very-very-very-very",
        ),
        (OptionBlock(), {"label": "Blue bin: recycling"}, "value", "blue-bin-recycling"),
        (StepBlock(), {"title": "Which bin?", "questions": WORDS}, "slug", "which-bin"),
        (TextBlock(), {"label": "جامعة"}, "key", ""),
    ],
)
def test_a_key_is_made_from_the_words_unless_there_is_one(block, words, name, made):
    assert cleaned(block, **words)[name] == made


@pytest.mark.parametrize(
    "text", ["not json", "[]", '{"when": "always"}', "null", '{"all": 5}', '{"key": "a"}', "[" * 100_000]
)
def test_an_imported_condition_that_is_none_is_refused(text):
    with pytest.raises(ValidationError):
        ImportedBlock().clean(text)


def test_an_imported_condition_is_kept_and_never_translated():
    block = ImportedBlock()
    tree = '{"not": {"key": "a", "op": "is", "value": "yes"}}'
    assert block.clean(tree) == tree
    assert block.get_translatable_segments(tree) == []
