"""PO, as Weblate, Poedit and gettext's own tools read and write it."""

import polib
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from translation.checks.catalogue import CatalogueError, read
from translation.desk.segments import Sentence
from translation.exchange.base import LARGEST, Exchanged, ExchangeError

#: The header that binds a file to its translation.
HEADER = "X-Waymark-Translation"


class PoFormat:
    """``msgctxt`` is where the sentence stands, ``msgid`` its English."""

    content_type = "text/x-gettext-translation; charset=utf-8"

    def write(self, translation: Translation, found: list[Sentence]) -> bytes:
        """Return a PO file that ``msgfmt -c`` has nothing to say about."""
        catalogue = polib.POFile(wrapwidth=0)
        now = timezone.localtime().strftime("%Y-%m-%d %H:%M%z")
        catalogue.metadata = {
            "Project-Id-Version": translation.source.object_repr.replace("\n", " "),
            "POT-Creation-Date": now,
            "PO-Revision-Date": now,
            "Last-Translator": "Waymark <noreply@localhost>",
            "Language-Team": f"{translation.target_locale.get_display_name()} <noreply@localhost>",
            "Language": translation.target_locale.language_code.replace("-", "_"),
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            HEADER: str(translation.uuid),
        }
        units = {(sentence.path, sentence.source): sentence.text for sentence in found}
        for (path, english), text in units.items():
            catalogue.append(polib.POEntry(msgctxt=path, msgid=english, msgstr=text))
        return str(catalogue).encode()

    def read(self, content: bytes) -> tuple[str, list[Exchanged]]:
        """Return the uuid and the units of a PO file. Raises ExchangeError."""
        if len(content) > LARGEST:
            raise ExchangeError(_("This file is larger than 10 MB. A translation of one page is much smaller."))
        try:
            catalogue = read(content)
        except CatalogueError as error:
            raise ExchangeError(str(error)) from error
        entries = [entry for entry in catalogue if not entry.obsolete and not entry.fuzzy]
        units = [Exchanged(entry.msgctxt or "", entry.msgid, entry.msgstr, entry.linenum or 0) for entry in entries]
        return str(catalogue.metadata.get(HEADER, "")), units
