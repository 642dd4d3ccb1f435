"""Pages that answer at more than one address: a feed, a calendar file, an export."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.url_routing import RouteResult

from core.models import BasePage

View = Callable[[Any, HttpRequest], HttpResponse]


class RoutedPage(BasePage):
    """Abstract: ``views`` are what stands at ``<page>/<name>/`` besides the page itself."""

    views: ClassVar[dict[str, View]] = {}

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Lead to a view of this page; anything else as Wagtail does."""
        if self.live and len(path_components) == 1 and path_components[0] in self.views:
            self.hold_ancestors()
            return RouteResult(self, kwargs={"view": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, view: str = "", **kwargs: Any) -> HttpResponse:
        """Answer with the view, in the page's own language only, else with the page."""
        if view and self.speaks(get_language() or settings.LANGUAGE_CODE):
            return self.views[view](self, request)
        return super().serve(request, *args, **kwargs)
