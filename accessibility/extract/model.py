"""A page or snippet as a :class:`ContentTree`."""

from collections.abc import Iterator

from django.conf import settings
from django.db import models
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Comment, Page

from accessibility.extract.markup import add_markup
from accessibility.extract.registry import extractor_for
from accessibility.extract.stream import add_stored_stream
from accessibility.extract.tree import Broken, ContentTree, Paragraph, Place

#: Fields of Wagtail's own models that residents never read as text.
HOUSEKEEPING = {field.name for field in Page._meta.get_fields()} - {"title"}


def extract(obj: models.Model) -> ContentTree:
    """Return what ``obj`` says in its locale: all its text, rich text, stream and media fields and its children's."""
    tree = ContentTree(language=language_of(obj), subject=obj)
    if isinstance(obj, Page):
        tree.title = obj.title
    add_model(tree, obj)
    return tree


def language_of(obj: models.Model) -> str:
    """Return the language code of an object's locale, else what it says itself with ``written_in``, else the site's."""
    locale = getattr(obj, "locale", None)
    return str(locale.language_code if locale else getattr(obj, "written_in", "") or settings.LANGUAGE_CODE)


def add_model(tree: ContentTree, obj: models.Model, prefix: str = "") -> None:
    """Add the content of one object; ``prefix`` names the relation that a child stands in."""
    if (extractor := extractor_for(type(obj))) is not None and not isinstance(obj, Page):
        extractor(tree, obj, Place(prefix, label=str(obj._meta.verbose_name)))
        return
    for field in content_fields(obj):
        place = Place(f"{prefix}{field.name}", label=str(field.verbose_name))
        try:
            _add_field(tree, obj, field, place)
        except Exception as error:  # noqa: BLE001 - a missing row or broken value is a finding, never a crash
            tree.add(Broken(place, type(error).__name__))
    for relation in _child_relations(obj):
        name = relation.get_accessor_name()
        for index, child in enumerate(getattr(obj, name).all()):
            add_model(tree, child, f"{prefix}{name}-{index}-")


def content_fields(obj: models.Model) -> Iterator[models.Field]:  # type: ignore[type-arg] # any value
    """Yield the fields that residents can get to see, in the model's order."""
    skip = HOUSEKEEPING if isinstance(obj, Page) else {"id", "translation_key", "locale"}
    for field in obj._meta.concrete_fields:
        if field.name not in skip and not field.primary_key and (field.editable or field.name == "title"):
            yield field


def _add_field(tree: ContentTree, obj: models.Model, field: models.Field, place: Place) -> None:  # type: ignore[type-arg] # any value
    if isinstance(field, models.ForeignKey):
        if (extractor := extractor_for(field.related_model)) is not None:
            extractor(tree, getattr(obj, field.name), place)
        return
    value = getattr(obj, field.name)
    if isinstance(field, StreamField):
        add_stored_stream(tree, value, place)
    elif isinstance(field, RichTextField):
        add_markup(tree, value or "", place)
    elif isinstance(field, (models.CharField, models.TextField)) and not field.choices and (value or "").strip():
        tree.add(Paragraph(place, value.strip(), language=tree.language))


def _child_relations(obj: models.Model) -> list[models.ManyToOneRel]:
    if not isinstance(obj, ClusterableModel):
        return []
    return [relation for relation in get_all_child_relations(type(obj)) if relation.related_model is not Comment]
