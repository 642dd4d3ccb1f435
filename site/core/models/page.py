"""The page every page type is built on: who looks after it, and never a lie about its language."""

from typing import Any

from django.conf import settings
from django.db import models
from django.dispatch import Signal
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail.url_routing import RouteResult

from core.place import on_the_way
from core.privacy import may_have_restrictions

#: Query parameter on the English page that a reader of another language was led to.
UNTRANSLATED_PARAMETER = "not-in"
#: Longer words are cut off where a page is shared or found (letters).
MOST_SHARED = 200
SHARE_HELP = _(
    "What people read where somebody shares the page on social media, and in other search engines. At most 200 "
    "letters, since the rest is cut off. Without words, the summary is used."
)


class FoundPanel(HelpPanel):
    """Title and summary as search results and social media show them."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"template": "core/admin/found.html", "heading": _("As a search result"), **kwargs}
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        most_shared = MOST_SHARED


#: Sent with ``page`` (the English one) and ``language`` when a reader asked for a page that is not in their language.
language_missing = Signal()


class BasePage(Page):
    """Abstract: one sentence that answers first, an owning team and a review date.

    Wagtail's swappable page model breaks wagtail-localize, so this stays abstract over ``Page``.
    """

    summary = models.CharField(
        _("summary"),
        max_length=255,
        blank=True,
        help_text=_("One plain sentence. It opens the page and stands under its name in lists and search results."),
    )
    owning_team = models.ForeignKey(
        "core.Team",
        verbose_name=_("owning team"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    review_on = models.DateField(_("review on"), null=True, blank=True)

    #: All pages above this one, root first, while a request that was routed here is answered; see hold_ancestors.
    held_ancestors: list[Page] | None = None
    #: Whether this page itself may have restrictions; until somebody has looked, it may.
    guarded = True

    content_panels = [*Page.content_panels, FieldPanel("summary"), FoundPanel()]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description", heading=_("Share text"), help_text=SHARE_HELP),
            ],
            _("On social media and in search engines"),
        ),
        *Page.promote_panels[1:],
    ]
    settings_panels = [
        *Page.settings_panels,
        MultiFieldPanel([FieldPanel("owning_team"), FieldPanel("review_on")], heading=_("Who looks after this page")),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the page for a path; what a language does not have is looked up in English, see :meth:`serve`."""
        page, left = on_the_way(request, self, path_components)
        try:
            found: RouteResult = page.route(request, left) if page else super().route(request, path_components)
        except Http404:
            source = self._english_root()
            if source is None:
                raise
            return source.route(request, path_components)
        if found.page is self:
            self.hold_ancestors()
        return found

    def hold_ancestors(self) -> None:
        """Hold all pages above for the rest of this request: privacy, breadcrumbs and alerts each need them."""
        if self.held_ancestors is None:
            pages = self.get_ancestors(inclusive=True).annotate(guarded=may_have_restrictions())
            *self.held_ancestors, here = pages.defer_streamfields()
            self.guarded = here.guarded

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Return the restrictions of this page and of all above it, without a query where this request saw none."""
        held = self.held_ancestors
        restrictions: models.QuerySet[PageViewRestriction] = PageViewRestriction.objects.none()
        if held is None or any(getattr(page, "guarded", True) for page in (self, *held)):
            restrictions = super().get_view_restrictions()
        return restrictions

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the page, or lead to the English one where this address has no true translation (WCAG 3.1.1)."""
        if self.speaks(get_language() or settings.LANGUAGE_CODE):
            response: HttpResponse = super().serve(request, *args, **kwargs)
            return response
        page, language = self.alias_of or self, get_language() or settings.LANGUAGE_CODE
        # The address may be an earlier one, or the English one behind the prefix of a language that has its own words.
        # The words that lead back here stand under a home page that is not live: nobody gets to them.
        if (own := self.address_in(language, request)) and own != request.path:
            return HttpResponseRedirect(own)
        language_missing.send(sender=type(self), page=page, language=language)
        return HttpResponseRedirect(f"{page.get_url(request)}?{UNTRANSLATED_PARAMETER}={language}")

    def address_in(self, language: str, request: HttpRequest) -> str:
        """Return where this page is really translated into ``language``, nothing where it is not."""
        own = self.get_translations().live().filter(alias_of=None, locale__language_code=language).first()
        return (own.get_url(request) or "") if own else ""

    def speaks(self, language: str) -> bool:
        """Return whether this page is really in ``language``: not the English tree, not an alias of it."""
        source = self.alias_of
        return self.locale.language_code == language and (source is None or source.locale_id == self.locale_id)

    def _english_root(self) -> Page | None:
        """Return the English root when this page is the root of another language, else None."""
        if self.depth != 2 or self.locale.language_code == settings.LANGUAGE_CODE:
            return None
        source = self.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE).first()
        return source.specific if source else None
