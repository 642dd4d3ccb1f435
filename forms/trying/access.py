"""Who may try a form: whoever may edit its page."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from forms.models import FormPage

PageView = Callable[[HttpRequest, FormPage], HttpResponseBase]


def for_author(view: PageView) -> Callable[[HttpRequest, int], HttpResponseBase]:
    """Give a view the page with its newest draft, or refuse (403); an unknown page is 404."""

    @wraps(view)
    def wrapped(request: HttpRequest, page: int) -> HttpResponseBase:
        found = get_object_or_404(FormPage, pk=page)
        if not found.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return view(request, found.get_latest_revision_as_object())

    return wrapped
