"""The screen of one colleague: add, change, mark as left."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from core.services import member_of_staff, record_event
from services.colleagues.form import ColleagueForm
from services.colleagues.rights import CHANGE, ColleagueScreen
from services.models import Colleague


class ColleagueView(ColleagueScreen):
    """The form, empty or of a colleague. What is wrong is said beside the field, and nothing typed is lost."""

    template_name = "services/admin/colleague.html"
    permission = CHANGE
    row: Colleague | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the colleague that the address names."""
        if "colleague_id" in kwargs and request.user.has_perm(CHANGE):
            self.row = get_object_or_404(Colleague, pk=kwargs["colleague_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """Say which of the two it is."""
        return _("Change a colleague") if self.row else _("Add a colleague")

    def get_page_subtitle(self) -> str:
        """Return the name that is stored."""
        return self.row.name if self.row else ""

    def above(self) -> list[dict[str, Any]]:
        """Lead back to the list."""
        return [{"url": reverse("services_signpost"), "label": gettext_lazy("Who deals with what")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form, and the way back."""
        kwargs.setdefault("form", ColleagueForm(instance=self.row))
        return super().get_context_data(row=self.row, back=reverse("services_signpost"), **kwargs)

    def post(self, request: HttpRequest, **_address: Any) -> HttpResponse:
        """Store it, or say what is wrong."""
        form = ColleagueForm(request.POST, instance=self.row)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        added, left = self.row is None, form.before["left_on"]
        row = form.save()
        verb = "colleague.add" if added else "colleague.change"
        if row.left_on != left:
            verb = "colleague.left" if row.left_on else "colleague.return"
        record_event(verb=verb, obj=row, actor=member_of_staff(request))
        messages.success(request, _("The colleague is stored."))
        return HttpResponseRedirect(reverse("services_signpost"))
