"""Addresses under ``/admin/import-form/``."""

from django.urls import path

from forms.exchange.screens import views

app_name = "onlineforms_exchange"
urlpatterns = [
    path("", views.upload, name="upload"),
    path("<int:pk>/", views.report, name="report"),
]
