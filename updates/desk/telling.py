"""The author says "tell people": one sentence on what has changed, to those who follow the page."""

import secrets
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.models import Page

from core.services import member_of_staff, record_event
from core.staff_screen import StaffScreen
from updates.desk.counts import in_words
from updates.models import Follow
from updates.pages import public_page
from updates.watching.pages import tell_people


class TellForm(forms.Form):
    """What has changed, in one sentence; ``stamp`` keeps a second press from telling it twice."""

    words = forms.CharField(
        label=gettext_lazy("What has changed?"),
        help_text=gettext_lazy("One plain sentence. It stands in the message, with a link to the page."),
        max_length=255,
    )
    stamp = forms.CharField(widget=forms.HiddenInput, max_length=40)


class TellView(StaffScreen, FormView[TellForm]):
    """For whoever may publish the page."""

    template_name = "updates/admin/tell.html"
    page_title = gettext_lazy("Tell people what has changed")
    header_icon = "mail"
    form_class = TellForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the page."""
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=kwargs["page_id"])

    def allowed(self) -> bool:
        """Let in whoever may publish the page."""
        return bool(self.page.permissions_for_user(self.request.user).can_publish())

    def get_initial(self) -> dict[str, Any]:
        """Make the stamp of this press."""
        return {"stamp": secrets.token_hex(8)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page, how many follow it, and whether residents can see it."""
        page = self.page
        count = followers_of(page)
        public = public_page(page.translation_key)
        return super().get_context_data(page=page, count=in_words(count) if count else "", public=public, **kwargs)

    def form_valid(self, form: TellForm) -> HttpResponse:
        """Keep it; the worker writes to everybody."""
        page, back = self.page, reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        if public_page(page.translation_key) is None:
            messages.error(self.request, _("Nobody was told: residents cannot see this page."))
            return HttpResponseRedirect(back)
        told = tell_people(page, form.cleaned_data["words"], page.locale.language_code, form.cleaned_data["stamp"])
        if told:
            record_event(verb="page.tell", obj=page, actor=member_of_staff(self.request))
        messages.success(self.request, _("The people who follow this page are told."))
        return HttpResponseRedirect(back)


def followers_of(page: Page) -> int:
    """Return how many people follow a page in any language."""
    return Follow.objects.filter(kind="page", key=str(page.translation_key)).count()
