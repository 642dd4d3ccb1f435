"""A plain HTML page as a :class:`ContentTree`, for the command line."""

from bs4 import BeautifulSoup

from accessibility.extract.markup import add_markup, attribute, text_of
from accessibility.extract.tree import ContentTree, Place


def from_html(html: str) -> ContentTree:
    """Return the tree of a whole page; ``title`` and ``language`` are "" where the page names none."""
    soup = BeautifulSoup(html, "lxml")
    root, title = soup.find("html"), soup.find("title")
    tree = ContentTree(language=attribute(root, "lang") if root else "", from_markup=True)
    tree.title = text_of(title) if title else ""
    add_markup(tree, html, Place(label="page"))
    return tree
