"""Fields for picking from a list."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from forms.engine.schema import Option


class SomeOf(forms.MultipleChoiceField):
    """Several of a list: how many at least and at most, and options that stand alone ("None of these")."""

    def __init__(
        self, options: tuple[Option, ...], *, lowest: int | None = None, highest: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(choices=[(option.value, option.label) for option in options], **kwargs)
        self.alone = {option.value: option.label for option in options if option.exclusive}
        self.lowest, self.highest = lowest, highest

    def validate(self, value: list[str]) -> None:
        """Name the rule that was broken."""
        super().validate(value)
        alone = next((self.alone[chosen] for chosen in value if chosen in self.alone), None)
        if alone and len(value) > 1:
            words = _("Pick “%(label)s” on its own, or take it out.")
            raise forms.ValidationError(words, code="alone", params={"label": alone})
        if alone or not value:
            return
        if self.lowest and len(value) < self.lowest:
            raise forms.ValidationError(_("Pick %(limit)s or more."), code="few", params={"limit": self.lowest})
        if self.highest and len(value) > self.highest:
            raise forms.ValidationError(_("Pick %(limit)s or fewer."), code="many", params={"limit": self.highest})
