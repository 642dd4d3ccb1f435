"""The page of the demonstration provider: it says plainly that no money moves."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from forms.models import DemoPayment
from forms.models.payment import PaymentState
from forms.payments.money import in_pounds
from forms.runner.guard import private

#: What each button does.
BUTTONS = {"pay": PaymentState.CAPTURABLE, "decline": PaymentState.FAILED, "cancel": PaymentState.CANCELLED}
OPEN = (PaymentState.CREATED, PaymentState.STARTED, PaymentState.SUBMITTED)


@csrf_exempt  # It stands for another website: no cookie of ours belongs there, and nothing of worth happens.
@private
@require_http_methods(["GET", "HEAD", "POST"])
def pay(request: HttpRequest, payment: UUID) -> HttpResponse:
    """Show the amount and three buttons; each leads back to the form."""
    row = DemoPayment.objects.filter(pk=payment).first() if settings.WAYMARK_DEMO_CONTENT else None
    if row is None:
        raise Http404
    button = request.POST.get("button", "")
    if request.method == "POST" and button in BUTTONS:
        DemoPayment.objects.filter(pk=row.pk, state__in=OPEN).update(state=BUTTONS[button])
        return HttpResponseRedirect(row.return_url)
    open_now = row.state in OPEN
    context = {"payment": row, "amount": in_pounds(row.amount), "open": open_now}
    return render(request, "forms/payments/demonstration.jinja", context)
