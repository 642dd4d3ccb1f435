"""The last word before a document goes out. Runs after Wagtail's own check of private collections."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from wagtail.models import CollectionViewRestriction
from wagtail.permissions import policy_registry

from core.models import Contact
from library.models import CustomDocument
from library.serving.checks import Decision, decide
from library.serving.deliver import PRIVATE, deliver


def before_serve(document: CustomDocument, request: HttpRequest) -> HttpResponseBase:
    """Return the file, the last one that passed, or a page that says what to do instead (403)."""
    decision = decide(document)
    public = not _is_restricted(document)
    if decision is Decision.LAST_PASSED and not _is_staff(request, document):
        return deliver(request, document, name=document.passed_file, sha256=document.passed_sha256, public=public)
    if decision is Decision.CURRENT:
        return deliver(request, document, name=document.file.name, sha256=document.sha256, public=public)
    if _is_staff(request, document):
        return deliver(request, document, name=document.file.name, sha256=document.sha256, public=False)
    return withheld(request, document)


def withheld(request: HttpRequest, document: CustomDocument) -> HttpResponse:
    """Return the page for a file that residents may not have yet."""
    contact = Contact.objects.exclude(phone="").order_by("pk").first()
    response = render(request, "library/withheld.jinja", {"document": document, "contact": contact}, status=403)
    response["Cache-Control"] = PRIVATE
    return response


def _is_staff(request: HttpRequest, document: CustomDocument) -> bool:
    """Return whether the person may change or choose this document."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return False
    policy = policy_registry.get_by_type(CustomDocument)
    return bool(policy.user_has_any_permission_for_instance(user, ["change", "delete", "choose"], document))


def _is_restricted(document: CustomDocument) -> bool:
    """Return whether the collection, or one above it, is private."""
    above = document.collection.get_ancestors(inclusive=True)
    return bool(CollectionViewRestriction.objects.filter(collection__in=above).exists())
