"""What counts as the content of an object, and its hash."""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import DraftStateMixin, Page

#: Dates, tree position, state: they change without a change of content.
BOOKKEEPING = {field.name for field in Page._meta.get_fields()} - {"title", "seo_title", "search_description"} | {
    field.name for field in DraftStateMixin._meta.get_fields()
}


def whole(obj: Any) -> Any:
    """Return ``obj`` with all its fields: a base ``Page`` becomes its specific row with the base's values laid over."""
    if not isinstance(obj, Page) or obj.pk is None or obj.specific_class in {None, type(obj)}:
        return obj
    specific = obj.specific_class._default_manager.get(pk=obj.pk)
    return overlay(specific, obj, [field.name for field in Page._meta.concrete_fields])


def overlay(target: Any, source: Any, names: Iterable[str]) -> Any:
    """Set the fields ``names`` of ``target`` to the values of ``source``, those that both have; return ``target``."""
    for field in target._meta.concrete_fields:
        if {field.name, field.attname} & set(names):
            setattr(target, field.attname, getattr(source, field.attname))
    return target


def stored(obj: Any) -> Any | None:
    """Return the row as the database holds it now, or None."""
    found = type(obj)._default_manager.filter(pk=obj.pk).first()
    return found if found is None else whole(found)


def content_hash(obj: Any) -> str:
    """Return the hex SHA-256 of the content; "" when it cannot be put into words, which equals no other content."""
    try:
        data = obj.serializable_data() if hasattr(obj, "serializable_data") else get_serializable_data_for_fields(obj)
        text = json.dumps(_content(data, BOOKKEEPING), sort_keys=True, cls=DjangoJSONEncoder)
    except (TypeError, ValueError, AttributeError, models.ObjectDoesNotExist):
        return ""
    return sha256(text.encode()).hexdigest()


def _content(data: dict[str, Any], skip: set[str]) -> dict[str, Any]:
    return {name: _inner(value) for name, value in data.items() if name not in skip and name != "pk"}


def _inner(value: Any) -> Any:
    if isinstance(value, list):
        # Children get their numbers when they are saved: a number is no content.
        return [_content(item, {"translation_key"}) if isinstance(item, dict) else item for item in value]
    return value
