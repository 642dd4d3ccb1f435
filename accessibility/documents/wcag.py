"""One row a rule: the WCAG 2.1 criterion it fails, its technique or Matterhorn id, and what it does at the gate.

``id`` is the Matterhorn checkpoint for PDF and LibreOffice's AccessibilityIssueID for OpenDocument text; ``clause`` is
ISO 14289-1 (PDF/UA-1) clause-test. An empty criterion: good practice that no WCAG criterion asks for; it never blocks.
"""

from dataclasses import dataclass

from accessibility.documents.base import Severity

B, W, M, A = Severity.BLOCK, Severity.WARN, Severity.ASK, Severity.ADVISORY

#: Names of the success criteria that documents can fail, as WCAG 2.1 writes them.
CRITERIA = {
    "1.1.1": "Non-text Content",
    "1.2.2": "Captions (Prerecorded)",
    "1.3.1": "Info and Relationships",
    "1.3.2": "Meaningful Sequence",
    "1.4.3": "Contrast (Minimum)",
    "1.4.5": "Images of Text",
    "2.1.1": "Keyboard",
    "2.2.1": "Timing Adjustable",
    "2.4.2": "Page Titled",
    "2.4.3": "Focus Order",
    "2.4.4": "Link Purpose (In Context)",
    "2.4.5": "Multiple Ways",
    "2.4.6": "Headings and Labels",
    "3.1.1": "Language of Page",
    "3.1.2": "Language of Parts",
    "3.3.2": "Labels or Instructions",
    "4.1.2": "Name, Role, Value",
}


@dataclass(frozen=True)
class Rule:
    """See the module."""

    id: str
    criterion: str
    severity: Severity
    matterhorn: str = ""
    clause: str = ""


