"""Documents: what residents get when they ask for it, and what a page that they can find leads to."""

from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from core.services import Findable, Source
from library.models import CustomDocument
from library.services import Decision, decide
from search.index.pages import is_public


def of(document: CustomDocument, *, without: int | None = None) -> Iterable[Findable]:
    """Return the entry of a document that passed its check, is public, and stands on a public page.

    ``without`` is the key of a page that goes now, although its row is still there.
    """
    page = next((page for page in pages_with(document) if page.pk != without and is_public(page)), None)
    return on_page(document, page) if page else ()


def on_page(document: CustomDocument, page: Page) -> Iterable[Findable]:
    """Return the entry of a document that a public page leads to; nothing where it is withheld or private."""
    if decide(document) is Decision.WITHHELD or _is_private(document):
        return ()
    return (
        Findable(
            key=f"document:{document.pk}",
            language=page.locale.language_code,
            kind=document._meta.label_lower,
            url=document.url,
            title=document.title[:255],
            body=document.filename.replace("_", " ").replace("-", " "),
            page_id=page.pk,
            published_at=document.created_at,
        ),
    )


def everything() -> Iterator[Findable]:
    """Yield the entries of all documents."""
    for document in CustomDocument.objects.iterator():
        yield from of(document)


def linked_from(page: Page) -> list[CustomDocument]:
    """Return the documents that a page, given in its own type, leads to.

    Wagtail writes its reference index a moment later, in a task; this reads the page itself.
    """
    kind = ContentType.objects.get_for_model(CustomDocument)
    found = ReferenceIndex._extract_references_from_object(page)
    ids = {int(object_id) for type_id, object_id, _model, _path in found if type_id == kind.pk}
    return list(CustomDocument.objects.filter(pk__in=ids)) if ids else []


def pages_with(document: CustomDocument) -> list[Page]:
    """Return the pages that lead to a document, live or not."""
    kind = ContentType.objects.get_for_model(Page)
    links = ReferenceIndex.get_references_to(document).filter(base_content_type=kind)
    keys = {int(key) for key in links.values_list("object_id", flat=True)}
    return list(Page.objects.filter(pk__in=keys).select_related("locale").order_by("pk"))


def _is_private(document: CustomDocument) -> bool:
    above = document.collection.get_ancestors(inclusive=True)
    return bool(CollectionViewRestriction.objects.filter(collection__in=above).exists())


SOURCE = Source("document", CustomDocument, of, everything)
