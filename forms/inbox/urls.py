"""Addresses of the inbox, under ``/admin/requests/``."""

from django.urls import path, register_converter

from forms.inbox import bulk, case, export, files, held, people, views
from forms.inbox.actions import ACTIONS
from forms.rights import views as rights


class ActionConverter:
    """Only what can be done is an address."""

    regex = "|".join(ACTIONS)

    def to_python(self, value: str) -> str:
        """Return the name."""
        return value

    def to_url(self, value: str) -> str:
        """Return the name."""
        return value


register_converter(ActionConverter, "case_action")

app_name = "onlineforms_inbox"
urlpatterns = [
    path("", views.index, name="index"),
    path("held/", held.held, name="held"),
    path("retention/", rights.retention, name="retention"),
    path("rights/", rights.person, name="rights"),
    path("bulk/", bulk.bulk, name="bulk"),
    path("export.csv", export.export, {"kind": "csv"}, name="export-csv"),
    path("export.xlsx", export.export, {"kind": "xlsx"}, name="export-xlsx"),
    path("<uuid:pk>/", case.read, name="read"),
    path("<uuid:pk>/person/", people.person, name="person"),
    path("<uuid:pk>/property/", people.place, name="property"),
    path("<uuid:pk>/again/<uuid:delivery>/", case.resend, name="resend"),
    path("<uuid:pk>/<case_action:action>/", case.act, name="act"),
    path("file/<uuid:pk>/", files.download, name="download"),
    path("file/<uuid:pk>/release/", files.release, name="release"),
]
