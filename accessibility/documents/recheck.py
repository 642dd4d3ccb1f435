"""Ask for the checks that nobody asked for: new rules, rows that came past the model, files without a hash."""

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef

from accessibility.documents.downloads import downloads_of
from accessibility.documents.requests import request_check
from accessibility.documents.ruleset import ruleset
from accessibility.models import DocumentAudit
from library.models import CustomDocument

#: So many a run: new rules must not hold up what authors upload today.
AT_ONCE = 200


def ask_for_missing_checks() -> int:
    """Write the wish for a check of documents without a verdict under the rules of today; most loaded first.

    Old verdicts stand until the new one is in. Returns how many were asked for.
    """
    for document in CustomDocument.objects.filter(sha256=""):
        _take_in(document)
    known = DocumentAudit.objects.filter(sha256=OuterRef("sha256"), ruleset=ruleset())
    missing = CustomDocument.objects.exclude(sha256="").filter(~Exists(known))
    downloads = downloads_of()
    asked = sorted(missing, key=lambda document: (-downloads.get(document.pk, 0), document.pk))[:AT_ONCE]
    for document in asked:
        request_check(document)
    return len(asked)


def _take_in(document: CustomDocument) -> None:
    """Give a row that ``bulk_create`` or a fixture made its hash; what the intake refuses stays withheld."""
    try:
        document.save()
    except (ValidationError, OSError):
        return
