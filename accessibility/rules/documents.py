"""Linked documents: a page may only link to files that passed their own check."""

import logging
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument

from accessibility.extract.tree import ContentTree, DocumentLink
from accessibility.rules.base import Fault, Rule
from accessibility.rules.registry import register_rule

logger = logging.getLogger(__name__)


@register_rule
class LinkedDocument(Rule):
    """A linked document passed its check, or has a lawful exemption."""

    id = "link-document"
    criteria = ("1.1.1",)
    why = gettext_lazy("A file that a screen reader cannot read shuts people out, as a page would.")
    how = gettext_lazy("Open the document to see how to mend it. Replace it, or link to a page that says the same.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield links to documents that are gone, failed, or not checked yet."""
        linked = list(content.all(DocumentLink))
        stored = get_document_model().objects.in_bulk({link.document_id for link in linked}) if linked else {}
        for link in linked:
            document = stored.get(link.document_id)
            if document is None:
                yield Fault(link.place, _("The document “%(text)s” is gone.") % {"text": link.text}, link.text)
            elif not may_be_linked(document):
                message = _("The document “%(title)s” has not passed its check.") % {"title": document.title}
                yield Fault(link.place, message, document.title)


def may_be_linked(document: AbstractDocument) -> bool:
    """Return whether the stored verdict on a document lets pages link to it. No verdict is no pass."""
    try:
        from accessibility.documents.verdicts import document_verdict

        return bool(document_verdict(document).may_publish)
    except Exception:
        logger.exception("No verdict on document %s", document.pk)
        return False
