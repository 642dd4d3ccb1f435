"""One turn of a step that repeats: its questions, and its removal."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from forms.runner.guard import for_owner
from forms.runner.journey import Journey
from forms.runner.repeats import ITEM, remove_page
from forms.runner.step import serve
from forms.runner.turn import Turn, is_returning

TurnView = Callable[[HttpRequest, Turn], HttpResponse]


@for_owner
def item(request: HttpRequest, journey: Journey, slug: str, item: str) -> HttpResponse:
    """Ask one turn's questions; a new turn beyond the most leads back to the list."""
    return _with_turn(request, journey, slug, item, _ask)


@for_owner
def remove(request: HttpRequest, journey: Journey, slug: str, item: str) -> HttpResponse:
    """Remove one turn, after a second look."""
    return _with_turn(request, journey, slug, item, remove_page)


def _ask(request: HttpRequest, turn: Turn) -> HttpResponse:
    most = turn.step.repeat.max if turn.step.repeat else 0
    if not turn.stored and len(turn.items) >= most:
        return HttpResponseRedirect(turn.list_url)
    return serve(request, turn)


def _with_turn(request: HttpRequest, journey: Journey, slug: str, item: str, view: TurnView) -> HttpResponse:
    found = journey.find(slug)
    if found is None or found.repeat is None:
        return HttpResponseRedirect(journey.next_url)
    if not ITEM.fullmatch(item):
        raise Http404
    return view(request, Turn(journey, found, item, returning=is_returning(request)))
