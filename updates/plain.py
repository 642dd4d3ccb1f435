"""Rich text as plain text: lists keep their points, links their addresses."""

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString


def as_text(html: str) -> str:
    """Return the text of simple markup, paragraphs apart by an empty line."""
    soup = BeautifulSoup(html, "html.parser")
    for anchor in soup.find_all("a", href=True):
        words, address = anchor.get_text(), str(anchor["href"])
        anchor.replace_with(words if words == address else f"{words} ({address})")
    parts = [_block(child) for child in soup.children]
    return "\n\n".join(part for part in parts if part)


def _block(node: object) -> str:
    if isinstance(node, NavigableString):
        return " ".join(str(node).split())
    if not isinstance(node, Tag):
        return ""
    if node.name in ("ul", "ol"):
        items = enumerate(node.find_all("li", recursive=False), 1)
        return "\n".join(_item(node, number, item) for number, item in items)
    for line in node.find_all("br"):
        line.replace_with("\n")
    return "\n".join(" ".join(line.split()) for line in node.get_text().splitlines() if line.strip())


def _item(parent: Tag, number: int, item: Tag) -> str:
    mark = f"{number}." if parent.name == "ol" else "*"
    return f"{mark} {' '.join(item.get_text(' ').split())}"
