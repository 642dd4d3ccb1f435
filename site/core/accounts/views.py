"""The second step of signing in: set the app up once, then a code at each sign-in."""

import io
from typing import cast

import qrcode
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_otp import login as otp_login
from django_otp.plugins.otp_totp.models import TOTPDevice
from qrcode.image.svg import SvgPathFillImage

from core.accounts import devices
from core.accounts.forms import AnyCodeForm, AppCodeForm
from core.accounts.lockout import too_many, wait_seconds
from core.accounts.middleware import is_verified
from core.audit import record_event
from core.models import User
from core.throttle import take_token

#: Tries for one account in the time that a lock holds; django-otp slows each device down as well.
TRIES = 10


def _next(request: HttpRequest) -> str:
    """Return where to go afterwards: an address of this site, else the dashboard."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    hosts = {request.get_host()}
    if url_has_allowed_host_and_scheme(address, allowed_hosts=hosts, require_https=request.is_secure()):
        return address
    return reverse("wagtailadmin_home")


def _may_try(user: User) -> bool:
    return take_token("second-factor", str(user.pk), limit=TRIES, seconds=wait_seconds())


def _sign_in(request: HttpRequest, device: TOTPDevice) -> None:
    """Mark the session as verified under a new id, so that an id seen before is worth nothing."""
    otp_login(request, device)
    request.session.cycle_key()


@login_required
def verify(request: HttpRequest) -> HttpResponse:
    """Ask for a code; lead to the set-up who has no app yet."""
    user = cast(User, request.user)
    device = devices.confirmed_device(user)
    if device is None:
        return HttpResponseRedirect(reverse("second_factor_set_up"))
    form = AnyCodeForm(request.POST or None)
    if form.is_valid():
        if not _may_try(user):
            record_event(verb="second factor", obj=user, actor=user, outcome="locked")
            return too_many(request)
        code = form.cleaned_data["code"]
        if devices.verify_app(device, code) or devices.use_recovery_code(user, code):
            _sign_in(request, device)
            return redirect(_next(request))
        record_event(verb="second factor", obj=user, actor=user, outcome="refused")
        form.add_error("code", _("That code is not right, or was used before. Wait for the next code and try again."))
    context = {"form": form, "next": _next(request)}
    return render(request, "core/admin/second_factor.html", context, status=422 if form.errors else 200)


@login_required
def set_up(request: HttpRequest) -> HttpResponse:
    """Show the secret of a new app and confirm it by a first code; then show the recovery codes once."""
    user = cast(User, request.user)
    if devices.confirmed_device(user) is not None:
        # Whoever knows only the password must not be able to put another app in place.
        return HttpResponseRedirect(reverse("second_factor"))
    device = devices.pending_device(user)
    form = AppCodeForm(request.POST or None)
    if form.is_valid():
        if not _may_try(user):
            return too_many(request)
        if devices.verify_app(device, form.cleaned_data["code"]):
            TOTPDevice.objects.filter(pk=device.pk).update(confirmed=True)
            _sign_in(request, device)
            record_event(verb="second factor set up", obj=user, actor=user)
            return _show_recovery_codes(request, user)
        form.add_error(
            "code", _("That code is not right. Check the time on your phone, wait for the next code and try again.")
        )
    context = {"form": form, "secret": devices.secret_text(device)}
    return render(request, "core/admin/second_factor_set_up.html", context, status=422 if form.errors else 200)


def _show_recovery_codes(request: HttpRequest, user: User) -> HttpResponse:
    return render(request, "core/admin/recovery_codes.html", {"codes": devices.make_recovery_codes(user)})


@login_required
@require_POST
def new_recovery_codes(request: HttpRequest) -> HttpResponse:
    """Replace all recovery codes; only for a session that the second factor has verified."""
    user = cast(User, request.user)
    if not is_verified(request):
        return HttpResponseRedirect(reverse("second_factor"))
    record_event(verb="recovery codes replaced", obj=user, actor=user)
    return _show_recovery_codes(request, user)


@login_required
@require_safe
def qr_code(request: HttpRequest) -> HttpResponse:
    """Draw the secret that is being set up as SVG; an app that is already set up is never drawn again."""
    user = cast(User, request.user)
    if devices.confirmed_device(user) is not None:
        raise Http404
    image = qrcode.make(devices.pending_device(user).config_url, image_factory=SvgPathFillImage)
    output = io.BytesIO()
    image.save(output)
    return HttpResponse(output.getvalue(), content_type="image/svg+xml")
