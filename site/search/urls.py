"""Addresses of the search, in each language."""

from django.urls import path

from search import views

urlpatterns = [
    path("", views.search, name="search"),
    path("suggest/", views.suggest, name="search_suggest"),
    path("a-to-z/", views.a_to_z, name="search_a_to_z"),
    path("tell/", views.tell, name="search_tell"),
]
