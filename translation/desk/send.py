"""The screen that sends many pages to many languages at once. The worker does it; the screen answers at once."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.models import Locale, Page

from core.models import User
from translation.desk.begin import ask_to_begin, english_pages
from translation.engines import engine_for
from translation.permissions import locales_of
from translation.real import own_name

#: Areas stand so deep, the home page included.
_DEEPEST = 3


class SendForm(forms.Form):
    """A page, with those below it or alone, and the languages."""

    page = forms.ModelChoiceField(Page.objects.none(), label=_("Page"), empty_label=None)
    below = forms.BooleanField(label=_("All pages below it too"), required=False)
    languages = forms.ModelMultipleChoiceField(
        Locale.objects.none(), label=_("Languages"), widget=forms.CheckboxSelectMultiple
    )
    draft = forms.BooleanField(label=_("Draft by machine, in languages that have one"), required=False)

    def __init__(self, *args: Any, user: Any, first: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pages = english_pages()
        named = pages.filter(pk=first) if first.isdecimal() else pages.none()
        page: Any = self.fields["page"]
        page.queryset = pages if self.is_bound else pages.filter(depth__lte=_DEEPEST) | named
        page.label_from_instance = lambda each: f"{'— ' * (each.depth - 2)}{each.title}"
        languages: Any = self.fields["languages"]
        languages.queryset = locales_of(user)
        languages.label_from_instance = lambda each: own_name(each.language_code)
        if not any(engine_for(each.language_code) for each in languages.queryset):
            del self.fields["draft"]

    def keys(self) -> list[int]:
        """Return the keys of the chosen pages."""
        page, pages = self.cleaned_data["page"], english_pages()
        chosen = pages.filter(path__startswith=page.path) if self.cleaned_data["below"] else pages.filter(pk=page.pk)
        return list(chosen.values_list("pk", flat=True))


class SendView(View):
    """Choose pages and languages. Raises PermissionDenied for who translates into none."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Ask for a language first."""
        if not locales_of(request.user).exists() or not isinstance(request.user, User):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Draw the form, with the page that was asked for chosen."""
        first = request.GET.get("page", "")
        return self.draw(request, SendForm(user=request.user, first=first, initial={"page": first, "below": True}))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Put it into the queue."""
        form = SendForm(request.POST, user=request.user)
        if not form.is_valid() or not isinstance(request.user, User):
            return self.draw(request, form, 422)
        locales = [each.pk for each in form.cleaned_data["languages"]]
        count = ask_to_begin(form.keys(), locales, request.user, draft=bool(form.cleaned_data.get("draft")))
        said = ngettext(
            "%(count)d translation is being prepared. It is in the queue within minutes.",
            "%(count)d translations are being prepared. They are in the queue within minutes.",
            count,
        )
        messages.success(request, said % {"count": count})
        return HttpResponseRedirect(reverse("translation_queue"))

    def draw(self, request: HttpRequest, form: SendForm, status: int = 200) -> HttpResponse:
        """Return the screen."""
        return render(request, "translation/admin/send.html", {"form": form}, status=status)
