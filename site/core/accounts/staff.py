"""Who works in the admin."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from core.models import User


def member_of_staff(request: HttpRequest) -> User:
    """Return who asks. Raises PermissionDenied for a stranger, whom Wagtail's own views have sent to sign in before."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
