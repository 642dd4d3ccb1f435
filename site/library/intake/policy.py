"""What may come in by which door."""

from django.conf import settings

from library.intake.base import Policy


def staff_documents() -> Policy:
    """Return what staff, scripts and other programs may store as a document."""
    return Policy(tuple(settings.WAGTAILDOCS_EXTENSIONS), settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
