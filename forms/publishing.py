"""The hooks of publishing: the gate says what is wrong before, the version is stored after."""

from collections.abc import Iterable

from django.db.models import Model
from wagtail.signals import page_published

from core.services import GateFinding
from forms.compiler import page_findings, publish_version
from forms.models import FormPage


def form_findings(obj: Model) -> Iterable[GateFinding]:
    """Return what keeps a form from running; nothing for other pages."""
    if not isinstance(obj, FormPage):
        return []
    return page_findings(obj)


def connect() -> None:
    """Store a version whenever a form page goes live, from the editor, a schedule or a command."""
    page_published.connect(_store, sender=FormPage, dispatch_uid="forms.publish")


def _store(instance: FormPage, **_kwargs: object) -> None:
    if instance.alias_of_id is None:
        publish_version(instance)
