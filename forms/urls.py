"""Addresses of the runner, under ``/forms/`` and, in other languages, ``/<language>/forms/``."""

from django.urls import path

from forms.runner import check, items, later, lookup, receipts, start, step

app_name = "forms"
urlpatterns = [
    path("my-request/", lookup.lookup, name="lookup"),
    path("done/<str:token>", receipts.done, name="done"),
    path("follow/<str:token>", receipts.follow, name="follow"),
    path("return/<str:token>", later.come_back, name="come-back"),
    path("d/<uuid:draft>/check", check.check, name="check"),
    path("d/<uuid:draft>/save", later.save, name="save"),
    path("d/<uuid:draft>/recover", later.recover, name="recover"),
    path("d/<uuid:draft>/<slug:slug>", step.step, name="step"),
    path("d/<uuid:draft>/<slug:slug>/<slug:item>", items.item, name="item"),
    path("d/<uuid:draft>/<slug:slug>/<slug:item>/remove", items.remove, name="remove"),
    path("<slug:slug>/start", start.start, name="start"),
]
