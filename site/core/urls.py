"""Addresses of the frame: health, robots and the second factor, which stands before Wagtail's admin."""

from django.urls import include, path
from django.views.generic import RedirectView

from core import health, views, wellknown
from core.comfort import views as comfort

urlpatterns = [
    path("healthz/", health.live, name="health_live"),
    path("healthz/ready/", health.ready, name="health_ready"),
    path("robots.txt", views.robots, name="robots"),
    path("humans.txt", wellknown.humans, name="humans"),
    path(".well-known/security.txt", wellknown.security, name="security_txt"),
    path("security.txt", RedirectView.as_view(pattern_name="security_txt", permanent=True)),
    path("service-worker.js", comfort.worker, name="offline-worker"),
    path("admin/second-factor/", include("core.accounts.urls")),
]
