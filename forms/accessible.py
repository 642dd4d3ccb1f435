"""Questions as the accessibility rules read them: a form's words are checked as a page's are."""

from functools import partial
from typing import Any

from accessibility.services import ContentTree, FormField, Heading, Place, add_block, register_extractor
from forms.blocks.kinds import QuestionsBlock
from forms.blocks.parts import ContentBlock
from forms.blocks.questions import QuestionBlock
from forms.blocks.shared import SharedBlock
from forms.blocks.steps import StepBlock
from forms.models import FormExample


def register_questions() -> None:
    """Register how a step is read; called once from ``AppConfig.ready()``."""
    register_extractor(StepBlock, add_step)
    register_extractor(SharedBlock, add_library_entry)
    register_extractor(FormExample, add_nothing)


def add_nothing(_tree: ContentTree, _value: Any, _place: Place) -> None:
    """Add nothing: residents never read it."""


def add_library_entry(tree: ContentTree, entry: Any, place: Place) -> None:
    """Add the steps of a library entry; their place is the block of the form that points there."""
    for step in entry.steps if entry else ():
        add_step(tree, step.value, place, inside=place.block_id)


def add_step(tree: ContentTree, step: Any, place: Place, inside: str = "") -> None:
    """Add the title of a step as a heading below the page's, then its questions, each with its own block."""
    title = (step.get("title") or "").strip()
    tree.add(Heading(place, title, level=2))
    for child in step.get("questions") or QuestionsBlock().empty_value():
        inner = Place(
            place.field, inside or str(child.id or place.block_id), str(child.block.label or child.block_type)
        )
        if isinstance(child.block, QuestionBlock):
            add_question(tree, child.block_type, child.value, inner, title)
        elif isinstance(child.block, ContentBlock):
            add_guidance(tree, child, inner)


def add_question(tree: ContentTree, kind: str, question: Any, place: Place, step: str) -> None:
    """Add one question with its hint, choices and the author's own error texts."""
    said = partial(_text, question)
    options = tuple(_text(option, "label") for option in question.get("options") or [])
    errors = tuple(words for words in (said("error_missing"), said("error_invalid")) if words)
    tree.add(FormField(place, said("label"), kind=kind, hint=said("hint"), options=options, errors=errors, group=step))


def add_guidance(tree: ContentTree, child: Any, place: Place) -> None:
    """Add the words between questions."""
    add_block(tree, child.block.child_blocks["body"], child.value.get("body"), place)


def _text(value: Any, name: str) -> str:
    return str(value.get(name) or "").strip()
