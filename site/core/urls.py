"""Addresses of the frame: health, robots and the second factor, which stands before Wagtail's admin."""

from django.urls import include, path

from core import health, views

urlpatterns = [
    path("healthz/", health.live, name="health_live"),
    path("healthz/ready/", health.ready, name="health_ready"),
    path("robots.txt", views.robots, name="robots"),
    path("admin/second-factor/", include("core.accounts.urls")),
]
