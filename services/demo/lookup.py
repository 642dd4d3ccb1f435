"""Find demo pages by the short names that the YAML uses."""

from wagtail.models import Page

from services.models import (
    ConsultationPage,
    DirectoryEntryPage,
    DirectoryPage,
    EasyReadPage,
    EventPage,
    FoiIndexPage,
    FoiResponsePage,
    GuidePage,
    HowToVideoPage,
    IndexPage,
    JobPage,
    JobsPage,
    NewsIndexPage,
    NewsPage,
    PublicationPage,
    ServiceIndexPage,
    ServicePage,
    SignpostPage,
    StandardPage,
    StatusPage,
    StepByStepPage,
    TeamPage,
    YouSaidWeDidPage,
)

TYPES: dict[str, type[Page]] = {
    "area": ServiceIndexPage,
    "service": ServicePage,
    "guide": GuidePage,
    "standard": StandardPage,
    "video": HowToVideoPage,
    "index": IndexPage,
    "step-by-step": StepByStepPage,
    "directory": DirectoryPage,
    "entry": DirectoryEntryPage,
    "news-index": NewsIndexPage,
    "news": NewsPage,
    "event": EventPage,
    "consultation": ConsultationPage,
    "publication": PublicationPage,
    "easy-read": EasyReadPage,
    "jobs": JobsPage,
    "job": JobPage,
    "foi-index": FoiIndexPage,
    "foi": FoiResponsePage,
    "team": TeamPage,
    "said-did": YouSaidWeDidPage,
    "status": StatusPage,
    "signpost": SignpostPage,
}


class UnknownPageError(LookupError):
    """A demo text names a page that nobody made."""


def page_named(slug: str) -> Page:
    """Return the English page of this room with ``slug``, in its own type; UnknownPageError where there is none."""
    pages = Page.objects.filter(slug=slug, locale__language_code="en").type(*TYPES.values())
    page = pages.specific().first()
    if page is None:
        raise UnknownPageError(f"There is no demo page with the address {slug!r}.")
    return page


def page_id(slug: str) -> int:
    """Return the id of the page with ``slug``."""
    return int(page_named(slug).pk)


def form_named(slug: str) -> Page | None:
    """Return the English form page with ``slug``, None where there is none."""
    forms = Page.objects.filter(slug=slug, locale__language_code="en", content_type__app_label="onlineforms")
    return forms.first()
