"""Examples that an author keeps with a form: these answers must lead through these steps. They run on each publish."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class FormExample(Orderable):
    """``answers``: one ``key = value`` a line; ``expected``: the addresses of the steps, one a line."""

    page = ParentalKey("onlineforms.FormPage", on_delete=models.CASCADE, related_name="examples")
    name = models.CharField(_("what it shows"), max_length=120, help_text=_("For example: a recycling bin with a tag"))
    answers = models.TextField(
        _("given these answers"),
        blank=True,
        help_text=_(
            "One a line, such as: bin = recycling. Several choices: bin = food, garden. "
            "A step that repeats: its address and how often, such as: person = 2."
        ),
    )
    expected = models.TextField(_("expect these steps"), help_text=_("Their addresses, one a line, in order."))

    panels = [FieldPanel("name"), FieldPanel("answers"), FieldPanel("expected")]

    class Meta(Orderable.Meta):
        verbose_name = _("example")
        verbose_name_plural = _("examples")

    def __str__(self) -> str:
        return self.name
