"""``/feedback/thanks/``: the comment is stored; who likes can hear what becomes of it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from insight.notify.views import draw


@never_cache
def thanks(request: HttpRequest) -> HttpResponse:
    """Say so, and lead back to the page it was about."""
    return draw(request, request.GET.get("page", ""))
