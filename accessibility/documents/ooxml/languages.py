"""The language a text is marked with (WCAG 3.1.1)."""

from collections import Counter
from typing import TYPE_CHECKING

from accessibility.documents.base import Kind
from accessibility.documents.xml import find_all, first, name

if TYPE_CHECKING:
    from accessibility.documents.ooxml.package import OoxmlPackage

_VALUE = name("w:val")


def language_of(package: "OoxmlPackage") -> str:
    """Return the document's language; Excel has no place for one."""
    if package.kind is Kind.DOCX:
        return _word(package)
    return _slides(package) if package.kind is Kind.PPTX else ""


def _word(package: "OoxmlPackage") -> str:
    """Return the default of the styles, of the default paragraph style, of the theme, else what all runs say."""
    for target in package.targets(package.main_name, "styles"):
        styles = package.part(target)
        for path in (
            "w:docDefaults/w:rPrDefault/w:rPr/w:lang",
            "w:style[@w:type='paragraph' and @w:default='1']/w:rPr/w:lang",
        ):
            found = first(styles, path)
            if found is not None and found.get(_VALUE):
                return str(found.get(_VALUE))
    for target in package.targets(package.main_name, "settings"):
        found = first(package.part(target), "w:themeFontLang")
        if found is not None and found.get(_VALUE):
            return str(found.get(_VALUE))
    runs = find_all(package.main, "//w:r[w:t]")
    marked = [run for run in runs if first(run, "w:rPr/w:lang/@w:val")]
    return str(first(marked[0], "w:rPr/w:lang/@w:val")) if runs and len(marked) == len(runs) else ""


def _slides(package: "OoxmlPackage") -> str:
    """Return the commonest language of the runs, else the default of the presentation."""
    counts: Counter[str] = Counter()
    for target in package.targets(package.main_name, "slide"):
        counts.update(str(value) for value in find_all(package.part(target), "//a:rPr/@lang"))
    if counts:
        return counts.most_common(1)[0][0]
    default = first(package.main, "p:defaultTextStyle//a:defRPr/@lang")
    return str(default) if default is not None else ""
