"""``manage.py extract_demo``: bring ``translation/demo/*.po`` up to date with the demo's English pages."""

from typing import Any

import polib
from django.core.management.base import BaseCommand
from wagtail.models import Page
from wagtail_localize.models import StringSegment, TranslationSource

from translation.demo.content import languages, pages, path, words
from translation.publish import snippets_of, word_for


class Command(BaseCommand):
    """For who writes the demo: every sentence that a page of the plan needs, old translations kept."""

    help = "Collect the sentences of the demo pages that are translated."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write one catalogue a language and say how many sentences are missing."""
        for language in languages():
            known = words(language)
            catalogue = polib.POFile(wrapwidth=0)
            catalogue.metadata = {"Language": language, "Content-Type": "text/plain; charset=UTF-8"}
            for sentence in sorted({text for page in pages(language) for text in sentences(page)}):
                catalogue.append(polib.POEntry(msgid=sentence, msgstr=known.get(sentence, "")))
            catalogue.save(str(path(language)))
            self.stdout.write(f"{language}: {len(catalogue.untranslated_entries())} sentences to translate")


def sentences(source: Page) -> set[str]:
    """Return every sentence of a page, and of the snippets that it shows, that needs a translation."""
    record, _created = TranslationSource.update_or_create_from_instance(source)
    segments = StringSegment.objects.filter(source=record).select_related("string", "context")
    own = {str(segment.string.data) for segment in segments if word_for(segment, {}) is None}
    return own.union(*(sentences(snippet) for snippet in snippets_of(record)))
