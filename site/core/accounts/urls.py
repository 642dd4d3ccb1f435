"""Addresses of the second factor, under ``/admin/second-factor/``."""

from django.urls import path

from core.accounts import views

urlpatterns = [
    path("", views.verify, name="second_factor"),
    path("set-up/", views.set_up, name="second_factor_set_up"),
    path("set-up/code.svg", views.qr_code, name="second_factor_qr_code"),
    path("recovery-codes/", views.new_recovery_codes, name="second_factor_recovery_codes"),
]
