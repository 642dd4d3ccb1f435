"""A series of answers that has fallen: somebody owns it until it is answered or set aside with a reason."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from insight.models.owned import Owned


class Alarm(Owned):
    """One fall of one series. While it is open the series raises no second one; closing it starts the watch anew."""

    subject = models.CharField(_("what fell"), max_length=160, editable=False)
    name = models.CharField(_("name"), max_length=255, editable=False)
    question = models.CharField(_("question"), max_length=120, editable=False)
    raised_on = models.DateField(_("raised on"), editable=False)
    began_on = models.DateField(_("fell from"), editable=False)
    usual = models.FloatField(_("usual per cent"), editable=False)
    recent = models.FloatField(_("per cent since"), editable=False)
    answers = models.PositiveIntegerField(_("answers since"), editable=False)

    panels = [
        FieldPanel("name", read_only=True),
        FieldRowPanel([FieldPanel("usual", read_only=True), FieldPanel("recent", read_only=True)]),
        FieldRowPanel([FieldPanel("answers", read_only=True), FieldPanel("began_on", read_only=True)]),
        *Owned.answer_panels,
    ]

    class Meta(Owned.Meta):
        verbose_name = _("alarm")
        verbose_name_plural = _("alarms")
        ordering = ["-raised_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "question"], condition=models.Q(state="open"), name="insight_one_open_alarm"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.usual:.0f} % → {self.recent:.0f} %"
