"""Engines that look at a page in a real browser, one module each."""

from accessibility.engines.axe import Axe
from accessibility.engines.base import Engine, RawFinding

ENGINES: dict[str, Engine] = {"axe": Axe()}

__all__ = ["ENGINES", "Engine", "RawFinding"]
