"""The frame of the screens that are about one language."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.views import View
from wagtail.models import Locale

from translation.permissions import locales_of


class LocaleView(View):
    """For whose language ``code`` in the address is. Raises PermissionDenied, Http404."""

    locale: Locale

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Ask whether the language is the person's."""
        self.locale = get_object_or_404(Locale, language_code=kwargs["code"])
        if not locales_of(request.user).filter(pk=self.locale.pk).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
