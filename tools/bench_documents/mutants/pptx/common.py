"""Where in a presentation a fault goes: the last slide that is shown."""

import re
from typing import Any

from tools.bench_documents.made.ooxml import DRAWING
from tools.bench_documents.made.pptx import SPACES, P
from tools.bench_documents.mutants.ooxml import parse, relate
from tools.bench_documents.package import Package, image

SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")


def slides(package: Package) -> list[str]:
    """Return the names of all slides by their number."""
    found = [match for match in map(SLIDE.fullmatch, package.parts) if match]
    return [match[0] for match in sorted(found, key=lambda match: int(match[1]))]


def p(name: str) -> str:
    """Return ``p:sp`` in Clark notation from ``sp``."""
    return f"{{{P}}}{name}"


def a(name: str) -> str:
    """Return ``a:t`` in Clark notation from ``t``."""
    return f"{{{DRAWING}}}{name}"


def tree(package: Package, slide: str) -> Any:
    """Return the tree of shapes of a slide."""
    return package.xml(slide).find(f"{p('cSld')}/{p('spTree')}")


def append(package: Package, *xml: str) -> bool:
    """Put shapes at the end of the last slide."""
    for slide in slides(package)[-1:]:
        tree(package, slide).extend(parse("".join(xml), SPACES))
        return True
    return False


def linked(package: Package, kind: str, target: str, *, outside: bool = False) -> str:
    """Add a relationship of the last slide and return its id."""
    return relate(package, slides(package)[-1], kind, target, outside=outside) if slides(package) else ""


def picture_part(package: Package) -> str:
    """Add a picture to the package and return the id by which the last slide knows it."""
    package.put("ppt/media/mutant.png", image())
    return linked(package, "image", "../media/mutant.png")


def titles(package: Package) -> list[Any]:
    """Return the title placeholders that have words, over all slides."""
    found = []
    for slide in slides(package):
        for shape in tree(package, slide).findall(p("sp")):
            mark = shape.find(f"{p('nvSpPr')}/{p('nvPr')}/{p('ph')}")
            if mark is not None and mark.get("type") in ("title", "ctrTitle") and words_of(shape):
                found.append(shape)
    return found


def words_of(element: Any) -> str:
    """Return the words of a shape."""
    return "".join(text.text or "" for text in element.iter(a("t"))).strip()


def in_english(package: Package) -> bool:
    """Return whether every marked run is English: wording is judged by the language of the text."""
    marks = [mark.get("lang") for slide in slides(package) for mark in package.xml(slide).iter(a("rPr"))]
    return any(marks) and all(mark.startswith("en") for mark in marks if mark)
