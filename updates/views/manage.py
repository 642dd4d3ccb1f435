"""Change or stop: with the link that stands in every message."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.services import channel_works
from insight.services import public_form
from updates.addresses import LONGEST, address_hash, tidy
from updates.asking import send_manage_link
from updates.following import change
from updates.following import stop as stop_following
from updates.kinds import Topic, label_of, topics_for, valid
from updates.kinds.registry import named
from updates.links import manage_token, read_manage, read_stop, stop_token
from updates.models import Subscriber
from updates.views.reply import go, how_to_write, may_ask, too_often, trap_taken


@public_form
def manage(request: HttpRequest, token: str) -> HttpResponse:
    """Show what somebody follows, and store what they change."""
    key, too_old = read_manage(token)
    row = Subscriber.objects.filter(pk=key).exclude(confirmed_at=None).first() if key else None
    if row is None:
        return render(request, "updates/unknown.jinja", status=404)
    if too_old:
        return _too_old(request, row)
    if request.method != "POST":
        return _list(request, row, saved=bool(request.GET.get("saved")))
    chosen, frequency = valid(request.POST.getlist("t")), request.POST.get("often", row.frequency)
    if not chosen:
        fault = _("Choose at least one thing. To stop everything, use the button at the end of this page.")
        return _list(request, row, fault=fault)
    change(row, chosen, frequency if frequency in Subscriber.Frequency.values else row.frequency)
    return go(f"{reverse('updates:manage', args=[manage_token(row.pk)])}?saved=yes")


@public_form
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop with one press. A mail program may press for its reader (RFC 8058); a second press says the same."""
    held = read_stop(token)
    if held is None:
        return render(request, "updates/unknown.jinja", status=404)
    key, kind, topic = held
    label = label_of(kind, topic) if kind else ""
    if request.method != "POST":
        return render(request, "updates/stop.jinja", {"label": label, "all": stop_token(key), "one": token})
    stop_following(key, kind, topic)
    left = Subscriber.objects.filter(pk=key).exists()
    return render(request, "updates/stopped.jinja", {"label": label, "manage": manage_token(key) if left else ""})


@public_form
def lost(request: HttpRequest) -> HttpResponse:
    """Send the link again to an address that follows something; the answer is the same for every address."""
    typed = {name: request.POST.get(name, "")[:LONGEST] for name in ("channel", "mail", "sms")}
    if request.method != "POST":
        return _lost(request, {**typed, "channel": "mail"})
    channel = typed["channel"] if typed["channel"] in Subscriber.Channel.values else "mail"
    to = tidy(channel, typed[channel])
    if not to:
        return _lost(request, typed, {channel: how_to_write(channel)})
    if not may_ask(request):
        return _lost(request, typed, {channel: too_often()}, status=429)
    row = Subscriber.objects.filter(address_hash=address_hash(channel, to)).first()
    if row and not trap_taken(request):
        send_manage_link(row)
    return render(request, "updates/link_sent.jinja")


def _too_old(request: HttpRequest, row: Subscriber) -> HttpResponse:
    if request.method != "POST":
        return render(request, "updates/expired.jinja", status=410)
    send_manage_link(row)
    return render(request, "updates/link_sent.jinja")


def _list(request: HttpRequest, row: Subscriber, fault: str = "", *, saved: bool = False) -> HttpResponse:
    mine = named(row.follows.order_by("kind", "key").values_list("kind", "key"))
    known = {topic.value for topic in mine}
    more: list[Topic] = [topic for topic in topics_for(None) if topic.value not in known]
    context = {
        "topics": [*mine, *more],
        "chosen": sorted(known),
        "often": row.frequency,
        "choices": Subscriber.Frequency.choices,
        "fault": fault,
        "saved": saved,
        "stop": stop_token(row.pk),
    }
    return render(request, "updates/manage.jinja", context, status=422 if fault else 200)


def _lost(
    request: HttpRequest, typed: dict[str, str], faults: dict[str, str] | None = None, status: int = 422
) -> HttpResponse:
    context = {"typed": typed, "faults": faults or {}, "sms": channel_works("sms")}
    return render(request, "updates/lost.jinja", context, status=status if faults else 200)
