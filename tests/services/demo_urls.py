"""The address at which the demo serves its media; tests run without it."""

from django.urls import path

from waymark.media import serve_media
from waymark.urls import urlpatterns as site

urlpatterns = [path("media/<path:path>", serve_media), *site]
