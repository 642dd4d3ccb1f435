"""Addresses of an author's tools, under ``/admin/forms/``."""

from django.urls import path

from forms.trying import paths, versions, views

app_name = "onlineforms_trying"
urlpatterns = [
    path("<int:page>/try/", views.walk, name="walk"),
    path("<int:page>/paths/", paths.paths, name="paths"),
    path("<int:page>/versions/", versions.compare, name="versions"),
]
