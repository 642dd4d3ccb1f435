"""The language of the text of an Office file (WCAG 3.1.1)."""

from typing import Any

from lxml import etree

from accessibility.documents.advice.base import N_
from accessibility.documents.base import Kind, Refused
from accessibility.documents.mends.base import Asks, Change, Everywhere, Mended, Wish
from accessibility.documents.mends.ooxml.package import EditablePackage, child
from accessibility.documents.mends.registry import register
from accessibility.documents.mends.words import a_language
from accessibility.documents.tongues import is_tag
from accessibility.documents.xml import find_all, name

SAID = N_("The language of the file is now {language}.")


@register
class OfficeLanguage(Everywhere):
    """Writes the default language of Word's styles, or marks the words on slides that have no language."""

    id = "language"
    label = N_("Set this language")
    rules = ("WM-OFFICE-LANGUAGE",)
    kinds = (Kind.DOCX, Kind.PPTX)
    asks = Asks.LANGUAGE

    def apply(self, data: bytes, kind: Kind, wish: Wish) -> Mended:
        """Return the file with the language that the author chose."""
        language = a_language(wish.text)
        with EditablePackage(data, kind) as package:
            (_mark_word if kind is Kind.DOCX else _mark_slides)(package, language)
            return Mended(package.written(), (Change(SAID, {"language": language}),))


def _mark_word(package: EditablePackage, language: str) -> None:
    """Set the language in the defaults of the document (ECMA-376, 17.7.5)."""
    targets = [path for path in package.targets(package.main_name, "styles") if path in package.names]
    if not targets:
        raise Refused("no_mend")
    defaults = child(package.change(targets[0]), "w:docDefaults", before=("*",))
    run = child(child(defaults, "w:rPrDefault", before=("w:pPrDefault",)), "w:rPr")
    child(run, "w:lang", before=("w:eastAsianLayout", "w:specVanish", "w:oMath")).set(name("w:val"), language)


def _mark_slides(package: EditablePackage, language: str) -> None:
    """Set the language of each run that tells none (ECMA-376, 21.1.2.3.9), and of the defaults."""
    for row in find_all(package.change(package.main_name), "p:defaultTextStyle//a:defRPr"):
        row.set("lang", language)
    for path in package.targets(package.main_name, "slide"):
        root = package.part(path)
        for run in find_all(root, "//a:r | //a:fld"):
            _mark_run(package, path, run, language)


def _mark_run(package: EditablePackage, path: str, run: Any, language: str) -> None:
    """Mark one run; one with a language of its own keeps it."""
    found = run.find(name("a:rPr"))
    if found is not None and is_tag(found.get("lang", "")):
        return
    package.change(path)
    if found is None:
        found = etree.Element(name("a:rPr"))
        run.insert(0, found)
    found.set("lang", language)
