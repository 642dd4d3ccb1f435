"""Addresses under ``updates/``, in every language."""

from django.urls import path

from updates.views import choose, confirm, manage

app_name = "updates"
urlpatterns = [
    path("", choose.topics, name="topics"),
    path("how-often/", choose.how_often, name="how_often"),
    path("where/", choose.address, name="address"),
    path("sent/<slug:channel>/", choose.sent, name="sent"),
    path("confirm/<str:token>/", confirm.confirm, name="confirm"),
    path("yours/<str:token>/", manage.manage, name="manage"),
    path("stop/<str:token>/", manage.stop, name="stop"),
    path("link/", manage.lost, name="lost"),
]
