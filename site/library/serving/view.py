"""The last word before a document goes out, after Wagtail's own check of private collections."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import get_language, get_language_from_path
from wagtail import hooks
from wagtail.models import CollectionViewRestriction
from wagtail.permissions import policy_registry

from core.models import Contact
from core.navigation import council_contact
from library.models import CustomDocument
from library.serving.checks import Decision, decide
from library.serving.deliver import PRIVATE, deliver
from library.serving.other_format import offer_for

#: What Django's storage adds to a name that is taken already.
UNIQUE = re.compile(r"_[A-Za-z0-9]{7}$")


def serve_document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """Return the file, the last one that passed, or a page that says what to do instead (403).

    It stands before Wagtail's own view, which drops every answer of a hook that is streamed and serves the file.
    """
    document = get_object_or_404(CustomDocument, pk=document_id)
    if document.filename != document_filename and not _may_know_its_name(request, document, document_filename):
        raise Http404
    for hook in hooks.get_hooks("before_serve_document"):
        answer = hook(document, request)
        if isinstance(answer, HttpResponseBase):
            return answer
    if document.filename != document_filename:
        return redirect(document.url)
    return _answer(request, document)


def _may_know_its_name(request: HttpRequest, document: CustomDocument, name: str) -> bool:
    """Return whether another name leads on: numbers can be guessed, and a name may say what is not public yet."""
    if decide(document) is not Decision.WITHHELD and not _is_restricted(document):
        return True
    known = {older for file in document.versions.values_list("file", flat=True) for older in _names_of(file)}
    return name in known or _is_staff(request, document)


def _names_of(file: str) -> tuple[str, str]:
    """Return the names under which a stored file was known: its own, and that before the store made it unique."""
    path = PurePosixPath(file)
    return path.name, UNIQUE.sub("", path.stem) + path.suffix


def before_serve(document: CustomDocument, request: HttpRequest) -> HttpResponse | None:
    """Withhold the file from whoever comes by another way than :func:`serve_document`."""
    match = request.resolver_match
    if match is not None and match.func is serve_document:
        return None
    if decide(document) is Decision.CURRENT or _is_staff(request, document):
        return None
    return withheld(request, document)


def _answer(request: HttpRequest, document: CustomDocument) -> HttpResponseBase:
    """Return what this person gets. Who it is is asked only where it matters: asking makes caches keep apart."""
    decision, public = decide(document), not _is_restricted(document)
    if decision is Decision.CURRENT:
        return deliver(request, document, name=document.file.name, sha256=document.sha256, public=public)
    if _is_staff(request, document):
        return deliver(request, document, name=document.file.name, sha256=document.sha256, public=False)
    if decision is Decision.LAST_PASSED:
        return deliver(request, document, name=document.passed_file, sha256=document.passed_sha256, public=public)
    return withheld(request, document)


def withheld(request: HttpRequest, document: CustomDocument) -> HttpResponse:
    """Return the page for a file that residents may not have yet: who makes it for them in another format, and when."""
    with translation.override(language_of(request)):
        about = f"{document.title}\n{request.build_absolute_uri(document.url)}"
        context = {
            "document": document,
            "contact": council_contact(request) or Contact.objects.exclude(phone="").order_by("pk").first(),
            "offer": offer_for(about),
        }
        response = render(request, "library/withheld.jinja", context, status=403)
        response["Content-Language"] = get_language() or settings.LANGUAGE_CODE
    response["Cache-Control"] = PRIVATE
    return response


def language_of(request: HttpRequest) -> str:
    """Return the language of the page that led here; an address of a file names none, and no cache keeps this page."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    told = get_language_from_path(came_from.path) if came_from.netloc == request.get_host() else None
    return told or settings.LANGUAGE_CODE


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
