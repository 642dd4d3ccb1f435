"""The real catalogues: those that Django, Wagtail and what stands on it bring along."""

import sysconfig
from collections.abc import Iterator
from pathlib import Path

import polib

#: Our code -> the folder of a catalogue.
LANGUAGES = {
    "pl": "pl", "pt": "pt",
    "es": "es", "ro": "ro", "ar": "ar", "ur": "ur", "bn": "bn", "zh-hans": "zh_Hans", "de": "de",
}  # fmt: skip
PACKAGES = ("django", "wagtail", "wagtail_localize", "taggit", "django_filters", "treebeard", "axes", "wagtailmedia")


def catalogues(code: str) -> Iterator[polib.POFile]:
    """Yield every catalogue of a language."""
    packages = Path(sysconfig.get_path("purelib"))
    for package in PACKAGES:
        for path in sorted((packages / package).glob(f"**/locale/{LANGUAGES[code]}/LC_MESSAGES/*.po")):
            yield polib.pofile(str(path))


def translated(catalogue: polib.POFile) -> Iterator[polib.POEntry]:
    """Yield the entries that programs show."""
    for entry in catalogue:
        if entry.translated() and not entry.obsolete:
            yield entry
