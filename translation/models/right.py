"""Who may translate into which language."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

#: Whoever holds it works in every language and says who may work in which.
MANAGE = "translation.manage_translations"


class LocaleRight(models.Model):
    """The members of ``group`` translate into ``locale``: its pages, snippets, forms and files, and no others."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="locale_rights", verbose_name=_("group"))
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language"))

    class Meta:
        verbose_name = _("right to translate")
        verbose_name_plural = _("rights to translate")
        permissions = [("manage_translations", _("Work in every language"))]
        constraints = [models.UniqueConstraint(fields=["group", "locale"], name="one_right_a_group_and_locale")]

    def __str__(self) -> str:
        return f"{self.group}: {self.locale}"
