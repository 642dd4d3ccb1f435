"""The two screens: who deals with what, and the import that keeps it current."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Site

from core.services import member_of_staff
from services.colleagues.editing import ColleagueView
from services.colleagues.leavers import erased_on
from services.colleagues.plan import Plan, carry_out, plan_for
from services.colleagues.rights import CHANGE, VIEW, ColleagueScreen
from services.colleagues.table import COLUMNS, MOST_BYTES, read
from services.finding_entries import MOST_WORDS
from services.importing.letters import UnreadableError, text_of
from services.models import Colleague
from services.signposting.doors import Asked, doors_for, fitting
from services.signposting.matching import scores
from services.signposting.place import Place

SHOWN = 100


class SignpostView(ColleagueScreen):
    """Search by need and place: colleagues first, then the teams and partners that residents find too."""

    template_name = "services/admin/signpost.html"
    page_title = "Who deals with what"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add ``asked``, ``colleagues`` and ``doors``."""
        sent = self.request.GET
        words, place = (" ".join(sent.get(name, "").split())[:MOST_WORDS] for name in ("q", "place"))
        asked = Asked(words=words, place=Place.of(place))
        root = Site.objects.get(is_default_site=True).root_page
        doors = fitting(doors_for(root, root, None), asked)
        near = sorted(doors, key=lambda door: not asked.place.is_near(door.postcode, door.about_place))
        people = found_colleagues(asked)
        return super().get_context_data(
            asked=asked, colleagues=[(row, erased_on(row)) for row in people[:SHOWN]],
            more=max(len(people) - SHOWN, 0), doors=near[:SHOWN],
            may_change=self.request.user.has_perm(CHANGE), **kwargs,
        )  # fmt: skip


class ImportView(ColleagueScreen):
    """A file is looked at first: it says what would change. Only that is then stored."""

    template_name = "services/admin/colleague_import.html"
    page_title = "Bring the list of colleagues up to date"
    permission = CHANGE

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the names of the columns."""
        return super().get_context_data(columns=", ".join(COLUMNS), **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Say what would change, or store what was agreed to."""
        chosen = {name: bool(request.POST.get(name)) for name in ("everybody", "overwrite")}
        try:
            text = self._text(request)
            plan = plan_for(read(text), **chosen)
        except UnreadableError as error:
            return self._show(request, 422, fault=str(error), **chosen)
        agreed = request.POST.get("agreed", "")
        if agreed == plan.mark:
            carry_out(plan, member_of_staff(request))
            self._report(request, plan)
            return HttpResponseRedirect(reverse("services_signpost"))
        return self._show(request, 409 if agreed else 200, plan=plan, text=text, outdated=bool(agreed), **chosen)

    def _report(self, request: HttpRequest, plan: Plan) -> None:
        """Say what was stored, and what was not because somebody wrote it by hand."""
        messages.success(request, f"Stored: {len(plan.new) + len(plan.changed) + len(plan.leavers)} colleagues.")
        count = len({kept.row.reference for kept in plan.kept})
        if count:
            words = ngettext(
                "%(count)d colleague stays as somebody wrote it by hand, although the file says otherwise.",
                "%(count)d colleagues stay as somebody wrote them by hand, although the file says otherwise.",
                count,
            )
            messages.warning(request, words % {"count": count})

    def _text(self, request: HttpRequest) -> str:
        file = request.FILES.get("file")
        if file is None:
            if request.POST.get("text"):
                return str(request.POST["text"])
            raise UnreadableError("Choose a file.")
        if (file.size or 0) > MOST_BYTES:
            raise UnreadableError("The file is larger than 1 MB. Split it.")
        return text_of(file.read())

    def _show(self, request: HttpRequest, status: int, **context: Any) -> HttpResponse:
        return render(request, self.template_name, self.get_context_data(**context), status=status)


def found_colleagues(asked: Asked) -> list[Colleague]:
    """Return who fits the need, the best first and leavers last; those at the place before others."""
    rows = list(Colleague.objects.all())
    rates = scores(asked.words, [row.text for row in rows]) if asked.words else [1.0] * len(rows)
    fits = [(row, rate) for row, rate in zip(rows, rates, strict=True) if rate]
    here = asked.place.words.casefold()
    fits.sort(key=lambda pair: (pair[0].left_on is not None, here not in pair[0].place.casefold(), -pair[1]))
    return [row for row, _rate in fits]


class SignpostMenuItem(MenuItem):
    """Shown to who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the user holds the permission."""
        return bool(request.user.has_perm(VIEW))


def admin_urls() -> list[URLPattern]:
    """Give the screens their addresses."""
    return [
        path("signposting/", SignpostView.as_view(), name="services_signpost"),
        path("signposting/colleagues/add/", ColleagueView.as_view(), name="services_colleague_add"),
        path("signposting/colleagues/<int:colleague_id>/", ColleagueView.as_view(), name="services_colleague_change"),
        path("signposting/import/", ImportView.as_view(), name="services_colleague_import"),
    ]


def menu_item() -> MenuItem:
    """Lead there from the menu."""
    return SignpostMenuItem("Who deals with what", reverse("services_signpost"), icon_name="group", order=260)


hooks.register("register_admin_urls", admin_urls)
hooks.register("register_admin_menu_item", menu_item)
