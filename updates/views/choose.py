"""Three pages, one thing each: what about, how often, where to. Only the last one takes anything personal."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.services import channel_works
from insight.services import public_form
from updates.addresses import LONGEST, tidy
from updates.asking import ask
from updates.kinds import Topic, topics_for, valid
from updates.models import Subscriber
from updates.pages import key_of, public_page
from updates.views.reply import go, how_to_write, may_ask, too_often, trap_taken


@public_form
def topics(request: HttpRequest) -> HttpResponse:
    """Ask what to hear about; ``about`` names the page that somebody comes from, ``t`` what they chose before."""
    page = public_page(key_of(request.GET.get("about", "")))
    before = valid(request.GET.getlist("t"))
    offered = list(dict.fromkeys([*topics_for(page), *before]))
    if request.method != "POST":
        chosen = [topic.value for topic in before or (offered[:1] if page else [])]
        return _topics(request, offered, chosen)
    chosen = [topic.value for topic in valid(request.POST.getlist("t"))]
    if not chosen:
        return _topics(request, offered, [], _("Choose at least one thing to hear about."))
    return go(f"{reverse('updates:how_often')}?{urlencode({'t': chosen}, doseq=True)}")


@public_form
def how_often(request: HttpRequest) -> HttpResponse:
    """Ask how often to write."""
    chosen = valid(request.GET.getlist("t"))
    if not chosen:
        return go(reverse("updates:topics"))
    if request.method != "POST":
        return _often(request, chosen)
    frequency = request.POST.get("often", "")
    if frequency not in Subscriber.Frequency.values:
        return _often(request, chosen, _("Choose how often we may write to you."))
    query = {"t": [topic.value for topic in chosen], "often": frequency}
    return go(f"{reverse('updates:address')}?{urlencode(query, doseq=True)}")


@public_form
def address(request: HttpRequest) -> HttpResponse:
    """Ask where to write, and send the link that confirms it. The answer is the same for every address."""
    chosen, frequency = valid(request.GET.getlist("t")), request.GET.get("often", "")
    if not chosen or frequency not in Subscriber.Frequency.values:
        return go(reverse("updates:topics"))
    typed = {name: request.POST.get(name, "")[:LONGEST] for name in ("channel", "mail", "sms")}
    if request.method != "POST":
        return _address(request, chosen, {**typed, "channel": "mail"})
    channel = typed["channel"] if typed["channel"] in Subscriber.Channel.values else "mail"
    to = tidy(channel, typed[channel])
    if not channel_works(channel):
        return _address(request, chosen, typed, {"channel": _no_sms()})
    if not to:
        return _address(request, chosen, typed, {channel: how_to_write(channel)})
    if not may_ask(request):
        return _address(request, chosen, typed, {channel: too_often()}, status=429)
    if not trap_taken(request):
        ask(channel, to, chosen, frequency, get_language() or "en")
    return go(reverse("updates:sent", args=[channel]))


@public_form
def sent(request: HttpRequest, channel: str) -> HttpResponse:
    """Say where to look, whatever happened."""
    return render(request, "updates/sent.jinja", {"channel": channel})


def _topics(request: HttpRequest, offered: list[Topic], chosen: list[str], fault: str = "") -> HttpResponse:
    context = {"topics": offered, "chosen": chosen, "fault": fault}
    return render(request, "updates/topics.jinja", context, status=422 if fault else 200)


def _often(request: HttpRequest, chosen: list[Topic], fault: str = "") -> HttpResponse:
    context = {"topics": chosen, "choices": Subscriber.Frequency.choices, "fault": fault}
    return render(request, "updates/often.jinja", context, status=422 if fault else 200)


def _address(
    request: HttpRequest,
    chosen: list[Topic],
    typed: dict[str, str],
    faults: dict[str, str] | None = None,
    status: int = 422,
) -> HttpResponse:
    context: dict[str, Any] = {"topics": chosen, "typed": typed, "faults": faults or {}, "sms": channel_works("sms")}
    return render(request, "updates/address.jinja", context, status=status if faults else 200)


def _no_sms() -> str:
    return _("We cannot send text messages at the moment. Choose email instead.")
