"""The screen for the words that a council keeps to in one language."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from core.languages import direction
from translation.desk.locale_view import LocaleView
from translation.models import GlossaryTerm
from translation.real import own_name


class TermForm(forms.ModelForm[GlossaryTerm]):
    """One term."""

    class Meta:
        model = GlossaryTerm
        fields = ("rule", "english", "text")

    def clean(self) -> dict[str, Any]:
        """Ask for the words that the rule needs."""
        cleaned = super().clean() or {}
        rule = cleaned.get("rule")
        if rule != GlossaryTerm.Rule.FORBIDDEN and not cleaned.get("english"):
            self.add_error("english", _("Enter the English words."))
        if rule != GlossaryTerm.Rule.KEEP and not cleaned.get("text"):
            self.add_error("text", _("Enter the words in this language."))
        return cleaned


class GlossaryView(LocaleView):
    """Terms of a language that is the person's."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Draw the terms and an empty form."""
        return self.draw(request, TermForm())

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Add a term, or take one away."""
        if "remove" in request.POST:
            key = request.POST["remove"]
            get_object_or_404(GlossaryTerm, locale=self.locale, pk=key if key.isdecimal() else 0).delete()
            messages.success(request, _("Removed."))
            return HttpResponseRedirect(request.path)
        form = TermForm(request.POST, instance=GlossaryTerm(locale=self.locale))
        if not form.is_valid():
            return self.draw(request, form, 422)
        form.save()
        messages.success(request, _("Saved. Translations are checked against it from now on."))
        return HttpResponseRedirect(request.path)

    def draw(self, request: HttpRequest, form: TermForm, status: int = 200) -> HttpResponse:
        """Return the screen."""
        code = self.locale.language_code
        context = {
            "terms": GlossaryTerm.objects.filter(locale=self.locale),
            "form": form,
            "code": code,
            "dir": direction(code),
            "language": own_name(code),
        }
        return render(request, "translation/admin/glossary.html", context, status=status)
