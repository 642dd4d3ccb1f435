"""The screens. Each looks at who asks: the tree's permissions for own services and pages, one right for the rest."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.models import Page

from core.services import write_csv
from core.staff_screen import StaffScreen
from insight.dashboards import access, cabinet, channels, forms, pages, searches, service, voices
from insight.dashboards.board import Section
from insight.dashboards.guide import running_forms

CABINET = "insight.view_satisfactiontarget"


class BoardView(StaffScreen, TemplateView):
    """A board: sections drawn by one template, on screen or as CSV."""

    template_name = "insight/admin/boards/board.html"
    header_icon = "history"
    permission = access.ALL

    def sections(self) -> Iterable[Section]:
        """Return what the board shows."""
        raise NotImplementedError

    def get_page_title(self) -> str:
        """Return what the board is, and of what."""
        return ": ".join(filter(None, [str(self.page_title), self.about()]))

    def about(self) -> str:
        """Return the name of the one thing that the board shows, if it shows one."""
        return ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the board, or send its tables."""
        if request.GET.get("export") == "csv":
            return download(self.sections())
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the sections."""
        return super().get_context_data(sections=list(self.sections()), **kwargs)


class ServicesView(BoardView):
    """The services that the user answers for."""

    page_title = gettext_lazy("My services")

    def allowed(self) -> bool:
        """Whoever may edit a service area, or see everything."""
        self.areas = access.my_services(self.request.user)
        return bool(self.areas)

    def sections(self) -> Iterable[Section]:
        """One line a service."""
        yield service.listed(self.areas)


class ServiceView(BoardView):
    """One service."""

    page_title = gettext_lazy("Service")

    def allowed(self) -> bool:
        """Only the service's own people, and those who see everything."""
        found = [area for area in access.my_services(self.request.user) if area.slug == self.kwargs["slug"]]
        self.area: Page | None = found[0] if found else None
        return self.area is not None

    def about(self) -> str:
        """Return the service's name."""
        return str(self.area.title) if self.area else ""

    def sections(self) -> Iterable[Section]:
        """Return the service's board."""
        return service.sections(self.area) if self.area else ()


class FormsView(BoardView):
    """All forms."""

    page_title = gettext_lazy("Forms: who finishes")

    def sections(self) -> Iterable[Section]:
        """One line a form."""
        yield forms.listed(running_forms())


class FormView(BoardView):
    """One version of one form, step by step: for its service's people too."""

    page_title = gettext_lazy("Form: step by step")

    def allowed(self) -> bool:
        """Whoever sees everything, or the service that the form belongs to."""
        if self.request.user.has_perm(access.ALL):
            return True
        slugs = {area.slug for area in access.my_services(self.request.user)}
        return any(form.slug == self.kwargs["slug"] and form.service in slugs for form in running_forms())

    def about(self) -> str:
        """Return the form's name."""
        slug, number = self.kwargs["slug"], self.kwargs["number"]
        found = (form.title for form in running_forms() if (form.slug, form.number) == (slug, number))
        return next(found, f"{slug} {number}")

    def sections(self) -> Iterable[Section]:
        """Return the funnel; a version that nobody knows and nobody started is not found."""
        found = forms.funnel_of(self.kwargs["slug"], self.kwargs["number"])
        if len(found.stages) == 1 and not found.started:
            raise Http404
        yield forms.steps(found)


class PagesView(BoardView):
    """An author's own pages."""

    page_title = gettext_lazy("My pages")

    def allowed(self) -> bool:
        """Whoever may edit a page."""
        self.pages = access.my_pages(self.request.user)
        return bool(self.pages)

    def sections(self) -> Iterable[Section]:
        """One line a page."""
        yield pages.rated(self.pages)


class ChannelsView(BoardView):
    """Channels, and what weighting does to the figure."""

    page_title = gettext_lazy("Channels")

    def sections(self) -> Iterable[Section]:
        """Return the three tables."""
        yield from channels.plain_and_weighted()
        yield channels.take_up()


class VoicesView(BoardView):
    """Who is heard, and who is not."""

    page_title = gettext_lazy("Who we hear")

    def sections(self) -> Iterable[Section]:
        """Return the weighted figure, the tags, then one table a dimension."""
        return voices.sections()


class SearchesView(BoardView):
    """Searches week by week."""

    page_title = gettext_lazy("Searches by week")

    def sections(self) -> Iterable[Section]:
        """Return the table."""
        yield searches.section()


class CabinetView(BoardView):
    """Targets, promises and evidence."""

    page_title = gettext_lazy("Targets and evidence")
    permission = CABINET

    def sections(self) -> Iterable[Section]:
        """Return the cabinet's board."""
        return cabinet.sections()


def download(sections: Iterable[Section]) -> HttpResponse:
    """Return all tables as one CSV, the name of the table in the first column."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="board.csv"'
    lines = [
        [section.heading, *row]
        for section in sections
        for row in ([*section.heads], *([line.label, *line.cells] for line in section.lines))
    ]
    write_csv(lines, response)  # type: ignore[arg-type] # written to like a text file
    return response
