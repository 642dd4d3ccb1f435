"""Public media in development and in the demo; nginx serves them in production.

Documents have no address here, as in nginx: ``library.serving`` decides who gets them.
Django's own view knows no ranges (RFC 9110, section 14): nobody could jump in a video, and Safari would play none.
"""

import posixpath
import re

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.static import serve

_RANGE = re.compile(r"bytes=(\d+)-(\d*)$")
#: Where documents are stored, the withheld ones too.
_DOCUMENTS = "documents"


def serve_media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return a file of MEDIA_ROOT, or the one range of it that is asked for; 416 for a range that it does not have.

    A document is not found here, however its address is spelt.
    """
    folder = posixpath.normpath(path).lstrip("/").partition("/")[0]  # as the view below reads it
    if folder.casefold() == _DOCUMENTS:
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    asked = _RANGE.match(request.headers.get("Range", ""))
    if not isinstance(response, FileResponse):
        return response
    response["Accept-Ranges"] = "bytes"
    return _part(response, int(asked[1]), asked[2]) if asked else response


def _part(whole: FileResponse, first: int, last: str) -> HttpResponse:
    size = int(whole["Content-Length"])
    end = min(int(last), size - 1) if last else size - 1
    if first > end:
        whole.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    with whole.file_to_stream as file:  # type: ignore[union-attr] # a response with a length has its file
        file.seek(first)
        part = HttpResponse(file.read(end - first + 1), status=206, content_type=whole["Content-Type"])
    part["Content-Range"] = f"bytes {first}-{end}/{size}"
    part["Accept-Ranges"] = "bytes"
    return part
