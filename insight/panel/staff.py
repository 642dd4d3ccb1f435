"""The staff's screen of one survey: who is missing, how many answered, and the three buttons in their order."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from insight.dashboards.board import Line, Section, per_cent, share
from insight.dashboards.views import BoardView
from insight.models import PanelSurvey
from insight.panel import preview
from insight.panel.dimensions import Dimension
from insight.panel.work import confirmed, invite, publish, tell


class SurveyView(BoardView):
    """Counts only: nobody sees who the members are."""

    template_name = "insight/admin/boards/panel.html"
    page_title = gettext_lazy("Panel survey")
    permission = "insight.change_panelsurvey"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the survey."""
        self.survey = get_object_or_404(PanelSurvey, pk=kwargs["survey_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Return its title."""
        return self.survey.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add which button may be pressed."""
        return super().get_context_data(survey=self.survey, may=self._may(), **kwargs)

    def post(self, request: HttpRequest, survey_id: int) -> HttpResponse:  # noqa: ARG002 - the name in the address
        """Do what the button says, where its turn has come."""
        wanted, survey = request.POST.get("do", ""), self.survey
        if self._may().get(wanted):
            if wanted == "invite":
                n = len(invite(survey).chosen)
                messages.success(request, _("%(n)s people are invited.") % {"n": n})
            elif wanted == "publish":
                publish(survey)
                messages.success(request, _("The results are published. Single answers are deleted."))
            else:
                n = tell(survey)
                messages.success(request, _("%(n)s people are told what came of it.") % {"n": n})
        return HttpResponseRedirect(request.get_full_path())

    def sections(self) -> Iterable[Section]:
        """Return the answers so far, and who is missing."""
        rows = self.survey.invitations
        asked, answered = rows.count(), rows.exclude(answered_at=None).count()
        part = share(answered, asked)
        sentence = _("%(answered)s of %(asked)s people who were invited have answered.")
        yield Section(
            _("Answers"), sentence % {"answered": answered, "asked": asked}, [_("Survey"), _("Invited"), _("Answered")],
            [Line(self.survey.title, [str(asked), f"{answered} ({per_cent(part)})"], part)], _("Answered, of 100"),
        )  # fmt: skip
        yield missing(self.survey)

    def _may(self) -> dict[str, bool]:
        survey = self.survey
        over = survey.closes_on < timezone.localdate()
        return {
            "invite": survey.invited_at is None and not over,
            "publish": survey.invited_at is not None and survey.published_on is None and over,
            "tell": survey.published_on is not None and survey.told_at is None and bool(survey.outcome.strip()),
        }


def missing(survey: PanelSurvey) -> Section:
    """Return the groups of which too few members can be invited: whom to win for the panel."""
    names = dict(Dimension.choices)
    lines = [
        Line(f"{names[short.dimension]}: {short.group}", [str(short.wanted), str(short.got)],
             share(short.got, short.wanted))
        for short in preview.missing(survey)
    ]  # fmt: skip
    members = confirmed(survey).count()
    words = ngettext(
        "Members: %(members)s. %(n)s group would have fewer invitations than would mirror the city.",
        "Members: %(members)s. %(n)s groups would have fewer invitations than would mirror the city.",
        len(lines),
    )
    heads = [_("Group"), _("Would mirror the city"), _("Can be invited")]
    return Section(_("Who is missing"), words % {"members": members, "n": len(lines)}, heads, lines,
                   _("Can be invited, of 100"))  # fmt: skip
