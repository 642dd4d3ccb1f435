"""One press makes a draft page of a Word file, after a look at what it would hold and what stays behind."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from accessibility.documents.leftovers import arrivals
from accessibility.documents.publication import Carried, carry, make_page, may_add_pictures, page_maker
from accessibility.documents.verdicts import document_verdict
from accessibility.viewsets.document_report import OneDocument, may_become_page
from core.services import member_of_staff

#: Nobody finds a page in a longer list.
MOST_PARENTS = 500


class PlaceField(forms.ModelChoiceField[Page]):
    """Pages to choose from, each with its place in the tree before it: works without JavaScript."""

    def label_from_instance(self, page: Page) -> str:
        """Return the title, drawn in by its depth."""
        return f"{'– ' * (page.depth - 2)}{page.title}"


class WebPageForm(forms.Form):
    """What the page is called and where it stands."""

    title = forms.CharField(label=gettext_lazy("Title of the page"), max_length=255)
    parent = PlaceField(
        label=gettext_lazy("Where it stands"),
        queryset=Page.objects.none(),
        empty_label=None,
        widget=forms.Select(attrs={"class": "w-w-full"}),
        help_text=gettext_lazy("The page becomes one below this. You can move it later."),
    )

    def __init__(self, *args: Any, places: QuerySet[Page], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = places  # type: ignore[attr-defined] # it is a PlaceField


class WebPageView(OneDocument, FormView[WebPageForm]):
    """Shows what would be carried over, and makes the draft."""

    template_name = "accessibility/admin/document_page.html"
    form_class = WebPageForm
    here = gettext_lazy("Publish as a web page instead")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find only Word files (404), and refuse those who may add no page anywhere."""
        document = self.document
        if not may_become_page(document, document_verdict(document).audit):
            raise Http404
        if not self.places.exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def carried(self) -> Carried:
        """What the file would become for this person."""
        return carry(self.document, with_pictures=may_add_pictures(member_of_staff(self.request)))

    @cached_property
    def places(self) -> QuerySet[Page]:
        """The pages under which this person may add one, in the order of the tree."""
        maker = page_maker()
        types = maker.parents() if maker else ()
        own = PagePermissionPolicy().instances_user_has_permission_for(self.request.user, "add")
        found = own.exact_type(*types).order_by("path").values("pk")[:MOST_PARENTS]
        pages: QuerySet[Page] = Page.objects.filter(pk__in=list(found.values_list("pk", flat=True))).order_by("path")
        return pages

    def get_form_kwargs(self) -> dict[str, Any]:
        """Add the places."""
        return super().get_form_kwargs() | {"places": self.places}

    def get_initial(self) -> dict[str, Any]:
        """Start from the file's title, beside a page that links to it."""
        pages = [obj for obj, _references in self.document.get_usage()[:5] if isinstance(obj, Page)]
        known = set(self.places.values_list("pk", flat=True))
        above = (key for page in pages for key in (page.get_parent().pk, page.pk) if key in known)
        return {"title": self.carried.title, "parent": next(above, None)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what would be carried over."""
        report = reverse("document_checks:report", args=[self.document.pk])
        return super().get_context_data(
            carried=self.carried,
            comes=list(arrivals(self.carried.counts)),
            here=self.here,
            report_url=report,
            **kwargs,
        )

    def form_valid(self, form: WebPageForm) -> HttpResponse:
        """Make the draft and open it."""
        if self.carried.refusal:
            return self.form_invalid(form)
        said = form.cleaned_data
        person = member_of_staff(self.request)
        page = make_page(self.document, self.carried, title=said["title"], parent=said["parent"].specific, by=person)
        told = _("We made a draft of the page. Read it, write its summary, then publish it.")
        messages.success(self.request, " ".join((told, *self.carried.lost)))
        return redirect("wagtailadmin_pages:edit", page.pk)

    def form_invalid(self, form: WebPageForm) -> HttpResponse:
        """Show the form again with what was typed."""
        return self.render_to_response(self.get_context_data(form=form), status=422)
