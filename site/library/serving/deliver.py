"""Hand a stored file over, with headers that say who may keep it."""

import mimetypes
from pathlib import PurePosixPath
from urllib.parse import quote

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from wagtail.documents.models import document_served

from library.models import CustomDocument

PUBLIC = "public, max-age=300, must-revalidate"
PRIVATE = "private, no-store"


def deliver(
    request: HttpRequest, document: CustomDocument, *, name: str, sha256: str, public: bool
) -> HttpResponseBase:
    """Return the file stored as ``name``; only what everybody may see has an ETag and may be kept by caches.

    An older file may be of another type than the document has now: it goes out as what it is.
    """
    document_served.send(sender=type(document), instance=document, request=request)
    shown = str(PurePosixPath(document.filename).with_suffix(PurePosixPath(name).suffix))
    content_type = mimetypes.guess_type(shown)[0] or "application/octet-stream"
    response = _body(name, content_type)
    as_attachment = content_type not in settings.WAGTAILDOCS_INLINE_CONTENT_TYPES
    response["Content-Disposition"] = content_disposition_header(as_attachment, shown) or "attachment"
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = PUBLIC if public else PRIVATE
    if not public:
        return response
    response["ETag"] = f'"{sha256[:32]}"'
    return get_conditional_response(request, etag=response["ETag"], response=response) or response  # type: ignore[arg-type] # a FileResponse is fine


def _body(name: str, content_type: str) -> HttpResponse | FileResponse:
    """Return the content, or the order to nginx to send it from a location that no address reaches."""
    location = getattr(settings, "WAYMARK_ACCEL_LOCATION", "")
    if location:
        return HttpResponse(content_type=content_type, headers={"X-Accel-Redirect": location + quote(name)})
    # These formats are compressed already: "identity" keeps the middleware from trying again.
    headers = {"Content-Encoding": "identity"}
    return FileResponse(default_storage.open(name), content_type=content_type, headers=headers)
