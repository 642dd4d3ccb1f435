"""``python -m tools.messages extract|compile|check``: the catalogues in ``locale/``, by Babel.

Django's makemessages finds ``{{ _("...") }}`` in Jinja2 templates but silently drops ``{% trans %}`` blocks.
"""

import io
import os
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.steps import ROOT

LOCALE = ROOT / "locale"
#: Language -> its plural forms, as in Django's own catalogues; Polish has no fractions here. Babel's rule for
#: Arabic swaps the last two forms.
PLURALS = {
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "ur": "nplurals=2; plural=(n != 1);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
LANGUAGES = tuple(PLURALS)
#: Languages that no council has switched on yet: what is missing there is told, and stops nobody. A language moves
#: up into PLURALS when its catalogue is to be complete from then on; nothing else changes.
COMING = {
    "es": "nplurals=2; plural=(n != 1);",
    "pt": "nplurals=2; plural=(n != 1);",
    "ro": "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100 > 0 && n%100 < 20) ? 1 : 2);",
    "bn": "nplurals=2; plural=(n != 1);",
    "zh_Hans": "nplurals=1; plural=0;",
}
RULES = PLURALS | COMING
FOLDERS = ("site", "home", "updates", "services", "forms", "accessibility", "insight", "translation", "templates")
#: Where residents' words stand. Words for staff only may stay English, as Wagtail's admin does.
PUBLIC = (
    "forms/bookings/changes.py", "forms/bookings/closing.py", "forms/bookings/views.py",
    "forms/bookings/waiting.py", "forms/delivery/receipt.py", "forms/engine/", "forms/payments/mails.py",
    "forms/runner/", "insight/channel_names.py", "insight/notify/", "insight/panel/dimensions.py",
    "insight/panel/joining.py", "insight/panel/views.py", "insight/panel/work.py", "insight/performance/",
    "insight/succession.py", "insight/voices/", "insight/widget/", "services/opening_lines.py",
    "services/transcripts.py", "services/versions.py", "services/words/", "site/core/comfort/words.py",
    "site/core/promises/words.py", "site/library/intake/words.py", "templates/", "translation/switcher.py",
    "updates/asking.py", "updates/footer.py", "updates/items.py", "updates/kinds/", "updates/letters.py",
    "updates/models/subscriber.py", "updates/views/",
)  # fmt: skip
METHODS = [("**/migrations/**", "ignore"), ("**.py", "python"), ("**.jinja", "jinja2")]
OPTIONS = {
    "**.jinja": {
        "encoding": "utf-8",
        "newstyle_gettext": "true",
        "trimmed": "true",
        "silent": "false",
        "extensions": "wagtail.jinja2tags.core,wagtail.images.jinja2tags.images",
    },
}
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


def collect() -> Catalog:
    """Return a catalogue of every sentence in code and public templates."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.settings.lint")
    django.setup()  # Wagtail's template tags import its models
    catalogue = Catalog(project="Waymark", charset="utf-8")
    for folder in FOLDERS:
        found = extract_from_dir(ROOT / folder, METHODS, OPTIONS, keywords=KEYWORDS, comment_tags=("Translators:",))
        for file, line, message, comments, context in found:
            catalogue.add(message, None, [(f"{folder}/{file}", line)], auto_comments=comments, context=context)
    return catalogue


def path(language: str) -> Path:
    """Return the catalogue file of a language."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    """Return a language's catalogue, empty when there is none yet."""
    file = path(language)
    if file.exists():
        catalogue = read_po(io.BytesIO(file.read_bytes()), locale=language)
    else:
        catalogue = Catalog(locale=language, project="Waymark", charset="utf-8", fuzzy=False)
    catalogue.mime_headers = [("Plural-Forms", RULES[language])]
    return catalogue


def extract() -> None:
    """Bring every catalogue up to date; a changed sentence is untranslated again, never guessed.

    The date of the catalogue stays, so that a second run changes nothing.
    """
    template = collect()
    for language in RULES:
        catalogue = read(language)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        path(language).parent.mkdir(parents=True, exist_ok=True)
        with path(language).open("wb") as file:
            write_po(file, catalogue, width=0, sort_output=True, omit_header=False, include_lineno=False)


def compile_all() -> None:
    """Write the ``.mo`` files that Django reads."""
    for language in RULES:
        if path(language).exists():
            with path(language).with_suffix(".mo").open("wb") as file:
                write_mo(file, read(language))


def problems(languages: Iterable[str] = LANGUAGES) -> list[str]:
    """Return each sentence that a catalogue does not know, or that residents would read in English."""
    template = [message for message in collect() if message.id]
    return [
        f"{language}: {fault}: {message.id}"
        for language in languages
        for catalogue in [read(language)]
        for message in template
        if (fault := _fault(message, catalogue.get(message.id, message.context)))
    ]


def _fault(message: Message, known: Message | None) -> str:
    if known is None:
        return "not in the catalogue, run 'make messages'"
    strings = known.string if isinstance(known.string, (list, tuple)) else (known.string,)
    return "not translated" if is_public(message) and (known.fuzzy or not all(strings)) else ""


def is_public(message: Message) -> bool:
    """Return whether residents read a sentence, by the files that it stands in, or as the name of what they found."""
    return message.id in names_of_kinds() or any(file.startswith(PUBLIC) for file, _line in message.locations)


@cache
def names_of_kinds() -> frozenset[str]:
    """Return the names of page types and of other things that search finds, which stand beside each result."""
    from django.utils.translation import override
    from wagtail.models import get_page_models

    from core.services import findable_sources

    with override(None):
        models = [*get_page_models(), *(source.model for source in findable_sources())]
        return frozenset(str(model._meta.verbose_name) for model in models)


def main() -> int:
    """Run the verb given on the command line."""
    verb = sys.argv[1] if len(sys.argv) > 1 else ""
    if verb == "extract":
        extract()
    elif verb == "compile":
        compile_all()
    elif verb == "check":
        found = problems()
        print("\n".join(found) or "Residents read every sentence in their language.")
        missing = Counter(line.partition(":")[0] for line in problems(COMING))
        print("".join(f"Not yet in {language}: {count} sentences.\n" for language, count in missing.items()), end="")
        return 1 if found else 0
    else:
        print("Say 'extract', 'compile' or 'check'.", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
