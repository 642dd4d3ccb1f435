"""``/feedback/thanks/``: the comment is stored."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from insight.widget.responses import show


@never_cache
def thanks(request: HttpRequest) -> HttpResponse:
    """Say so, and lead back to the page it was about."""
    return show(request, "thanks.jinja", page_key=request.GET.get("page", ""))
