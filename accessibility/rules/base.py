"""What a rule is, and what it reports."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar, Literal

from django.utils.functional import Promise

from accessibility.extract.tree import ContentTree, Place
from core.services import GateFinding

Level = Literal["block", "warn"]
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
    why: ClassVar[Words]
    how: ClassVar[Words]

    def check(self, content: ContentTree) -> Iterable[Fault]:
        """Yield every fault in ``content``."""
        raise NotImplementedError

    def finding(self, fault: Fault, *, blocking: bool) -> RuleFinding:
        """Return the fault with this rule's words."""
        return RuleFinding(
            rule=self.id,
            message=fault.message,
            how=str(self.how),
            criterion=self.criteria[0] if self.criteria else "",
            block_id=fault.place.block_id,
            blocking=blocking,
            why=str(self.why),
            field=fault.place.field,
            label=fault.place.label,
            snippet=fault.snippet[:300],
            outcome="fail" if self.level == "block" else "warn",
            selector=fault.place.selector,
        )
