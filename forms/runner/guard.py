"""What every page of a draft has in common: its owner only, never cached, its own language."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import translate_url
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from forms.delivery.receipt import receipt_url
from forms.models import Draft, FormVersion, Submission
from forms.runner.drafts import DraftGoneError, OwnerMissingError, find_draft
from forms.runner.elsewhere import elsewhere
from forms.runner.journey import Journey, MovedOnError
from forms.runner.typed import typed_words

JourneyView = Callable[..., HttpResponse]


def private(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Keep a page out of every cache."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["Cache-Control"] = "no-store, private"
        return response

    return wrapped


def for_owner(view: JourneyView) -> Callable[..., HttpResponse]:
    """Give a view its journey, or answer with the page that helps."""

    @private
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def wrapped(request: HttpRequest, draft: UUID, **kwargs: str) -> HttpResponse:
        try:
            row = find_draft(request, draft)
        except OwnerMissingError:
            return lost_page(request, draft, kwargs.get("slug", ""))
        except DraftGoneError as gone:
            return gone_page(request, gone.version, ran_out=gone.ran_out, slug=kwargs.get("slug", ""))
        if row.version.locale != get_language():
            return HttpResponseRedirect(translate_url(request.get_full_path(), row.version.locale))
        if row.submitted_at:
            return _to_receipt(row)
        try:
            return view(request, Journey.open(row), **kwargs)
        except MovedOnError as moved:
            return _moved_on(request, moved.journey, kwargs.get("slug", ""))

    return wrapped


def _to_receipt(draft: Draft) -> HttpResponse:
    return HttpResponseRedirect(receipt_url(Submission.objects.get(submit_key=draft.submit_key)))


def _moved_on(request: HttpRequest, journey: Journey, slug: str) -> HttpResponse:
    """Show what was typed into a page that another tab took off the path; a form that it sent has its receipt."""
    journey.draft.refresh_from_db(fields=["submitted_at"])
    if journey.draft.submitted_at:
        return _to_receipt(journey.draft)
    return elsewhere(request, journey, slug, journey.next_url)


def lost_page(request: HttpRequest, draft: UUID, slug: str = "") -> HttpResponse:
    """Offer a link to whoever lost the cookie; what they just sent to a step is on the page, to copy it."""
    version = FormVersion.objects.filter(drafts=draft).first()
    typed = typed_words(request, version, slug) if version else []
    return render(request, "forms/lost.jinja", {"draft_id": draft, "typed": typed}, status=403)


def gone_page(request: HttpRequest, version: FormVersion, *, ran_out: bool, slug: str = "") -> HttpResponse:
    """Say that a form is closed or a draft ran out, and how to go on."""
    open_now = FormVersion.objects.running().filter(form=version.form_id, locale=version.locale).exists()
    context = {
        "version": version,
        "ran_out": ran_out,
        "open_now": open_now,
        "help": version.schema["promise"]["contact"],
        "typed": typed_words(request, version, slug),
    }
    return render(request, "forms/gone.jinja", context, status=410)
