"""Addresses of this room outside the admin."""

from django.urls import path

from accessibility.browser.drafts import DraftView

urlpatterns = [path("draft/<str:token>/", DraftView.as_view(), name="accessibility_draft")]
