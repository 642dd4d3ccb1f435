"""The site's addresses, and one view that does nothing: what the server itself costs."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from waymark.urls import urlpatterns as addresses


@csrf_exempt
def bare(request: HttpRequest) -> HttpResponse:
    """Read the body and answer nothing."""
    return HttpResponse(str(len(request.body)))


urlpatterns = [path("bench/bare/", bare), *addresses]
