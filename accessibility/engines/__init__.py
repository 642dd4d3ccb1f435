"""Engines that look at a page in a real browser, one module each."""

from accessibility.engines.axe import Axe
from accessibility.engines.base import Engine, Outcome, RawFinding
from accessibility.engines.htmlcs import HtmlCodeSniffer
from accessibility.engines.pa11y import Pa11y
from accessibility.engines.probes import Probes

ENGINES: dict[str, Engine] = {engine.name: engine for engine in (Axe(), HtmlCodeSniffer(), Probes(), Pa11y())}
#: What an audit in the worker runs. pa11y is asked for by name only.
AUDIT_ENGINES = ("axe", "htmlcs", "probes")

__all__ = ["AUDIT_ENGINES", "ENGINES", "Axe", "Engine", "Outcome", "RawFinding"]
