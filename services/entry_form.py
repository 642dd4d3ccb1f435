"""The editor's form of a directory entry: it offers the answers of the directory that the entry stands in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from services.access_form import AccessForm


class EntryForm(AccessForm):
    """Tick boxes for the answers and for what the place offers."""

    facet_keys = forms.MultipleChoiceField(
        label=_("Answers"), required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parent = self.parent_page or self.instance.get_parent()
        facets = getattr(parent.specific if parent else None, "facets", None) or []
        self.fields["facet_keys"].choices = [
            (option["key"], f"{facet.value['name']} {option['label']}")
            for facet in facets
            for option in facet.value["options"]
        ]
