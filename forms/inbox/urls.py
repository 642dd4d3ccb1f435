"""Addresses of the inbox, under ``/admin/requests/``."""

from django.urls import path

from forms.inbox import held, views

app_name = "onlineforms_inbox"
urlpatterns = [
    path("", views.index, name="index"),
    path("held/", held.held, name="held"),
    path("<uuid:pk>/", views.read, name="read"),
    path("file/<uuid:pk>/", views.download, name="download"),
    path("file/<uuid:pk>/release/", views.release, name="release"),
]
