"""Try a form: what still keeps it from being published, and a walk through the draft in any of its languages."""

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.admin import messages

from core.models import User
from core.services import member_of_staff
from forms.compiler import page_findings
from forms.models import FormPage
from forms.runner.drafts import start_draft
from forms.runner.journey import Journey
from forms.runner.owner import new_owner, read_owner, write_owner
from forms.trying.access import for_author
from forms.trying.runnable import test_version


@for_author
def walk(request: HttpRequest, page: FormPage) -> HttpResponseBase:
    """Show the languages and the faults; a POST starts a walk."""
    pages = {each.locale.language_code: each for each in page.get_translations(inclusive=True).select_related("locale")}
    chosen = pages.get(str(request.POST.get("locale", "")))
    if request.method == "POST" and chosen:
        return _start(request, chosen.get_latest_revision_as_object(), member_of_staff(request))
    context = {
        "page": page,
        "findings": page_findings(page),
        "languages": [(code, each.locale.get_display_name()) for code, each in pages.items()],
        "current": page.locale.language_code,
    }
    return render(request, "forms/admin/walk.html", context)


def _start(request: HttpRequest, page: FormPage, tester: User) -> HttpResponseBase:
    """Begin a draft in this browser; a form without a step has nothing to walk through."""
    if not len(page.steps):
        messages.error(request, _("This form has no steps yet. Add one and save."))
        return HttpResponseRedirect(request.path)
    version = test_version(page, tester)
    owner = read_owner(request) or new_owner()
    draft = start_draft(version, owner)
    response = HttpResponseRedirect(Journey.open(draft).next_url)
    write_owner(response, owner)
    return response
