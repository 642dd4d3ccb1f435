"""``/schemas/insight/<type>/v<n>.json``: the published shape of every event, the same in all languages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.cache import cache_control

from insight.recording import schemas


@cache_control(public=True, max_age=86_400)
def schema(request: HttpRequest, name: str, version: int) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Serve a JSON Schema (draft 2020-12); 404 for one that was never published."""
    try:
        return HttpResponse(schemas.text(name, version), content_type="application/schema+json")
    except KeyError as error:
        raise Http404 from error


urlpatterns = [path("<str:name>/v<int:version>.json", schema, name="insight_schema")]
