"""``python -m tools.messages extract|compile|check``: the catalogues in ``locale/``, by Babel.

Django's makemessages finds ``{{ _("...") }}`` in Jinja2 templates but silently drops ``{% trans %}`` blocks.
"""

import io
import os
import sys
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.steps import ROOT

LOCALE = ROOT / "locale"
LANGUAGES = ("pl", "ur", "ar")
FOLDERS = ("site", "home", "services", "forms", "accessibility", "insight", "translation", "templates")
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
    if not file.exists():
        return Catalog(locale=language, project="Waymark", charset="utf-8", fuzzy=False)
    return read_po(io.BytesIO(file.read_bytes()), locale=language)


def extract() -> None:
    """Bring every catalogue up to date; a changed sentence is untranslated again, never guessed."""
    template = collect()
    for language in LANGUAGES:
        catalogue = read(language)
        catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
        catalogue.obsolete.clear()
        path(language).parent.mkdir(parents=True, exist_ok=True)
        with path(language).open("wb") as file:
            write_po(file, catalogue, width=0, sort_output=True, omit_header=False, include_lineno=False)


def compile_all() -> None:
    """Write the ``.mo`` files that Django reads."""
    for language in LANGUAGES:
        if path(language).exists():
            with path(language).with_suffix(".mo").open("wb") as file:
                write_mo(file, read(language))


def missing() -> list[str]:
    """Return each sentence that a catalogue does not know, as ``language: sentence``."""
    template = collect()
    return [
        f"{language}: {message.id}"
        for language in LANGUAGES
        for catalogue in [read(language)]
        for message in template
        if message.id and catalogue.get(message.id, message.context) is None
    ]


def main() -> int:
    """Run the verb given on the command line."""
    verb = sys.argv[1] if len(sys.argv) > 1 else ""
    if verb == "extract":
        extract()
    elif verb == "compile":
        compile_all()
    elif verb == "check":
        print("\n".join(missing()) or "Every sentence is in every catalogue.")
        return 1 if missing() else 0
    else:
        print("Say 'extract', 'compile' or 'check'.", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
