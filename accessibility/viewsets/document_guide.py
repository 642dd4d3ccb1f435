"""The guide in the admin: chapters to work through at one's own pace, and to print."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accessibility.documents.access import may_see_any
from accessibility.documents.advice import Program
from accessibility.documents.guide import Lesson, chapter, lessons_of, without_blanks
from core.services import member_of_staff

#: Where the session keeps what a person has done: program -> ids of lessons.
DONE = "document_checks.guide"


class GuideMixin(WagtailAdminTemplateMixin):
    """For everybody who works with documents; progress is kept in the session, so no account is judged by it."""

    header_icon = "help"
    page_title = gettext_lazy("Make your document accessible")
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who work with no document."""
        if not may_see_any(member_of_staff(request)):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def done(self, program: Program) -> set[str]:
        """Return the ids of the lessons that this person ticked."""
        return set(self.request.session.get(DONE, {}).get(program, []))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return Home > Document checks > the guide."""
        index = {"url": reverse("document_checks:index"), "label": _("Document checks")}
        return [*self.breadcrumbs_items, index, {"url": reverse("document_checks:guide"), "label": self.page_title}]


class GuideView(GuideMixin, TemplateView):
    """The chapters with how far one is in each."""

    template_name = "accessibility/admin/document_guide.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the chapters."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        rows = [(program, len(lessons_of(program)), self._ticked(program)) for program in Program]
        return context | {"chapters": rows}

    def _ticked(self, program: Program) -> int:
        """Return how many lessons of a chapter are ticked."""
        return len(self.done(program) & {lesson.id for lesson in lessons_of(program)})


class ChapterView(GuideMixin, TemplateView):
    """One chapter: tick what you have done, save, go on another day. ``?print`` gives the bare page."""

    @property
    def program(self) -> Program:
        """Return the program of the address."""
        try:
            return Program(self.kwargs["program"])
        except ValueError:
            raise Http404 from None

    def get_template_names(self) -> list[str]:
        """Return the page in the admin, or the one for paper."""
        page = "document_chapter_print" if "print" in self.request.GET else "document_chapter"
        return [f"accessibility/admin/{page}.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the lessons."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        program, done = self.program, self.done(self.program)
        sections = [
            (section, [_shown(row) | {"done": row.id in done} for row in section.lessons])
            for section in chapter(program)
        ]
        numbers = {"total": len(lessons_of(program)), "ticked": len(done)}
        return context | numbers | {"program": program, "sections": sections}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way to the guide and this chapter."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": str(self.program)}]

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Keep what is ticked, as far as the chapter has it."""
        known = {lesson.id for lesson in lessons_of(self.program)}
        ticked = sorted(known & set(request.POST.getlist("done")))
        request.session[DONE] = {**request.session.get(DONE, {}), self.program.value: ticked}
        return redirect(f"{reverse('document_checks:chapter', args=[self.program.value])}#progress")


def _shown(lesson: Lesson) -> dict[str, Any]:
    """Return a lesson in the language of the reader."""
    return {
        "id": lesson.id,
        "blocks": lesson.blocks,
        "steps": " ".join(_(part) for part in lesson.steps),
        "faults": [without_blanks(_(fault)) for fault in lesson.faults],
    }
