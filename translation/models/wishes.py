"""What the council wants to be said about its translations."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="globe")
class TranslationWishes(BaseGenericSetting):
    """Settings of all languages together. Nothing is said about machines until somebody turns it on."""

    say_machine_helped = models.BooleanField(
        _("say where a machine helped"),
        default=False,
        help_text=_("A translated page then says so for as long as one of its sentences is as a machine wrote it."),
    )

    panels = [FieldPanel("say_machine_helped")]

    class Meta:
        verbose_name = _("translations")
