"""What a person may end before its time, with the record of who did and why."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Ending(models.Model):
    """A row that stays as the record of what was decided, also when it counts no longer."""

    ended_on = models.DateField(_("ended"), null=True, blank=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ended by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # A process of the version before knows nothing of it and leaves it empty.
    end_reason = models.TextField(_("why it ended"), null=True, blank=True, editable=False)  # noqa: DJ001 - see above

    class Meta:
        abstract = True
