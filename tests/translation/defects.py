"""What a person does about a translation, with our screens and with wagtail-localize's own."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from translation.desk.begin import begin
from translation.desk.segments import sentences
from translation.exchange import FORMATS


class Ours:
    """The translators' desk."""

    def __init__(self, client) -> None:
        self.client = client

    def submit(self, page, locale):
        return begin(page, locale, None)[0]

    def file_of(self, translation):
        return FORMATS["po"].write(translation, sentences(translation)).decode()

    def upload(self, translation, content):
        file = SimpleUploadedFile("x.po", content.encode())
        return self.client.post(reverse("translation_file", args=[translation.uuid, "po"]), {"file": file})

    def stale(self, code):
        return self.client.get(reverse("translation_queue"), {"language": code, "state": "stale"})

    def draft(self, translation):
        return self.client.post(reverse("translation_edit", args=[translation.uuid]), {"draft": "1"})

    def send(self, page, locales):
        posted = {"page": page.pk, "below": "on", "languages": [each.pk for each in locales]}
        return self.client.post(reverse("translation_send"), posted)


class Plain:
    """wagtail-localize by itself."""

    def __init__(self, client) -> None:
        self.client = client

    def submit(self, page, locale):
        translate_object(page, [locale])
        return Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)

    def file_of(self, translation):
        return str(translation.export_po())

    def upload(self, translation, content):
        file = SimpleUploadedFile("x.po", content.encode())
        return self.client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), {"file": file})

    def stale(self, code):
        asked = {"target_locale": code, "waiting_for_translation": "true", "source_locale": "all"}
        return self.client.get(reverse("wagtail_localize:translations_report"), asked)

    def draft(self, translation):
        return self.client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]))

    def send(self, page, locales):
        posted = {"locales": [each.pk for each in locales], "include_subtree": "on"}
        return self.client.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), posted)


def source_of(page):
    """Return the record of an English page."""
    return TranslationSource.update_or_create_from_instance(page)[0]
