"""A page that stood open too long: its security token is stale. What was typed must not be lost."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from core.views import csrf_failure
from forms.runner.drafts import DraftGoneError, OwnerMissingError, find_draft
from forms.runner.guard import gone_page, lost_page, private
from forms.runner.journey import Journey
from forms.runner.step import show
from forms.runner.turn import Turn, is_returning
from forms.runner.typed import typed_words


@private
def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a failed CSRF check: steps come back with what was typed, other pages as Django does."""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return csrf_failure(request, reason)
    if match.app_names != ["forms"] or "draft" not in match.kwargs:
        return csrf_failure(request, reason)
    return _again(request, **match.kwargs)


def _again(request: HttpRequest, draft: UUID, slug: str = "", item: str = "") -> HttpResponse:
    """Show the step again; nothing was stored."""
    try:
        journey = Journey.open(find_draft(request, draft))
    except OwnerMissingError:
        return lost_page(request, draft, slug)
    except DraftGoneError as gone:
        return gone_page(request, gone.version, ran_out=gone.ran_out, slug=slug)
    except Http404:
        return csrf_failure(request)
    head, found = journey.find_page(slug)
    if head is None or found is None or (head.repeat and not item):
        context = {"next_url": journey.next_url, "typed": typed_words(request, journey.draft.version, slug)}
        return render(request, "forms/stale.jinja", context, status=HTTPStatus.FORBIDDEN)
    words = _("This page was open for a long time. Check your answer and press Continue again.")
    typed = MultiValueDict(dict(request.POST.lists()))
    first = found.asked[0].key if found.asked else ""
    of = None if found is head else head
    turn = Turn(journey, found, item, returning=is_returning(request), of=of)
    return show(request, turn, typed, errors={first: [(words, "")]}, status=HTTPStatus.FORBIDDEN)
