"""One turn of a step that repeats: its questions, and its removal."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from forms.runner.elsewhere import elsewhere
from forms.runner.guard import for_owner
from forms.runner.journey import Journey
from forms.runner.repeats import ITEM, remove_page
from forms.runner.step import serve
from forms.runner.turn import Turn, is_returning

TurnView = Callable[[HttpRequest, Turn], HttpResponse]


@for_owner
def item(request: HttpRequest, journey: Journey, slug: str, item: str) -> HttpResponse:
    """Ask one page of a turn; a new turn beyond the most leads back to the list, a page too far on to the first."""
    return _with_turn(request, journey, slug, item, _ask)


@for_owner
def remove(request: HttpRequest, journey: Journey, slug: str, item: str) -> HttpResponse:
    """Remove one turn, after a second look."""
    return _with_turn(request, journey, slug, item, remove_page)


def _ask(request: HttpRequest, turn: Turn) -> HttpResponse:
    most = turn.head.repeat.max if turn.head.repeat else 0
    if not turn.stored and len(turn.items) >= most:
        return elsewhere(request, turn.journey, turn.step.slug, turn.list_url)
    if not turn.is_open:
        first = turn.unfinished
        url = turn.page_url(first.slug) if first else turn.list_url
        return elsewhere(request, turn.journey, turn.step.slug, url)
    return serve(request, turn)


def _with_turn(request: HttpRequest, journey: Journey, slug: str, item: str, view: TurnView) -> HttpResponse:
    head, page = journey.find_page(slug)
    if head is None or page is None or head.repeat is None:
        return elsewhere(request, journey, slug, journey.next_url)
    if not ITEM.fullmatch(item):
        raise Http404
    of = None if page is head else head
    return view(request, Turn(journey, page, item, returning=is_returning(request), of=of))
