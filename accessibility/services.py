"""The one door of the accessibility room."""

from accessibility.documents.exemptions import Exemption, current_exemptions
from accessibility.documents.pointers import Pointer, register_pointer
from accessibility.documents.presentation import refusal_words
from accessibility.documents.publication import PageMaker, register_page_maker
from accessibility.documents.publication import carry as carry_document
from accessibility.documents.publication import make_page as page_of_document
from accessibility.documents.sandbox import outline_file
from accessibility.documents.verdicts import (
    DocumentVerdict,
    document_findings,
    document_verdict,
    ensure_checked,
    exempt,
    override,
)
from accessibility.extract.registry import register_extractor
from accessibility.extract.stream import add_block
from accessibility.extract.tree import (
    ContentTree,
    DocumentLink,
    FormField,
    Heading,
    Link,
    Media,
    Paragraph,
    Picture,
    Place,
    Table,
)
from accessibility.gate.verdict import GateVerdict, evaluate
from accessibility.rules import Fault, Rule, register_rule
from accessibility.rules.markup import markup_faults
from accessibility.rules.plain_english import Reading, plain_english

__all__ = [
    "ContentTree",
    "DocumentLink",
    "DocumentVerdict",
    "Exemption",
    "Fault",
    "FormField",
    "GateVerdict",
    "Heading",
    "Link",
    "Media",
    "PageMaker",
    "Paragraph",
    "Picture",
    "Place",
    "Pointer",
    "Reading",
    "Rule",
    "Table",
    "add_block",
    "carry_document",
    "current_exemptions",
    "document_findings",
    "document_verdict",
    "ensure_checked",
    "evaluate",
    "exempt",
    "markup_faults",
    "outline_file",
    "override",
    "page_of_document",
    "plain_english",
    "refusal_words",
    "register_extractor",
    "register_page_maker",
    "register_pointer",
    "register_rule",
]
