"""The screen of one newsletter: what keeps it from being sent, the three buttons, and how far it came."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.widgets import AdminDateTimeInput

from core.models import User
from core.services import InvalidMessageError, member_of_staff, record_event
from core.staff_screen import StaffScreen
from updates import newsletters as work
from updates.desk.adding import CHANGE
from updates.desk.counts import in_words
from updates.models import Newsletter
from updates.wording import coverage

SEND = "updates.send_newsletter"


class WhenForm(forms.Form):
    """When to send it."""

    at = forms.DateTimeField(label=gettext_lazy("Day and time"), widget=AdminDateTimeInput)

    def clean_at(self) -> Any:
        """Refuse a time that is over."""
        if self.cleaned_data["at"] <= timezone.now():
            raise forms.ValidationError(_("This time has passed. Choose a later one, or send it now."))
        return self.cleaned_data["at"]


class SendView(StaffScreen, TemplateView):
    """For whoever may send newsletters. Every button is asked again when it is pressed."""

    template_name = "updates/admin/send.html"
    page_title = gettext_lazy("Send the newsletter")
    header_icon = "mail"
    permission = SEND

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the newsletter, and the language in which it is looked at."""
        super().setup(request, *args, **kwargs)
        self.newsletter = get_object_or_404(Newsletter, pk=kwargs["newsletter_id"])
        self.languages = coverage(self.newsletter)
        asked = request.GET.get("language", "")
        self.language = asked if asked in {each.code for each in self.languages} else self.newsletter.language

    def get_page_subtitle(self) -> str:
        """Return its subject."""
        return str(self.newsletter.subject)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add its faults while it can be changed, its counts once it cannot, its languages, and it to look at."""
        row = self.newsletter
        draft = row.state in (Newsletter.State.DRAFT, Newsletter.State.SCHEDULED)
        values = {
            "newsletter": row,
            "faults": work.faults_of(row) if draft else [],
            "counts": work.counts_of(row),
            "languages": [(each, in_words(each.readers)) for each in self.languages],
            "language": self.language,
            "specimen": work.specimen(row, self.language),
            "may_add": row.may_change and self.request.user.has_perm(CHANGE),
            "when": kwargs.pop("when", None) or WhenForm(),
        }
        return super().get_context_data(**values, **kwargs)

    def post(self, request: HttpRequest, newsletter_id: Any) -> HttpResponse:  # noqa: ARG002 - the name in the address
        """Do what the button says, where its turn has come."""
        wanted, row, staff = request.POST.get("do", ""), self.newsletter, member_of_staff(request)
        faults = work.faults_of(row)
        if wanted == "test" and not staff.email:
            return self.render_to_response(self.get_context_data(no_address=True), status=422)
        if wanted == "test":
            self._test(staff)
        elif wanted == "draft":
            work.back_to_draft(row)
        elif wanted in ("now", "later") and faults:
            messages.error(request, _("Not sent: mend what is listed first."))
        elif wanted == "later":
            when = WhenForm(request.POST)
            if not when.is_valid():
                return self.render_to_response(self.get_context_data(when=when), status=422)
            work.schedule(row, when.cleaned_data["at"], staff)
        elif wanted == "now" and work.begin(row):
            record_event(verb="newsletter.send", obj=row, actor=staff)
            messages.success(request, _("It is being sent. This page says how far it is."))
        return HttpResponseRedirect(request.get_full_path())

    def _test(self, staff: User) -> None:
        """Send a test, or say that what is listed keeps it from leaving, such as an address in its subject."""
        try:
            work.send_specimen(self.newsletter, staff, self.language)
        except InvalidMessageError:
            messages.error(self.request, _("Not sent: mend what is listed first."))
        else:
            messages.success(self.request, _("A test is on its way to your own address."))
