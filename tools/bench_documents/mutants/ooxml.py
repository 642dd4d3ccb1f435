"""Edits that Word, PowerPoint and Excel files share."""

from typing import Any

from lxml import etree

from tools.bench_documents.package import Package

TITLE = "{http://purl.org/dc/elements/1.1/}title"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def set_title(package: Package, words: str) -> bool:
    """Set the document's title (Dublin Core); False when the file has no such property."""
    if not package.has("docProps/core.xml"):
        return False
    found = package.xml("docProps/core.xml").find(TITLE)
    if found is None or not (found.text or "").strip():
        return False
    found.text = words
    return True


def relate(package: Package, part: str, kind: str, target: str, *, outside: bool = False) -> str:
    """Add a relationship from ``part`` and return its id."""
    folder, _, name = part.rpartition("/")
    place = f"{folder}/_rels/{name}.rels"
    if not package.has(place):
        package.put(place, f'<Relationships xmlns="{RELATIONS}"/>')
    root = package.xml(place)
    identity = f"rIdMutant{len(root)}"
    row = etree.SubElement(root, f"{{{RELATIONS}}}Relationship", Id=identity, Type=f"{OFFICE}/{kind}", Target=target)
    if outside:
        row.set("TargetMode", "External")
    return identity


def parse(xml: str, spaces: str) -> list[Any]:
    """Return the elements of a fragment."""
    return list(etree.fromstring(f"<mutant {spaces}>{xml}</mutant>"))


ENGLISH = frozenset(["the", "of", "and", "to", "in", "is", "are", "you", "we", "your", "for", "on", "with"])


def is_english(words: list[str]) -> bool:
    """Return whether this is running English text: samples of fonts and lists of colours are in no language."""
    return len(words) >= 60 and sum(word.lower() in ENGLISH for word in words) * 5 > len(words)
