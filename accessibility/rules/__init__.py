"""Static rules over the content model. Importing this package registers them all."""

from accessibility.rules import (
    documents,
    fields,
    headings,
    html,
    images,
    links,
    media,
    missing,
    neighbours,
    page,
    prose,
    sensory,
    tables,
    tongues,
    typography,
)
from accessibility.rules.base import Fault, Rule, RuleFinding
from accessibility.rules.registry import register_rule, ruleset, run_rules

__all__ = ["Fault", "Rule", "RuleFinding", "register_rule", "ruleset", "run_rules"]
__all__ += [
    module.__name__.rpartition(".")[2]
    for module in (
        *(documents, fields, headings, html, images, links, media, missing),
        *(neighbours, page, prose, sensory, tables, tongues, typography),
    )
]
