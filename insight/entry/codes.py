"""The QR code of a place, as a picture to print: SVG, made on the server."""

import io

import qrcode
import qrcode.image.svg
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from insight.models import Place


def code(request: HttpRequest, place_id: int) -> HttpResponse:
    """Return the code that leads to the place's page. For those who may see places."""
    if not request.user.has_perm("insight.view_place"):
        raise PermissionDenied
    found = get_object_or_404(Place, pk=place_id)
    address = request.build_absolute_uri(reverse("insight:place", args=[found.slug]))
    picture = qrcode.make(address, image_factory=qrcode.image.svg.SvgPathImage, border=4)
    content = io.BytesIO()
    picture.save(content)
    response = HttpResponse(content.getvalue(), content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="{found.slug}.svg"'
    return response
