"""A newsletter: words of its authors in one or more languages, and pages. Once it is on its way it stays as it was."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import TextInput
from django.http import HttpRequest, HttpResponse
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, PreviewableMixin

from updates.desk.languages import ReadersSelect
from updates.desk.panels import LanguagesPanel
from updates.models.notice import Notice

HELP = _("Readers of a language that is not here get the English words, marked as English.")
#: What the form of a newsletter holds; ``words`` and ``entries`` are rows of their own.
AUTHORS = ("subject", "intro", "language", "words", "entries")
FEATURES = ["bold", "italic", "link", "ul", "ol"]


def languages() -> list[tuple[str, str]]:
    """Return the languages of the site; asked anew each time, so that no migration holds them."""
    return [(code, str(name)) for code, name in settings.LANGUAGES]


class Newsletter(PreviewableMixin, ClusterableModel):
    """``frozen`` holds, by language, what is sent; it is written once, when the sending begins."""

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("Draft")
        SCHEDULED = "scheduled", _("Scheduled")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject = models.CharField(_("subject"), max_length=100, help_text=_("What is new, in few words. No addresses."))
    intro = RichTextField(_("introduction"), blank=True, features=FEATURES)
    language = models.CharField(
        _("language of these words"), max_length=12, default=settings.LANGUAGE_CODE, choices=languages
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT, editable=False)
    send_at = models.DateTimeField(null=True, blank=True, editable=False)
    sent_at = models.DateTimeField(null=True, blank=True, editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    frozen = models.JSONField(default=dict, editable=False)
    counts = models.JSONField(default=dict, editable=False)
    notice = models.OneToOneField(Notice, models.SET_NULL, null=True, editable=False, related_name="newsletter")

    panels: ClassVar[list[Any]] = [
        FieldPanel("subject"),
        FieldPanel("intro"),
        FieldPanel("language"),
        LanguagesPanel("words", heading=_("The same in other languages"), label=_("Language"), help_text=HELP),
        InlinePanel("entries", label=_("Page")),
    ]
    #: The narrowest phone, and the width that mail programs give a letter.
    preview_sizes: ClassVar[list[dict[str, Any]]] = [
        {"name": "mobile", "icon": "mobile-alt", "device_width": 320, "label": _("320 pixels wide")},
        {"name": "tablet", "icon": "tablet-alt", "device_width": 600, "label": _("600 pixels wide")},
    ]
    default_preview_size = "mobile"

    class Meta:
        verbose_name = _("newsletter")
        verbose_name_plural = _("newsletters")
        ordering = ["-send_at", "subject"]
        permissions = [("send_newsletter", "Can send newsletters")]

    def __str__(self) -> str:
        return self.subject

    def save(self, **kwargs: Any) -> None:
        """Store what authors write. State and letter are the sending's alone, which may have begun meanwhile."""
        if not self._state.adding:
            kwargs.setdefault("update_fields", AUTHORS)
        super().save(**kwargs)

    @property
    def written_in(self) -> str:
        """Return the language of its first words, by which they are checked."""
        return self.language

    @property
    def may_change(self) -> bool:
        """Return whether nobody has been written to yet."""
        return self.state == self.State.DRAFT

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """Return the two forms of the letter in its first language, and one for each other that is written."""
        others = [(words.language, words.get_language_display()) for words in self.words.all() if words.language]
        return [("", _("As HTML")), ("text", _("As plain text")), *others]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:  # noqa: ARG002 - Wagtail's contract
        """Show the letter as a reader of one language would get it."""
        from updates.newsletters import specimen

        if mode_name == "text":
            return HttpResponse(specimen(self).body, content_type="text/plain; charset=utf-8")
        return HttpResponse(specimen(self, mode_name).html)


class NewsletterWords(models.Model):
    """Subject and introduction in another language; what is empty, its readers get in English, marked as English."""

    newsletter = ParentalKey(Newsletter, on_delete=models.CASCADE, related_name="words")
    language = models.CharField(_("language"), max_length=12, choices=languages)
    subject = models.CharField(_("subject"), max_length=100, blank=True)
    intro = RichTextField(_("introduction"), blank=True, features=FEATURES)

    panels: ClassVar[list[Any]] = [
        FieldPanel("language", widget=ReadersSelect),
        FieldPanel("subject", widget=TextInput(attrs={"dir": "auto"})),
        FieldPanel("intro"),
    ]

    class Meta:
        verbose_name = _("words in another language")
        verbose_name_plural = _("words in other languages")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["newsletter", "language"], name="updates_words_once_a_language")]

    def __str__(self) -> str:
        return self.subject or self.language

    def clean(self) -> None:
        """Refuse a language in which nothing is said."""
        if not self.subject.strip() and not strip_tags(self.intro).strip():
            raise ValidationError({"subject": _("Write a subject or an introduction, or take this language away.")})


class NewsletterPage(Orderable):
    """One page of a newsletter: its title and sentence stand there, in the reader's language where translated."""

    newsletter = ParentalKey(Newsletter, on_delete=models.CASCADE, related_name="entries")
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, verbose_name=_("page"), related_name="+")

    panels: ClassVar[list[Any]] = [FieldPanel("page")]

    class Meta(Orderable.Meta):
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.page)
