"""A screen that adds a language to a newsletter without scripts: Wagtail's form needs them for rows and rich text."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import linebreaks
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.log_actions import log

from core.staff_screen import StaffScreen
from updates.desk.languages import ReadersSelect
from updates.models import Newsletter, NewsletterWords

CHANGE = "updates.change_newsletter"
#: Letters of an introduction; a letter of more is read by nobody.
MOST = 5000


class LanguageForm(forms.Form):
    """Words in a language in which the newsletter is not written yet."""

    language = forms.ChoiceField(label=gettext_lazy("Language"), widget=ReadersSelect)
    subject = forms.CharField(
        label=gettext_lazy("Subject"), max_length=100, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    intro = forms.CharField(
        label=gettext_lazy("Introduction"),
        help_text=gettext_lazy("Leave an empty line where a new paragraph begins."),
        max_length=MOST,
        required=False,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 8}),
    )

    def __init__(self, *args: Any, row: Newsletter, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        written = {row.language, *row.words.values_list("language", flat=True)}
        left = [(code, name) for code, name in settings.LANGUAGES if code not in written]
        self.fields["language"].choices = [("", "---------"), *left]  # type: ignore[attr-defined] # a choice field

    def offers(self) -> bool:
        """Return whether a language is left that readers chose."""
        return any(option.data["value"] for option in self["language"])

    def clean(self) -> dict[str, Any]:
        """Refuse a language in which nothing is said."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if not words.get("subject") and not words.get("intro") and not self.errors:
            self.add_error("subject", _("Write a subject or an introduction."))
        return words


class AddLanguageView(StaffScreen, FormView[LanguageForm]):
    """For whoever may change newsletters, while this one is a draft."""

    template_name = "updates/admin/add_language.html"
    page_title = gettext_lazy("Add a language")
    header_icon = "mail"
    permission = CHANGE
    form_class = LanguageForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the newsletter."""
        super().setup(request, *args, **kwargs)
        self.newsletter = get_object_or_404(Newsletter, pk=kwargs["newsletter_id"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead from one that is no draft to what became of it."""
        if self.allowed() and not self.newsletter.may_change:
            messages.warning(request, _("A newsletter that is scheduled or sent stays as it is."))
            return HttpResponseRedirect(reverse("updates_send", args=[self.newsletter.pk]))
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Return its subject."""
        return str(self.newsletter.subject)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Add the newsletter, whose languages are not offered again."""
        return {**super().get_form_kwargs(), "row": self.newsletter}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the way back."""
        return super().get_context_data(back=self.get_success_url(), **kwargs)

    def get_success_url(self) -> str:
        """Return the form of the newsletter."""
        return reverse("wagtailsnippets_updates_newsletter:edit", args=[self.newsletter.pk])

    def form_invalid(self, form: LanguageForm) -> HttpResponse:
        """Say what is wrong, with what was typed."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def form_valid(self, form: LanguageForm) -> HttpResponse:
        """Store the words as paragraphs. A second press meets them there, and stores nothing."""
        words = form.cleaned_data
        intro = linebreaks(words["intro"], autoescape=True) if words["intro"] else ""
        NewsletterWords.objects.get_or_create(
            newsletter=self.newsletter,
            language=words["language"],
            defaults={"subject": words["subject"], "intro": intro},
        )
        log(self.newsletter, "wagtail.edit", user=self.request.user)
        messages.success(self.request, _("The language is added."))
        return super().form_valid(form)
