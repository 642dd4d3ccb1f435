"""Blocks for opening times. Days and times are the same in every language, so translators never see them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

WEEKDAYS = [
    ("0", _("Monday")),
    ("1", _("Tuesday")),
    ("2", _("Wednesday")),
    ("3", _("Thursday")),
    ("4", _("Friday")),
    ("5", _("Saturday")),
    ("6", _("Sunday")),
]


def check_span(value: Any) -> None:
    """Refuse an end before its start, and a start without an end."""
    opens, closes = value["opens"], value["closes"]
    if bool(opens) != bool(closes):
        message = ValidationError(_("Give both times, or neither."))
        raise StructBlockValidationError(block_errors={"closes": message})
    if opens and closes <= opens:
        message = ValidationError(_("The end is before the start. After midnight, add a row for the next day."))
        raise StructBlockValidationError(block_errors={"closes": message})


class WeekdayBlock(blocks.StructBlock):
    """Open on some days of every week, from one time to another."""

    days = blocks.MultipleChoiceBlock(label=_("Days"), choices=WEEKDAYS)
    opens = blocks.TimeBlock(label=_("Opens"))
    closes = blocks.TimeBlock(label=_("Closes"))

    class Meta:
        icon = "time"
        label = _("Every week")

    def clean(self, value: Any) -> Any:
        """Refuse an end before its start."""
        cleaned = super().clean(value)
        check_span(cleaned)
        return cleaned


class SingleDayBlock(blocks.StructBlock):
    """One day that differs: without times, closed."""

    day = blocks.DateBlock(label=_("Day"))
    opens = blocks.TimeBlock(label=_("Opens"), required=False)
    closes = blocks.TimeBlock(label=_("Closes"), required=False)
    why = blocks.CharBlock(label=_("Why"), max_length=80, required=False)

    class Meta:
        icon = "date"
        label = _("One day")

    def clean(self, value: Any) -> Any:
        """Refuse an end before its start."""
        cleaned = super().clean(value)
        check_span(cleaned)
        return cleaned


class OpeningBlock(blocks.StreamBlock):
    """All opening times of a place."""

    every_week = WeekdayBlock()
    one_day = SingleDayBlock()
