"""A page that its owner cannot be on now: another tab changed an answer, or a link leads too far ahead."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from forms.runner.journey import Journey
from forms.runner.typed import typed_words


def elsewhere(request: HttpRequest, journey: Journey, slug: str, url: str) -> HttpResponse:
    """Lead to ``url``; what was typed into a page that cannot take it is shown first, to copy it. Nothing is stored."""
    typed = typed_words(request, journey.draft.version, slug)
    if not typed:
        return HttpResponseRedirect(url)
    return render(request, "forms/off_path.jinja", {"next_url": url, "typed": typed}, status=HTTPStatus.CONFLICT)