_ROWS = (
    # PDF: structure of the whole file.
    Rule("WM-PDF-TAGGED", "1.3.1", B, "01-005", "7.1-11"),
    Rule("WM-PDF-CONTENT-TAGGED", "1.3.1", W, "01-005", "7.1-3"),
    Rule("WM-PDF-ROLE-MAP", "4.1.2", W, "02-001", "7.1-5"),
    Rule("WM-PDF-LANGUAGE", "3.1.1", B, "11-006", "7.2-34"),
    Rule("WM-PDF-LANGUAGE-CODE", "3.1.1", W, "11-001", "7.2-29"),
    Rule("WM-PDF-LANGUAGE-PART", "3.1.2", W, "11-001", "7.2-21"),
    Rule("WM-PDF-TITLE", "2.4.2", B, "06-003", "7.1-9"),
    Rule("WM-PDF-TITLE-POOR", "2.4.2", B, "06-004"),
    Rule("WM-PDF-TITLE-SHOWN", "2.4.2", W, "07-001", "7.1-10"),
    Rule("WM-PDF-HEADINGS-NONE", "1.3.1", B, "14-001"),
    Rule("WM-PDF-HEADINGS-FEW", "1.3.1", W, "14-001"),
    Rule("WM-PDF-HEADING-EMPTY", "2.4.6", W, "14-001"),
    Rule("WM-PDF-FAKE-HEADING", "1.3.1", W, "PDF9"),
    Rule("WM-PDF-FAKE-LIST", "1.3.1", W, "PDF21"),
    Rule("WM-PDF-EMPTY-TAG", "1.3.1", W, "09-001"),
    Rule("WM-PDF-READING-ORDER", "1.3.2", W, "09-001"),
    Rule("WM-PDF-READING-ORDER-ASK", "1.3.2", M, "09-001"),
    Rule("WM-PDF-HEADING-ORDER", "1.3.1", W, "14-003", "7.4.2-1"),
    Rule("WM-PDF-BOOKMARKS", "2.4.5", W, "PDF2"),
    # PDF: what is not text.
    Rule("WM-PDF-FIGURE-ALT", "1.1.1", B, "13-004", "7.3-1"),
    Rule("WM-PDF-FIGURE-ALT-POOR", "1.1.1", W, "13-004"),
    Rule("WM-PDF-FIGURE-DECORATIVE", "1.1.1", W, "PDF4"),
    Rule("WM-PDF-FIGURE-ASK", "1.1.1", M, "13-004"),
    Rule("WM-PDF-FORMULA-ALT", "1.1.1", B, "17-002", "7.7-1"),
    Rule("WM-PDF-IMAGE-ONLY", "1.1.1", B, "08-001"),
    Rule("WM-PDF-OCR", "1.1.1", W, "PDF7"),
    Rule("WM-PDF-OCR-ASK", "1.1.1", M, "08-001"),
    Rule("WM-PDF-MEDIA", "1.1.1", W, "28-014", "7.18.6.2-1"),
    Rule("WM-PDF-MEDIA-ASK", "1.2.2", M, "29-001"),
    # PDF: tables, lists, notes.
    Rule("WM-PDF-TABLE-HEADER", "1.3.1", B, "15-003"),
    Rule("WM-PDF-TABLE-SCOPE", "1.3.1", W, "15-003", "7.5-1"),
    Rule("WM-PDF-TABLE-STRUCTURE", "1.3.1", W, "09-004", "7.2-3"),
    Rule("WM-PDF-LIST-STRUCTURE", "1.3.1", W, "09-005", "7.2-17"),
    Rule("WM-PDF-TOC-STRUCTURE", "1.3.1", W, "09-006", "7.2-26"),
    Rule("WM-PDF-NOTE", "1.3.1", W, "19-003", "7.9-1"),
    # PDF: links, comments, fields.
    Rule("WM-PDF-LINK-TAG", "1.3.1", B, "28-011", "7.18.5-1"),
    Rule("WM-PDF-LINK-TEXT", "2.4.4", W, "PDF11"),
    Rule("WM-PDF-LINK-CONTENTS", "2.4.4", A, "28-012", "7.18.5-2"),
    Rule("WM-PDF-ANNOTATION", "1.1.1", W, "28-004", "7.18.1-2"),
    Rule("WM-PDF-TAB-ORDER", "2.4.3", W, "28-009", "7.18.3-1"),
    Rule("WM-PDF-FIELD-NAME", "4.1.2", B, "28-005", "7.18.1-3"),
    Rule("WM-PDF-FIELD-TAG", "1.3.1", B, "28-010", "7.18.4-1"),
    Rule("WM-PDF-FIELD-REQUIRED", "3.3.2", W, "PDF5"),
    Rule("WM-PDF-FORM-ASK", "4.1.2", M, "PDF12"),
    Rule("WM-PDF-XFA", "4.1.2", B, "25-001", "7.15-1"),
    Rule("WM-PDF-LOCKED", "1.1.1", B, "26-002", "7.16-1"),
    # PDF: characters and fonts, and what no WCAG criterion asks for.
    Rule("WM-PDF-CONTRAST", "1.4.3", W, "04-001"),
    Rule("WM-PDF-CONTRAST-ASK", "1.4.3", M, "04-001"),
    Rule("WM-PDF-LANGUAGE-OTHER", "3.1.2", W, "11-001"),
    Rule("WM-PDF-LENGTH", "", A),
    Rule("WM-PDF-READING-AGE", "", A),
    Rule("WM-PDF-UNICODE", "1.3.1", W, "10-001", "7.21.7-1"),
    Rule("WM-PDF-FONT", "", A, "31-001", "7.21.4.1-1"),
    Rule("WM-PDF-UA-IDENTIFIER", "", A, "06-002", "5-1"),
    Rule("WM-PDF-UA-OTHER", "", A, "20-001", "7.10-1"),
    # Office: every program.
    Rule("WM-OFFICE-TITLE", "2.4.2", B),
    Rule("WM-OFFICE-TITLE-POOR", "2.4.2", B),
    Rule("WM-OFFICE-LANGUAGE", "3.1.1", B),
    Rule("WM-OFFICE-ALT", "1.1.1", B),
    Rule("WM-OFFICE-ALT-POOR", "1.1.1", W),
    Rule("WM-OFFICE-ALT-ASK", "1.1.1", M),
    Rule("WM-OFFICE-LINK-TEXT", "2.4.4", W),
    Rule("WM-OFFICE-MERGED-CELLS", "1.3.1", W),
    # Word.
    Rule("WM-DOCX-HEADINGS", "1.3.1", B),
    Rule("WM-DOCX-HEADING-ORDER", "1.3.1", W),
    Rule("WM-DOCX-HEADING-EMPTY", "2.4.6", W),
    Rule("WM-DOCX-FAKE-HEADING", "1.3.1", W),
    Rule("WM-DOCX-FAKE-LIST", "1.3.1", W),
    Rule("WM-DOCX-TABLE-HEADER", "1.3.1", B),
    Rule("WM-DOCX-LINK-EMPTY", "2.4.4", B),
    Rule("WM-DOCX-FLOATING", "1.3.2", W),
    Rule("WM-DOCX-PROTECTED", "4.1.2", B),
    # PowerPoint and Excel.
    Rule("WM-PPTX-SLIDE-TITLE", "2.4.2", B),
    Rule("WM-PPTX-SLIDE-TITLE-SAME", "2.4.2", W),
    Rule("WM-PPTX-TABLE-HEADER", "1.3.1", B),
    Rule("WM-PPTX-MEDIA-ASK", "1.2.2", M),
    Rule("WM-XLSX-SHEET-NAME", "2.4.6", W),
    Rule("WM-XLSX-HEADER", "1.3.1", W),
    Rule("WM-XLSX-HIDDEN-ASK", "1.3.2", M),
    # OpenDocument.
    Rule("WM-ODF-TITLE", "2.4.2", B, "DOCUMENT_TITLE"),
    Rule("WM-ODF-TITLE-POOR", "2.4.2", B, "DOCUMENT_TITLE"),
    Rule("WM-ODF-LANGUAGE", "3.1.1", B, "DOCUMENT_LANGUAGE"),
    Rule("WM-ODF-HEADING-ORDER", "1.3.1", W, "HEADING_ORDER"),
    Rule("WM-ODF-ALT", "1.1.1", B, "NO_ALT_GRAPHIC"),
    Rule("WM-ODF-ALT-POOR", "1.1.1", W, "NO_ALT_GRAPHIC"),
    Rule("WM-ODF-TABLE-HEADER", "1.3.1", B),
    Rule("WM-ODF-MERGED-CELLS", "1.3.1", W, "TABLE_MERGE_SPLIT"),
    Rule("WM-ODF-LINK-TEXT", "2.4.4", W, "HYPERLINK_IS_TEXT"),
    Rule("WM-ODF-FAKE-LIST", "1.3.1", W, "MANUAL_NUMBERING"),
)

RULES = {rule.id: rule for rule in _ROWS}
