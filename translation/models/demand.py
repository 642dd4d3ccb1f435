"""How often readers asked for a page that their language does not have."""

from django.db import models
from wagtail.models import Locale


class Demand(models.Model):
    """``visits`` in the ``month`` (its first day) to a page that ``locale`` lacks. Nothing is kept about who asked."""

    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()
    visits = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale", "month"], name="one_demand_a_page_and_month")
        ]
