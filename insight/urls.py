"""Addresses under ``feedback/``, in every language."""

from django.urls import path

from insight.widget import views

app_name = "insight"
urlpatterns = [
    path("", views.feedback, name="feedback"),
    path("comment/", views.comment, name="comment"),
    path("form/", views.form_end, name="form_end"),
    path("thanks/", views.thanks, name="thanks"),
]
