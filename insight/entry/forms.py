"""What an adviser types: one answer after a call, or a pile of paper slips."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from insight.directory import service_areas
from insight.models import PostcodeWard
from insight.panel.city import choices
from insight.panel.dimensions import Dimension
from insight.types import CAMPAIGN_LENGTH, COMMENT_LIMIT, NOWHERE, Area
from insight.voices.counting import area_of

CHANNELS = [("phone", _("Phone")), ("counter", _("Face to face")), ("paper", _("Paper"))]
VALUES = [
    ("", _("No answer")),
    ("5", _("Very satisfied")),
    ("4", _("Satisfied")),
    ("3", _("Neither satisfied nor dissatisfied")),
    ("2", _("Dissatisfied")),
    ("1", _("Very dissatisfied")),
]
TENANT = [("", _("Not known")), ("yes", _("Yes")), ("no", _("No"))]
#: Paper slips may have lain for a while.
OLDEST = timedelta(days=92)
SLIPS = 10


class BatchForm(forms.Form):
    """What all answers of one entry share."""

    channel = forms.ChoiceField(label=_("How they answered"), choices=CHANNELS)
    service = forms.SlugField(
        label=_("Service"), max_length=60, help_text=_("Small letters and dashes, for example: council-tax.")
    )
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    campaign = forms.SlugField(
        label=_("Campaign"),
        max_length=CAMPAIGN_LENGTH,
        required=False,
        help_text=_(
            "If they were asked because of a campaign, its short name in small letters and dashes, for example: "
            "food-waste-2026."
        ),
    )
    batch = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = list(service_areas())
        if areas:  # the boards know these names, so nobody has to spell one
            self.fields["service"] = forms.ChoiceField(
                label=_("Service"), choices=[("", _("Choose a service")), *((area.slug, area.title) for area in areas)]
            )

    def clean_day(self) -> date:
        """Refuse days to come, and days so long ago that they cannot be meant."""
        day: date = self.cleaned_data["day"]
        today = timezone.localdate()
        if day > today:
            raise ValidationError(_("This day is still to come. Enter the day on which they answered."))
        if day < today - OLDEST:
            raise ValidationError(_("This day is more than three months ago. Enter newer answers only."))
        return day

    def clean_campaign(self) -> str:
        """Return it in the one way in which campaigns are written, so that answers are counted together."""
        return str(self.cleaned_data["campaign"]).lower()


def wards() -> list[tuple[str, str]]:
    """Return the wards of the city, after "not known"."""
    return [("", str(_("Not known"))), *((name, name) for name in choices().get(Dimension.WARD, ()))]


class SlipForm(forms.Form):
    """One person's answer."""

    value = forms.TypedChoiceField(
        label=_("Satisfaction"), choices=VALUES, coerce=int, empty_value=None, required=False
    )
    comment = forms.CharField(
        label=_("Comment"),
        required=False,
        max_length=COMMENT_LIMIT,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Leave names, addresses and numbers out."),
    )
    ward = forms.ChoiceField(
        label=_("Ward"), required=False, help_text=_("Counted for the ward alone; it is not kept with the answer.")
    )

    postcode = forms.CharField(
        label=_("Postcode"),
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Looked up to count ward and deprivation of the area; it is not kept."),
    )
    tenant = forms.ChoiceField(
        label=_("Tenant of the council"),
        choices=TENANT,
        required=False,
        help_text=_("Only if they told you. Counted for all tenants together; it is not kept with the answer."),
    )

    def __init__(self, *args: Any, listed: list[tuple[str, str]], postcodes: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ward"].choices = listed  # type: ignore[attr-defined] # a choice field
        if len(listed) == 1:
            del self.fields["ward"]
        if not postcodes:
            del self.fields["postcode"]

    def clean_postcode(self) -> Area:
        """Return the area in place of the postcode, which goes no further."""
        typed = self.cleaned_data["postcode"]
        area = area_of(typed)
        if typed and area == NOWHERE:
            raise ValidationError(_("This postcode is not in the council's list. Correct it, or leave it empty."))
        return area

    def clean(self) -> dict[str, object]:
        """A comment needs its answer, so that nothing typed is dropped."""
        cleaned: dict[str, object] = super().clean() or {}
        if cleaned.get("comment") and cleaned.get("value") is None:
            self.add_error("value", _("Choose how satisfied this person was, or remove the comment."))
        return cleaned


#: However many slips are claimed, no more are looked at.
Slips = forms.formset_factory(SlipForm, extra=SLIPS, max_num=5 * SLIPS, absolute_max=5 * SLIPS)


def slips(data: QueryDict | None = None) -> "forms.BaseFormSet[SlipForm]":
    """Return the slips of one entry; what they offer is read once for all of them."""
    offered = {"listed": wards(), "postcodes": PostcodeWard.objects.exists()}
    return Slips(data, prefix="slip", form_kwargs=offered)
