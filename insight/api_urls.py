"""Addresses under ``api/insight/``, the same in all languages."""

from django.urls import path

from insight.api import views

urlpatterns = [path("events/", views.events, name="insight_api_events")]
