"""One faulty file, one press: what is asked of every mend."""

import zipfile
from io import BytesIO

import pypdfium2

from accessibility.documents.base import Profile
from accessibility.documents.examine import examine
from accessibility.documents.mends import Mended, Wish, apply
from accessibility.documents.wcag import RULES
from accessibility.documents.xml import find_all, parse
from accessibility.documents.xml import name as xml_name


def findings(data: bytes) -> dict[str, int]:
    """Return how often each rule is broken; questions and good advice do not count."""
    report = examine(data, Profile.WCAG)
    assert not report.error, report.error
    grave = [f for f in report.findings if (f.severity or RULES[f.rule].severity).value in ("B", "W")]
    counts: dict[str, int] = {}
    for finding in grave:
        counts[finding.rule] = counts.get(finding.rule, 0) + finding.count
    return counts


def press(data: bytes, wish: Wish, *, left: int = 0) -> Mended:
    """Mend, and assert that ``left`` findings of the rule are left, none is new, and the original is as it was."""
    before, copy = findings(data), bytes(bytearray(data))
    assert before.get(wish.rule), f"the file does not have the fault {wish.rule}: {before}"
    mended = apply(data, wish)
    after = findings(mended.data)
    assert data == copy
    assert after.get(wish.rule, 0) == left, after
    worse = {rule for rule in after if after[rule] > before.get(rule, 0)}
    assert not worse, worse
    assert mended.changes
    assert bool(worded(mended.data) == worded(data)) or wish.mend in ("headings", "lists")
    return mended


def worded(data: bytes) -> list[str]:
    """Return all words that a reader meets: those of the pages of a PDF, or of the parts of a package."""
    if data.startswith(b"%PDF"):
        file = pypdfium2.PdfDocument(data)
        return [file[number].get_textpage().get_text_range() for number in range(len(file))]
    shown = ("w:t", "a:t", "s:t", "text:p", "text:h")
    roots = [parse(content) for name, content in sorted(parts(data).items()) if name.endswith(".xml")]
    skip = ("svg:title", "svg:desc")
    for root in roots:
        for hidden in find_all(root, " | ".join(f"//{short}" for short in skip)):
            hidden.getparent().remove(hidden)
    return ["".join(row.itertext()) for root in roots for row in root.iter(*map(xml_name, shown))]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part_of(data: bytes, name: str) -> bytes:
    return parts(data)[name]


def changed_parts(before: bytes, after: bytes) -> set[str]:
    old, new = parts(before), parts(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
