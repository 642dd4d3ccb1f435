"""Tell the author: what was refused, why, and how to mend it."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from wagtail.admin import messages

from core.services import GateFinding


def tell_refused(
    request: HttpRequest, refused: Iterable[tuple[Any, Iterable[GateFinding]]], *, with_links: bool = True
) -> None:
    """Add one message that lists, for each object, the blocks to mend and how.

    Without links where the editor of blocks is not what the person sees: the editor of translations.
    """
    entries = [
        {"name": str(obj), "edit_url": edit_url(obj) if with_links else "", "findings": list(found)}
        for obj, found in refused
    ]
    html = render_to_string("accessibility/admin/refused.html", {"entries": entries}, request=request)
    messages.error(request, html)


def edit_url(obj: Any) -> str:
    """Return the address of the editor of a page or snippet; "" when it has none."""
    from wagtail.admin.admin_url_finder import AdminURLFinder

    return AdminURLFinder().get_edit_url(obj) or ""


def as_comment(findings: Iterable[GateFinding]) -> str:
    """Return the findings as plain lines, for the comment of a workflow or a mail."""
    return "\n".join(
        f"{getattr(finding, 'label', '')}: {finding.message} {finding.how}".lstrip(": ") for finding in findings
    )
