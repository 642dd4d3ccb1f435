"""What a row is about: a page or a snippet, named by its base content type so that base and specific rows meet."""

from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class AboutQuerySet(models.QuerySet[Any]):
    """Rows about objects."""

    def about(self, obj: models.Model) -> Self:
        """Return the rows about ``obj``."""
        return self.filter(**subject_of(obj))


class AboutObject(models.Model):
    """Abstract: a row about one object, in the language of its locale."""

    content_type = models.ForeignKey(
        "contenttypes.ContentType", verbose_name=_("kind of content"), on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.CharField(_("object"), max_length=255)
    locale = models.CharField(_("language"), max_length=12)

    objects = AboutQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def subject(self) -> models.Model | None:
        """Return the page or snippet as it is now, or None when it is gone."""
        found = self.content_type.get_all_objects_for_this_type(pk=self.object_id).first()
        return getattr(found, "specific", found)


def subject_of(obj: models.Model) -> dict[str, Any]:
    """Return the two columns that name ``obj``."""
    base = obj._meta.get_parent_list()[-1] if obj._meta.get_parent_list() else type(obj)
    return {"content_type": ContentType.objects.get_for_model(base), "object_id": str(obj.pk)}
