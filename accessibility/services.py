"""The one door of the accessibility room."""

from accessibility.documents.exemptions import Exemption, current_exemptions
from accessibility.documents.verdicts import (
    DocumentVerdict,
    document_findings,
    document_verdict,
    ensure_checked,
    exempt,
    override,
)
from accessibility.extract.registry import register_extractor
from accessibility.extract.tree import ContentTree, DocumentLink, Heading, Link, Media, Paragraph, Picture, Place, Table
from accessibility.gate.verdict import GateVerdict, evaluate
from accessibility.rules import Fault, Rule, register_rule
from accessibility.rules.plain_english import Reading, plain_english

__all__ = [
    "ContentTree",
    "DocumentLink",
    "DocumentVerdict",
    "Exemption",
    "Fault",
    "GateVerdict",
    "Heading",
    "Link",
    "Media",
    "Paragraph",
    "Picture",
    "Place",
    "Reading",
    "Rule",
    "Table",
    "current_exemptions",
    "document_findings",
    "document_verdict",
    "ensure_checked",
    "evaluate",
    "exempt",
    "override",
    "plain_english",
    "register_extractor",
    "register_rule",
]
