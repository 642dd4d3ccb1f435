"""Alternative text of pictures and formulas (WCAG 1.1.1, PDF1, PDF4)."""

from collections.abc import Iterator

from accessibility.documents.base import Finding, Kind, gather
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.strings import text_of
from accessibility.documents.pdf.structure import Element
from accessibility.documents.registry import register
from accessibility.documents.words import is_poor_alt

#: Words that say of a picture that there is nothing to say: it should not be tagged at all.
_DECORATION = frozenset(
    ("decorative", "decoration", "spacer", "divider", "border", "line", "blank", "background", "none")
)
_DECORATION |= {f"decorative {word}" for word in ("image", "picture", "line", "element", "graphic", "border")}


@register
class Figures:
    """Every figure has words: none blocks, a file name or "image" warns, the rest is asked of the author."""

    rules = ("WM-PDF-FIGURE-ALT", "WM-PDF-FIGURE-ALT-POOR", "WM-PDF-FIGURE-DECORATIVE", "WM-PDF-FIGURE-ASK")
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield by what the alternative texts say. An empty replacement text is the way to say "nothing to read"."""
        for rule, figures in judged(opened).items():
            yield from gather(rule, [opened.place(index, alternative(opened.elements[index])) for index in figures])


@register
class Formulas:
    """Every formula is also said in words."""

    rules = ("WM-PDF-FORMULA-ALT",)
    kinds = (Kind.PDF,)

    def run(self, opened: OpenedPdf) -> Iterator[Finding]:
        """Yield the formulas that are not; MathML below one says it too."""
        silent = [
            opened.place(index)
            for index, element in enumerate(opened.elements)
            if element.type == "Formula"
            and not alternative(element)
            and not any(opened.elements[kid].type == "math" for kid in opened.children[index])
        ]
        yield from gather("WM-PDF-FORMULA-ALT", silent)


def alternative(element: Element) -> str:
    """Return the words that stand for an element."""
    return text_of(element.obj.get("/Alt")) or text_of(element.obj.get("/ActualText"))


def judged(opened: OpenedPdf) -> dict[str, list[int]]:
    """Return the indexes of the figures by the rule under which they are reported."""
    found: dict[str, list[int]] = {rule: [] for rule in Figures.rules}
    for index, element in enumerate(opened.elements):
        words = alternative(element)
        if element.type == "Figure" and (words or "/ActualText" not in element.obj):
            found[_judge(opened, index, words)].append(index)
    return found


def _judge(opened: OpenedPdf, index: int, words: str) -> str:
    """Return the rule under which a figure with these words is reported."""
    if not words:
        return "WM-PDF-FIGURE-ALT"
    if words.lower().strip(" .") in _DECORATION:
        return "WM-PDF-FIGURE-DECORATIVE"
    language = opened.elements[index].language or opened.language
    if is_poor_alt(words, language or "en") or words.casefold() in _captions(opened, index):
        return "WM-PDF-FIGURE-ALT-POOR"
    return "WM-PDF-FIGURE-ASK"


def _captions(opened: OpenedPdf, index: int) -> set[str]:
    """Return the words of captions in and beside a figure: to say them twice helps nobody."""
    above = opened.elements[index].parent
    near = [*opened.children[index], *(opened.children[above] if above is not None else [])]
    return {opened.layout.block(one).text.casefold() for one in near if opened.elements[one].type == "Caption"}
