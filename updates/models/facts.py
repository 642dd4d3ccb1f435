"""What a page said about cost, time and days when it was last published: a change of it is news."""

from django.db import models


class KnownFacts(models.Model):
    """``facts``: name -> value as text."""

    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, related_name="+", primary_key=True)
    facts = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.page_id}"
