"""A plain HTML page as a :class:`ContentTree`, for the command line."""

from accessibility.extract.dom import Document
from accessibility.extract.markup import add_document
from accessibility.extract.tree import ContentTree, Place


def from_html(html: str, source: str = "") -> ContentTree:
    """Return the tree of a whole page; ``title`` and ``language`` are "" where the page names none.

    ``source`` is the text that the server sent, where ``html`` is the page as a browser has it, mended and scripted.
    """
    document = Document(html, source)
    tree = ContentTree(language=document.root.get("lang") or "", document=document)
    titles = [title for title in document.all("title") if document.inside(title, "svg") is None]
    tree.title = (titles[0].text or "").strip() if titles else ""
    add_document(tree, document, Place(label="page"))
    return tree
