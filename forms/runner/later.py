"""Save and come back later: a link by e-mail that works once, for 28 days, on any device."""

import secrets
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.services import keyed_hash, queue_message
from forms.models import Draft, ReturnLink
from forms.runner.guard import for_owner, gone_page, private
from forms.runner.journey import Journey
from forms.runner.keeping import store_content
from forms.runner.limits import allowed, too_many
from forms.runner.owner import new_owner, owner_hash, read_owner, write_owner

PURPOSE = "forms.return-link"


@for_owner
def save(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Ask where to send the link, and send it."""
    schema = journey.draft.version.schema
    context = {"journey": journey, "schema": schema, "help": schema["promise"]["contact"], "back_url": journey.next_url}
    if request.method != "POST":
        return render(request, "forms/save.jinja", {**context, "email": _email(journey.draft), "errors": []})
    email = request.POST.get("email", "").strip()
    try:
        validate_email(email)
    except ValidationError:
        errors = [{"text": _("Enter an email address, such as name@example.org."), "href": "#email"}]
        return render(request, "forms/save.jinja", {**context, "email": email, "errors": errors}, status=422)
    if not allowed(request, "forms.save", limit=10, seconds=600):
        return too_many(request, {"email": _("Your email address")})
    url = send_link(journey.draft, email)
    context |= {"email": email, "expires_at": journey.draft.expires_at}
    return render(request, "forms/saved.jinja", {**context, "try_url": url if journey.draft.version.is_test else ""})


@private
@require_POST
def recover(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Send a link to whoever lost the cookie, if the address is the one in the form. The answer is always the same."""
    if not allowed(request, "forms.recover", limit=5, seconds=600):
        return too_many(request, {"email": _("Your email address")})
    email = request.POST.get("email", "").strip()
    row = Draft.objects.filter(pk=draft, submitted_at=None, expires_at__gt=timezone.now()).first()
    if row and email and _email(row).casefold() == email.casefold():
        send_link(row, email)
    return render(request, "forms/recovered.jinja")


@private
@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, since mail scanners open links; the button uses the link up and moves the draft here."""
    token_hash = keyed_hash(token, purpose=PURPOSE)
    row = Draft.objects.select_related("version__form").filter(links__token_hash=token_hash, submitted_at=None).first()
    if row is None:
        return render(request, "forms/link_used.jinja", status=410)
    if row.expired or row.closed:
        return gone_page(request, row.version, ran_out=row.expired)
    if row.return_hash != token_hash:
        return _offer_another(request, row)
    if request.method != "POST":
        return render(request, "forms/come_back.jinja", {"schema": row.version.schema})
    owner = read_owner(request) or new_owner()  # another form that is open in this browser stays its owner's
    newest = Draft.objects.filter(pk=row.pk, return_hash=token_hash)
    if not newest.update(return_hash="", owner_hash=owner_hash(owner)):
        return _offer_another(request, row)
    response = HttpResponseRedirect(Journey.open(row).next_url)
    write_owner(response, owner)
    return response


def _offer_another(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Say that the link was used or a newer one sent; a POST sends one more to the address it went to."""
    address = str(draft.open_content().get("return_to", ""))
    if "renew" not in request.POST or not address:
        context = {"schema": draft.version.schema, "can_renew": bool(address)}
        return render(request, "forms/link_used.jinja", context, status=410)
    if not allowed(request, "forms.recover", limit=5, seconds=600):
        return too_many(request, {})
    send_link(draft, address)
    return render(request, "forms/recovered.jinja", {"renewed": True})


@transaction.atomic
def send_link(draft: Draft, email: str) -> str:
    """Queue the e-mail with a new link, and return the link; while an author tries a form no e-mail leaves."""
    url = new_return_url(draft, email)
    if draft.version.is_test:
        return url
    facts = {"url": url, "schema": draft.version.schema, "expires_at": draft.expires_at}
    queue_message(
        channel="mail",
        to=email,
        subject=_("Carry on with your form"),
        body=render_to_string("emails/forms/come_back.txt.jinja", facts),
        html=render_to_string("emails/forms/come_back.html.jinja", facts),
        idempotency_key=f"forms.return:{draft.return_hash}",
    )
    return url


def new_return_url(draft: Draft, email: str) -> str:
    """Return a new link, in the caller's transaction; an earlier one no longer opens the form, but asks for another."""
    token = secrets.token_urlsafe(32)
    row = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    row.return_hash = draft.return_hash = keyed_hash(token, purpose=PURPOSE)
    row.save(update_fields=["return_hash"])
    store_content(row, {**row.open_content(), "return_to": email})
    ReturnLink.objects.create(draft=row, token_hash=row.return_hash)
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('forms:come-back', args=[token])}"


def _email(draft: Draft) -> str:
    """Return the address that a draft holds as its owner's own, or an empty text."""
    question = draft.version.compiled.mapped("email")
    answer = draft.open_content()["answers"].get(question.key, "") if question else ""
    return str(answer)
