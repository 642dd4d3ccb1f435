"""What a page says, taken apart: the shapes that every rule reads."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model

from accessibility.extract.dom import Document, Element


@dataclass(frozen=True)
class Place:
    """Where something stands: the model field, the StreamField block (uuid) and the words an editor knows it by.

    ``element`` is the element that it was read from, in plain HTML only.
    """

    field: str = ""
    block_id: str = ""
    label: str = ""
    element: Element | None = dataclasses.field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Node:
    """Anything with a place; ``text`` is what a reader gets from it."""

    place: Place
    text: str = ""


@dataclass(frozen=True)
class Heading(Node):
    """A heading below the page title; ``level`` is 1 to 6."""

    level: int = 2


@dataclass(frozen=True)
class Link(Node):
    """A link. ``page_id`` is set for a page of this site; ``href`` is None when an anchor has no target at all."""

    href: str | None = None
    page_id: int | None = None
    new_tab: bool = False
    #: The words that stand right before it when nothing but space parts it from another link; see link-adjacent.
    follows: str = ""


@dataclass(frozen=True)
class DocumentLink(Node):
    """A link to a stored document."""

    document_id: int = 0


@dataclass(frozen=True)
class Picture(Node):
    """An image; ``alt`` is None when the author wrote nothing. ``file_name`` is the stored file's.

    ``image_id`` is set where the text names a stored image that has not been looked up.
    """

    alt: str | None = None
    decorative: bool = False
    file_name: str = ""
    image_id: int | None = None


@dataclass(frozen=True)
class Table(Node):
    """A table of data; ``has_header`` is true with a header row or a header column."""

    has_header: bool = False
    rows: int = 0
    merged: bool = False
    nested: bool = False


@dataclass(frozen=True)
class Media(Node):
    """A video, a sound or an embed from elsewhere."""

    kind: str = "video"
    has_captions: bool = False
    has_transcript: bool = False
    title: str = ""


@dataclass(frozen=True)
class FormField(Node):
    """A question; ``text`` is its label or legend. ``kind`` is text, radios, checkboxes, select, date and the like.

    ``group`` names the step or page that the question stands on.
    """

    kind: str = "text"
    hint: str = ""
    placeholder: str = ""
    options: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True)
class Paragraph(Node):
    """Running text, one block element each; ``bold`` or ``italic`` when every word of it is."""

    language: str = ""
    bold: bool = False
    italic: bool = False
    marked: bool = False


@dataclass(frozen=True)
class LanguagePart(Node):
    """A part marked with a language of its own, for example ``lang="pl"`` in rich text."""

    language: str = ""


@dataclass(frozen=True)
class Gone(Node):
    """A block that names an image, page or file which no longer exists."""


@dataclass(frozen=True)
class Broken(Node):
    """A part that could not be read; ``text`` says why. It is never counted as passed."""


Kind = TypeVar("Kind", bound=Node)


@dataclass
class ContentTree:
    """The content of one object in one locale, in reading order."""

    language: str
    title: str | None = None
    #: The page or snippet itself, for rules that look at its neighbours.
    subject: Model | None = None
    nodes: list[Node] = dataclasses.field(default_factory=list)
    #: A whole page of plain HTML. It has no content model behind it: its findings advise and never block.
    document: Document | None = None

    @property
    def from_markup(self) -> bool:
        """Return whether this is plain HTML."""
        return self.document is not None

    def add(self, *nodes: Node) -> None:
        """Append nodes in reading order."""
        self.nodes.extend(nodes)

    def all(self, kind: type[Kind]) -> Iterator[Kind]:
        """Yield the nodes of one kind, in reading order."""
        return (node for node in self.nodes if isinstance(node, kind))
