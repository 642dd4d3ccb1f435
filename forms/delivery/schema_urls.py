"""``/schemas/requests/envelope-v1.json``: the published shape of a request, for those who build receivers."""

from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.cache import cache_control

from forms.delivery.envelope import envelope_schema


@cache_control(public=True, max_age=86_400)
def schema(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - Django's signature
    """Serve the JSON Schema (draft 2020-12)."""
    return JsonResponse(envelope_schema(), content_type="application/schema+json")


urlpatterns = [path("envelope-v1.json", schema, name="request_envelope_schema")]
