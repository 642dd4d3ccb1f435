"""A page that is no longer on the site. Its ratings stay, so its name does."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FormerPage(models.Model):
    """``key`` is the translation key under which answers hold the page. Kept only where somebody had answered."""

    key = models.CharField(max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=255)
    deleted_on = models.DateField(_("deleted on"), default=timezone.localdate)

    class Meta:
        verbose_name = _("deleted page")
        verbose_name_plural = _("deleted pages")
        default_permissions = ()

    def __str__(self) -> str:
        return self.title
