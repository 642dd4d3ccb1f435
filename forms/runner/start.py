"""The first page of a form. It sets no cookie; pressing Start does."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.models import User
from core.services import due_on, working_days_in_words
from forms.compiler import build
from forms.models import FormVersion
from forms.models.draft import Channel
from forms.runner.drafts import start_draft
from forms.runner.events import note
from forms.runner.guard import gone_page
from forms.runner.journey import Journey
from forms.runner.owner import new_owner, read_owner, write_owner
from forms.runner.prefill import known_answers

if TYPE_CHECKING:
    from forms.models import FormPage

ASSISTED = (Channel.PHONE, Channel.FACE, Channel.PAPER)


@csrf_exempt  # It only makes an empty draft, and a token would put a cookie on a page that people just read.
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the form is about; a POST begins a draft."""
    version = FormVersion.objects.running().filter(form__slug=slug, locale=get_language()).first()
    if version is None:
        return _not_running(request, slug)
    staff = assisting(request) if version.schema.get("assisted", True) else None
    if request.method == "POST":
        return _begin(request, version, staff)
    return render(request, "forms/start.jinja", {**version_context(version), "staff": staff, "channels": ASSISTED})


def start_context(page: "FormPage") -> dict[str, Any]:
    """Return what the start page shows of a page: its running version, or its draft in a preview."""
    version = FormVersion.objects.running().filter(form=page.pk).first()
    return version_context(version) if version else {"schema": build(page).schema, "promise": None}


def version_context(version: FormVersion) -> dict[str, Any]:
    """Return the words of the start page."""
    promise = promise_context(version)
    return {
        "schema": version.schema,
        "promise": promise,
        "help": promise["contact"],
        "start_url": reverse("forms:start", args=[version.form_slug]),
    }


def promise_context(version: FormVersion) -> dict[str, Any]:
    """Return the promise of a version for a request that is sent today, in words and as a day."""
    promise = version.schema["promise"]
    days = promise["working_days"]
    return {**promise, "in_words": working_days_in_words(days), "due_on": due_on(days, timezone.localdate())}


def assisting(request: HttpRequest) -> User | None:
    """Return the member of staff who fills forms in for callers; never looks at anonymous visitors' cookies."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    user = request.user
    return user if isinstance(user, User) and user.has_perm("onlineforms.assist") else None


def _begin(request: HttpRequest, version: FormVersion, staff: User | None) -> HttpResponse:
    channel = str(request.POST.get("channel", Channel.WEB))
    if channel not in Channel.values or (channel != Channel.WEB and staff is None):
        raise PermissionDenied
    owner = read_owner(request) or new_owner()
    known = known_answers(request, version)
    draft = start_draft(version, owner, channel=channel, staff=staff if channel != Channel.WEB else None, known=known)
    note("started", draft)
    response = HttpResponseRedirect(Journey(draft).next_url)
    write_owner(response, owner)
    return response


def _not_running(request: HttpRequest, slug: str) -> HttpResponse:
    """Lead to the English form, or say that this form is closed, or that there is none."""
    english = FormVersion.objects.running().filter(form__slug=slug, locale=settings.LANGUAGE_CODE).exists()
    if english and get_language() != settings.LANGUAGE_CODE:
        url = translate_url(request.path, settings.LANGUAGE_CODE)
        return HttpResponseRedirect(f"{url}?not-in={get_language()}")
    closed = FormVersion.objects.published().filter(form_slug=slug).first()
    if closed is None:
        raise Http404
    return gone_page(request, closed, ran_out=False)
