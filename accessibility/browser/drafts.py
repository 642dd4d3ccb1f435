"""Show one draft to the audit browser, which holds no login: a signed address that is good for one revision."""

from typing import Any

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import View
from wagtail.models import Page, Revision, WorkflowState

from accessibility.models import AuditRequest
from accessibility.models.subject import subject_of

SALT = "accessibility.draft"
#: A look at a page is over long before.
SECONDS = 300


def draft_path(revision: Revision) -> str:
    """Return the address of a draft; it works for five minutes and shows nothing but this revision."""
    return reverse("accessibility_draft", args=[signing.dumps(revision.pk, salt=SALT)])


def revision_of(token: str) -> Revision:
    """Return the revision that a token names. Forged, stale and gone are the same answer: 404."""
    try:
        key = signing.loads(token, salt=SALT, max_age=SECONDS)
        return Revision.objects.get(pk=key)
    except (signing.BadSignature, Revision.DoesNotExist) as error:
        raise Http404 from error


@method_decorator(never_cache, name="dispatch")
class DraftView(View):
    """The draft as it would be shown, in its own language."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Return the page, and ask robots to leave it alone."""
        draft: Any = revision_of(token).as_object()
        if not isinstance(draft, Page):
            raise Http404
        with translation.override(draft.locale.language_code):
            request.is_preview = True  # type: ignore[attr-defined] # Wagtail's mark, which templates read
            response: HttpResponse = draft.serve(request)
            if hasattr(response, "render"):
                response.render()
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response


def request_draft_audit(instance: WorkflowState, **_: Any) -> None:
    """Ask for a look at what was submitted to a workflow, once a revision; a signal receiver."""
    revision = instance.content_object.latest_revision
    draft = revision.as_object()
    if not isinstance(draft, Page):
        return
    AuditRequest.objects.get_or_create(
        idempotency_key=f"draft:{revision.pk}",
        defaults={**subject_of(draft), "locale": draft.locale.language_code, "revision": revision, "content_hash": ""},
    )
