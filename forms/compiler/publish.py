"""Store what an author published as a version that never changes."""

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from core.services import PublishBlocked
from forms.compiler.build import build
from forms.compiler.gate import page_findings

if TYPE_CHECKING:
    from forms.models import FormPage, FormVersion


@transaction.atomic
def publish_version(page: "FormPage") -> "FormVersion":
    """Compile ``page`` and return its running version; the same content gives the same version again.

    Raises ``PublishBlocked`` with the findings' messages when the form cannot run.
    """
    from forms.models import FormVersion

    blueprint = build(page)
    faults = [finding for finding in page_findings(page, blueprint) if finding.blocking]
    if faults:
        raise PublishBlocked(faults)
    sha256 = content_hash(blueprint.schema)
    siblings = FormVersion.objects.select_for_update().filter(form=page, locale=blueprint.schema["locale"])
    siblings.exclude(sha256=sha256).filter(retired_at=None).update(retired_at=timezone.now())
    version = siblings.filter(sha256=sha256).first()
    if version is None:
        newest = siblings.order_by("-number").first()
        return _store(page, blueprint.schema, sha256, newest.number + 1 if newest else 1)
    siblings.filter(pk=version.pk).update(retired_at=None)
    version.refresh_from_db()
    return version


def content_hash(schema: dict[str, Any]) -> str:
    """Return the SHA-256 of a schema in canonical JSON."""
    return hashlib.sha256(json.dumps(schema, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _store(page: "FormPage", schema: dict[str, Any], sha256: str, number: int) -> "FormVersion":
    from forms.models import FormVersion

    return FormVersion.objects.create(
        form=page,
        form_slug=page.slug,
        locale=schema["locale"],
        number=number,
        schema=schema,
        sha256=sha256,
        engine=schema["engine"],
        published_at=timezone.now(),
    )
