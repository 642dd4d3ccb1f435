"""Pay for a form: the page before and after, and the way back from the provider."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from forms.bookings.seats import SlotGoneError, hold_again
from forms.delivery.receipt import receipt_url
from forms.delivery.submit import IncompleteError
from forms.engine import on_path
from forms.models import Payment, PaymentAccount
from forms.models.payment import OVER
from forms.payments.base import NoticeRefusedError, ProviderDownError, ProviderError
from forms.payments.flow import arrive, begin
from forms.payments.ledger import last_payment
from forms.payments.money import Due, NoAmountError, due_for, in_pounds
from forms.payments.registry import reach
from forms.runner.guard import for_owner
from forms.runner.journey import Journey

#: A notice is a few hundred bytes; nothing longer is read.
LONGEST_NOTICE = 64_000


@for_owner
def pay(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Say what is due and lead to the provider; a POST begins a payment, or goes on with the one that is open."""
    if journey.waiting:
        return HttpResponseRedirect(journey.next_url)
    return pay_first(request, journey)


def pay_first(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Lead to the payment of what is due; to the check page where nothing is."""
    try:
        due = due_for(journey.draft)
    except NoAmountError:
        return _page(request, journey, None, "no-amount", 409)
    if due is None:
        return HttpResponseRedirect(journey.check_url)
    return _ask_for(request, journey, due) if request.method == "POST" else _show(request, journey, due)


def _ask_for(request: HttpRequest, journey: Journey, due: Due) -> HttpResponse:
    """Begin a payment and show the way to the provider, or say that it does not answer."""
    hold_again(journey.draft, journey.schema, on_path(journey.schema, journey.answers))
    try:
        payment = begin(journey.draft, due)
    except ProviderDownError:
        return _page(request, journey, due, "down", 503)
    return HttpResponseRedirect(paid_url(journey) if payment.is_paid else pay_url(journey))


@for_owner
def paid(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Come back from the provider. Not the way back but the provider says whether it is paid."""
    payment = last_payment(journey.draft)
    if payment is None:
        return HttpResponseRedirect(journey.check_url)
    try:
        submission = arrive(payment)
    except ProviderError:
        return _page(request, journey, None, "unknown", 503)
    except IncompleteError:
        return HttpResponseRedirect(Journey.open(journey.draft).next_url)
    except SlotGoneError as gone:
        return HttpResponseRedirect(journey.url_of(gone.key))
    if submission is None:
        return HttpResponseRedirect(f"{pay_url(journey)}?back=1")
    return HttpResponseRedirect(receipt_url(submission))


@csrf_exempt  # The signature proves who sends it; there is no cookie.
@require_POST
def notice(request: HttpRequest, key: str) -> HttpResponse:
    """Take a provider's signed notice that something changed, and ask it what. 503 asks it to send the notice again."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST_NOTICE:
        return JsonResponse({"error": "too-long"}, status=413)
    row = PaymentAccount.objects.filter(key=key).first()
    if row is None:
        return JsonResponse({"error": "unknown-account"}, status=404)
    try:
        provider, account = reach(row)
        headers = {name.lower(): value for name, value in request.headers.items()}
        reference = provider.read_notice(headers, request.body, account)
        payment = Payment.objects.filter(account=row, provider_ref=reference).first()
        if payment:
            arrive(payment)
    except NoticeRefusedError as refused:
        return JsonResponse({"error": refused.code}, status=refused.status)
    except ProviderError as error:
        return JsonResponse({"error": error.code}, status=503)
    except (IncompleteError, SlotGoneError):
        return JsonResponse({"known": True})  # The money goes back; the page and the sweep tell its owner.
    return JsonResponse({"known": payment is not None})


def pay_url(journey: Journey) -> str:
    """Return the address of the payment page."""
    return reverse("forms:pay", args=[journey.draft.pk])


def paid_url(journey: Journey) -> str:
    """Return where the provider sends people back to."""
    return reverse("forms:paid", args=[journey.draft.pk])


def _show(request: HttpRequest, journey: Journey, due: Due) -> HttpResponse:
    payment = last_payment(journey.draft)
    if payment and payment.is_paid:
        return HttpResponseRedirect(paid_url(journey))
    if payment is None:
        return _page(request, journey, due, "ready")
    if payment.state in OVER:
        return _page(request, journey, due, "given-back" if payment.given_back_at else "not-paid", payment=payment)
    same = payment.amount == due.amount and payment.account.key == due.account and payment.next_url
    state = "unfinished" if "back" in request.GET else "go"
    return _page(request, journey, due, state if same else "ready", payment=payment)


def _page(
    request: HttpRequest,
    journey: Journey,
    due: Due | None,
    state: str,
    status: int = 200,
    *,
    payment: Payment | None = None,
) -> HttpResponse:
    schema = journey.draft.version.schema
    context: dict[str, Any] = {
        "journey": journey,
        "schema": schema,
        "help": schema["promise"]["contact"],
        "back_url": journey.check_url,
        "state": state,
        "amount": in_pounds(due.amount) if due else "",
        "what": due.description if due else "",
        "payment": payment,
        "pay_url": pay_url(journey),
        "paid_url": paid_url(journey),
    }
    return render(request, "forms/payments/pay.jinja", context, status=status)
