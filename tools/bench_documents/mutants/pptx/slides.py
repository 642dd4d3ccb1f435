"""The file and its slides: titles, language, order, time. WCAG 1.3.2, 2.2.1, 2.4.2, 3.1.1, 3.1.2."""

from copy import deepcopy

from tools.bench_documents.made.pptx import P, run, shape
from tools.bench_documents.mutants.base import injects
from tools.bench_documents.mutants.ooxml import is_english, parse, set_title
from tools.bench_documents.mutants.pptx.common import a, append, in_english, p, slides, titles, tree, words_of
from tools.bench_documents.package import Package


@injects("pptx", "WM-OFFICE-TITLE")
def title_emptied(package: Package) -> bool:
    """No title at all."""
    return set_title(package, "")


@injects("pptx", "WM-OFFICE-TITLE-POOR")
def title_is_the_program_s_own(package: Package) -> bool:
    """The name that PowerPoint gives a new file."""
    return set_title(package, "PowerPoint Presentation")


@injects("pptx", "WM-OFFICE-TITLE-VAGUE", "WM-OFFICE-TITLE-POOR")
def title_says_nothing(package: Package) -> bool:
    """A word that fits every file."""
    return in_english(package) and set_title(package, "Slides")


@injects("pptx", "WM-PPTX-SLIDE-TITLE")
def slide_title_removed(package: Package) -> bool:
    """The title placeholder of one slide."""
    for title in titles(package)[-1:]:
        title.getparent().remove(title)
        return True
    return False


@injects("pptx", "WM-PPTX-SLIDE-TITLE")
def slide_title_emptied(package: Package) -> bool:
    """A title placeholder without words."""
    for title in titles(package)[-1:]:
        for text in title.iter(a("t")):
            text.text = ""
        return True
    return False


@injects("pptx", "WM-PPTX-SLIDE-TITLE-SAME")
def two_slides_of_one_title(package: Package) -> bool:
    """The title of the first slide on the second."""
    found = [title for title in titles(package) if len(words_of(title)) > 1]
    if len(found) < 2:
        return False
    body = found[1].find(p("txBody"))
    found[1].replace(body, deepcopy(found[0].find(p("txBody"))))
    return True


@injects("pptx", "WM-OFFICE-LANGUAGE")
def language_removed(package: Package) -> bool:
    """No language on any run or default."""
    count = 0
    for name in [part for part in package.parts if part.startswith("ppt/") and part.endswith(".xml")]:
        for element in package.xml(name).iter():
            count += element.attrib.pop("lang", None) is not None
    return bool(count) and any(words_of(tree(package, slide)) for slide in slides(package))


@injects("pptx", "WM-OFFICE-LANGUAGE-WRONG", "WM-OFFICE-LANGUAGE")
def english_text_marked_as_french(package: Package) -> bool:
    """A language that the text is not in."""
    if not is_english(" ".join(words_of(tree(package, slide)) + " " for slide in slides(package)).split()):
        return False
    for name in [part for part in package.parts if part.startswith("ppt/") and part.endswith(".xml")]:
        for element in package.xml(name).iter():
            if element.get("lang"):
                element.set("lang", "fr-FR")
    return True


@injects("pptx", "WM-PPTX-ORDER")
def shapes_read_from_below(package: Package) -> bool:
    """Four lines of text in a column, read from the lowest up."""
    lines = [shape(60 + n, "Step", run(f"Step {n} of your claim"), top=1_200_000 * n) for n in (4, 3, 2, 1)]
    for slide in slides(package)[-1:]:
        shapes = tree(package, slide)
        for old in [one for one in shapes if one.tag in (p("sp"), p("pic"), p("graphicFrame"), p("grpSp"))]:
            shapes.remove(old)
        return append(package, *lines)
    return False


@injects("pptx", "WM-PPTX-ADVANCE")
def slide_moves_on_by_itself(package: Package) -> bool:
    """A slide that is shown for three seconds."""
    for slide in slides(package)[-1:]:
        root = package.xml(slide)
        for old in root.findall(p("transition")):
            root.remove(old)
        after = root.find(p("clrMapOvr"))
        place = 1 + root.index(root.find(p("cSld")) if after is None else after)
        root.insert(place, parse('<p:transition advTm="3000"/>', f'xmlns:p="{P}"')[0])
        return True
    return False
