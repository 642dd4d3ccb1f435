"""The static rules over a whole page of HTML that no site serves, such as a letter."""

from accessibility.extract.html import from_html
from accessibility.rules.registry import run_rules


def markup_faults(html: str) -> list[str]:
    """Return what fails in a whole document, each with how to mend it; advice is left out."""
    return [f"{found.message} {found.how}" for found in run_rules(from_html(html, html)) if found.outcome == "fail"]
