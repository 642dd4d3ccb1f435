"""Payments as staff see them: amounts, references and states; nobody's name, no answers."""

from decimal import Decimal
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from core.services import member_of_staff
from forms.delivery.references import tidy_reference
from forms.inbox.access import permitted
from forms.models import Payment
from forms.models.payment import refused_actions
from forms.models.refund_due import open_dues
from forms.payments.actions import MovedOnError, TooMuchError, refund
from forms.payments.base import ProviderError
from forms.payments.dues import decisions
from forms.payments.flow import ask
from forms.payments.money import in_pounds
from forms.payments.refusals import refusals
from forms.payments.staff.access import REFUND, VIEW

PAGE = 25


class RefundForm(forms.Form):
    """How much goes back; ``before`` is what had gone back when the page was drawn."""

    amount = forms.DecimalField(label=gettext_lazy("Amount in pounds"), min_value=Decimal("0.01"), decimal_places=2)
    before = forms.IntegerField(widget=forms.HiddenInput)


@permitted(VIEW)
def index(request: HttpRequest) -> HttpResponse:
    """List payments, newest first; a request's reference or a payment's finds them, ``look`` what needs somebody."""
    wanted = tidy_reference(request.GET.get("q", ""))
    rows, refused = Payment.objects.select_related("account", "submission"), needing_somebody()
    if "look" in request.GET:
        rows = rows.filter(refused)
    if wanted:
        rows = rows.filter(reference=wanted) | rows.filter(submission__reference=wanted)
    page = Paginator(rows, PAGE).get_page(request.GET.get("p"))
    for row in page:
        row.pounds = in_pounds(row.amount)  # type: ignore[attr-defined] # for the template only
    context = {
        "page_obj": page,
        "query": request.GET.get("q", ""),
        "look": "look" in request.GET,
        "refused": Payment.objects.filter(refused).count(),
    }
    return render(request, "forms/admin/payments/index.html", context)


def needing_somebody() -> Q:
    """Return what finds payments with a refusal, or with a refund to decide on, that nobody has dealt with."""
    return Q(pk__in=refused_actions().values("payment")) | Q(pk__in=open_dues().values("payment"))


@permitted(VIEW)
def read(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Show one payment; a POST by those who may gives money back."""
    payment = get_object_or_404(Payment.objects.select_related("account", "submission"), pk=pk)
    if request.method == "POST":
        return _refund(request, payment)
    if "ask" in request.GET:
        payment = _asked(request, payment)
    return _show(request, payment, RefundForm(initial={"before": payment.refunded}))


@permitted(REFUND)
def _refund(request: HttpRequest, payment: Payment) -> HttpResponse:
    form = RefundForm(request.POST)
    if not form.is_valid():
        return _show(request, payment, form, 422)
    payment.refunded = form.cleaned_data["before"]
    try:
        refund(payment, int(form.cleaned_data["amount"] * 100), member_of_staff(request))
    except MovedOnError:
        payment.refresh_from_db()
        form.add_error(None, _("Money was given back since you opened this page. Look at it again."))
        return _show(request, payment, form, 409)
    except TooMuchError:
        form.add_error("amount", _("That is more than is left of this payment."))
        return _show(request, payment, form, 422)
    messages.success(request, _("The money goes back. It can take some days until it arrives."))
    return HttpResponseRedirect(reverse("onlineforms_payments:read", args=[payment.pk]))


def _asked(request: HttpRequest, payment: Payment) -> Payment:
    """Ask the provider how it stands, and say so when it does not answer."""
    try:
        return ask(payment)
    except ProviderError as error:
        messages.error(request, _("The provider does not answer. It said: %(code)s.") % {"code": error.code})
        return payment


def _show(request: HttpRequest, payment: Payment, form: RefundForm, status: int = 200) -> HttpResponse:
    context = {
        "payment": payment,
        "amount": in_pounds(payment.amount),
        "refunded": in_pounds(payment.refunded) if payment.refunded else "",
        "left": in_pounds(payment.refundable),
        "form": form if payment.refundable and request.user.has_perm(REFUND) else None,
        "actions": payment.actions.order_by("created_at"),
        "refusals": refusals(refused_actions().filter(payment=payment)),
        "dues": decisions(open_dues().filter(payment=payment).select_related("payment")),
        "deals": request.user.has_perm(REFUND),
        "reads": request.user.has_perm("onlineforms.view_submission"),
    }
    return render(request, "forms/admin/payments/read.html", context, status=status)
