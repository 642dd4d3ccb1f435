"""Names that the machine uses. They are the same in every language."""

from typing import Any

from django.core.validators import RegexValidator
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms.engine.names import LONGEST, NAME

MADE = _("Leave it empty and we make one from the words.")


class Untranslated:
    """Keeps a block's value away from translators.

    wagtail-localize offers every CharBlock for translation, and a translated key breaks branching. It asks
    a block for these two methods by name, so nothing of ``translation`` is imported here.
    """

    def get_translatable_segments(self, _value: Any) -> list[Any]:
        """Offer nothing."""
        return []

    def restore_translated_segments(self, value: Any, _segments: list[Any]) -> Any:
        """Keep the value of the source language."""
        return value


class KeyBlock(Untranslated, blocks.CharBlock):
    """A key: small letters, digits, dashes and underscores."""

    def __init__(self, **kwargs: Any) -> None:
        pattern = RegexValidator(rf"\A{NAME.pattern}\Z", _("Use small letters, numbers, dashes and underscores."))
        kwargs.setdefault("required", False)
        kwargs.setdefault("max_length", LONGEST)
        kwargs.setdefault("validators", [pattern])
        super().__init__(**kwargs)


class ValueBlock(Untranslated, blocks.CharBlock):
    """What a condition compares with: an option's key, a number or a date such as 2026-04-01."""


class NamedBlock(blocks.StructBlock):
    """A StructBlock whose key is made from its words when its author leaves the key empty.

    Once made it stays, whatever becomes of the words: conditions and staff's systems know it.
    """

    #: Name of the key, and of the words that it is made from.
    key_from: tuple[str, str] = ("key", "label")

    def clean(self, value: Any) -> Any:
        """Fill an empty key, then check as usual."""
        key, words = self.key_from
        if not value.get(key):
            value[key] = slugify(str(value.get(words) or ""))[:LONGEST].strip("-")
        return super().clean(value)
