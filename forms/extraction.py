"""What the accessibility room reads of a form: residents' words, also those from the library, and no keys."""

from typing import Any

from accessibility.services import ContentTree, Place, add_stream, register_extractor
from forms.blocks.keys import Untranslated
from forms.blocks.shared import SharedBlock
from forms.models import FormExample


def register() -> None:
    """Tell how keys, examples and library entries are read."""
    register_extractor(Untranslated, _nothing)
    register_extractor(FormExample, _nothing)
    register_extractor(SharedBlock, _library_entry)


def _nothing(_tree: ContentTree, _value: Any, _place: Place) -> None:
    """Residents never read it."""


def _library_entry(tree: ContentTree, value: Any, place: Place) -> None:
    """Its words stand in this form, and their place is the block that points there."""
    if value is not None:
        add_stream(tree, value.steps, place)
