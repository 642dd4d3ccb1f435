"""The choice of a language that newsletters are written in, beside the first one."""

from typing import Any

from django import forms
from django.utils.translation import ngettext

from core.services import kept
from updates.desk.counts import FEWEST


class ReadersSelect(forms.Select):
    """Offers the languages that readers of newsletters chose, each with how many they are, and the one chosen here."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        """Return the options; a small count could point at somebody and is not shown."""
        from updates.wording import readers  # the model draws this, and readers are asked of models

        whole, counts = list(self.choices), kept("updates.readers", readers)
        shown = [(code, label) for code, label in whole if not code or code in counts or code in value]
        self.choices = [(code, with_readers(str(label), counts.get(code, 0))) for code, label in shown]
        try:
            return super().optgroups(name, value, attrs)
        finally:
            self.choices = whole


def with_readers(label: str, count: int) -> str:
    """Return a language with the number of its readers."""
    if count < FEWEST:
        return label
    words = ngettext("%(language)s, %(count)d reader", "%(language)s, %(count)d readers", count)
    return words % {"language": label, "count": count}
