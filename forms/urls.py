"""Addresses of the runner, under ``/forms/`` and, in other languages, ``/<language>/forms/``."""

from django.urls import path

from forms.assisted import views as assisted
from forms.bookings import views as bookings
from forms.delivery.inbound import inbound
from forms.mine import views as mine
from forms.payments import views as payments
from forms.payments.contrib.fake import views as demonstration
from forms.runner import answer, check, items, later, lookup, receipts, start, step, updates, waiting

app_name = "forms"
urlpatterns = [
    path("inbound/<slug:key>/", inbound, name="inbound"),
    path("my-request/", lookup.lookup, name="lookup"),
    path("my-requests/", mine.mine, name="mine"),
    path("my-requests/code/<uuid:pk>/", mine.code, name="mine-code"),
    path("my-requests/list/", mine.listing, name="mine-list"),
    path("my-requests/leave/", mine.leave, name="mine-leave"),
    path("my-requests/<uuid:pk>/", mine.one, name="mine-one"),
    path("my-requests/<uuid:pk>/updates/", mine.updates, name="mine-updates"),
    path("done/<str:token>", receipts.done, name="done"),
    path("follow/<str:token>", receipts.follow, name="follow"),
    path("sheet/<str:token>", assisted.sheet, name="sheet"),
    path("read-out/<str:token>", assisted.read_out, name="read-out"),
    path("text-receipt/<str:token>", assisted.text, name="text-receipt"),
    path("answer/<str:token>", answer.answer, name="answer"),
    path("updates/<str:token>", updates.stop, name="stop-updates"),
    path("booking/<str:token>", bookings.booking, name="booking"),
    path("booking/<str:token>/move", bookings.move, name="move-booking"),
    path("booking/<str:token>/cancel", bookings.cancel, name="cancel-booking"),
    path("booking/<str:token>/calendar.ics", bookings.ics, name="ics"),
    path("return/<str:token>", later.come_back, name="come-back"),
    path("d/<uuid:draft>/check", check.check, name="check"),
    path("payments/<slug:key>/notice", payments.notice, name="payment-notice"),
    path("demonstration-payment/<uuid:payment>", demonstration.pay, name="demo-payment"),
    path("d/<uuid:draft>/pay", payments.pay, name="pay"),
    path("d/<uuid:draft>/paid", payments.paid, name="paid"),
    path("d/<uuid:draft>/save", later.save, name="save"),
    path("d/<uuid:draft>/recover", later.recover, name="recover"),
    path("d/<uuid:draft>/<slug:slug>", step.step, name="step"),
    path("d/<uuid:draft>/<slug:slug>/waiting-list", waiting.waiting_list, name="waiting-list"),
    path("d/<uuid:draft>/<slug:slug>/<slug:item>", items.item, name="item"),
    path("d/<uuid:draft>/<slug:slug>/<slug:item>/remove", items.remove, name="remove"),
    path("<slug:slug>/start", start.start, name="start"),
]
