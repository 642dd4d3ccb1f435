"""Wait for a time that is full: we write when a seat is free, and keep it for a day."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from forms.bookings.free import full_slots
from forms.bookings.waiting import join
from forms.engine import Question
from forms.models import Resource, Slot
from forms.runner.guard import for_owner
from forms.runner.journey import Journey
from forms.runner.limits import allowed, too_many
from forms.runner.words import slot_in_words

#: So many full times are offered to wait for, the soonest first.
SHOWN = 30


@for_owner
def waiting_list(request: HttpRequest, journey: Journey, slug: str) -> HttpResponse:
    """Ask for which times and where to write; nothing is promised."""
    step = journey.find(slug)
    question = next((one for one in step.asked if one.kind == "slot"), None) if step else None
    resource = Resource.objects.filter(key=question.limits["resource"], waiting_list=True).first() if question else None
    if question is None or resource is None:
        raise Http404
    slots = list(full_slots(resource)[:SHOWN])
    if request.method != "POST":
        return _page(request, journey, slug, slots, {})
    if not allowed(request, "forms.waiting", limit=10, seconds=600):
        return too_many(request, {"email": _("Your email address")})
    return _take(request, journey, slug, question, slots)


def _take(request: HttpRequest, journey: Journey, slug: str, question: Question, slots: list[Slot]) -> HttpResponse:
    wanted = request.POST.getlist("times")
    chosen, email = [slot for slot in slots if str(slot.interval) in wanted], request.POST.get("email", "").strip()
    wrong = {}
    if not chosen:
        wrong["times"] = _("Pick a time.")
    try:
        validate_email(email)
    except ValidationError:
        wrong["email"] = _("Enter an email address, such as name@example.org.")
    if wrong:
        return _page(request, journey, slug, slots, wrong)
    join(journey.draft, question.key, chosen, email)
    context = {"schema": journey.draft.version.schema, "email": email, "back_url": journey.url(slug)}
    return render(request, "forms/bookings/waits.jinja", context)


def _page(request: HttpRequest, journey: Journey, slug: str, slots: list[Slot], wrong: dict[str, str]) -> HttpResponse:
    if not slots:
        return HttpResponseRedirect(journey.url(slug))
    context = {
        "journey": journey,
        "schema": journey.draft.version.schema,
        "back_url": journey.url(slug),
        "items": [{"value": str(slot.interval), "text": slot_in_words(slot.interval)} for slot in slots],
        "chosen": request.POST.getlist("times"),
        "email": request.POST.get("email", ""),
        "wrong": wrong,
        "errors": [{"text": text, "href": f"#{name}"} for name, text in wrong.items()],
    }
    return render(request, "forms/bookings/wait.jinja", context, status=422 if wrong else 200)
