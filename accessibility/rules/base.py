"""What a rule is, and what it reports."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar, Literal

from django.utils.functional import Promise

from accessibility.extract.tree import ContentTree, Place
from core.services import GateFinding

Level = Literal["block", "warn"]
#: Every content, the content model only, or whole pages of plain HTML only.
Scope = Literal["content", "model", "html"]
Words = str | Promise


@dataclass(frozen=True)
class Fault:
    """One place where a rule does not hold; ``message`` names it, ``snippet`` quotes it."""

    place: Place
    message: str
    snippet: str = ""


@dataclass(frozen=True)
class RuleFinding(GateFinding):
    """A fault with all that an author needs: what, why, how and where."""

    why: str = ""
    field: str = ""
    label: str = ""
    snippet: str = ""
    engine: str = "static"
    outcome: Literal["fail", "warn"] = "fail"
    selector: str = ""

    @property
    def fingerprint(self) -> str:
        """Return rule, block and quoted words as one hash, so that a trend survives edits elsewhere."""
        quoted = " ".join(self.snippet.lower().split())
        return sha256(f"{self.rule}|{self.block_id or self.field}|{quoted}".encode()).hexdigest()[:32]


class Rule:
    """One requirement. ``criteria`` are WCAG 2.2 numbers; a ``block`` rule may only read the content model."""

    id: ClassVar[str]
    criteria: ClassVar[tuple[str, ...]] = ()
    level: ClassVar[Level] = "block"
    scope: ClassVar[Scope] = "content"
    why: ClassVar[Words]
    how: ClassVar[Words]

    def applies(self, content: ContentTree) -> bool:
        """Return whether this rule is about such content."""
        return self.scope == "content" or (self.scope == "html") is content.from_markup

    def check(self, content: ContentTree) -> Iterable[Fault]:
        """Yield every fault in ``content``."""
        raise NotImplementedError

    def finding(self, fault: Fault, content: ContentTree) -> RuleFinding:
        """Return the fault with this rule's words and its place in ``content``."""
        element, document = fault.place.element, content.document
        selector, snippet = "", fault.snippet[:300]
        if element is not None and document is not None:
            selector, snippet = document.selector(element), document.snippet(element)
        return RuleFinding(
            rule=self.id,
            message=fault.message,
            how=str(self.how),
            criterion=self.criteria[0] if self.criteria else "",
            block_id=fault.place.block_id,
            blocking=self.level == "block" and not content.from_markup,
            why=str(self.why),
            field=fault.place.field,
            label=fault.place.label,
            snippet=snippet,
            outcome="fail" if self.level == "block" else "warn",
            selector=selector,
        )
