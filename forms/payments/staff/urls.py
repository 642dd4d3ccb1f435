"""Addresses of payments, under ``/admin/payments/``."""

from django.urls import path

from forms.payments.staff import refused, views

app_name = "onlineforms_payments"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:pk>/", views.read, name="read"),
    path("refused/<uuid:pk>/again/", refused.again, name="again"),
    path("refused/<uuid:pk>/settle/", refused.dealt_with, name="settle"),
    path("refunds/<int:pk>/settle/", refused.due_dealt_with, name="settle_due"),
]
