"""Who may do what in the inbox."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

READ = "onlineforms.view_submission"
MOVE_ON = "onlineforms.change_submission"
EXPORT = "onlineforms.export_submission"
PEOPLE = "onlineforms.view_person"
RIGHTS = "onlineforms.subject_rights"


def permitted(*permissions: str) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """Refuse members of staff without all of these (403); Wagtail has asked others to sign in before."""

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if not request.user.has_perms(permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return wrapped

    return decorate
