"""Who works here and what they deal with: for staff, so that a caller is put through once. Never on the website."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Colleague(models.Model):
    """A member of staff, kept current by import and by hand. ``left_on`` marks a leaver: the row stays for a while.

    ``by_hand`` names the columns whose value somebody wrote by hand and no file has confirmed: an import leaves them.
    It holds ``reference`` for a row that was added by hand, and ``left_on`` for a mark that was set or taken by hand.
    """

    reference = models.CharField(_("staff number"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=120, blank=True)
    team = models.CharField(_("team"), max_length=120, blank=True)
    deals_with = models.CharField(_("deals with"), blank=True, max_length=1000)
    place = models.CharField(_("place"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("email"), blank=True)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    by_hand = models.JSONField(null=True, editable=False)

    class Meta:
        verbose_name = _("colleague")
        verbose_name_plural = _("colleagues")
        ordering: ClassVar[list[str]] = ["name", "reference"]
        #: ``view_colleague`` opens the screen, ``change_colleague`` the import and the form. The clock alone deletes.
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return self.name

    @property
    def hand(self) -> list[str]:
        """Return ``by_hand``; a row from before that column was there has none."""
        return list(self.by_hand or [])

    @property
    def text(self) -> str:
        """What a search by need reads."""
        return " ".join([self.name, self.role, self.team, self.deals_with])
