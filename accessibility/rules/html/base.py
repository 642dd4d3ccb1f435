"""What a rule over a whole HTML page is."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from accessibility.extract.dom import Document, Element
from accessibility.extract.tree import ContentTree, Place
from accessibility.rules.base import Fault, Level, Rule, Scope, Words


class HtmlRule(Rule):
    """Looks at the elements with one of ``tags``, ``roles`` or ``attributes`` and says which are at fault.

    ``level`` is "block" for what markup alone proves, "warn" for what a person has to judge.
    """

    scope: ClassVar[Scope] = "html"
    level: ClassVar[Level] = "block"
    tags: ClassVar[tuple[str, ...]] = ()
    roles: ClassVar[frozenset[str] | tuple[str, ...]] = ()
    attributes: ClassVar[tuple[str, ...]] = ()
    #: Also what is hidden from assistive technology.
    hidden_too: ClassVar[bool] = False
    message: ClassVar[Words]

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield a fault for each element that is wrong."""
        document = content.document
        if document is None:
            return
        for element in self._wrong_ones(document):
            yield fault_at(element, str(self.message))

    def _wrong_ones(self, page: Document) -> Iterable[Element]:
        seen: dict[Element, None] = dict.fromkeys(self._candidates(page))
        for element in seen:
            if (self.hidden_too or not page.hidden(element)) and self._is_wrong(element, page):
                yield element

    def _candidates(self, page: Document) -> Iterator[Element]:
        yield from page.all(*self.tags)
        for name in self.attributes:
            yield from page.having.get(name, [])
        if self.roles:
            yield from (element for element in page.having.get("role", []) if page.role(element) in self.roles)

    def _is_wrong(self, element: Element, page: Document) -> bool:
        raise NotImplementedError


def fault_at(element: Element, message: str) -> Fault:
    """Return a fault of one element."""
    return Fault(Place(label="page", element=element), message)
